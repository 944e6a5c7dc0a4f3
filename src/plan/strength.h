#pragma once

#include "catalog/rule.h"

namespace strongback {

/// Share of the one-repetition maximum that can be lifted `reps` times to failure (Wathan's
/// equation; rule "wathan").  [-]
double share_of_max(const Rules& rules, double reps);

/// Repetitions to failure at `share` of the maximum; the inverse of `share_of_max`, at most 60.
double reps_to_failure(const Rules& rules, double share);

/// The load for the set that ends after about ten repetitions with three left, which is what the
/// starting coefficients mean (rule "calibration").
inline constexpr double kStartRepsToFailure = 13.0;

}  // namespace strongback
