#pragma once

#include <vector>

#include "person/person.h"

namespace strongback {

inline constexpr double kHoursPerWeek = 168.0;

/// Which days are trained and which session stands on each.
struct DayPattern {
  std::vector<TrainingDay> days;  ///< in order of the week
  std::vector<int> session;       ///< by day: 0 for A, 1 for B
  int sessions = 1;               ///< different sessions
};

/// Hours from the start of `from` to the next start of `to` in a week that repeats: above 0, at
/// most 168.
double hours_until(const TrainingDay& from, const TrainingDay& to);

/// The smaller of the two ways round the week.
double hours_between(const TrainingDay& a, const TrainingDay& b);

/// Fewest and most sessions a week for this person: the wish, or what level, age and the number
/// of days allow.
struct SessionCount {
  int low = 2;
  int high = 3;
};
SessionCount sessions_per_week(const Person& person, const Rules& rules);

/// The ways to lay sessions on the person's days so that the same session never comes back before
/// `floor_h`: for each number of days, the best spaced with all days alike and the best spaced
/// with two kinds in turn.  Empty when there is none.
std::vector<DayPattern> day_patterns(const Person& person, const Rules& rules, double floor_h);

}  // namespace strongback
