#include "assess/sampling.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

TEST(NormalQuantile, HasTheTabulatedValues) {
  EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-12);
  EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-9);
  EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-9);
}

TEST(LatinNormals, HaveOneDrawInEachSlice) {
  constexpr int kSamples = 40;
  const Eigen::MatrixXd draws = latin_normals(kSamples, 3, 2.5, 7);
  ASSERT_EQ(draws.rows(), kSamples);
  const auto below = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
  const double lowest = below(-2.5);
  for (int d = 0; d < 3; ++d) {
    std::vector<int> seen(kSamples, 0);
    for (int s = 0; s < kSamples; ++s) {
      EXPECT_LE(std::abs(draws(s, d)), 2.5);
      const double place = (below(draws(s, d)) - lowest) / (1.0 - 2.0 * lowest);
      ++seen[static_cast<std::size_t>(std::min(kSamples - 1.0, place * kSamples))];
    }
    EXPECT_THAT(seen, testing::Each(1)) << d;
  }
}

TEST(LatinNormals, DependOnTheSeedAlone) {
  EXPECT_EQ(latin_normals(10, 2, 2.5, 1), latin_normals(10, 2, 2.5, 1));
  EXPECT_NE(latin_normals(10, 2, 2.5, 1), latin_normals(10, 2, 2.5, 2));
  const Eigen::MatrixXd draws =
      latin_normals(400, 2, 2.5, 3);  // columns know nothing of each other
  EXPECT_LT(std::abs(draws.col(0).dot(draws.col(1)) / 400.0), 0.15);
}

TEST(Quantile, LiesOnTheLineBetweenNeighbors) {
  EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 0.5), 2.0);
  EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 0.25), 1.5);
  EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 0.0), 1.0);
  EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 1.0), 3.0);
  EXPECT_EQ(quantile({4.0}, 0.9), 4.0);
}

TEST(Variance, IsTheMeanSquare) {
  EXPECT_EQ(variance({1.0, 3.0}), 1.0);
  EXPECT_EQ(variance({5.0}), 0.0);
}

/// y = 3 a + 4 b and nothing of c: 9 and 16 parts of 25.
TEST(VarianceShares, OfALineAreItsSquaredSlopes) {
  const Eigen::MatrixXd draws = latin_normals(200, 3, 2.5, 11);
  const Eigen::VectorXd line = 3.0 * draws.col(0) + 4.0 * draws.col(1);
  const auto shares = variance_shares(draws, {line.begin(), line.end()});
  EXPECT_NEAR(shares[0], 0.36, 0.08);  // columns correlate a little by chance
  EXPECT_NEAR(shares[1], 0.64, 0.08);
  EXPECT_NEAR(shares[2], 0.0, 1e-9);
}

TEST(VarianceShares, TakeNoShareFromChance) {
  const Eigen::MatrixXd draws = latin_normals(60, 21, 2.5, 5);
  const Eigen::VectorXd other = draws.col(20);  // what none of the first twenty explains
  const auto shares = variance_shares(draws.leftCols(20), {other.begin(), other.end()});
  double sum = 0.0;
  for (const double share : shares) sum += share;
  EXPECT_LT(sum, 0.35);  // squared coefficients alone would sum to about 20 / 60, chances both ways
  EXPECT_THAT(shares, testing::Each(testing::AllOf(testing::Ge(0.0), testing::Le(1.0))));
}

TEST(VarianceShares, AreNoneWithoutSpreadOrSamples) {
  const Eigen::MatrixXd draws = latin_normals(30, 2, 2.5, 5);
  EXPECT_THAT(variance_shares(draws, std::vector<double>(30, 7.0)), testing::Each(0.0));
  const Eigen::VectorXd few = draws.col(0).head(8);
  EXPECT_THAT(variance_shares(draws.topRows(8), {few.begin(), few.end()}), testing::Each(0.0));
}

}  // namespace
}  // namespace strongback
