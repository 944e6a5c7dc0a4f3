#include <gtest/gtest.h>

#include <map>

#include "catalog/doses_for_tests.h"
#include "plan/build_week.h"
#include "plan/people_for_tests.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

double cap(const Person& person, const std::string& muscle) {
  return weekly_cap(person, real_rules(), muscle);
}

Range2 range(const Person& person, const std::string& muscle) {
  return weekly_range(person, real_rules(), *find_muscle(real_catalog(), muscle));
}

constexpr const char* kGardener = R"(
[[week.activity]]
activity = "digging"
minutes = 130
days = ["tuesday", "saturday"]
)";

TEST(RampSets, BeginAtHalfAndGainThreeEveryTwoWeeks) {
  const int expected[] = {9, 9, 12, 12, 15, 15, 18, 18, 18};
  for (int week = 1; week <= 9; ++week)
    EXPECT_EQ(ramp_sets(novice(), real_rules(), 18, week), expected[week - 1]) << week;
}

TEST(RampSets, RoundUpHalfAnOddNumberAndNeverPassTheFull) {
  EXPECT_EQ(ramp_sets(novice(), real_rules(), 7, 1), 4);
  EXPECT_EQ(ramp_sets(novice(), real_rules(), 7, 3), 7);
  EXPECT_EQ(ramp_sets(lifter(), real_rules(), 18, 1), 18);
}

TEST(WeeklyCap, TakesTheLowestThatHolds) {
  EXPECT_EQ(cap(lifter(), "latissimus-dorsi"), 22);
  EXPECT_EQ(cap(lifter(), "multifidus"), 10);
  EXPECT_EQ(cap(novice(), "latissimus-dorsi"), 12);
  EXPECT_EQ(
      cap(person_of("male", 65, 80, "[training]\nlevel = \"advanced\"\n"), "latissimus-dorsi"), 10);
}

TEST(WeeklyRange, IsTheWidestThatTheGoalsAsk) {
  EXPECT_EQ(range(lifter(), "latissimus-dorsi").low, 6);  // strength
  EXPECT_EQ(range(lifter(), "latissimus-dorsi").high, 12);
  EXPECT_EQ(range(lifter(), "biceps-brachii").high, 6);  // a helper: half
  EXPECT_EQ(range(lifter(), "multifidus").high, 10);     // never above the cap
  const Person novice_lifter =
      person_of("male", 30, 80, "[training]\nlevel = \"novice\"\ngoals = [\"muscle\"]\n");
  EXPECT_EQ(range(novice_lifter, "latissimus-dorsi").high, 10);
}

TEST(ChoreSets, CountTwoHelpingSetsAnHourForTheLowBack) {
  EXPECT_DOUBLE_EQ(chore_sets(person_of("male", 50, 80, kGardener), real_catalog()),
                   4.0);  // 2 x 2 h
  EXPECT_DOUBLE_EQ(chore_sets(person_of("male", 50, 80, R"(
[[week.activity]]
activity = "digging"
minutes = 59
times = 7
)"),
                              real_catalog()),
                   0.0);
}

TEST(ChoreSets, HalveBendingWorkWithinADay) {
  const Person person = person_of(
      "male", 50, 80, std::string(kGardener) + "[time]\ndays = [\"wednesday\", \"thursday\"]\n");
  EXPECT_TRUE(is_near_heavy_chores(person, real_catalog(), {2, 1080}));
  EXPECT_FALSE(is_near_heavy_chores(person, real_catalog(), {3, 1080}));
  EXPECT_TRUE(is_near_heavy_chores(person, real_catalog(), {6, 1080}));  // Sunday, the day after
  const Assessment care = assess_care(person, real_catalog());
  const PlanInput input = input_of(person, care);
  const auto most = [&](int weekday) {
    const WeekProblem problem = full_week(input, {{{weekday, 1080}}, {0}, 1});
    for (const auto& option : problem.options) {
      if (option.id == "back-ext-floor") return option.most_sets;
    }
    return 0;
  };
  EXPECT_EQ(most(3), 3);
  EXPECT_EQ(most(2), 1);
}

TEST(ChoreSets, CountTowardTheWeeklyCap) {
  const Person person = person_of("male", 50, 80, kGardener);
  const Assessment care = assess_care(person, real_catalog());
  const PlanInput input = input_of(person, care);
  const WeekProblem problem = full_week(input, {{{3, 1080}}, {0}, 1});
  const auto sets = weekly_sets(problem, empty_choice(problem));
  for (std::size_t m = 0; m < sets.size(); ++m) {
    const std::string& id = real_catalog().muscles[m].id;
    EXPECT_DOUBLE_EQ(sets[m], id == "multifidus" || id == "erector-spinae-lumbar" ? 4.0 : 0.0)
        << id;
  }
}

TEST(IsTooEarly, KeepsBendingOutOfTheFirstTwoHours) {
  const Person person = person_of(
      "male", 50, 80,
      "conditions = [\"flexion-intolerant\"]\n[time]\nwake = \"07:00\"\nat = \"08:00\"\n");
  const Assessment care = assess_care(person, real_catalog());
  const PlanInput input = input_of(person, care);
  ASSERT_EQ(care.caps.no_flexion_h_after_rising, 2);
  EXPECT_TRUE(is_too_early(input, exercise_of("deadlift-kb"), {0, 8 * 60 + 59}));
  EXPECT_FALSE(is_too_early(input, exercise_of("deadlift-kb"), {0, 9 * 60}));
  EXPECT_FALSE(is_too_early(input, exercise_of("bird-dog"), {0, 7 * 60}));
}

TEST(SplitKinds, KeepPullingThatTiresTheLowBackOutWhenBIsNear) {
  const Person person = lifter();
  const Assessment care = assess_care(person, real_catalog());
  const Catalog by_list = trusting(real_catalog(), {});
  std::vector<LeftOut> ignored;
  const PlanInput input{
      &person, &care, &by_list, fitted_exercises(person, care, by_list, ignored), {}};
  const WeekProblem problem = full_week(input, {person.days, {0, 1, 0, 1}, 2});
  std::map<std::string, std::uint32_t> slots;
  for (const auto& option : problem.options) slots[option.id] = option.slots;
  EXPECT_EQ(slots.at("db-row-bent"), 0U);
  EXPECT_EQ(slots.at("chest-sup-row"), 1U);
  EXPECT_EQ(slots.at("good-morning"), 2U);
  EXPECT_EQ(slots.at("bird-dog"), 3U);
}

TEST(SessionFrame, IsShorterInShortSessions) {
  Person person = novice();
  EXPECT_DOUBLE_EQ(session_frame(person, real_rules()).warm_up_min, 6.0);
  EXPECT_DOUBLE_EQ(session_frame(person, real_rules()).cool_down_min, 4.0);
  person.minutes = 29;
  EXPECT_DOUBLE_EQ(session_frame(person, real_rules()).warm_up_min, 5.0);
  EXPECT_DOUBLE_EQ(session_frame(person, real_rules()).cool_down_min, 3.0);
}

}  // namespace
}  // namespace strongback
