#pragma once

#include <optional>
#include <vector>

namespace strongback {

/// Statistics of pairs.  Both lists have the same length and hold finite numbers.

/// Pearson's correlation; nothing for fewer than two pairs or when one list is constant.
std::optional<double> pearson(const std::vector<double>& a, const std::vector<double>& b);

/// Spearman's rank correlation: Pearson's of the ranks, ties at their mean rank.  Nothing as above.
std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b);

/// Ranks from 1; equal values share the mean of their ranks.
std::vector<double> ranks(const std::vector<double>& values);

/// Root of the mean squared difference; 0 without pairs.
double root_mean_square_error(const std::vector<double>& measured,
                              const std::vector<double>& computed);

/// |computed − measured| / |measured|; `measured` is not 0.
double relative_error(double measured, double computed);

/// Nothing for an empty list.
std::optional<double> mean_of(const std::vector<double>& values);
std::optional<double> largest_of(const std::vector<double>& values);
/// The middle value, or the mean of the two middle ones.
std::optional<double> median_of(std::vector<double> values);

}  // namespace strongback
