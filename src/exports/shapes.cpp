#include "exports/shapes.h"

#include <Eigen/Eigenvalues>
#include <cmath>

namespace strongback {

std::optional<Ellipsoid> ellipsoid_of(const Segment& segment) {
  constexpr double kLightest = 0.01;  // [kg]
  if (segment.mass < kLightest) return std::nullopt;
  const auto& i = segment.inertia;
  Eigen::Matrix3d inertia;
  inertia << i[0], i[3], i[4], i[3], i[1], i[5], i[4], i[5], i[2];
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> axes(inertia);
  const Eigen::Vector3d& moment = axes.eigenvalues();
  Ellipsoid shape;
  shape.at = {segment.com[0], segment.com[1], segment.com[2]};
  shape.turn = axes.eigenvectors();
  if (shape.turn.determinant() < 0.0) shape.turn.col(0) *= -1.0;
  // A solid ellipsoid with half axes a, b, c has the moment m (b² + c²) / 5 about the first.
  const Eigen::Vector3d squares =
      (Eigen::Vector3d::Constant(0.5 * moment.sum()) - moment) * (5.0 / segment.mass);
  constexpr double kThinnest = 0.01;  // [m]
  shape.radii = squares.cwiseMax(kThinnest * kThinnest).cwiseSqrt();
  return shape;
}

double ball_radius(double kilograms) {
  constexpr double kIron = 7200.0;  // [kg/m³]  cast
  return std::cbrt(kilograms / kIron * 3.0 / (4.0 * M_PI));
}

}  // namespace strongback
