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

}  // namespace strongback
