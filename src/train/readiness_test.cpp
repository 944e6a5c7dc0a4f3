#include "train/readiness.h"

#include <gmock/gmock.h>

#include <cmath>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

constexpr double kHours = 1e-6;

const MuscleReadiness* row_of(const std::vector<MuscleReadiness>& rows, const std::string& muscle) {
  for (const auto& row : rows) {
    if (row.muscle == muscle) return &row;
  }
  return nullptr;
}

std::vector<MuscleReadiness> readiness(const LogForTests& log) {
  const auto state = log.state();
  return readiness_at(state, person_at(state, log.now(), catalog_for_tests()), log.now(),
                      catalog_for_tests());
}

std::string trained(const std::string& level) {
  return "schema = 1\nsex = \"male\"\nage = 40\nheight = \"180 cm\"\nmass = \"80 kg\"\n"
         "[training]\nlevel = \"" +
         level + "\"\n[equipment]\ndumbbells = [\"2 x 10 kg\"]\n";
}

TEST(Readiness, FollowsTheModelForATrainedPerson) {  // rules 3.4: 3 x 5(10) leaves 0.09, 9 h
  LogForTests log(trained("intermediate"), "2026-11-30", "18:00");
  const Moment start = log.now();
  for (int set = 0; set < 3; ++set) log.set("one-arm-row-bench", 5, 10.0, 5);
  const auto rows = readiness(log);
  const auto* lats = row_of(rows, "latissimus-dorsi");
  ASSERT_NE(lats, nullptr);
  const double since = hours_between(start.at, log.now().at);
  const double left = 1.0 - std::exp(-3 * 0.03);
  EXPECT_NEAR(lats->fatigue, left * std::exp(-since / 24.0), 1e-9);
  EXPECT_NEAR(lats->model_h, 24.0 * std::log(left / 0.06) - since, 1e-6);
  EXPECT_NEAR(lats->floor_h, 48.0 - since, kHours) << "counted from the start";
  EXPECT_TRUE(lats->has_prime);
}

TEST(Readiness, AsksANoviceFor72HoursInTheFirstThreeWeeks) {
  LogForTests log(trained("novice"), "2026-11-30", "18:00");
  log.set("one-arm-row-bench", 10, 5.0);
  log.on("2026-12-02", "18:00");
  EXPECT_NEAR(row_of(readiness(log), "latissimus-dorsi")->floor_h, 24.0, kHours);
  for (const char* day : {"2026-12-07", "2026-12-14"}) {
    log.on(day, "18:00");
    log.set("one-arm-row-bench", 10, 5.0);
  }
  log.on("2026-12-21", "18:00");
  log.set("one-arm-row-bench", 10, 5.0);
  log.on("2026-12-23", "18:00");
  EXPECT_NEAR(row_of(readiness(log), "latissimus-dorsi")->floor_h, 0.0, kHours);
}

TEST(Readiness, SorenessAndYellowPainAskFor72Hours) {
  LogForTests sore(trained("intermediate"), "2026-11-30", "18:00");
  sore.set("one-arm-row-bench", 10, 10.0);
  sore.on("2026-12-02", "18:00");
  EXPECT_NEAR(row_of(readiness(sore), "latissimus-dorsi")->floor_h, 0.0, kHours);
  sore.add(SorenessReported{"latissimus-dorsi", 5});
  EXPECT_NEAR(row_of(readiness(sore), "latissimus-dorsi")->floor_h, 24.0, kHours);

  LogForTests yellow(trained("intermediate"), "2026-11-30", "18:00");
  yellow.set("one-arm-row-bench", 10, 10.0, 3, 4);
  yellow.on("2026-12-02", "18:00");
  EXPECT_NEAR(row_of(readiness(yellow), "latissimus-dorsi")->floor_h, 24.0, kHours);
}

TEST(Readiness, MuscleOffTheBackThatOnlyHelpedHasNoFloor) {
  LogForTests log(trained("intermediate"), "2026-11-30", "18:00");
  log.set("one-arm-row-bench", 10, 10.0, 4);
  log.on("2026-12-01", "18:00");
  const auto rows = readiness(log);
  const auto* biceps = row_of(rows, "biceps-brachii");
  ASSERT_NE(biceps, nullptr);
  EXPECT_FALSE(biceps->has_prime);
  EXPECT_DOUBLE_EQ(hours_until_ready(*biceps, false, catalog_for_tests()), 0.0);
  EXPECT_NEAR(hours_until_ready(*biceps, true, catalog_for_tests()), 24.0, kHours);
}

TEST(Readiness, RetractedSetsTireNothing) {
  LogForTests log(trained("intermediate"), "2026-11-30", "18:00");
  const std::string id = log.set("one-arm-row-bench", 10, 10.0);
  log.add(Retracted{id});
  EXPECT_EQ(row_of(readiness(log), "latissimus-dorsi"), nullptr);
}

TEST(CountedSets, CountByReserveAndAddHeavyChores) {
  LogForTests log(trained("intermediate"), "2026-11-30", "18:00");
  log.set("one-arm-row-bench", 10, 10.0, 2);
  log.set("one-arm-row-bench", 10, 10.0, 6);
  log.set("one-arm-row-bench", 10, 10.0, 8);
  const auto counted = [&](int days) {
    const auto state = log.state();
    return counted_sets(state, state.profile, local_date(log.now()), days, catalog_for_tests());
  };
  EXPECT_DOUBLE_EQ(counted(7).at("latissimus-dorsi"), 1.5);
  const double before = counted(7).count("multifidus") > 0 ? counted(7).at("multifidus") : 0.0;
  log.add(ChoreDone{"digging", 130});
  EXPECT_DOUBLE_EQ(counted(7).at("multifidus") - before, 2.0) << "two hours, one set each";
  log.next_day(7);
  EXPECT_TRUE(counted(7).empty());
}

TEST(DiscOfDays, AddsUpWhatIsSimulated) {
  LogForTests log(trained("intermediate"), "2026-11-30", "18:00");
  log.set("db-row-bent", 10, 10.0);
  const auto state = log.state();
  const Date day = local_date(log.now());
  const double one = disc_N_s_of_days(state, state.profile, day, 1, catalog_for_tests());
  EXPECT_GT(one, 0.0);
  log.set("db-row-bent", 10, 10.0);
  const auto twice = log.state();
  EXPECT_NEAR(disc_N_s_of_days(twice, twice.profile, day, 7, catalog_for_tests()), 2.0 * one, 1e-6);
}

}  // namespace
}  // namespace strongback
