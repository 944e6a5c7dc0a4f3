#include "assess/joint_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "body/man_for_tests.h"

namespace strongback {
namespace {

TEST(JointWords, SayTheJointAndItsSide) {
  EXPECT_EQ(joint_words("femur_l turn z"), "the left hip");
  EXPECT_EQ(joint_words("tibia_r"), "the right knee");
  EXPECT_EQ(joint_words("L5 turn x"), "the disc L5/S1");
  EXPECT_EQ(joint_words("abdomen slide x"), "the wall of the abdomen");
}

TEST(JointWords, KnowEveryDegreeOfFreedom) {
  for (int dof = 0; dof < man_for_tests().dofs(); ++dof) {
    const std::string& name = man_for_tests().dof_name(dof);
    EXPECT_NE(joint_words(name), name);
    EXPECT_THAT(joint_words(name), testing::StartsWith("the "));
  }
}

}  // namespace
}  // namespace strongback
