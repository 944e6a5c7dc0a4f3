#pragma once

#include <Eigen/Core>
#include <optional>

#include "mechanics/least_effort.h"

namespace strongback {

/// The x of `problem` as IPOPT finds it, or nothing when it gives up; its tolerance is 1e-10.
std::optional<Eigen::VectorXd> solve_with_ipopt(const EffortProblem& problem);

}  // namespace strongback
