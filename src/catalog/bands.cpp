#include "catalog/bands.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

/// How far a figure reaches below or above 1, with two independent causes.
double both(double one, double other) { return std::hypot(std::max(0.0, one), other); }

}  // namespace

const Bands* find_bands(const BandsOf& bands, std::string_view exercise, std::string_view model) {
  const auto found = bands.find(exercise);
  return found == bands.end() || found->second.model != model ? nullptr : &found->second;
}

std::array<Likely, 6> likely_compression(const Bands* bands) {
  std::array<Likely, 6> likely;
  likely.fill(kUnknownLikely);
  if (bands == nullptr) return likely;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    const DiscSpread& disc = bands->discs[i];
    likely[i] = {std::max(0.0, 1.0 - both(1.0 - disc.p5, bands->measured_error)),
                 1.0 + both(disc.p95 - 1.0, bands->measured_error)};
  }
  return likely;
}

Likely likely_activation(const ActivationSpread& spread, double computed) {
  const double unit = computed + kAtRest;
  return {std::clamp(computed + spread.low * unit, 0.0, 1.0),
          std::clamp(computed + spread.high * unit, 0.0, 1.0)};
}

}  // namespace strongback
