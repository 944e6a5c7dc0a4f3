#include "exports/turns.h"

#include <Eigen/Geometry>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

bool returns(const Sequence& sequence) { return sequence[0] == sequence[2]; }

/// +1 where the axes i, j, k follow each other as x, y, z do.
double parity(int i, int j) { return (i + 1) % 3 == j ? 1.0 : -1.0; }

/// The turn back about `axis`.
Matrix3d back(int axis, double angle) {
  return Eigen::AngleAxisd(-angle, Vector3d::Unit(axis)).toRotationMatrix();
}

/// The first angle, then the others from what it leaves: so that they make the turn in gimbal
/// lock, too, where the first may be anything.
Vector3d first_triple(const Matrix3d& turn, const Sequence& s) {
  const int i = s[0], j = s[1], k = 3 - i - j;
  const double e = parity(i, j);
  const double first = returns(s) ? std::atan2(turn(j, i), -e * turn(k, i))
                                  : std::atan2(-e * turn(j, k), turn(k, k));
  const Matrix3d left = back(i, first) * turn;
  if (returns(s)) {
    return {first, std::atan2(-e * left(k, i), left(i, i)),
            std::atan2(-e * left(j, k), left(j, j))};
  }
  return {first, std::atan2(e * left(i, k), left(k, k)), std::atan2(e * left(j, i), left(j, j))};
}

/// Whole turns added so that each angle is within half a turn of `near`.
Vector3d unwound(Vector3d angles, const Vector3d& near) {
  for (int i = 0; i < 3; ++i) {
    angles[i] -= 2.0 * M_PI * std::round((angles[i] - near[i]) / (2.0 * M_PI));
  }
  return angles;
}

}  // namespace

Vector3d angles_of(const Matrix3d& turn, const Sequence& sequence, const Vector3d& near) {
  const Vector3d one = first_triple(turn, sequence);
  const Vector3d two = {one[0] + M_PI, returns(sequence) ? -one[1] : M_PI - one[1], one[2] + M_PI};
  const Vector3d first = unwound(one, near), second = unwound(two, near);
  return (second - near).norm() < (first - near).norm() ? second : first;
}

Matrix3d turning_of_rates(const Sequence& sequence, const Vector3d& angles) {
  const Matrix3d last = back(sequence[2], angles[2]);
  Matrix3d turning;
  turning.col(2) = Vector3d::Unit(sequence[2]);
  turning.col(1) = last * Vector3d::Unit(sequence[1]);
  turning.col(0) = last * back(sequence[1], angles[1]) * Vector3d::Unit(sequence[0]);
  return turning;
}

Matrix3d turning_of_rates_changes(const Sequence& sequence, const Vector3d& angles,
                                  const Vector3d& rates) {
  const Matrix3d turning = turning_of_rates(sequence, angles);
  const Vector3d third = rates[2] * turning.col(2), second = rates[1] * turning.col(1);
  Matrix3d changes = Matrix3d::Zero();
  changes.col(1) = -third.cross(turning.col(1));
  changes.col(0) = -(third + second).cross(turning.col(0));
  return changes;
}

double openness(const Sequence& sequence, const Vector3d& angles) {
  return std::abs(returns(sequence) ? std::sin(angles[1]) : std::cos(angles[1]));
}

}  // namespace strongback
