#pragma once

#include <Eigen/Core>
#include <optional>

namespace strongback {

/// Where a path meets a wrap and leaves it, in the frame of the wrap.
struct WrapPoints {
  Eigen::Vector3d on, off;  ///< [m]
  double arc = 0.0;         ///< [m]  length between them along the surface
};

/// The way from `from` to `to` around an endless cylinder along z at the origin.
/// Nothing when the straight line passes on the side of `side`, or starts inside.  All in meters,
/// in the frame of the wrap.  The rules are those of MuJoCo 2.2.2 and are tested against it.
std::optional<WrapPoints> around_cylinder(const Eigen::Vector3d& from, const Eigen::Vector3d& to,
                                          const Eigen::Vector3d& side, double radius);

/// The shorter way around a sphere at the origin; nothing when the straight line passes by it, or
/// starts inside.  Likewise.
std::optional<WrapPoints> around_sphere(const Eigen::Vector3d& from, const Eigen::Vector3d& to,
                                        double radius);

}  // namespace strongback
