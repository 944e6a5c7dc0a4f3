#include "body/wrapping.h"

#include <gtest/gtest.h>

#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

TEST(Wrapping, GoesAroundASphereOnTheShorterWay) {
  const double r = 0.5, a = 2.0;
  const auto points = around_sphere({-a, 0.1, 0.0}, {a, 0.1, 0.0}, r);
  ASSERT_TRUE(points.has_value());
  EXPECT_GT(points->on.y(), 0.0) << "on the side where the straight line passes";
  EXPECT_NEAR(points->on.norm(), r, 1e-12);
  EXPECT_NEAR((Vector3d(-a, 0.1, 0.0) - points->on).dot(points->on), 0.0, 1e-12) << "a tangent";
  // The angle between the ends, less what the two tangents use up.
  const double far = std::hypot(a, 0.1);
  const double angle = M_PI - 2.0 * std::atan2(0.1, a) - 2.0 * std::acos(r / far);
  EXPECT_NEAR(points->arc, r * angle, 1e-12);
}

TEST(Wrapping, PassesByASphereThatIsNotInTheWay) {
  EXPECT_FALSE(around_sphere({-2.0, 0.6, 0.0}, {2.0, 0.6, 0.0}, 0.5).has_value());
  EXPECT_FALSE(around_sphere({0.2, 0.0, 0.0}, {2.0, 0.0, 0.1}, 0.5).has_value()) << "from inside";
  EXPECT_FALSE(around_sphere({-2.0, 0.0, 0.0}, {2.0, 0.0, 0.0}, 0.5).has_value())
      << "through the center no side is the shorter one";
}

}  // namespace
}  // namespace strongback
