#pragma once

#include <cstdint>
#include <optional>

#include "plan/week_problem.h"

namespace strongback {

/// How long to look.  The same effort and seed give the same answer on every machine.
struct Effort {
  int restarts = 2;
  int moves = 20000;  ///< of simulated annealing, each restart
  std::uint64_t seed = 1;
};

/// The best choice found that obeys every bound; nothing when none was found.
///
/// Simulated annealing over single changes and exchanges, then a full descent over all pairs of
/// changes.  How near it comes to the best possible is measured against CBC (bench/README.md).
/// `start`, when given, is where every run begins.
std::optional<Choice> search_week(const WeekProblem& problem, const Effort& effort,
                                  const std::optional<Choice>& start = std::nullopt);

}  // namespace strongback
