#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/browse.h"
#include "app/simulate.h"

namespace strongback {

inline constexpr std::size_t kFewestCompared = 2;
inline constexpr std::size_t kMostCompared = 6;

struct CompareOrder {
  std::vector<std::string> words;  ///< kFewestCompared to kMostCompared ids or names
  std::vector<Mass> loads;         ///< none, one for all, or one for each
  PlayOrder play;
};

/// The exercises side by side, each in a set that tires.
Outcome<TiredAnswer> compare_exercises(const Catalog& catalog, const Engine& engine,
                                       const CompareOrder& order);

struct DiscCostOrder {
  ExerciseFilter filter;  ///< `works` names one muscle
  PlayOrder play;
};

struct DiscCostAnswer {
  const Muscle* muscle = nullptr;
  TiredAnswer played;  ///< every exercise that may train it, in catalog order
};

/// What trains a muscle, played so that it can be ranked by its cost to the disc.
Outcome<DiscCostAnswer> disc_costs(const Catalog& catalog, const Engine& engine,
                                   const DiscCostOrder& order);

}  // namespace strongback
