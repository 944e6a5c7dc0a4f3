#pragma once

#include <optional>
#include <vector>

#include "plan/build_week.h"
#include "plan/search.h"

namespace strongback {

/// The chosen days and sessions of a full week.
struct FullWeek {
  DayPattern pattern;
  WeekProblem problem;
  Choice choice;       ///< by session kind
  double value = 0.0;  ///< of the objective, less the cost of each session
};

/// What this person may do and has the things for; reasons for the rest go to `left_out`.
std::vector<Prescription> fitted_exercises(const Person& person, const Assessment& care,
                                           const Catalog& catalog, std::vector<LeftOut>& left_out);

/// The best full week over all day patterns; nothing when no pattern has one.
std::optional<FullWeek> solve_full_week(const PlanInput& input);

/// Value of a full week: the objective less the cost of its sessions (rule "choice-costs").
double week_value(const Rules& rules, const DayPattern& pattern, double objective);

/// Weeks 1 to `weeks` of the program whose full week is `full`; choices by day.
std::vector<Choice> solve_weeks(const PlanInput& input, const FullWeek& full, int weeks);

/// A program of fewer than this many exercises a session is none (rule "minimal-session").
inline constexpr int kFewestExercises = 2;

/// True when every session of `choice` has that many.
bool has_enough(const Choice& choice);

}  // namespace strongback
