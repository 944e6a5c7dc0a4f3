#pragma once

#include <Eigen/Core>
#include <array>

namespace strongback {

/// Three turns in a row, each about an axis (0 x, 1 y, 2 z) of the frame that those before have
/// turned: neighbors differ; the third may be the first again.
using Sequence = std::array<int, 3>;

/// [rad]  angles whose turns make `turn`, and of the two such triples the one nearer to `near`,
/// whole turns added: so that a motion's angles do not jump.
Eigen::Vector3d angles_of(const Eigen::Matrix3d& turn, const Sequence& sequence,
                          const Eigen::Vector3d& near = Eigen::Vector3d::Zero());

/// [-]  (3 x 3)  the turning of the turned frame, in its own axes, for the angles' rates.
Eigen::Matrix3d turning_of_rates(const Sequence& sequence, const Eigen::Vector3d& angles);

/// [1/s]  (3 x 3)  how that changes while the angles have `rates` [rad/s].
Eigen::Matrix3d turning_of_rates_changes(const Sequence& sequence, const Eigen::Vector3d& angles,
                                         const Eigen::Vector3d& rates);

/// [-]  1 where the three axes are square to each other, 0 where two fall together and the angles
/// mean nothing (gimbal lock).
double openness(const Sequence& sequence, const Eigen::Vector3d& angles);

}  // namespace strongback
