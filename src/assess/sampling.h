#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

namespace strongback {

/// What a Monte Carlo analysis needs: draws and what is read from their answers.  The same
/// arguments give the same numbers on every machine and with any number of threads.

/// The value below which a standard normal draw lies with this probability; 0 < p < 1.
double normal_quantile(double probability);

/// A Latin hypercube of standard normal draws that are cut at ± `cut`: every column has one draw in
/// each of `samples` slices of equal probability, in an order of its own.
///
/// [-]  (samples x dimensions)
Eigen::MatrixXd latin_normals(int samples, int dimensions, double cut, std::uint64_t seed);

/// The value that `share` (0 to 1) of `values` lie below, on the line between neighbors in order
/// (Hyndman & Fan 1996 Am Stat 50:361, type 7).  `values` is not empty.
double quantile(std::vector<double> values, double share);

/// The mean squared distance from the mean; 0 for fewer than two values.
double variance(const std::vector<double>& values);

/// First-order shares of the variance of `y` by linear regression on every column of `draws`, which
/// are independent: squared standardized coefficients, less what chance alone would give them
/// (Saltelli et al. 2008, Global Sensitivity Analysis, ch. 1).  All are 0 when `y` hardly varies or
/// there are too few samples (less than the columns and ten).
///
/// [-]  (columns)  each 0 to 1
std::vector<double> variance_shares(const Eigen::MatrixXd& draws, const std::vector<double>& y);

}  // namespace strongback
