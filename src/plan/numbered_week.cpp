// A numbered week: what the full week leaves to it, after the week before.
#include <algorithm>
#include <limits>
#include <map>

#include "plan/build_week.h"
#include "plan/first_week.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

/// Sessions in which each exercise stood in the week before; what came back twice is no longer new
/// (rule "recovery-model").
std::vector<int> times_before(const PlanInput& input, const WeekBefore& before) {
  std::vector<int> times(input.fitted.size(), 0);
  for (const auto& day : before.choice) {
    for (std::size_t o = 0; o < day.size(); ++o) times[o] += day[o] > 0 ? 1 : 0;
  }
  return times;
}

/// An option for each exercise on each of its days, no smaller than in the week before.
NumberedWeek by_days(WeekProblem problem, const Choice& full, const DayPattern& pattern,
                     const WeekBefore& before) {
  NumberedWeek week;
  const std::vector<Option> exercises = std::move(problem.options);
  problem.options.clear();
  for (std::size_t o = 0; o < exercises.size(); ++o) {
    for (std::size_t d = 0; d < pattern.days.size(); ++d) {
      const int most = full[static_cast<std::size_t>(pattern.session[d])][o];
      const int had = before.choice.empty() ? 0 : before.choice[d][o];
      if (most == 0 || (exercises[o].slots >> d & 1U) == 0) continue;
      Option option = exercises[o];
      option.slots = 1U << d;
      option.most_sets = std::max(1, std::min(option.most_sets, most));
      option.least_sets = std::clamp(had, 1, option.most_sets);
      option.must_use = had > 0;
      problem.options.push_back(std::move(option));
      week.origins.push_back({d, o});
    }
  }
  for (Balance& balance : problem.balances) {
    std::vector<double> weight;
    for (const auto& origin : week.origins) weight.push_back(balance.weight[origin.exercise]);
    balance.weight = std::move(weight);
  }
  week.problem = std::move(problem);
  return week;
}

/// A day of a week, and what the week before it held.
struct WeekAt {
  int week = 1;
  std::size_t day = 0;
  const Choice* before = nullptr;
};

/// What one day of the week before did to one muscle.
struct Past {
  bool is_strained = false;
  bool is_prime = false;
  double impulse = 0.0;
};

Past past_of(const std::vector<Option>& exercises, const std::vector<int>& sets, int muscle) {
  Past past;
  for (std::size_t o = 0; o < exercises.size(); ++o) {
    if (sets[o] == 0) continue;
    for (const PerSet& strain : exercises[o].strain) {
      if (strain.muscle != muscle) continue;
      past.is_strained = true;
      past.is_prime = past.is_prime || strain.is_prime;
      past.impulse += strain.amount * sets[o];
    }
  }
  return past;
}

/// What the newness of an exercise may have added to its strain in `week`.
double most_novelty(const PlanInput& input, int week) {
  constexpr int kNewWeeks = 2;  // later only few exercises join, with few sets
  const Rules& rules = input.catalog->rules;
  return is_on_ramp(*input.person, rules) && week <= kNewWeeks
             ? rules.number("recovery-model", "novelty_first")
             : 1.0;
}

/// True when `strain` on day `d` comes too soon after the week before.
bool comes_too_soon(const std::vector<Option>& exercises, const PlanInput& input,
                    const DayPattern& pattern, const WeekAt& at, const PerSet& strain) {
  const std::string& muscle = input.catalog->muscles[static_cast<std::size_t>(strain.muscle)].id;
  const Rules& rules = input.catalog->rules;
  const double floor = recovery_floor_h(*input.person, rules, at.week, muscle);
  const double tau = recovery_tau_h(*input.person, rules, at.week - 1);
  const double ready = rules.number("recovery-model", "ready");
  for (std::size_t e = at.day; e < pattern.days.size(); ++e) {
    const double gap = hours_until(pattern.days[e], pattern.days[at.day]);
    const Past past = past_of(exercises, (*at.before)[e], strain.muscle);
    if (!past.is_strained) continue;
    const bool has_floor = past.is_prime || strain.is_prime;
    if (has_floor && gap < floor) return true;
    if (hours_to_ready(rules, tau, past.impulse * most_novelty(input, at.week - 1), ready) > gap)
      return true;
  }
  return false;
}

/// The week before, and the number of this one.
struct LastWeek {
  int week = 2;
  const Choice& choice;
};

