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
    ExerciseDay one{
        *date, {}, color_of(exercise_pain(state, *date, exercise, catalog), catalog.rules)};
    for (const LoggedSet& set : state.diary.at(*date).sets) {
      if (set.set.exercise == exercise) one.sets.push_back(&set);
    }
    if (!one.sets.empty()) past.push_back(std::move(one));
  }
  return past;
}

const LoadOption* learned_step(const std::vector<LoadOption>& options, Mass from,
                               const PlannedExercise& line, const ProgressFor& input,
                               int earlier_sets) {
  const auto number = [&](const char* key) {
    return input.catalog.rules.number("learned-start", key);
  };
  const Exercise* exercise = find_exercise(input.catalog, line.id);
  const LoadOption* best = nullptr;
  bool is_next = true;
  for (const LoadOption& option : options) {
    if (option.each <= from) continue;
    const SetAhead ahead{exercise, option.each, line.reserve, earlier_sets, input.at.at};
    const double chance = chance_of(line.reps->low, input.state.belief, ahead).value_or(0.0);
    const bool is_near = option.each <= from * number("most_above");
    if ((is_near && chance >= number("chance")) || (is_next && chance >= number("next_chance")))
      best = &option;
    is_next = false;
  }
  return best;
}

}  // namespace strongback
