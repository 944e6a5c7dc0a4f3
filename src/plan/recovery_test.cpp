#include "plan/recovery.h"

#include <gtest/gtest.h>

#include <cmath>

#include "plan/people_for_tests.h"

namespace strongback {
namespace {

double hours(double tau_h, double sets, int reserve) {
  return hours_to_ready(real_rules(), tau_h, sets * fatigue_impulse(real_rules(), reserve), 0.0);
}

// The worked values of docs/theory/recovery.md, calibrated to the studies MN17, RL14 and UB-LB
// (data/sources.toml): sets to failure recover in about two days, easy ones overnight.
TEST(HoursToReady, IsThatOfTheWorkedValues) {
  EXPECT_NEAR(hours(24, 3, 5), 9, 0.5);   // 3 sets of 5 with 5 left
  EXPECT_NEAR(hours(24, 6, 5), 24, 0.5);  // 6 sets of 5 with 5 left
  EXPECT_NEAR(hours(24, 3, 0), 39, 0.5);  // 3 sets to the limit
}

TEST(HoursToReady, LeavesTheResidualsOfTheWorkedValues) {
  const double after = 1.0 - std::exp(-3 * fatigue_impulse(real_rules(), 0));
  EXPECT_NEAR(after * std::exp(-24.0 / 24.0), 0.11, 0.005);
  EXPECT_NEAR(after * std::exp(-48.0 / 24.0), 0.04, 0.005);
}

// Six prime and three helping sets for the lats with one repetition left: the article's 48 to 72 h.
TEST(HoursToReady, GivesTheArticlesSessionTwoToThreeDays) {
  EXPECT_NEAR(hours(24, 7.5, 1), 50, 0.5);
  EXPECT_NEAR(hours(30, 7.5, 1), 63, 0.5);
  EXPECT_NEAR(hours(36, 7.5, 1), 76, 0.5);
}

TEST(GreatestImpulse, IsGoneExactlyAfterTheGap) {
  const double impulse = greatest_impulse(real_rules(), 30, 48);
  EXPECT_NEAR(
      hours_to_ready(real_rules(), 30, impulse, real_rules().number("recovery-model", "ready")), 48,
      1e-6);
}

TEST(RecoveryTau, FollowsLevelAgeAndSleep) {
  EXPECT_DOUBLE_EQ(recovery_tau_h(novice(), real_rules(), 1), 36);
  EXPECT_DOUBLE_EQ(recovery_tau_h(novice(), real_rules(), 4), 30);
  EXPECT_DOUBLE_EQ(recovery_tau_h(lifter(), real_rules(), 1), 24);
  const Person old =
      person_of("female", 76, 60, "[training]\nlevel = \"intermediate\"\n[body]\nsleep_h = 5\n");
  EXPECT_NEAR(recovery_tau_h(old, real_rules(), 9), 24 * 1.3 * 1.15, 1e-9);
}

TEST(RecoveryFloor, IsSlowWhereTheRuleSaysSo) {
  EXPECT_EQ(recovery_floor_h(novice(), real_rules(), 3, "rhomboids"), 72);
  EXPECT_EQ(recovery_floor_h(novice(), real_rules(), 4, "rhomboids"), 48);
  const Person old = person_of("male", 65, 80, "[training]\nlevel = \"advanced\"\n");
  EXPECT_EQ(recovery_floor_h(old, real_rules(), 4, "rhomboids"), 72);
  EXPECT_EQ(recovery_floor_h(old, real_rules(), 5, "rhomboids"), 48);
  const Person sore = person_of(
      "male", 30, 80, "[training]\nlevel = \"advanced\"\n[body]\nsoreness = { rhomboids = 4 }\n");
  EXPECT_EQ(recovery_floor_h(sore, real_rules(), 1, "rhomboids"), 72);
  EXPECT_EQ(recovery_floor_h(sore, real_rules(), 1, "multifidus"), 48);
  EXPECT_EQ(recovery_floor_h(sore, real_rules(), 2, "rhomboids"), 48);
  const Person aching =
      person_of("male", 30, 80, "[training]\nlevel = \"advanced\"\n[pain]\nnow = 3\nusual = 3\n");
  EXPECT_EQ(recovery_floor_h(aching, real_rules(), 1, "multifidus"), 72);
}

TEST(Strains, SparesQuietControlWork) {
  EXPECT_TRUE(strains(exercise_of("one-arm-row-bench")));
  EXPECT_FALSE(strains(exercise_of("bird-dog")));
  EXPECT_FALSE(strains(exercise_of("walk-easy")));
}

TEST(Novelty, WearsOffAfterTwoSessions) {
  const Exercise& row = exercise_of("one-arm-row-bench");
  EXPECT_DOUBLE_EQ(novelty(novice(), real_rules(), row, 0), 1.5);
  EXPECT_DOUBLE_EQ(novelty(novice(), real_rules(), row, 1), 1.2);
  EXPECT_DOUBLE_EQ(novelty(novice(), real_rules(), row, 2), 1.0);
  EXPECT_DOUBLE_EQ(novelty(lifter(), real_rules(), row, 0), 1.0);
  Person known = novice();
  known.past_sets.push_back({"one-arm-row-bench", 2, 8, {}, {}, {}});
  EXPECT_DOUBLE_EQ(novelty(known, real_rules(), row, 0), 1.0);
}

TEST(IsOnRamp, HoldsForBeginnersAndAfterTwelveWeeks) {
  EXPECT_TRUE(is_on_ramp(novice(), real_rules()));
  EXPECT_FALSE(is_on_ramp(lifter(), real_rules()));
  Person back = lifter();
  back.weeks_since_training = 12.0;
  EXPECT_FALSE(is_on_ramp(back, real_rules()));
  back.weeks_since_training = 13.0;
  EXPECT_TRUE(is_on_ramp(back, real_rules()));
}

}  // namespace
}  // namespace strongback
