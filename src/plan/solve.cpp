#include "plan/solve.h"

#include <algorithm>
#include <cmath>

#include "plan/ledger.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

constexpr Effort kFullEffort{3, 70000, 1};
constexpr Effort kWeekEffort{1, 2500, 1};

bool is_main_work(const Exercise& exercise) {
  return exercise.stimulus == Stimulus::Strength || exercise.stimulus == Stimulus::Control;
}

bool has_enough(const Choice& choice) {
  return std::all_of(choice.begin(), choice.end(), [](const std::vector<int>& sets) {
    return std::count_if(sets.begin(), sets.end(), [](int s) { return s > 0; }) >= kFewestExercises;
  });
}

/// Past sets as a weekly base for growth; empty when the person gave none.
std::vector<double> past_base(const PlanInput& input) {
  if (input.person->past_sets.empty()) return {};
  std::vector<double> base(input.catalog->muscles.size(), 0.0);
  for (const auto& past : input.person->past_sets) {
    const Exercise* exercise = find_exercise(*input.catalog, past.exercise);
    if (!exercise) continue;
    for (const auto& [id, credit] : set_credits(*exercise)) {
      for (std::size_t m = 0; m < base.size(); ++m) {
        if (input.catalog->muscles[m].id == id) base[m] += credit * past.sets;
      }
    }
  }
  return base;
}

/// Growth is counted from what was done; a muscle of which nothing is known may start freely.
void free_unknown(WeekProblem& problem, const WeekProblem& full, const std::vector<double>& base) {
  for (std::size_t m = 0; m < base.size(); ++m) {
    if (base[m] <= 0.0) problem.muscles[m].cap = full.muscles[m].cap;
  }
}

}  // namespace

std::vector<Prescription> fitted_exercises(const Person& person, const Assessment& care,
                                           const Catalog& catalog, std::vector<LeftOut>& left_out) {
  std::vector<Prescription> fitted;
  for (const auto& exercise : catalog.exercises) {
    if (!is_main_work(exercise)) {
      if (auto barred = barred_because(exercise, care)) left_out.push_back({exercise.id, *barred});
      continue;
    }
    auto prescription = prescribe(exercise, person, care, catalog);
    if (prescription) {
      fitted.push_back(std::move(*prescription));
    } else {
      left_out.push_back({exercise.id, prescription.error()});
    }
  }
  return fitted;
}

double week_value(const Rules& rules, const DayPattern& pattern, double objective) {
  return objective - rules.number("choice-costs", "session") * static_cast<double>(pattern.days.size()) -
         rules.number("choice-costs", "kind") * (pattern.sessions - 1);
}

std::optional<FullWeek> solve_full_week(const PlanInput& input) {
  const Rules& rules = input.catalog->rules;
  const double floor = rules.number("recovery-floor", "floor_h");
  std::optional<FullWeek> best;
  for (const auto& pattern : day_patterns(*input.person, rules, floor)) {
    WeekProblem problem = full_week(input, pattern);
    auto choice = search_week(problem, kFullEffort);
    if (!choice || !has_enough(*choice)) continue;
    const double value = week_value(rules, pattern, value_of(problem, *choice));
    if (best && value <= best->value + 1e-9) continue;
    best = FullWeek{pattern, std::move(problem), std::move(*choice), value};
  }
  return best;
}

std::vector<Choice> solve_weeks(const PlanInput& input, const FullWeek& full, int weeks) {
  std::vector<Choice> choices;
  WeekBefore before{{}, past_base(input)};
  const auto step = static_cast<int>(input.catalog->rules.number("ramp", "every_weeks"));
  const bool by_steps = is_on_ramp(*input.person, input.catalog->rules);
  const bool from_past = !before.growth_base.empty();
  for (int week = 1; week <= weeks; ++week) {
    WeekProblem problem = numbered_week(input, full.pattern, full.choice, week, before);
    if (from_past && week == 1) free_unknown(problem, full.problem, before.growth_base);
    auto choice = search_week(problem, kWeekEffort);
    if (!choice) choice = empty_choice(problem);
    const bool step_ends = !by_steps || week % step == 0;
    if (step_ends) before.growth_base = weekly_sets(problem, *choice);
    before.choice = *choice;
    choices.push_back(std::move(*choice));
  }
  return choices;
}

}  // namespace strongback
