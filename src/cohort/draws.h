#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace strongback {

/// Random numbers that are the same on every machine: the generator is fixed by the standard, the
/// distributions are our own.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : generator_(seed) {}

  /// From 0 up to, but not with, 1.
  double share() {
    constexpr double kSteps = 9007199254740992.0;  // 2^53
    return static_cast<double>(generator_() >> 11U) / kSteps;
  }
  bool chance(double probability) { return share() < probability; }
  double between(double low, double high) { return low + (high - low) * share(); }
  /// A whole number from `low` to `high`, both included.
  int whole(int low, int high) {
    return low + static_cast<int>(share() * static_cast<double>(high - low + 1));
  }
  /// Gaussian around 0 (Box and Muller 1958).
  double normal(double sd = 1.0) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - share()));
    return sd * radius * std::cos(2.0 * std::numbers::pi * share());
  }
  /// Student's t with three degrees of freedom: heavy tails.
  double heavy(double scale) {
    constexpr int kFreedom = 3;
    double sum = 0.0;
    for (int i = 0; i < kFreedom; ++i) {
      const double one = normal();
      sum += one * one;
    }
    return scale * normal() / std::sqrt(sum / kFreedom);
  }

 private:
  std::mt19937_64 generator_;
};

}  // namespace strongback
