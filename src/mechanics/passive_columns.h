#pragma once

#include "mechanics/columns.h"

namespace strongback {

/// [-]  Of its unit: more than ground, bone or ligament is ever asked to hold.  With an end to
/// every column it can be proven that nothing holds a posture.
inline constexpr double kHolds = 20.0;

/// Adds the generalized force of `force` [N] at the world point `at` of `segment`.
void add_force(const PosedBody& posed, int segment, const Eigen::Vector3d& at,
               const Eigen::Vector3d& force, Eigen::VectorXd& on);
/// The entries that are not zero.
std::vector<Arm> sparse(const Eigen::VectorXd& on);

/// One column for each thing that holds without effort: the straight end of a hinge, the ribs under
/// the shoulder blades, the sockets of the shoulders, ligaments.
void add_passive(const PosedBody& posed, Columns& columns);

}  // namespace strongback
