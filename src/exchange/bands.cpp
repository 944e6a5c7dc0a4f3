#include "exchange/bands.h"

#include <algorithm>

#include "base/expects.h"

namespace strongback {
namespace {

/// The wider half of a range around `figure`, as a share of it.
double half_width(const Likely& range, double figure) {
  return figure > 0.0 ? std::max({0.0, 1.0 - range.low / figure, range.high / figure - 1.0}) : 0.0;
}

}  // namespace

double disc_band(const ExerciseAnswer& answer, std::size_t disc) {
  expects(disc < answer.discs.size(), "the answer has this disc");
  return half_width(answer.discs[disc].likely_N, answer.discs[disc].compression_N.peak);
}

std::optional<double> muscle_band(const ExerciseAnswer& answer, const std::string& muscle) {
  const auto found = answer.muscles.find(muscle);
  if (found == answer.muscles.end()) return std::nullopt;
  const MuscleWork& work = found->second;
  const SideWork& hardest = work.left.peak > work.right.peak ? work.left : work.right;
  if (!hardest.likely_peak) return std::nullopt;
  return half_width(*hardest.likely_peak, hardest.peak);
}

}  // namespace strongback
