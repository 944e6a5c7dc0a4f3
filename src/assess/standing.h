#pragma once

#include "movement/motion.h"

namespace strongback {

/// Either way, how far a disc's figure may be off.  Design value from comparisons of models and
/// measurements; docs/validation.md shows what ours are off by.
inline constexpr double kDiscBand = 0.25;

/// Quiet standing, arms hanging, both feet on the floor.
Motion standing_posture(const BodyTables& tables);

}  // namespace strongback
