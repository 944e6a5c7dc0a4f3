#include "movement/read_motion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "movement/motions_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// [deg]  of the angle `name` in keyframe `index`.
double angle(const Motion& motion, std::size_t index, const char* name) {
  const int at = coordinate_index(tables_for_tests(), name);
  return motion.keyframes.at(index).angles.at(static_cast<std::size_t>(at)) / kDegree;
}

std::string patch_name(int index) {
  return tables_for_tests().patches.at(static_cast<std::size_t>(index)).name;
}

TEST(ReadMotion, ReadsARepetitionAndClosesIt) {
  const Motion motion = good(row());
  EXPECT_EQ(motion.id, "test-row");
  EXPECT_EQ(motion.side, 'r');
  ASSERT_EQ(motion.keyframes.size(), 3U);
  EXPECT_EQ(motion.keyframes[2].name, "start");
  EXPECT_DOUBLE_EQ(motion.keyframes[2].time_s, 2.0);  // back as slowly as there
  EXPECT_EQ(motion.keyframes[2].angles, motion.keyframes[0].angles);
  EXPECT_EQ(motion.keyframes[2].stands, motion.keyframes[0].stands);
}

TEST(ReadMotion, SaysWhatItLeavesOut) {
  EXPECT_EQ(good(row()).leaves_out, "");
  const Motion carry = good(row("side =", "leaves_out = \"the steps\"\nside ="));
  EXPECT_EQ(carry.leaves_out, "the steps");
}

TEST(ReadMotion, APairedNameSetsBothSidesAndTheRestStays) {
  const Motion motion = good(row());
  EXPECT_DOUBLE_EQ(angle(motion, 0, "knee_flexion_r"), 20.0);
  EXPECT_DOUBLE_EQ(angle(motion, 0, "knee_flexion_l"), 20.0);
  EXPECT_DOUBLE_EQ(angle(motion, 0, "shoulder_flexion_l"), 0.0);
  EXPECT_DOUBLE_EQ(angle(motion, 1, "knee_flexion_l"), 20.0);
  EXPECT_DOUBLE_EQ(angle(motion, 1, "shoulder_flexion_r"), -30.0);
}

TEST(ReadMotion, ANameWithItsSideWinsOverThePairedName) {
  for (const char* both :
       {"knee_flexion_r = 90, knee_flexion = 20", "knee_flexion = 20, knee_flexion_r = 90"}) {
    const Motion motion = good(row("knee_flexion = 20", both));
    EXPECT_DOUBLE_EQ(angle(motion, 0, "knee_flexion_r"), 90.0) << both;
    EXPECT_DOUBLE_EQ(angle(motion, 0, "knee_flexion_l"), 20.0) << both;
  }
}

TEST(ReadMotion, ExpandsPairedSupports) {
  const Motion motion = good(row());
  ASSERT_EQ(motion.supports.size(), 3U);
  EXPECT_EQ(patch_name(motion.supports[0].patch), "foot_r");
  EXPECT_EQ(patch_name(motion.supports[1].patch), "foot_l");
  EXPECT_DOUBLE_EQ(motion.supports[0].place->at(1), 0.2);
  EXPECT_DOUBLE_EQ(motion.supports[1].place->at(1), -0.2);
  EXPECT_EQ(motion.surfaces[static_cast<std::size_t>(motion.supports[2].surface)].id, "seat");
  EXPECT_THAT(motion.keyframes[0].stands, ElementsAre(true, true, true));
  EXPECT_THAT(motion.keyframes[1].stands, ElementsAre(true, false, true));
}

TEST(ReadMotion, TheLeanOfTheTrunkIsSharedBetweenHipsAndSpine) {
  const auto lean = [](const std::string& degrees) {
    const Motion motion = good(row("angles_deg = { pelvis_tilt = 45,",
                                   "trunk_lean_deg = " + degrees + "\nangles_deg = {"));
    return std::pair(angle(motion, 0, "pelvis_tilt"), angle(motion, 0, "lumbar_flexion"));
  };
  EXPECT_NEAR(lean("60").second, 60 * 0.5, 1e-9);  // half way between the rows of 30 and 90 deg
  EXPECT_NEAR(lean("60").first, 60 * 0.5, 1e-9);
  EXPECT_NEAR(lean("-20").second, -20 * (0.7 - 0.1 * 20 / 30), 1e-9);
  EXPECT_NEAR(lean("110").second, 110 * 0.4, 1e-9);
  EXPECT_NEAR(lean("110").first + lean("110").second, 110, 1e-9);
}

