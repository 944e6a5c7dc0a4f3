#pragma once

#include <cstddef>

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// Adds what holds in every week to the reasons of each fitted exercise: that the person likes it
/// or insists on it (rule "preference"), and what it stands in for (rule "substitution").
void add_standing_reasons(PlanInput& input);

/// What the exercise `index` of the fitted ones brings its muscles in the week `by_day`: those of
/// the back first, at most two (rule "choice").
Reason choice_reason(const PlanInput& input, const Choice& by_day, std::size_t index);

}  // namespace strongback
