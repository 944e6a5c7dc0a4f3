#pragma once

#include <algorithm>
#include <cmath>

namespace strongback {

/// Between what two values a figure lies nine times in ten, as shares of the computed figure or as
/// figures: the member says which.
struct Likely {
  double low = 1.0, high = 1.0;
  bool operator==(const Likely&) const = default;
};

/// Of a disc's compression where no analysis says more: postures of one's own, exercises without
/// bands.  A design value from comparisons of models and measurements.
inline constexpr Likely kUnknownLikely{0.75, 1.25};  // [-]

/// Below this size a share of a compression says nothing: deviations are shares of it (design
/// value).  Discs of who lies or hangs carry little, or are pulled apart.
inline constexpr double kSmallCompression = 200.0;  // [N]

/// [N]  where a disc's peak compression likely lies.
inline Likely likely_around(double peak_N, const Likely& shares) {
  const double unit = std::max(std::abs(peak_N), kSmallCompression);
  return {peak_N + (shares.low - 1.0) * unit, peak_N + (shares.high - 1.0) * unit};
}

}  // namespace strongback
