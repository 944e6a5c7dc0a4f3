#include "assess/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/expects.h"

namespace strongback {

std::optional<double> mean_of(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> largest_of(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return *std::max_element(values.begin(), values.end());
}

std::optional<double> median_of(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

std::optional<double> pearson(const std::vector<double>& a, const std::vector<double>& b) {
  expects(a.size() == b.size(), "pairs have two values");
  if (a.size() < 2) return std::nullopt;
  const double mean_a = *mean_of(a);
  const double mean_b = *mean_of(b);
  double both = 0.0, only_a = 0.0, only_b = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    only_a += (a[i] - mean_a) * (a[i] - mean_a);
    only_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  // Spread that is only rounding counts as none.
  const double n = static_cast<double>(a.size());
  const auto is_constant = [n](double squares, double mean) {
    return squares <= n * 1e-24 * mean * mean;
  };
  if (is_constant(only_a, mean_a) || is_constant(only_b, mean_b)) return std::nullopt;
  return std::clamp(both / (std::sqrt(only_a) * std::sqrt(only_b)), -1.0, 1.0);
}

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
  std::vector<double> rank(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
    const double shared = 0.5 * static_cast<double>(first + last) + 1.0;
    for (std::size_t i = first; i <= last; ++i) rank[order[i]] = shared;
    first = last + 1;
  }
  return rank;
}

std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b) {
  expects(a.size() == b.size(), "pairs have two values");
  return pearson(ranks(a), ranks(b));
}

double root_mean_square_error(const std::vector<double>& measured,
                              const std::vector<double>& computed) {
  expects(measured.size() == computed.size(), "pairs have two values");
  if (measured.empty()) return 0.0;
  double squares = 0.0;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    squares += (computed[i] - measured[i]) * (computed[i] - measured[i]);
  }
  return std::sqrt(squares / static_cast<double>(measured.size()));
}

double relative_error(double measured, double computed) {
  expects(measured != 0.0, "a relative error needs a measured value other than 0");
  return std::abs(computed - measured) / std::abs(measured);
}

}  // namespace strongback
