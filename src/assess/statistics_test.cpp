#include "assess/statistics.h"

#include <gmock/gmock.h>

#include <cmath>

namespace strongback {
namespace {

using testing::ElementsAre;

TEST(Pearson, IsOneForAnyRisingLineAndMinusOneForAFallingOne) {
  const std::vector<double> a = {1, 2, 5, 9};
  EXPECT_NEAR(*pearson(a, {13, 16, 25, 37}), 1.0, 1e-15);
  EXPECT_NEAR(*pearson(a, {-1, -2, -5, -9}), -1.0, 1e-15);
}

TEST(Pearson, AgreesWithTheHandComputedCase) {
  // about the means 2.5 and 2.25: sum of xy 2.5, of xx 5, of yy 4.75
  EXPECT_NEAR(*pearson({1, 2, 3, 4}, {1, 2, 4, 2}), 2.5 / std::sqrt(5.0 * 4.75), 1e-15);
}

TEST(Pearson, DoesNotChangeWithUnits) {
  const std::vector<double> a = {0.2, 0.9, 2.2, 4.6}, b = {0.4, 0.8, 2.0, 3.9};
  const std::vector<double> newtons = {237.6, 475.2, 1188, 2316.6};
  EXPECT_NEAR(*pearson(a, b), *pearson(a, newtons), 1e-12);
}

TEST(Pearson, HasNoAnswerWithoutSpread) {
  EXPECT_FALSE(pearson({}, {}));
  EXPECT_FALSE(pearson({1}, {2}));
  EXPECT_FALSE(pearson({0.1, 0.1, 0.1}, {1, 2, 3}));
  EXPECT_FALSE(pearson({1, 2, 3}, {0.3, 0.3, 0.3}));
}

TEST(Ranks, ShareTheMeanRankAmongTies) {
  EXPECT_THAT(ranks({30, 10, 20}), ElementsAre(3, 1, 2));
  EXPECT_THAT(ranks({5, 7, 5, 5}), ElementsAre(2, 4, 2, 2));
  EXPECT_THAT(ranks({100, 100, 60, 80, 100}), ElementsAre(4, 4, 1, 2, 4));
}

TEST(Spearman, SeesOrderAndNotSize) {
  EXPECT_NEAR(*spearman({1, 2, 3, 4}, {1, 10, 11, 1000}), 1.0, 1e-15);
  EXPECT_NEAR(*spearman({1, 2, 3, 4}, {4, 3, 2, -1}), -1.0, 1e-15);
}

TEST(Spearman, WithoutTiesIsTheTextbookFormula) {
  // 1 - 6 sum d² / (n (n² - 1)), d = 0 -1 1 -1 1: sum 4, n 5
  EXPECT_NEAR(*spearman({1, 2, 3, 4, 5}, {1, 3, 2, 5, 4}), 1.0 - 6.0 * 4.0 / 120.0, 1e-15);
}

TEST(Spearman, WithTiesIsPearsonOfTheRanks) {
  // ranks 1.5 1.5 3 against 1 2 3
  EXPECT_NEAR(*spearman({7, 7, 9}, {1, 2, 3}), 1.5 / std::sqrt(1.5 * 2.0), 1e-15);
}

TEST(Errors, OfPairs) {
  EXPECT_DOUBLE_EQ(root_mean_square_error({1, 2}, {4, 6}), std::sqrt((9.0 + 16.0) / 2.0));
  EXPECT_DOUBLE_EQ(root_mean_square_error({}, {}), 0.0);
  EXPECT_DOUBLE_EQ(relative_error(2.0, 1.5), 0.25);
  EXPECT_DOUBLE_EQ(relative_error(-2.0, -2.5), 0.25);
}

TEST(Middle, OfOddAndEvenLists) {
  EXPECT_DOUBLE_EQ(*median_of({3, 1, 2}), 2.0);
  EXPECT_DOUBLE_EQ(*median_of({4, 1, 2, 3}), 2.5);
  EXPECT_FALSE(median_of({}));
  EXPECT_DOUBLE_EQ(*mean_of({1, 2, 6}), 3.0);
  EXPECT_DOUBLE_EQ(*largest_of({1, 6, 2}), 6.0);
  EXPECT_FALSE(mean_of({}));
  EXPECT_FALSE(largest_of({}));
}

}  // namespace
}  // namespace strongback
