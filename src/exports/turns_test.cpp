#include "exports/turns.h"

#include <gtest/gtest.h>

#include <Eigen/Geometry>
#include <array>
#include <cmath>
#include <random>

namespace strongback {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr std::array<Sequence, 12> kAll = {{{0, 1, 2},
                                            {0, 2, 1},
                                            {1, 0, 2},
                                            {1, 2, 0},
                                            {2, 0, 1},
                                            {2, 1, 0},
                                            {0, 1, 0},
                                            {0, 2, 0},
                                            {1, 0, 1},
                                            {1, 2, 1},
                                            {2, 0, 2},
                                            {2, 1, 2}}};

Matrix3d made_of(const Sequence& sequence, const Vector3d& angles) {
  Matrix3d turn = Matrix3d::Identity();
  for (int i = 0; i < 3; ++i) {
    const Vector3d axis = Vector3d::Unit(sequence[static_cast<std::size_t>(i)]);
    turn = turn * Eigen::AngleAxisd(angles[i], axis).toRotationMatrix();
  }
  return turn;
}

Vector3d any(std::mt19937& random, double size) {
  std::uniform_real_distribution<double> within(-size, size);
  const double x = within(random), y = within(random), z = within(random);
  return {x, y, z};
}

TEST(Turns, AnglesMakeTheTurnTheyWereReadFrom) {
  std::mt19937 random(1);
  for (int trial = 0; trial < 500; ++trial) {
    for (const Sequence& sequence : kAll) {
      const Matrix3d turn = made_of(sequence, any(random, 3.0));
      const Vector3d near = any(random, 9.0);
      const Vector3d angles = angles_of(turn, sequence, near);
      EXPECT_LT((made_of(sequence, angles) - turn).norm(), 1e-12);
      EXPECT_LE(std::abs(angles[0] - near[0]), M_PI + 1e-12);
    }
  }
}

TEST(Turns, AnglesMakeTheTurnInGimbalLockToo) {
  for (const Sequence& sequence : kAll) {
    for (const double middle : {0.0, 0.5 * M_PI, -0.5 * M_PI, M_PI}) {
      for (const double nearly : {0.0, 1e-17, 1e-9}) {
        const Matrix3d turn = made_of(sequence, {0.3, middle + nearly, -1.1});
        EXPECT_LT((made_of(sequence, angles_of(turn, sequence)) - turn).norm(), 1e-12);
      }
    }
  }
}

TEST(Turns, AnglesStayNearThoseBefore) {
  std::mt19937 random(2);
  for (int trial = 0; trial < 500; ++trial) {
    for (const Sequence& sequence : kAll) {
      const Vector3d angles = any(random, 9.0);
      if (openness(sequence, angles) < 0.1) continue;
      const Vector3d near = angles + any(random, 0.02);
      EXPECT_LT((angles_of(made_of(sequence, angles), sequence, near) - angles).norm(), 1e-10);
    }
  }
}

TEST(Turns, RatesTurnTheFrameAsDifferencesDo) {
  std::mt19937 random(3);
  constexpr double kStep = 1e-6;
  for (int trial = 0; trial < 200; ++trial) {
    for (const Sequence& sequence : kAll) {
      const Vector3d angles = any(random, 3.0), rates = any(random, 2.0);
      const Matrix3d after = made_of(sequence, angles + kStep * rates);
      const Matrix3d before = made_of(sequence, angles - kStep * rates);
      const Matrix3d spin = made_of(sequence, angles).transpose() * (after - before) / (2 * kStep);
      const Vector3d expected = {spin(2, 1), spin(0, 2), spin(1, 0)};
      EXPECT_LT((turning_of_rates(sequence, angles) * rates - expected).norm(), 1e-8);
      const Matrix3d change = (turning_of_rates(sequence, angles + kStep * rates) -
                               turning_of_rates(sequence, angles - kStep * rates)) /
                              (2 * kStep);
      EXPECT_LT((turning_of_rates_changes(sequence, angles, rates) - change).norm(), 1e-8);
    }
  }
}

TEST(Turns, OpennessIsTheVolumeOfTheAxes) {
  std::mt19937 random(4);
  for (const Sequence& sequence : kAll) {
    const Vector3d angles = any(random, 3.0);
    EXPECT_NEAR(openness(sequence, angles),
                std::abs(turning_of_rates(sequence, angles).determinant()), 1e-12);
  }
}

}  // namespace
}  // namespace strongback
