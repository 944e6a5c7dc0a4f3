#include "train/look_back.h"

#include <algorithm>
#include <set>

#include "plan/build_week.h"
#include "plan/sessions.h"
#include "train/program_due.h"
#include "train/readiness.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;
constexpr int kMostWeeksBack = 26;

bool is_work(const LoggedSet& set) {
  return set.exercise != nullptr && set.exercise->stimulus <= Stimulus::Control;
}

/// Net energy of a day: its sets with their rests at the exercise's cost, walks and chores.
double kcal_of(const DiaryDay& day, const Person& person, const Catalog& catalog) {
  constexpr double kSet_min = 2.0;  // a set with its rest, where nothing else is known
  double kcal = 0.0;
  for (const LoggedSet& set : day.sets) {
    if (set.exercise != nullptr)
      kcal +=
          net_kcal(catalog.rules, set.exercise->met, person.mass, kSet_min * set.exercise->sides());
  }
  for (const LoggedActivity& done : day.activities) {
    constexpr double kWalk_met = 3.8;  // Compendium 2024 code 17190
    const Activity* activity = find_activity(catalog, done.activity);
    kcal += net_kcal(catalog.rules, activity == nullptr ? kWalk_met : activity->met, person.mass,
                     done.minutes);
  }
  return kcal;
}

int planned_days(const TrainingState& state, Date first) {
  if (!state.outline) return 0;
  int count = 0;
  for (Date date = first; date < first + days{kWeek}; date += days{1}) {
    for (const Outline::Day& day : state.outline->days)
      count += day.weekday == weekday_of(date) && date >= state.outline->start ? 1 : 0;
  }
  return count;
}

WeekBack week_back(const TrainingState& state, const Person& person, Date first,
                   const Catalog& catalog) {
  WeekBack week;
  week.first = first;
  const Date last = first + days{kWeek - 1};
  double pain = 0.0;
  int words = 0;
  for (const auto& [date, day] : days_between(state, first, last)) {
    week.sets += static_cast<int>(day->sets.size());
    week.sessions += std::any_of(day->sets.begin(), day->sets.end(), is_work) ? 1 : 0;
    week.kcal_net += kcal_of(*day, person, catalog);
    for (const LoggedPain& one : day->pains) {
      pain += one.report.pain;
      ++words;
    }
    for (const LoggedActivity& done : day->activities)
      week.walk_min += done.activity == "walk-easy" ? done.minutes : 0.0;
  }
  if (words > 0) week.mean_pain = pain / words;
  week.planned = planned_days(state, first);
  week.counted = counted_sets(state, person, last, kWeek, catalog);
  week.disc_N_s = disc_N_s_of_days(state, person, last, kWeek, catalog);
  return week;
}

void add_budgets(const Rules& rules, std::vector<WeekBack>& weeks) {
  const auto needed = static_cast<std::size_t>(rules.number("disc-budget", "weeks"));
  std::vector<double> before;
  for (WeekBack& week : weeks) {
    if (before.size() >= needed) week.budget_N_s = disc_budget_N_s(rules, before);
    before.push_back(week.disc_N_s);
  }
}

/// The log's sets learned once more, with a look at every exercise on each of its days.
std::vector<StrengthBack> strengths_of(const TrainingState& state, const Catalog& catalog) {
  StrengthBelief belief = prior_belief(state.profile, catalog, state.began.at);
  belief.table = state.belief.table;
  std::map<std::string, StrengthBack> strengths;
  for (const auto& [date, day] : state.diary) {
    std::map<std::string, int> earlier;
    std::set<const Exercise*> done;
    for (const LoggedSet& set : day.sets) {
      if (set.exercise == nullptr) continue;
      learn(belief, {set.exercise, set.set.load, set.set.reps, set.set.reserve,
                     earlier[set.set.exercise]++, set.when.at});
      if (set.set.load) done.insert(set.exercise);
    }
    for (const Exercise* exercise : done) {
      const auto estimate = strength_of(*exercise, belief, day.sets.back().when.at);
      if (!estimate) continue;
      strengths[exercise->id].exercise = exercise->id;
      strengths[exercise->id].points.emplace_back(date, *estimate);
    }
  }
  std::vector<StrengthBack> sorted;
  for (auto& [id, strength] : strengths) sorted.push_back(std::move(strength));
  std::stable_sort(sorted.begin(), sorted.end(), [](const StrengthBack& a, const StrengthBack& b) {
    return a.points.size() > b.points.size();
  });
  return sorted;
}

}  // namespace

LookBack look_back(const TrainingState& state, const Moment& now, const Catalog& catalog) {
  LookBack back;
  const Person person = person_at(state, now, catalog);
  back.units = person.units;
  const Date today = local_date(now);
  Date first = state.diary.empty() ? local_date(state.began)
                                   : std::min(local_date(state.began), state.diary.begin()->first);
  const auto weeks = (today - first).count() / kWeek + 1;
  int number = 1;
  if (weeks > kMostWeeksBack) {
    number += static_cast<int>(weeks - kMostWeeksBack);
    first += days{kWeek * (weeks - kMostWeeksBack)};
  }
  for (; first <= today; first += days{kWeek}) {
    back.weeks.push_back(week_back(state, person, first, catalog));
    back.weeks.back().number = number++;
  }
  add_budgets(catalog.rules, back.weeks);
  back.strengths = strengths_of(state, catalog);
  for (const Muscle& muscle : catalog.muscles)
    back.caps[muscle.id] = weekly_cap(person, catalog.rules, muscle.id);
  return back;
}

}  // namespace strongback
