// Bounds of one week that do not depend on what is chosen.
#include <algorithm>
#include <cmath>

#include "plan/build_week.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

bool is_lumbar_extensor(const std::string& muscle) {
  return muscle == "erector-spinae-lumbar" || muscle == "multifidus";
}

/// The words under which rule "weekly-range" keeps the ranges of this person's goals.
std::vector<std::string> range_keys(const Person& person) {
  if (person.level <= Level::Novice) return {"health"};
  std::vector<std::string> keys = {"health"};
  for (const Goal goal : person.goals) {
    if (goal == Goal::Strength) keys.emplace_back("strength");
    if (goal == Goal::Muscle) keys.emplace_back("muscle");
    if (goal == Goal::Endurance) keys.emplace_back("endurance");
  }
  return keys;
}

bool is_heavy(const Habit& habit, const Catalog& catalog) {
  const Activity* activity = find_activity(catalog, habit.activity);
  const double least_met = catalog.rules.number("chores", "met");
  return activity && activity->is_back_load && activity->met >= least_met;
}

}  // namespace

Frame session_frame(const Person& person, const Rules& rules) {
  constexpr int kShort = 30;
  const auto middle = [&](const char* id) {
    return std::floor(0.5 * (rules.number(id, "low_min") + rules.number(id, "high_min")));
  };
  if (person.minutes < kShort)
    return {rules.number("warm-up", "low_min"), rules.number("cool-down", "low_min")};
  return {middle("warm-up"), middle("cool-down")};
}

int ramp_sets(const Person& person, const Rules& rules, int full_sets, int week) {
  if (!is_on_ramp(person, rules)) return full_sets;
  const auto number = [&](const char* key) { return rules.number("ramp", key); };
  const int first = static_cast<int>(std::ceil(full_sets * number("first_share")));
  const int steps = (week - 1) / static_cast<int>(number("every_weeks"));
  return std::min(full_sets, first + static_cast<int>(number("gain_sets")) * steps);
}

double weekly_cap(const Person& person, const Rules& rules, const std::string& muscle) {
  const auto number = [&](const char* key) { return rules.number("weekly-cap", key); };
  double cap = number("warn");
  if (person.level <= Level::Novice) cap = std::min(cap, number("novice"));
  if (person.age >= number("older_age")) cap = std::min(cap, number("older"));
  if (is_lumbar_extensor(muscle)) cap = std::min(cap, number("lumbar"));
  return cap;
}

Range2 weekly_range(const Person& person, const Rules& rules, const Muscle& muscle) {
  const double share = muscle.is_back ? 1.0 : rules.number("weekly-range", "helper_share");
  const double cap = weekly_cap(person, rules, muscle.id);
  Range2 range;
  for (const auto& key : range_keys(person)) {
    range.low = std::max(range.low, share * rules.number("weekly-range", key + "_low"));
    range.high = std::max(range.high, share * rules.number("weekly-range", key + "_high"));
  }
  return {std::min(cap, range.low), std::min(cap, range.high)};
}

double chore_sets(const Person& person, const Catalog& catalog) {
  const auto number = [&](const char* key) { return catalog.rules.number("chores", key); };
  double sets = 0.0;
  for (const auto& habit : person.habits) {
    if (!is_heavy(habit, catalog)) continue;
    const int times =
        habit.weekdays.empty() ? habit.times : static_cast<int>(habit.weekdays.size());
    sets += times * std::floor(habit.minutes / number("minutes")) * number("secondary_sets") *
            catalog.rules.number("fractional-sets", "secondary");
  }
  return sets;
}

bool is_near_heavy_chores(const Person& person, const Catalog& catalog, const TrainingDay& day) {
  return std::any_of(person.habits.begin(), person.habits.end(), [&](const Habit& habit) {
    if (!is_heavy(habit, catalog) || habit.minutes < catalog.rules.number("chores", "minutes"))
      return false;
    return std::any_of(habit.weekdays.begin(), habit.weekdays.end(), [&](int weekday) {
      const int apart = std::abs(weekday - day.weekday);
      return std::min(apart, kDaysPerWeek - apart) <= 1;
    });
  });
}

bool is_first_hours(const PlanInput& input, int start_min) {
  const int hours = input.care->caps.no_flexion_h_after_rising;
  return hours > 0 && start_min < input.person->wake_min + hours * 60;
}

bool is_too_early(const PlanInput& input, const Exercise& exercise, const TrainingDay& day) {
  if (!is_first_hours(input, day.start_min)) return false;
  const bool loaded_hinge =
      exercise.pattern == Pattern::Hinge && exercise.external_load != ExternalLoad::None;
  constexpr int kMidRange = 2;
  return loaded_hinge || exercise.level_of(Property::Flexion) >= kMidRange;
}

}  // namespace strongback
