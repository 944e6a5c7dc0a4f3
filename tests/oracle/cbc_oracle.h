#pragma once

#include <optional>

#include "plan/week_problem.h"

namespace strongback {

/// What CBC says of a week problem.
struct OracleAnswer {
  std::optional<Choice> choice;  ///< its best choice, when it found one
  double value = 0.0;            ///< objective of that choice, recomputed by `value_of`
  double bound = 0.0;            ///< no choice has a greater value
};

/// Solves `problem` as a mixed-integer program with CBC for at most `seconds` of wall time; `start`
/// gives it a first choice.  The model is written down anew from docs/theory/planner.md.
OracleAnswer solve_with_cbc(const WeekProblem& problem, double seconds,
                            const Choice* start = nullptr);

}  // namespace strongback
