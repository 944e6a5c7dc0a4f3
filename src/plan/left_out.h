#pragma once

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// Adds to `left_out` every exercise that the program does not use and that no reason names yet,
/// so that each exercise of the catalog stands either in the program or there, once.  In order of
/// ids.
void explain_left_out(const PlanInput& input, Program& program);

/// The line of the last week that trains the same movement; nothing when there is none.
const PlannedExercise* same_movement(const PlanInput& input, const Program& program,
                                     const Exercise& exercise);

}  // namespace strongback
