#include "plan/solve.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "plan/ledger.h"
#include "plan/recovery.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

/// Moves of annealing for each kind of session: a look at every pattern, longer ones where that
/// finds nothing at all, and a long one at the two that look best.
constexpr std::array<Effort, 3> kLooks = {{{1, 8000, 1}, {2, 10000, 2}, {8, 20000, 2}}};
constexpr Effort kLongLook{14, 9000, 2};
constexpr std::size_t kLookedAtLong = 2;
constexpr Effort kWeekEffort{1, 2500, 1};

bool is_main_work(const Exercise& exercise) {
  return exercise.stimulus == Stimulus::Strength || exercise.stimulus == Stimulus::Control;
}

/// Searches a pattern's week; keeps what was there when nothing better is found.
bool look(const Rules& rules, Effort effort, FullWeek& week) {
  effort.moves *= week.pattern.sessions;
  auto choice = search_week(week.problem, effort);
  if (!choice || !has_enough(*choice)) return false;
  const double value = week_value(rules, week.pattern, value_of(week.problem, *choice));
  if (!week.choice.empty() && value <= week.value) return true;
  week.choice = std::move(*choice);
  week.value = value;
  return true;
}

/// A week for each pattern of days in which the look finds one.
std::vector<FullWeek> weeks_found(const PlanInput& input, const Effort& effort) {
  const Rules& rules = input.catalog->rules;
  std::vector<FullWeek> found;
  for (const auto& pattern :
       day_patterns(*input.person, rules, rules.number("recovery-floor", "floor_h"))) {
    FullWeek week{pattern, full_week(input, pattern), {}, 0.0};
    if (look(rules, effort, week)) found.push_back(std::move(week));
  }
  return found;
}

/// The week's sets by day.  Where what was done before cannot all stay (a rule tightened), the week
/// is chosen anew.
Choice sets_of_week(NumberedWeek& numbered, std::size_t exercises) {
  Choice start = empty_choice(numbered.problem);
  for (std::size_t o = 0; o < numbered.origins.size(); ++o) {
    const Option& option = numbered.problem.options[o];
    if (option.must_use) start[numbered.origins[o].day][o] = option.least_sets;
  }
  auto choice = search_week(numbered.problem, kWeekEffort, start);
  if (!choice) {
    for (Option& option : numbered.problem.options) {
      option.must_use = false;
      option.least_sets = 1;
    }
    choice = search_week(numbered.problem, kWeekEffort);
  }
  return numbered.by_day(choice ? *choice : empty_choice(numbered.problem), exercises);
}

bool by_value(const FullWeek& a, const FullWeek& b) { return a.value > b.value; }

/// Past sets as a weekly base for growth; empty when the person gave none.
std::vector<double> past_base(const PlanInput& input) {
  if (input.person->past_sets.empty()) return {};
  std::vector<double> base(input.catalog->muscles.size(), 0.0);
  for (const auto& past : input.person->past_sets) {
    const Exercise* exercise = find_exercise(*input.catalog, past.exercise);
    if (!exercise) continue;
    const auto shares = worked_by(*exercise, past, *input.person, *input.catalog);
    for (const auto& [id, credit] : set_credits(*exercise, shares)) {
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

bool has_enough(const Choice& choice) {
  return std::all_of(choice.begin(), choice.end(), [](const std::vector<int>& sets) {
    return std::count_if(sets.begin(), sets.end(), [](int s) { return s > 0; }) >= kFewestExercises;
  });
}

double week_value(const Rules& rules, const DayPattern& pattern, double objective) {
  return objective -
         rules.number("choice-costs", "session") * static_cast<double>(pattern.days.size()) -
         rules.number("choice-costs", "kind") * (pattern.sessions - 1);
}

std::optional<FullWeek> solve_full_week(const PlanInput& input) {
  const Rules& rules = input.catalog->rules;
  std::vector<FullWeek> found;
  for (const Effort& effort : kLooks) {
    if (found.empty()) found = weeks_found(input, effort);
  }
  std::stable_sort(found.begin(), found.end(), by_value);
  if (found.size() > kLookedAtLong) found.resize(kLookedAtLong);
  for (auto& week : found) look(rules, kLongLook, week);
  std::stable_sort(found.begin(), found.end(), by_value);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Choice> solve_weeks(const PlanInput& input, const FullWeek& full, int weeks) {
  std::vector<Choice> choices;
  WeekBefore before{{}, past_base(input)};
  const auto step = static_cast<int>(input.catalog->rules.number("ramp", "every_weeks"));
  const bool by_steps = is_on_ramp(*input.person, input.catalog->rules);
  const bool from_past = !before.growth_base.empty();
  for (int week = 1; week <= weeks; ++week) {
    NumberedWeek numbered = numbered_week(input, full.pattern, full.choice, week, before);
    if (from_past && week == 1) free_unknown(numbered.problem, full.problem, before.growth_base);
    Choice choice = sets_of_week(numbered, input.fitted.size());
    if (!by_steps || week % step == 0) before.growth_base = muscle_sets(input, choice);
    before.disc_N_s.push_back(disc_N_s(input, choice));
    before.choice = choice;
    choices.push_back(std::move(choice));
  }
  return choices;
}

}  // namespace strongback
