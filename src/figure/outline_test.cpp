#include "figure/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

long arcs_in(const std::string& path) { return std::count(path.begin(), path.end(), 'A'); }
long lines_in(const std::string& path) { return std::count(path.begin(), path.end(), 'L'); }

TEST(HullPath, OneCircleIsACircle) {
  EXPECT_EQ(hull_path({{10.0, 20.0, 5.0}}),
            "M5.0 20.0a5.0 5.0 0 1 1 10.0 0a5.0 5.0 0 1 1 -10.0 0z");
}

TEST(HullPath, TwoCirclesAreTwoArcsAndTwoTangents) {
  const std::string path = hull_path({{0.0, 0.0, 5.0}, {100.0, 0.0, 20.0}});
  EXPECT_EQ(arcs_in(path), 2);
  EXPECT_EQ(lines_in(path), 1);                       // the other tangent closes the path
  EXPECT_THAT(path, HasSubstr("A20.0 20.0 0 1 1 "));  // more than half of the larger one
  EXPECT_THAT(path, HasSubstr("A5.0 5.0 0 0 1 "));
}

TEST(HullPath, WhatLiesInsideIsNotDrawn) {
  const std::string alone = hull_path({{0.0, 0.0, 50.0}});
  EXPECT_EQ(hull_path({{0.0, 0.0, 50.0}, {10.0, 10.0, 3.0}}), alone);
}

TEST(HullPath, DotsAreCorners) {
  const std::string path = hull_path({{0.0, 0.0, 0.1}, {10.0, 0.0, 0.1}, {0.0, 10.0, 0.1}});
  EXPECT_EQ(arcs_in(path), 0);
  EXPECT_EQ(lines_in(path), 2);
  EXPECT_THAT(path, StartsWith("M"));
}

}  // namespace
}  // namespace strongback
