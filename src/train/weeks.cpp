#include "train/weeks.h"

#include <algorithm>

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;

bool is_training(const DiaryDay& day) {
  return std::any_of(day.sets.begin(), day.sets.end(), [](const LoggedSet& set) {
    return set.exercise != nullptr && (set.exercise->stimulus == Stimulus::Strength ||
                                       set.exercise->stimulus == Stimulus::Control);
  });
}

int training_days(const TrainingState& state, Date first, Date last) {
  int count = 0;
  for (const auto& [date, day] : days_between(state, first, last))
    count += is_training(*day) ? 1 : 0;
  return count;
}

}  // namespace

int weeks_trained(const TrainingState& state, Date day) {
  std::optional<Date> first;
  int weeks = 0;
  long last_week = -1;
  for (const auto& [date, diary] : state.diary) {
    if (date >= day) break;
    if (!is_training(diary)) continue;
    if (!first) first = date;
    const long week = (date - *first).count() / kWeek;
    if (week == last_week) continue;
    last_week = week;
    ++weeks;
  }
  const bool is_new_week = !first || (day - *first).count() / kWeek != last_week;
  return std::max(1, weeks + (is_new_week ? 1 : 0));
}

int program_week(const TrainingState& state, Date day, const Rules& rules) {
  if (!state.outline) return 1;
  const long longest_gap = static_cast<long>(rules.list("training-gap", "days").back());
  const auto planned = static_cast<int>(state.outline->days.size());
  int week = 1;
  Date last_trained = state.outline->start;
  for (Date from = state.outline->start; from + days{kWeek} <= day; from += days{kWeek}) {
    const int done = training_days(state, from, from + days{kWeek - 1});
    if (done > 0) last_trained = from + days{kWeek};
    if ((from - last_trained).count() > longest_gap) week = 1;
    if (2 * done >= planned) ++week;
  }
  return week;
}

std::optional<int> days_without_training(const TrainingState& state, Date day) {
  for (auto at = std::make_reverse_iterator(state.diary.lower_bound(day)); at != state.diary.rend();
       ++at) {
    if (is_training(at->second)) return static_cast<int>((day - at->first).count());
  }
  return std::nullopt;
}

Moment session_start(const DiaryDay& day, const Moment& when) {
  constexpr double kLongest_h = 6.0;
  Moment start = when;
  for (const LoggedSession& session : day.sessions) {
    const double since = hours_between(session.started.at, when.at);
    if (since >= 0.0 && since <= kLongest_h) start = session.started;
  }
  return start;
}

}  // namespace strongback
