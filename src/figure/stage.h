#pragma once

#include <vector>

#include "figure/scene.h"

namespace strongback {

/// Where a support touched in the postures that are drawn.
struct Touched {
  int surface = 0;        ///< in Motion::surfaces
  std::string patch;      ///< "seat"
  Eigen::Vector3d point;  ///< [m]
};

/// The floor and the furniture, as large as what touches them in any posture (`touched`), and the
/// straps that the hands hold in this one (`now`).
///   scale [-]: stature over that of the reference body, for what scales with it
std::vector<Shape> make_stage(const Motion& motion, const std::vector<Touched>& touched,
                              const std::vector<Touched>& now, double scale);

/// A box between two corners, as the hull of eight small balls.
Shape box(Matter matter, const Eigen::Vector3d& low, const Eigen::Vector3d& high);

/// A rod.
Shape rod(Matter matter, const Eigen::Vector3d& from, const Eigen::Vector3d& to, double radius);

}  // namespace strongback
