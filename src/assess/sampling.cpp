#include "assess/sampling.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/expects.h"

namespace strongback {
namespace {

/// SplitMix64 (Steele, Lea & Flood 2014, OOPSLA): the same numbers with every compiler.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  /// At least 0, below 1.
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

double probability_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

}  // namespace

double normal_quantile(double probability) {
  expects(probability > 0.0 && probability < 1.0, "a probability lies between 0 and 1");
  double low = -10.0, high = 10.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (probability_below(middle) < probability ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

Eigen::MatrixXd latin_normals(int samples, int dimensions, double cut, std::uint64_t seed) {
  Eigen::MatrixXd draws(samples, dimensions);
  Dice dice(seed);
  const double lowest = probability_below(-cut), width = 1.0 - 2.0 * lowest;
  std::vector<int> slices(static_cast<std::size_t>(samples));
  for (int d = 0; d < dimensions; ++d) {
    std::iota(slices.begin(), slices.end(), 0);
    for (std::size_t i = slices.size(); i > 1; --i) {
      std::swap(slices[i - 1], slices[static_cast<std::size_t>(dice.next() % i)]);
    }
    for (int s = 0; s < samples; ++s) {
      const double place = (slices[static_cast<std::size_t>(s)] + dice.share()) / samples;
      draws(s, d) = normal_quantile(lowest + width * place);
    }
  }
  return draws;
}

double quantile(std::vector<double> values, double share) {
  expects(!values.empty() && share >= 0.0 && share <= 1.0, "a quantile of something");
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double variance(const std::vector<double>& values) {
  if (values.size() < 2) return 0.0;
  const Eigen::Map<const Eigen::ArrayXd> all(values.data(),
                                             static_cast<Eigen::Index>(values.size()));
  return (all - all.mean()).square().mean();
}

std::vector<double> variance_shares(const Eigen::MatrixXd& draws, const std::vector<double>& y) {
  const Eigen::Index samples = draws.rows(), columns = draws.cols();
  expects(static_cast<Eigen::Index>(y.size()) == samples, "a figure for each sample");
  std::vector<double> shares(static_cast<std::size_t>(columns), 0.0);
  const Eigen::Index spare = samples - columns - 1;
  constexpr Eigen::Index kLeastSpare = 9;
  if (spare < kLeastSpare) return shares;
  const Eigen::Map<const Eigen::VectorXd> figures(y.data(), samples);
  const Eigen::MatrixXd x = draws.rowwise() - draws.colwise().mean();
  const Eigen::VectorXd off = figures.array() - figures.mean();
  const double all = off.squaredNorm();
  constexpr double kRounding = 1e-18;
  if (all <= kRounding * (1.0 + figures.squaredNorm())) return shares;
  const Eigen::LDLT<Eigen::MatrixXd> normal(x.transpose() * x);
  const Eigen::VectorXd slope = normal.solve(x.transpose() * off);
  const double noise = (off - x * slope).squaredNorm() / static_cast<double>(spare);
  const Eigen::MatrixXd inverse = normal.solve(Eigen::MatrixXd::Identity(columns, columns));
  for (Eigen::Index c = 0; c < columns; ++c) {
    const double squared = slope[c] * slope[c] - noise * inverse(c, c);
    shares[static_cast<std::size_t>(c)] =
        std::clamp(squared * x.col(c).squaredNorm() / all, 0.0, 1.0);
  }
  return shares;
}

}  // namespace strongback
