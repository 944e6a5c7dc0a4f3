#include "app/compare.h"

#include <fmt/format.h>

#include <algorithm>

namespace strongback {
namespace {

bool lists(const Exercise& exercise, const Muscle& muscle) {
  const auto credits = set_credits(exercise);
  return std::any_of(credits.begin(), credits.end(), [&](const Share& share) {
    return share.muscle == muscle.id && share.credit > 0.0;
  });
}

}  // namespace

Outcome<TiredAnswer> compare_exercises(const Catalog& catalog, const Engine& engine,
                                       const CompareOrder& order) {
  std::vector<const Exercise*> exercises;
  for (const std::string& word : order.words) {
    const auto exercise = exercise_named(catalog, word);
    if (!exercise) return tl::unexpected(exercise.error());
    exercises.push_back(*exercise);
  }
  TiredOrder tired{std::move(exercises), {}, order.play};
  const auto& loads = order.loads;
  if (loads.size() == 1) {
    tired.loads.assign(order.words.size(), loads.front());
  } else {
    tired.loads.assign(loads.begin(), loads.end());
  }
  return simulate_tired(catalog, engine, tired);
}

Outcome<DiscCostAnswer> disc_costs(const Catalog& catalog, const Engine& engine,
                                   const DiscCostOrder& order) {
  const auto muscle = muscle_named(catalog, order.filter.works);
  if (!muscle) return tl::unexpected(muscle.error());
  ExerciseFilter others = order.filter;
  others.works.clear();
  auto exercises = list_exercises(catalog, others);
  if (!exercises) return tl::unexpected(exercises.error());
  // Where the model sets the credit, it may find training that no list names.
  std::erase_if(*exercises, [&](const Exercise* exercise) {
    return !(*muscle)->trusts_model && !lists(*exercise, **muscle);
  });
  auto played = simulate_tired(catalog, engine, {std::move(*exercises), {}, order.play});
  if (!played) return tl::unexpected(played.error());
  return DiscCostAnswer{*muscle, std::move(*played)};
}

}  // namespace strongback
