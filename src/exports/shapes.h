#pragma once

#include <Eigen/Core>
#include <optional>

#include "body/tables.h"

namespace strongback {

/// The solid ellipsoid that has a segment's mass and inertia, for pictures.
struct Ellipsoid {
  Eigen::Vector3d at;     ///< [m]  its middle, in the segment
  Eigen::Matrix3d turn;   ///< [-]  its axes, in the segment
  Eigen::Vector3d radii;  ///< [m]
};

/// Nothing for a segment without a mass worth drawing.
std::optional<Ellipsoid> ellipsoid_of(const Segment& segment);

/// [m]  the radius of a ball that shows `kilograms` of iron.
double ball_radius(double kilograms);

}  // namespace strongback
