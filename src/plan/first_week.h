#pragma once

#include "plan/build_week.h"

namespace strongback {

/// What is sore today, and what was trained in the last days, holds week 1 back: half the sets
/// from soreness 4 on, none from 7 on (rule "soreness"), and no session before a muscle that the
/// person trained has had its rest, where the first day of the program is known.
void spare_first_week(const PlanInput& input, const DayPattern& pattern, NumberedWeek& week);

/// What week 1 is held back by, as notes for people; empty when nothing is.
std::vector<std::string> first_week_notes(const PlanInput& input);

}  // namespace strongback
