#include "train/today.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/plan.h"
#include "train/day_referee.h"
#include "train/flag_answers.h"
#include "train/program_due.h"
#include "train/session_lines.h"
#include "train/weeks.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;

/// The session that is under way at `now`, or over today.
struct GuidedToday {
  std::optional<Moment> started;  ///< of the one under way
  std::optional<Date> planned;    ///< the same, where it was begun as a session
  bool is_over = false;
};

GuidedToday guided_today(const TrainingState& state, const Moment& now) {
  constexpr double kLongest_h = 6.0;
  constexpr double kPause_h = 3.0;  // sets logged by hand belong to one session until then
  GuidedToday guided;
  const Date today = local_date(now);
  for (const auto& [date, day] : days_between(state, today - days{1}, today)) {
    for (const LoggedSession& session : day->sessions) {
      if (session.ended) {
        guided.is_over = guided.is_over || date == today;
      } else if (hours_between(session.started.at, now.at) <= kLongest_h) {
        guided.started = session.started;
        guided.planned = session.planned;
      }
    }
    const bool is_by_hand = date == today && day->sessions.empty() && !day->sets.empty();
    if (!is_by_hand) continue;
    guided.is_over = hours_between(day->sets.back().when.at, now.at) > kPause_h;
    if (!guided.is_over) guided.started = day->sets.front().when;
  }
  return guided;
}

bool has_trained_on(const TrainingState& state, Date day) {
  const auto found = state.diary.find(day);
  return found != state.diary.end() && !found->second.sets.empty();
}

const Outline::Day* day_of(const Outline& outline, Date date) {
  if (date < outline.start) return nullptr;
  for (const Outline::Day& day : outline.days) {
    if (day.weekday == weekday_of(date)) return &day;
  }
  return nullptr;
}

/// The next planned session at or after `from`.
std::optional<Moment> next_planned(const Outline& outline, const Moment& from) {
  Date date = std::max(local_date(from), outline.start);
  for (int i = 0; i <= kWeek; ++i, date += days{1}) {
    const Outline::Day* day = day_of(outline, date);
    if (day == nullptr) continue;
    const Moment start = at_local(date, day->start_min, from.offset_min);
    if (start.at >= from.at) return start;
  }
  return std::nullopt;
}

/// In a busy time one session a week keeps what is there (rule "maintenance"), and it was done.
bool is_kept_busy(const TrainingState& state, Date today, const Rules& rules) {
  const bool is_busy = state.busy_until && today <= *state.busy_until &&
                       state.profile.age < rules.number("dose-older", "age");
  return is_busy && days_without_training(state, today).value_or(kWeek) < kWeek - 1;
}

/// The planned day whose session may be done today: today's own, or the last one that was missed,
/// where the next one is still far enough away.
std::optional<Date> due_day(const TrainingState& state, const Moment& now, const Catalog& catalog) {
  if (!state.outline) return std::nullopt;
  const Date today = local_date(now);
  if (is_kept_busy(state, today, catalog.rules)) return std::nullopt;
  if (day_of(*state.outline, today) != nullptr) return today;
  const auto next = next_planned(*state.outline, now);
  const double floor = catalog.rules.number("recovery-floor", "slow_h");
  if (next && hours_between(now.at, next->at) < floor) return std::nullopt;
  constexpr int kLatest_days = 3;
  for (int back = 1; back <= kLatest_days; ++back) {
    const Date date = today - days{back};
    if (has_trained_on(state, date)) return std::nullopt;
    if (day_of(*state.outline, date) != nullptr && date >= local_date(state.began)) return date;
  }
  return std::nullopt;
}

/// What is open while no session is: the planner's own small list or flare day.
void add_small_list(const TrainingState& state, const Catalog& catalog, Today& today) {
  PlanRequest request;
  request.weeks = 1;
  const Program program = make_program(today.person, catalog, request);
  today.small_list = program.small_list;
  today.small_list_how = program.small_list_how;
  today.advice = program.advice;
  if (today.kind != DayKind::Flare) return;
  today.flare_causes = today.care.questions;
  if (auto question = suspect(state, local_date(today.now), catalog))
    today.flare_causes.insert(today.flare_causes.begin(), std::move(*question));
}

void add_done(const TrainingState& state, Today& today) {
  const auto day = state.diary.find(local_date(today.now));
  if (day == state.diary.end()) return;
  for (TodayLine& line : today.lines) {
    for (const LoggedSet& set : day->second.sets) {
      if (set.set.exercise == line.planned.id) line.done.push_back(set);
    }
    for (const auto& [when, skipped] : day->second.skipped) {
      if (skipped.exercise == line.planned.id) line.skipped = skipped;
    }
  }
}

