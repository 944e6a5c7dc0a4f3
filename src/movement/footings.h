#pragma once

#include <Eigen/Core>
#include <vector>

#include "movement/balance.h"

namespace strongback {

/// How far one point of a footing is from its place, along one direction.
struct Gap {
  std::size_t point = 0;  ///< in Footing::points
  Eigen::Vector3d at;     ///< [m]  where the point is
  Eigen::Vector3d way;    ///< [-]  the surface's normal, or an axis of the world
  double size = 0.0;      ///< [m]
};

/// One gap for each point that may stand anywhere on its surface, three for one with an anchor.
std::vector<Gap> gaps_of(const PosedBody& posed, const Footing& footing);

/// [m]  the mean of the footing's points.
Eigen::Vector3d middle_of(const PosedBody& posed, const Footing& footing);

}  // namespace strongback
