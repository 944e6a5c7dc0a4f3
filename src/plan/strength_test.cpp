#include "plan/strength.h"

#include <gtest/gtest.h>

#include "plan/people_for_tests.h"

namespace strongback {
namespace {

// The one-index chart of the RTS coaches (data/sources.toml [RTS], second-hand), n to failure.
TEST(ShareOfMax, IsWithinOneAndAHalfPointsOfTheChartUpToNine) {
  const double chart[] = {95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2};
  for (int n = 2; n <= 9; ++n)
    EXPECT_NEAR(100.0 * share_of_max(real_rules(), n), chart[n - 2], 1.5) << n;
}

TEST(ShareOfMax, StaysSaneToTwenty) { EXPECT_NEAR(share_of_max(real_rules(), 20), 0.61, 0.005); }

TEST(RepsToFailure, UndoesShareOfMax) {
  for (int n = 2; n <= 20; ++n) {
    EXPECT_NEAR(reps_to_failure(real_rules(), share_of_max(real_rules(), n)), n, 1e-9);
  }
}

TEST(RepsToFailure, EndsAtSixtyForLightLoads) {
  EXPECT_DOUBLE_EQ(reps_to_failure(real_rules(), 0.3), 60.0);
  EXPECT_DOUBLE_EQ(reps_to_failure(real_rules(), 1.1), 0.0);
}

}  // namespace
}  // namespace strongback