void add_session(const TrainingState& state, Date planned, const Catalog& catalog, Today& today) {
  today.kind = DayKind::Session;
  today.planned = planned;
  fill_session(state, *day_of(*state.outline, planned), catalog, today);
  add_done(state, today);
  const bool is_all_done = std::all_of(today.lines.begin(), today.lines.end(),
                                       [](const TodayLine& line) { return line.sets_left() == 0; });
  if (today.lines.empty()) {
    today.kind = DayKind::Rest;
  } else if (is_all_done) {
    today.kind = DayKind::Done;
  } else if (planned < local_date(today.at) && !today.is_under_way) {
    today.changes.push_back(
        {"day", "recovery-floor",
         fmt::format("this is {}'s session, which was not done", weekday_name(weekday_of(planned))),
         "", ""});
  }
}

void add_readiness(const TrainingState& state, const Catalog& catalog, Today& today) {
  today.readiness = readiness_at(state, today.person, today.now, catalog);
  std::erase_if(today.readiness, [&](const MuscleReadiness& row) {
    return hours_until_ready(row, true, catalog) <= 0.0;
  });
  std::stable_sort(today.readiness.begin(), today.readiness.end(),
                   [&](const MuscleReadiness& a, const MuscleReadiness& b) {
                     return hours_until_ready(a, true, catalog) >
                            hours_until_ready(b, true, catalog);
                   });
}

/// True when the last day of training has no word on the morning after, and this is that morning.
bool waits_for_morning(const TrainingState& state, Date today) {
  if (!has_trained_on(state, today - days{1})) return false;
  const auto day = state.diary.find(today);
  return day == state.diary.end() || day->second.pains.empty();
}

void add_questions(const TrainingState& state, const Catalog& catalog, Today& today) {
  const Date date = local_date(today.now);
  const auto day = state.diary.find(date);
  today.asks_pain = day == state.diary.end() || day->second.pains.empty();
  today.asks_morning = waits_for_morning(state, date);
  today.questions = questions_due(state, today.person, today.now, catalog);
}

/// A session that breaks a rule is never shown: that is a bug of ours, and it is said.
void let_referee_decide(const TrainingState& state, const Catalog& catalog, Today& today) {
  today.broken = day_violations(today, state, catalog);
  if (today.broken.empty()) return;
  today.kind = DayKind::NoProgram;
  today.lines.clear();
}

}  // namespace

const std::vector<std::string>& day_kind_words() {
  static const std::vector<std::string> words = {"session",       "rest", "done",      "flare",
                                                 "be_seen_first", "stop", "no_program"};
  return words;
}

std::optional<DayKind> closed_by(const Assessment& care) {
  if (care.no_program) return DayKind::Stop;
  if (care.be_seen_first) return DayKind::BeSeenFirst;
  if (care.is_flare || care.caps.quiet_only) return DayKind::Flare;
  return std::nullopt;
}

Today make_today(const TrainingState& state, const Moment& now, const Catalog& catalog,
                 SessionStart start) {
  Today today;
  today.now = now;
  today.at = now;
  today.person = person_at(state, now, catalog);
  today.care = assess_care(today.person, catalog);
  add_questions(state, catalog, today);
  add_readiness(state, catalog, today);
  if (const auto closed = closed_by(today.care)) {
    today.kind = *closed;
    add_small_list(state, catalog, today);
    let_referee_decide(state, catalog, today);
    return today;
  }
  if (!state.outline) {
    today.kind = DayKind::NoProgram;
    return today;
  }
  today.week = program_week(state, local_date(now), catalog.rules);
  const GuidedToday guided = guided_today(state, now);
  auto due = due_day(state, now, catalog);
  if (guided.planned && day_of(*state.outline, *guided.planned) != nullptr) due = guided.planned;
  if (spread_on(state, local_date(now)) || (guided.is_over && !guided.started)) {
    today.kind = DayKind::Done;
  } else if (guided.started && due) {
    today.is_under_way = true;
    today.at = *guided.started;
    add_session(state, *due, catalog, today);
  } else if (guided.started) {
    today.kind = DayKind::Done;
  } else if (due) {
    const Moment planned =
        at_local(local_date(now), day_of(*state.outline, *due)->start_min, now.offset_min);
    if (start == SessionStart::Planned && planned.at > now.at) today.at = planned;
    add_session(state, *due, catalog, today);
  }
  if (today.kind != DayKind::Session) {
    const Moment tomorrow = at_local(local_date(now) + days{1}, 0, now.offset_min);
    today.next_session = next_planned(*state.outline, tomorrow);
  }
  let_referee_decide(state, catalog, today);
  return today;
}

}  // namespace strongback