TEST(ReadMotion, PlacesItsSurfaces) {
  const auto plane = [](const std::string& keys) {
    return good(row("kind = \"bench\"\nheight_m = 0.45", keys)).surfaces.at(1);
  };
  const Surface level = plane("kind = \"bench\"\nheight_m = 0.45");
  EXPECT_THAT(level.point, ElementsAre(0.0, 0.45, 0.0));
  EXPECT_THAT(level.normal, ElementsAre(0.0, 1.0, 0.0));
  EXPECT_DOUBLE_EQ(level.friction, 0.6);
  EXPECT_FALSE(level.scales_with_stature);
  const Surface incline = plane("kind = \"incline\"\nheight_m = 0.5\nslope_deg = 30\nat_m = 0.2");
  EXPECT_THAT(incline.point, ElementsAre(0.2, 0.5, 0.0));
  EXPECT_NEAR(incline.normal[0], -0.5, 1e-12);  // what rises forward faces back
  EXPECT_GT(incline.normal[1], 0.0);
  const Surface front = plane("kind = \"wall\"\nat_m = 0.5\nfriction = 0.9");
  EXPECT_THAT(front.point, ElementsAre(0.5, 0.0, 0.0));
  EXPECT_THAT(front.normal, ElementsAre(-1.0, 0.0, 0.0));
  EXPECT_DOUBLE_EQ(front.friction, 0.9);
  EXPECT_THAT(plane("kind = \"wall\"\nat_m = -0.1").normal, ElementsAre(1.0, 0.0, 0.0));
  EXPECT_TRUE(plane("kind = \"bar\"\nheight_m = 2\nscale_with_stature = true").scales_with_stature);
}

std::vector<Load> loads(const std::string& keys) { return good(row(kDumbbell, keys)).loads; }

TEST(ReadMotion, OneInEachHandIsTwoLoadsAndOneInBothHandsIsOne) {
  const auto each = loads("kind = \"dumbbell\"\nin = \"hand\"\nshare = 0.5");
  ASSERT_EQ(each.size(), 2U);
  EXPECT_EQ(each[0].place, LoadPlace::HandRight);
  EXPECT_EQ(each[1].place, LoadPlace::HandLeft);
  EXPECT_DOUBLE_EQ(each[1].share, 0.5);
  const auto both = loads("kind = \"bar\"\nin = \"hands\"");
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0].place, LoadPlace::Hands);
  EXPECT_THAT(both[0].tethers, IsEmpty());
}

TEST(ReadMotion, TiesACableOfBothHandsToOneAnchor) {
  const auto cable = loads("kind = \"cable\"\nin = \"hands\"\nanchor_m = [1, 1.2, 0.4]");
  ASSERT_EQ(cable.size(), 1U);
  ASSERT_EQ(cable[0].tethers.size(), 2U);
  EXPECT_EQ(patch_name(cable[0].tethers[0].patch), "grip_r");
  EXPECT_EQ(patch_name(cable[0].tethers[1].patch), "grip_l");
  EXPECT_THAT(cable[0].tethers[0].anchor, ElementsAre(1.0, 1.2, 0.4));
  EXPECT_THAT(cable[0].tethers[1].anchor, ElementsAre(1.0, 1.2, 0.4));
}

TEST(ReadMotion, TiesABandOfEachHandToItsOwnAnchor) {
  const auto bands =
      loads("kind = \"band\"\nin = \"hand\"\nslack_m = 0.6\nanchor_m = [1, 1.2, 0.4]");
  ASSERT_EQ(bands.size(), 2U);
  EXPECT_DOUBLE_EQ(bands[0].tethers.at(0).anchor[2], 0.4);
  EXPECT_DOUBLE_EQ(bands[1].tethers.at(0).anchor[2], -0.4);
  EXPECT_EQ(bands[1].place, LoadPlace::HandLeft);
  EXPECT_DOUBLE_EQ(bands[1].slack, 0.6);
}

