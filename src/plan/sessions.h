#pragma once

#include <string>
#include <vector>

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// A week as the person sees it: sessions with warm-up, lines in order, cool-down, minutes and
/// energy.  `choice` is by day of `pattern`.  A day without exercises is left out.
PlannedWeek week_of(const PlanInput& input, const DayPattern& pattern, const Choice& choice,
                    int week);

/// The warm-up as lines to read, within what the person may do.
std::vector<std::string> warm_up_lines(const PlanInput& input, const PlannedSession& session,
                                       double minutes);

/// The cool-down: relief in the direction that suits the person.
std::vector<std::string> cool_down_lines(const PlanInput& input, double minutes);

/// Walks and chores of a week, as energy and as load on the back (rules "walking", "chores").
std::vector<PlannedActivity> activities_of(const PlanInput& input, int week);

/// Net energy of `minutes` at `met`.  [kcal]  (rule "energy-net")
double net_kcal(const Rules& rules, double met, Mass body, double minutes);

/// `kcal` with the uncertainty of rule "energy-net".
Range2 kcal_range(const Rules& rules, double kcal);

/// Sorts lines into the order of rule "session-order".
void order_lines(const Catalog& catalog, std::vector<PlannedExercise>& lines);

}  // namespace strongback
