#pragma once

#include <Eigen/Core>
#include <vector>

#include "body/parts.h"

namespace strongback {

/// Lengths and arms of all fascicles from the segments' places in `data`: only the joints between
/// two neighboring points of a path are visited, which is what makes it faster than MuJoCo's
/// dense Jacobian; tested against that to rounding.
void path_arms(const Body::Parts& parts, const mjData& data, std::vector<std::vector<Arm>>& arms,
               Eigen::VectorXd& lengths);

/// Precomputes what path_arms needs.
PathTable make_path_table(const BodyTables& tables, const mjModel& model);

}  // namespace strongback