TEST(ReadMotion, TiesABandToPartsOfTheBody) {
  const auto feet = loads("kind = \"band\"\nin = \"hand\"\nslack_m = 0.6\nanchor_on = \"foot\"");
  ASSERT_EQ(feet.size(), 2U);
  EXPECT_EQ(patch_name(feet[0].tethers.at(0).anchor_patch), "foot_r");
  EXPECT_EQ(patch_name(feet[1].tethers.at(0).anchor_patch), "foot_l");
  const auto apart =
      loads("kind = \"band\"\nin = \"hand_r\"\nslack_m = 0.6\nanchor_on = \"hand_l\"");
  ASSERT_EQ(apart.size(), 1U);
  EXPECT_EQ(patch_name(apart[0].tethers.at(0).anchor_patch), "grip_l");
  const auto legs =
      loads("kind = \"band\"\nin = \"knee_r\"\nslack_m = 0.2\nanchor_on = \"knee_l\"");
  ASSERT_EQ(legs.size(), 1U);
  EXPECT_EQ(legs[0].place, LoadPlace::Part);
}

TEST(ReadMotion, BalanceSaysWhichAnglesGiveWay) {
  const Motion motion =
      good(row() + "[balance]\nfree_deg = { knee_flexion = 15 }\nkeep = [\"lumbar_flexion\"]\n");
  const auto give = [&](const char* name) {
    return motion.give.at(static_cast<std::size_t>(coordinate_index(tables_for_tests(), name)));
  };
  EXPECT_DOUBLE_EQ(give("knee_flexion_l").value(), 15.0 * kDegree);
  EXPECT_DOUBLE_EQ(give("lumbar_flexion").value(), 0.0);
  EXPECT_FALSE(give("pelvis_tilt").has_value());
}

TEST(ReadMotion, AKeyframeMayBeLikeAnEarlierOne) {
  const Motion motion = good("returns = false\n" + row() +
                             "[[keyframe]]\nname = \"again\"\nat_s = 2\nlike = \"start\"\n");
  ASSERT_EQ(motion.keyframes.size(), 3U);
  EXPECT_EQ(motion.keyframes[2].name, "again");
  EXPECT_EQ(motion.keyframes[2].angles, motion.keyframes[0].angles);
}

TEST(ReadMotion, TheWayBackTakesItsOwnTime) {
  EXPECT_DOUBLE_EQ(good("return_s = 2.5\n" + row()).keyframes.back().time_s, 3.5);
}

TEST(ReadMotion, OneKeyframeIsAHold) {
  const std::string text = row();
  const Motion motion = good(text.substr(0, text.rfind("[[keyframe]]")));
  EXPECT_EQ(motion.keyframes.size(), 1U);
  EXPECT_THAT(problems("return_s = 2\n" + text.substr(0, text.rfind("[[keyframe]]"))),
              ElementsAre("1:12: error: a hold, which has one keyframe, has no 'return_s'"));
}

TEST(ReadPose, IsOneKeyframeOfNoExercise) {
  const std::string stand =
      "schema = 1\n[[support]]\npart = \"foot\"\non = \"floor\"\n[[keyframe]]\n"
      "angles_deg = { knee_flexion = 10 }\n";
  const auto pose = parse(stand, true, "mine.toml");
  ASSERT_TRUE(pose.has_value());
  EXPECT_EQ(pose->keyframes.size(), 1U);
  EXPECT_EQ(pose->keyframes[0].name, "posture");
  EXPECT_EQ(pose->id, "");
  EXPECT_THAT(problems("exercise = \"x\"\nreturns = true\n" + stand +
                           "[[keyframe]]\nname = \"b\"\nat_s = 1\n",
                       true),
              ElementsAre("1:12: error: a still posture belongs to no 'exercise'\n"
                          "  hint: leave it out",
                          "2:11: error: a still posture has no 'returns'",
                          "9:1: error: a still posture has one keyframe, not 2"));
}

}  // namespace
}  // namespace strongback
