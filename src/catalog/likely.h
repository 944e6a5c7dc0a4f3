#pragma once

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

}  // namespace strongback
