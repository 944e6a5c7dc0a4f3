#pragma once

#include "plan/program.h"
#include "plan/solve.h"

namespace strongback {

/// Notes of each week (the ramp, what held it back) and the reasons for days, ramp and ranges.
void add_week_notes(const PlanInput& input, const FullWeek& full,
                    const std::vector<Choice>& choices, Program& program);

/// Advice that belongs to the program as a whole: finding the load, energy and lean mass,
/// mornings, pain, and what the conditions ask.
void add_advice(const PlanInput& input, Program& program);

}  // namespace strongback
