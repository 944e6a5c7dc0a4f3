#include "plan/first_week.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/recovery.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

bool is_prime_of(const std::vector<Share>& shares, const std::string& muscle) {
  return std::any_of(shares.begin(), shares.end(), [&](const Share& share) {
    return share.muscle == muscle && share.credit >= 1.0;
  });
}

/// True when `muscle` has at least `credit` of a set, and more than nothing.
bool works(const std::vector<Share>& shares, const std::string& muscle, double credit = 0.0) {
  return std::any_of(shares.begin(), shares.end(), [&](const Share& share) {
    return share.muscle == muscle && share.credit > 0.0 && share.credit >= credit;
  });
}

void spare_sore(const PlanInput& input, const std::vector<Share>& shares, Option& option) {
  const Rules& rules = input.catalog->rules;
  const auto number = [&](const char* key) { return rules.number("soreness", key); };
  for (const auto& [muscle, soreness] : input.person->soreness) {
    if (soreness >= number("skip_from") && works(shares, muscle)) option.slots = 0;
    if (soreness < number("half_from") || !is_prime_of(shares, muscle)) continue;
    option.most_sets = std::max(1, static_cast<int>(option.most_sets * number("half_factor")));
    option.least_sets = std::min(option.least_sets, option.most_sets);
  }
}

/// True when a muscle of `shares` was strained, in one of the last days, less than its floor
/// before a session on `day`; today is the first day of the program.
bool was_trained(const PlanInput& input, const std::vector<Share>& shares, const TrainingDay& day) {
  const Person& person = *input.person;
  const Rules& rules = input.catalog->rules;
  const int wait_days = (day.weekday - weekday_of(*person.start) + kDaysPerWeek) % kDaysPerWeek;
  return std::any_of(person.past_sets.begin(), person.past_sets.end(), [&](const PastSet& past) {
    const Exercise* done = find_exercise(*input.catalog, past.exercise);
    if (!done || !past.days_ago || !strains(*done)) return false;
    const double gap_h = 24.0 * (wait_days + *past.days_ago);
    const auto tired = worked_by(*done, past, person, *input.catalog);
    return std::any_of(tired.begin(), tired.end(), [&](const Share& share) {
      const Muscle* muscle = find_muscle(*input.catalog, share.muscle);
      const bool has_floor =
          muscle->is_back || share.credit >= 1.0 || is_prime_of(shares, share.muscle);
      return has_floor && share.credit >= rest_from(rules) &&
             works(shares, share.muscle, rest_from(rules)) &&
             gap_h < recovery_floor_h(person, rules, 1, share.muscle);
    });
  });
}

}  // namespace

void spare_first_week(const PlanInput& input, const DayPattern& pattern, NumberedWeek& week) {
  for (std::size_t i = 0; i < week.problem.options.size(); ++i) {
    Option& option = week.problem.options[i];
    const Prescription& fitted = input.fitted[week.origins[i].exercise];
    spare_sore(input, fitted.shares, option);
    const bool rests = input.person->start && strains(*fitted.exercise) &&
                       was_trained(input, fitted.shares, pattern.days[week.origins[i].day]);
    if (rests) option.slots = 0;
  }
}

std::vector<std::string> first_week_notes(const PlanInput& input) {
  const auto number = [&](const char* key) { return input.catalog->rules.number("soreness", key); };
  std::vector<std::string> halved;
  std::vector<std::string> resting;
  for (const auto& [id, soreness] : input.person->soreness) {
    const std::string& name = find_muscle(*input.catalog, id)->short_name;
    if (soreness >= number("skip_from")) {
      resting.push_back(name);
    } else if (soreness >= number("half_from")) {
      halved.push_back(name);
    }
  }
  std::vector<std::string> notes;
  if (!halved.empty()) notes.push_back("at most half the sets for what is sore: " + listed(halved));
  if (!resting.empty()) notes.push_back("nothing for what is very sore: " + listed(resting));
  return notes;
}

}  // namespace strongback
