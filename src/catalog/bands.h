#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "catalog/likely.h"

namespace strongback {

/// What a Monte Carlo analysis over the model's assumptions says of one exercise: data/bands/,
/// written by ./dev bands (docs/validation.md).  One reference person, one load.

/// Percentiles of a disc's peak compression, as shares of the computed one; deviations
/// from a small one are shares of kSmallCompression.
struct DiscSpread {
  double p5 = 1.0, p50 = 1.0, p95 = 1.0;  ///< [-]
};

/// How far an activation may be off, at the 5th and the 95th percentile, in shares of the computed
/// one plus kAtRest: so a muscle that hardly works has a band, too.
struct ActivationSpread {
  double low = 0.0, high = 0.0;  ///< [-]  low ≤ 0 ≤ high
};
inline constexpr double kAtRest = 0.05;  ///< [-]

struct MuscleSpread {
  ActivationSpread left_mean, right_mean, left_peak, right_peak;
};

/// Shares of variance by what explains them: ids of data/body/uncertainty.toml, "pose", "rest".
using VarianceOf = std::map<std::string, double, std::less<>>;

struct Bands {
  std::string exercise;
  std::string model;   ///< version
  std::string inputs;  ///< changes with what they were computed from
  int samples = 0;
  double not_solved = 0.0;  ///< [-]  share of samples without an answer
  Mass load;
  /// [-]  90 % half width of what the model is off by where compressions were measured.
  double measured_error = 0.0;
  std::array<DiscSpread, 6> discs{};                  ///< L5/S1 first
  std::map<std::string, MuscleSpread> muscles;        ///< those that work
  VarianceOf compression_from;                        ///< of the peak at L4/L5
  std::map<std::string, VarianceOf> activation_from;  ///< of a muscle's mean on its harder side
};

/// By exercise.
using BandsOf = std::map<std::string, Bands, std::less<>>;

/// The bands of `exercise` that `model` computed; nullptr when there are none.
const Bands* find_bands(const BandsOf& bands, std::string_view exercise, std::string_view model);

/// Where each disc's peak compression likely lies: the Monte Carlo's 5th and 95th percentile, made
/// wider by what the model is off by where it was measured (root of the sum of both squares).
/// Without bands, kUnknownLikely.
std::array<Likely, 6> likely_compression(const Bands* bands);

/// Where an activation that the model puts at `computed` likely lies.  [-]
Likely likely_activation(const ActivationSpread& spread, double computed);

/// The file of data/bands/ that holds `bands`.
std::string bands_toml(const Bands& bands);

}  // namespace strongback
