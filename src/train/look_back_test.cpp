#include "train/look_back.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

TEST(LookBack, AddsUpWeekByWeek) {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan();
  for (const char* day : {"2026-11-30", "2026-12-04", "2026-12-07"}) {
    log.on(day, "08:00").pain(1);
    log.add(Walked{30});
    log.on(day, "18:30");
    log.train();
  }
  log.on("2026-12-08", "08:00");
  const LookBack back = look_back(log.state(), log.now(), catalog_for_tests());
  ASSERT_EQ(back.weeks.size(), 2U);
  EXPECT_EQ(back.weeks[0].sessions, 2);
  EXPECT_EQ(back.weeks[0].planned, 2);
  EXPECT_EQ(back.weeks[1].sessions, 1);
  EXPECT_GT(back.weeks[0].counted.at("latissimus-dorsi"), 2.0);
  EXPECT_GT(back.weeks[0].disc_N_s, back.weeks[1].disc_N_s);
  EXPECT_FALSE(back.weeks[0].budget_N_s) << "four weeks are needed";
  EXPECT_EQ(back.weeks[0].mean_pain, 1.0);
  EXPECT_DOUBLE_EQ(back.weeks[0].walk_min, 60.0);
  EXPECT_GT(back.weeks[0].kcal_net, 0.0);
}

TEST(LookBack, KnowsTheBudgetAfterFourWeeks) {
  LogForTests log(example_for_tests("novice.toml"));
  for (int week = 0; week < 5; ++week) {
    log.set("db-row-bent", 10, 3.0);
    log.next_day(7);
  }
  const LookBack back = look_back(log.state(), log.now(), catalog_for_tests());
  ASSERT_GE(back.weeks.size(), 5U);
  ASSERT_TRUE(back.weeks[4].budget_N_s);
  EXPECT_GE(*back.weeks[4].budget_N_s, 1.2 * back.weeks[0].disc_N_s - 1e-6);
}

TEST(LookBack, ShowsStrengthWithItsInterval) {
  LogForTests log(example_for_tests("experienced.toml"));
  for (int session = 0; session < 4; ++session) {
    log.set("one-arm-row-bench", 8, 22.0, 2);
    log.next_day(4);
  }
  const LookBack back = look_back(log.state(), log.now(), catalog_for_tests());
  ASSERT_EQ(back.strengths.size(), 1U);
  EXPECT_EQ(back.strengths[0].points.size(), 4U);
  const StrengthEstimate& last = back.strengths[0].points.back().second;
  EXPECT_LT(last.low, last.middle);
  EXPECT_NEAR(in_kilograms(last.middle), 22.0 / 0.74, 3.0) << "ten repetitions to failure";
}

}  // namespace
}  // namespace strongback
