// The set that comes next in a session, after what the day's earlier sets said.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/prescribe.h"
#include "train/progression.h"
#include "train/today.h"

namespace strongback {
namespace {

int whole(double value) { return static_cast<int>(value); }

/// By what factor the load of the next set changes, and why.
struct Change {
  double factor = 1.0;
  std::string why;
};

Change after_pain(const SetDone& last, int before, const Rules& rules) {
  const auto number = [&](const char* key) { return rules.number("calibration", key); };
  if (last.pain.value_or(0) <= std::max(before, whole(number("pain")))) return {};
  return {number("pain_factor"), "that set hurt: half the load, or stop here"};
}

/// The first sessions look for the load (rule "calibration").
Change calibrated(const SetDone& last, const PlannedExercise& line, const Rules& rules) {
  const auto number = [&](const char* key) { return rules.number("calibration", key); };
  const int reserve_stop = whole(number("reserve_stop"));
  const int over = last.reserve.value_or(line.reserve) - line.reserve;
  if (last.reps >= line.reps->high && over >= whole(number("easy_reserve")) - reserve_stop)
    return {number("easy_factor"), "that was easy"};
  if (last.reps >= line.reps->high && over >= whole(number("light_reserve")) - reserve_stop)
    return {number("light_factor"), "that was a little light"};
  if (last.reps >= line.reps->low) return {};
  const bool is_far = last.reps < line.reps->low - 2;
  return {number(is_far ? "too_few_factor" : "few_factor"), "that was heavy"};
}

/// Later sessions only come down within the day.
Change settled(const SetDone& last, const PlannedExercise& line, const Rules& rules) {
  constexpr int kFarBelow = 2;
  if (last.reps >= line.reps->low - kFarBelow) return {};
  return {rules.number("miss", "factor"), "that was heavy"};
}

int changes_of(const std::vector<LoggedSet>& done) {
  int changes = 0;
  for (std::size_t i = 1; i < done.size(); ++i)
    changes += done[i].set.load != done[i - 1].set.load ? 1 : 0;
  return changes;
}

/// The load of the next set among those that are open.
void choose_load(const TodayLine& line, const Today& today, const TrainingState& state,
                 const Catalog& catalog, NextSet& next) {
  const PlannedExercise& planned = line.planned;
  next.load = planned.load;
  next.load_text = planned.load_text;
  if (line.done.empty() || !planned.load || !planned.reps) return;
  const SetDone& last = line.done.back().set;
  const Exercise& exercise = *find_exercise(catalog, planned.id);
  const auto options = open_loads(exercise, planned, today.person, today.care, catalog);
  if (options.empty() || !last.load) return;
  const Rules& rules = catalog.rules;
  Change change = after_pain(last, today.person.pain.now, rules);
  const bool may_search = changes_of(line.done) < whole(rules.number("calibration", "most"));
  if (change.why.empty() && may_search) {
    change =
        planned.is_calibration ? calibrated(last, planned, rules) : settled(last, planned, rules);
  }
  constexpr double kTiny = 1e-9;
  const double wished = in_kilograms(*last.load) * change.factor;
  const LoadOption* best = &options.front();
  for (const LoadOption& option : options) {
    if (in_kilograms(option.each) <= wished + kTiny) best = &option;
  }
  if (change.factor > 1.0) {
    const ProgressFor input{state, today.person, today.care, catalog, today.now, {}};
    const bool is_light = is_far_too_light(last, planned, rules);
    if (const LoadOption* step = learned_step(options, *last.load, planned, input, is_light))
      best = step;
  }
  next.load = best->each;
  next.load_text = best->text;
  const bool is_changed = best->each != *last.load;
  if (is_changed)
    next.why = fmt::format("{}: {}", change.why.empty() ? "what you can put together" : change.why,
                           best->text);
}

}  // namespace

NextSet next_set_of(const TodayLine& line, const Today& today, const TrainingState& state,
                    const Catalog& catalog) {
  NextSet next;
  next.line = &line;
  next.number = static_cast<int>(line.done.size()) + 1;
  next.reps = line.planned.reps.value_or(Span{});
  next.rest_s = line.planned.rest_s;
  choose_load(line, today, state, catalog, next);
  if (!line.planned.reps) return next;
  const Exercise* exercise = find_exercise(catalog, line.planned.id);
  next.predicted =
      predict(state.belief, {exercise, next.load, line.planned.reserve,
                             static_cast<int>(line.done.size()), today.now.at, next.reps.high});
  return next;
}

std::optional<NextSet> next_set(const Today& today, const TrainingState& state,
                                const Catalog& catalog) {
  if (today.kind != DayKind::Session) return std::nullopt;
  const auto line = std::find_if(today.lines.begin(), today.lines.end(),
                                 [](const TodayLine& one) { return one.sets_left() > 0; });
  if (line == today.lines.end()) return std::nullopt;
  return next_set_of(*line, today, state, catalog);
}

}  // namespace strongback
