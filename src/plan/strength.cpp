#include "plan/strength.h"

#include <algorithm>
#include <cmath>

namespace strongback {

double share_of_max(const Rules& rules, double reps) {
  const double a = rules.number("wathan", "a");
  const double b = rules.number("wathan", "b");
  const double c = rules.number("wathan", "c");
  return (a + b * std::exp(-c * reps)) / 100.0;
}

double reps_to_failure(const Rules& rules, double share) {
  constexpr double kMostReps = 60.0;
  const double a = rules.number("wathan", "a");
  const double b = rules.number("wathan", "b");
  const double c = rules.number("wathan", "c");
  const double rest = (100.0 * share - a) / b;
  if (rest <= std::exp(-c * kMostReps)) return kMostReps;
  return std::max(0.0, -std::log(rest) / c);
}

}  // namespace strongback
