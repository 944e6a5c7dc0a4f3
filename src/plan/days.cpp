#include "plan/days.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace strongback {
namespace {

double hour_of_week(const TrainingDay& day) { return day.weekday * 24.0 + day.start_min / 60.0; }

/// How well a pattern is spaced: the shortest time to the same session, then between any two.
struct Spacing {
  double same_h = kHoursPerWeek;
  double any_h = kHoursPerWeek;
  auto operator<=>(const Spacing&) const = default;
};

Spacing spacing_of(const DayPattern& pattern) {
  Spacing spacing;
  for (std::size_t i = 0; i < pattern.days.size(); ++i) {
    for (std::size_t j = 0; j < pattern.days.size(); ++j) {
      if (i == j) continue;
      const double gap = hours_until(pattern.days[i], pattern.days[j]);
      spacing.any_h = std::min(spacing.any_h, gap);
      if (pattern.session[i] == pattern.session[j]) spacing.same_h = std::min(spacing.same_h, gap);
    }
  }
  return spacing;
}

DayPattern pattern_of(const std::vector<TrainingDay>& days, std::uint32_t subset, int sessions) {
  DayPattern pattern;
  pattern.sessions = sessions;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if ((subset >> i & 1U) == 0) continue;
    pattern.session.push_back(static_cast<int>(pattern.days.size()) % sessions);
    pattern.days.push_back(days[i]);
  }
  return pattern;
}

std::optional<DayPattern> best_pattern(const std::vector<TrainingDay>& days, int count,
                                       int sessions, double floor_h) {
  std::optional<DayPattern> best;
  Spacing best_spacing;
  for (std::uint32_t subset = 1; subset < 1U << days.size(); ++subset) {
    const DayPattern pattern = pattern_of(days, subset, sessions);
    if (static_cast<int>(pattern.days.size()) != count) continue;
    const Spacing spacing = spacing_of(pattern);
    if (spacing.same_h < floor_h) continue;
    if (best && spacing <= best_spacing) continue;
    best = pattern;
    best_spacing = spacing;
  }
  return best;
}

}  // namespace

double hours_until(const TrainingDay& from, const TrainingDay& to) {
  const double gap =
      std::fmod(hour_of_week(to) - hour_of_week(from) + kHoursPerWeek, kHoursPerWeek);
  return gap > 0.0 ? gap : kHoursPerWeek;
}

double hours_between(const TrainingDay& a, const TrainingDay& b) {
  return std::min(hours_until(a, b), hours_until(b, a));
}

SessionCount sessions_per_week(const Person& person, const Rules& rules) {
  const auto number = [&](const char* key) {
    return static_cast<int>(rules.number("days-per-week", key));
  };
  const int available = static_cast<int>(person.days.size());
  if (person.days_per_week) return {*person.days_per_week, *person.days_per_week};
  SessionCount count;
  constexpr int kOlder = 65;
  switch (person.level) {
    case Level::Gentle:
      count = {number("gentle_low"), number("gentle_high")};
      break;
    case Level::Novice:
      count = {number("novice_low"), number("novice_high")};
      break;
    case Level::Intermediate:
      count = {number("intermediate_low"), number("intermediate_high")};
      break;
    case Level::Advanced:
      count = {number("advanced_low"), number("advanced_high")};
      break;
  }
  if (person.age >= kOlder && person.level <= Level::Novice) count.high = number("older_novice");
  count.high = std::min(count.high, available);
  count.low = std::min(count.low, count.high);
  return count;
}

std::vector<DayPattern> day_patterns(const Person& person, const Rules& rules, double floor_h) {
  constexpr int kMostSplit =
      4;  // four days only as a split, five or more not at all (article, 0.3)
  std::vector<DayPattern> patterns;
  const SessionCount count = sessions_per_week(person, rules);
  for (int n = count.high; n >= 1; --n) {
    if (n < count.low && (person.days_per_week || !patterns.empty())) break;
    if (auto alike = best_pattern(person.days, n, 1, floor_h)) patterns.push_back(*alike);
    if (person.wants_identical_days || n < 2 || n > kMostSplit) continue;
    if (auto split = best_pattern(person.days, n, 2, floor_h)) patterns.push_back(*split);
  }
  return patterns;
}

}  // namespace strongback
