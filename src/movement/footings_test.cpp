#include "movement/footings.h"

#include <gtest/gtest.h>

#include "movement/postures_for_tests.h"

namespace strongback {
namespace {

TEST(Footings, AnchoredPointMissesItsPlaceAlongThreeAxesAFreeOneItsSurfaceOnly) {
  PosedBody posed(man_for_tests());
  const auto count = static_cast<Eigen::Index>(man_for_tests().tables().coordinates.size());
  posed.pose(Stance::Zero(count + 3));
  Footing footing;
  footing.segment = man_for_tests().segment("foot_r");
  footing.points = {{0.0, 0.0, 0.0}, {0.1, 0.0, 0.0}};
  const Eigen::Vector3d at = posed.point(footing.segment, footing.points[1]);
  footing.on = at - Eigen::Vector3d(0.3, 0.02, 0.0);
  footing.normal = Eigen::Vector3d::UnitY();
  const auto free = gaps_of(posed, footing);
  ASSERT_EQ(free.size(), 2U);
  EXPECT_NEAR(free[1].size, 0.02, 1e-12);
  footing.anchors = {posed.point(footing.segment, footing.points[0]), footing.on};
  const auto anchored = gaps_of(posed, footing);
  ASSERT_EQ(anchored.size(), 6U);
  EXPECT_NEAR(anchored[0].size, 0.0, 1e-12);
  EXPECT_NEAR(anchored[3].size, 0.3, 1e-12);
  EXPECT_EQ(anchored[3].point, 1U);
}

}  // namespace
}  // namespace strongback