/// Closes the slots of what the full week holds where its muscles were strained late in the week
/// before.
void respect_last_week(WeekProblem& problem, const PlanInput& input, const DayPattern& pattern,
                       const Choice& full, const LastWeek& before) {
  for (std::size_t o = 0; o < problem.options.size(); ++o) {
    Option& option = problem.options[o];
    for (std::size_t d = 0; d < pattern.days.size(); ++d) {
      if (full[static_cast<std::size_t>(pattern.session[d])][o] == 0) continue;
      const bool closed =
          std::any_of(option.strain.begin(), option.strain.end(), [&](const PerSet& strain) {
            const WeekAt at{before.week, d, &before.choice};
            return comes_too_soon(problem.options, input, pattern, at, strain);
          });
      if (closed) option.slots &= ~(1U << d);
    }
  }
}

}  // namespace

NumberedWeek numbered_week(const PlanInput& input, const DayPattern& pattern, const Choice& full,
                           int week, const WeekBefore& before) {
  const Rules& rules = input.catalog->rules;
  WeekShape shape;
  shape.week = week;
  shape.times_before = times_before(input, before);
  for (const auto& day : pattern.days) shape.slots.push_back({day});
  WeekProblem problem = week_problem(input, std::move(shape));
  problem.repeat_cost = 0.0;
  if (!before.choice.empty()) {
    respect_last_week(problem, input, pattern, full, {week, before.choice});
  }
  NumberedWeek numbered = by_days(std::move(problem), full, pattern, before);
  for (std::size_t d = 0; d < pattern.days.size(); ++d) {
    int full_sets = 0;
    for (const int sets : full[static_cast<std::size_t>(pattern.session[d])]) full_sets += sets;
    numbered.problem.slots[d].most_sets = ramp_sets(*input.person, rules, full_sets, week);
  }
  for (std::size_t m = 0; m < before.growth_base.size(); ++m) {
    const double base = before.growth_base[m];
    const double grown = std::max(base * (1.0 + rules.number("weekly-growth", "share")),
                                  base + rules.number("weekly-growth", "sets"));
    numbered.problem.muscles[m].cap = std::min(numbered.problem.muscles[m].cap, grown);
  }
  numbered.problem.disc_cap =
      disc_budget_N_s(rules, before.disc_N_s) / rules.number("disc-budget", "free_newton_s");
  if (week == 1) spare_first_week(input, pattern, numbered);
  return numbered;
}

Choice NumberedWeek::by_day(const Choice& choice, std::size_t exercises) const {
  Choice result(choice.size(), std::vector<int>(exercises, 0));
  for (std::size_t o = 0; o < origins.size(); ++o) {
    result[origins[o].day][origins[o].exercise] = choice[origins[o].day][o];
  }
  return result;
}

double disc_N_s(const PlanInput& input, const Choice& by_day) {
  double sum = 0.0;
  for (const auto& day : by_day) {
    for (std::size_t o = 0; o < day.size(); ++o) {
      const auto& disc = input.fitted[o].line.disc;
      if (disc) sum += disc->set_N_s * day[o];
    }
  }
  return sum;
}

double disc_budget_N_s(const Rules& rules, const std::vector<double>& before) {
  if (before.empty()) return std::numeric_limits<double>::infinity();
  const auto number = [&](const char* key) { return rules.number("disc-budget", key); };
  const auto weeks = std::min(before.size(), static_cast<std::size_t>(number("weeks")));
  double sum = 0.0;
  for (std::size_t i = before.size() - weeks; i < before.size(); ++i) sum += before[i];
  return std::max(number("free_newton_s"), number("growth") * sum / static_cast<double>(weeks));
}

std::vector<double> muscle_sets(const PlanInput& input, const Choice& by_day) {
  const double chores = chore_sets(*input.person, *input.catalog);
  std::map<std::string, double> sets{{"erector-spinae-lumbar", chores}, {"multifidus", chores}};
  for (const auto& day : by_day) {
    for (std::size_t o = 0; o < day.size(); ++o) {
      for (const auto& [muscle, credit] : input.fitted[o].credit) sets[muscle] += credit * day[o];
    }
  }
  std::vector<double> result;
  for (const auto& muscle : input.catalog->muscles) result.push_back(sets[muscle.id]);
  return result;
}

}  // namespace strongback
