#pragma once

#include "mechanics/columns.h"

namespace strongback {

/// Adds the generalized force of `force` [N] at the world point `at` of `segment`.
void add_force(const PosedBody& posed, int segment, const Eigen::Vector3d& at,
               const Eigen::Vector3d& force, Eigen::VectorXd& on);
/// The entries that are not zero.
std::vector<Arm> sparse(const Eigen::VectorXd& on);

/// One column for each thing that holds without effort: the straight end of a hinge, the ribs under
/// the shoulder blades, the sockets of the shoulders, ligaments.
void add_passive(const PosedBody& posed, Columns& columns);

}  // namespace strongback
