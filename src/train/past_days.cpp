#include <fmt/format.h>

#include <algorithm>

#include "train/progression.h"

namespace strongback {

std::vector<ExerciseDay> past_days(const TrainingState& state, const std::string& exercise,
                                   Date day, std::size_t most, const Catalog& catalog) {
  std::vector<ExerciseDay> past;
  const auto found = state.days_of.find(exercise);
  if (found == state.days_of.end()) return past;
  const auto& dates = found->second;
  const auto end = std::lower_bound(dates.begin(), dates.end(), day);
  const auto count =
      std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(most), end - dates.begin());
  for (auto date = end - count; date != end; ++date) {
    ExerciseDay one{*date, {}, exercise_color(state, *date, exercise, catalog)};
    for (const LoggedSet& set : state.diary.at(*date).sets) {
      if (set.set.exercise == exercise) one.sets.push_back(&set);
    }
    if (!one.sets.empty()) past.push_back(std::move(one));
  }
  return past;
}

std::optional<std::string> too_hard(const TrainingState& state, const Exercise& exercise,
                                    int reps_low, Date day, const Catalog& catalog) {
  constexpr std::chrono::days kComesBack{28};
  const auto times = static_cast<std::size_t>(catalog.rules.number("miss", "times"));
  const auto days = past_days(state, exercise.id, day, times, catalog);
  if (days.size() < times || day - days.back().date > kComesBack) return std::nullopt;
  const bool is_missed = std::all_of(days.begin(), days.end(), [&](const ExerciseDay& one) {
    return std::all_of(one.sets.begin(), one.sets.end(),
                       [&](const LoggedSet* set) { return set->set.reps < reps_low; });
  });
  if (!is_missed) return std::nullopt;
  return fmt::format("below {} repetitions {} times in a row", reps_low, times);
}

bool is_far_too_light(const SetDone& set, const PlannedExercise& line, const Rules& rules) {
  return line.reps && set.reps >= line.reps->high && set.reserve &&
         *set.reserve >= rules.number("calibration", "easy_reserve");
}

const LoadOption* learned_step(const std::vector<LoadOption>& options, Mass from,
                               const PlannedExercise& line, const ProgressFor& input,
                               bool far_too_light) {
  const auto number = [&](const char* key) {
    return input.catalog.rules.number("learned-start", key);
  };
  const Exercise* exercise = find_exercise(input.catalog, line.id);
  const LoadOption* best = nullptr;
  bool is_next = true;
  for (const LoadOption& option : options) {
    if (option.each <= from) continue;
    const SetAhead ahead{exercise, option.each, line.reserve, 0, input.at.at, 0};
    const double chance = chance_of(line.reps->low, input.state.belief, ahead).value_or(0.0);
    const bool is_near = option.each <= from * number("most_above");
    const bool is_trial = far_too_light && option.each <= from * number("trial_above") &&
                          chance >= number("trial_chance");
    if ((is_near && chance >= number("chance")) ||
        (is_next && (is_trial || chance >= number("next_chance"))))
      best = &option;
    is_next = false;
  }
  return best;
}

}  // namespace strongback
