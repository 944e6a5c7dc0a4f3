#pragma once

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// What is still allowed before someone has been seen, or when nothing is: fills `small_list`.
void add_small_list(const PlanInput& input, Program& program);

/// Today's small program in a flare: one session in week 1, several short times a day, and how
/// often, when to stop, when to be seen (rule "flare").
void add_flare_day(const PlanInput& input, Program& program);

}  // namespace strongback
