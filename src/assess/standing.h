#pragma once

#include "movement/motion.h"

namespace strongback {

/// Quiet standing, arms hanging, both feet on the floor.
Motion standing_posture(const BodyTables& tables);

}  // namespace strongback
