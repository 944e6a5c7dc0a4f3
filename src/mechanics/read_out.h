#pragma once

#include "mechanics/columns.h"

namespace strongback {

/// What the discs carry when the columns act with strength `x`.
std::array<DiscForce, 6> disc_forces(const PosedBody& posed, const Columns& columns,
                                     const Eigen::VectorXd& x);

/// Turns the solver's answer into forces and into what is left open.
Recruitment read_out(const PosedBody& posed, const Setting& setting, const Columns& columns,
                     const EffortAnswer& answer);

}  // namespace strongback
