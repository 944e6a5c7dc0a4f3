#include "train/pain.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"
#include "train/tolerance.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Rules& rules() { return catalog_for_tests().rules; }

/// A session with pain before, the most during, and next morning.
PainColor color(std::optional<int> before, std::optional<int> most, std::optional<int> morning) {
  DayPain pain;
  pain.before = before;
  pain.most = most;
  pain.morning = morning;
  return color_of(pain, rules());
}

TEST(PainColor, FollowsTheStatesOfTheRules) {  // rules 6.3
  EXPECT_EQ(color({}, {}, {}), PainColor::Green) << "nothing was said";
  EXPECT_EQ(color(0, 2, 0), PainColor::Green);
  EXPECT_EQ(color(2, 4, 2), PainColor::YellowOk);
  EXPECT_EQ(color(3, 5, 3), PainColor::YellowOk);
  EXPECT_EQ(color(2, 2, 3), PainColor::YellowHold);
  EXPECT_EQ(color(1, 2, 3), PainColor::Orange);
  EXPECT_EQ(color(1, 4, 1), PainColor::Red) << "a rise of three";
  EXPECT_EQ(color(4, 6, 4), PainColor::Red) << "above five";
}

TEST(PainColor, IsOrangeAfterAStiffMorning) {
  DayPain pain;
  pain.before = pain.morning = 1;
  pain.stiffness_rise_min = 15;
  EXPECT_EQ(color_of(pain, rules()), PainColor::Orange);
}

TEST(DayPain, StopsWhereItMovesOutwardOrIsNew) {
  LogForTests log(example_for_tests("novice.toml"));
  log.pain(2, PainWhen::BeforeSession, Site::BackOnly);
  log.pain(2, PainWhen::During, Site::Buttock);
  EXPECT_TRUE(day_pain(log.state(), local_date(log.now())).is_stop);

  LogForTests numb(example_for_tests("novice.toml"));
  PainReported report;
  report.when = PainWhen::During;
  report.is_numb_or_weak = true;
  numb.add(report);
  EXPECT_EQ(color_of(day_pain(numb.state(), local_date(numb.now())), rules()), PainColor::Red);
}

TEST(ExercisePain, BlamesTheExerciseThatHurt) {
  LogForTests log(example_for_tests("novice.toml"));
  log.pain(1, PainWhen::BeforeSession);
  log.set("one-arm-row-bench", 10, 3.0, 3, 1);
  log.set("back-ext-floor", 10, {}, 3, 3);
  const Date day = local_date(log.now());
  log.next_day().pain(3, PainWhen::NextMorning);
  const auto state = log.state();
  const Catalog& catalog = catalog_for_tests();
  EXPECT_EQ(color_of(exercise_pain(state, day, "back-ext-floor", catalog), rules()),
            PainColor::Orange);
  EXPECT_EQ(color_of(exercise_pain(state, day, "one-arm-row-bench", catalog), rules()),
            PainColor::Green);
}

TEST(ExercisePain, BlamesWhatLoadedTheSpineMostWhereNothingHurt) {
  LogForTests log(example_for_tests("novice.toml"));
  log.pain(1, PainWhen::BeforeSession);
  log.set("db-row-bent", 10, 3.0);
  log.set("plank-knee", 1);
  const Date day = local_date(log.now());
  log.next_day().pain(3, PainWhen::NextMorning);
  const auto state = log.state();
  const Catalog& catalog = catalog_for_tests();
  EXPECT_EQ(exercise_pain(state, day, "db-row-bent", catalog).morning, 3);
  EXPECT_FALSE(exercise_pain(state, day, "plank-knee", catalog).morning);
}

TEST(UsualPain, IsTheMedianOfTheLastFortnight) {
  LogForTests log(example_for_tests("weak-back.toml"));
  for (const int pain : {1, 1, 4, 1, 1}) {
    log.pain(pain);
    log.next_day();
  }
  EXPECT_EQ(usual_pain(log.state(), local_date(log.now()), rules()), 1);
}

TEST(Flare, ComesWithARiseOfTwoAndLeavesAfterThreeGoodMornings) {  // rules 6.15
  LogForTests log(example_for_tests("weak-back.toml"));
  const auto flare = [&] {
    return flare_at(log.state(), local_date(log.now()), catalog_for_tests());
  };
  for (int day = 0; day < 4; ++day) {
    log.pain(2);
    log.next_day();
  }
  EXPECT_FALSE(flare().is_on);
  log.pain(4);
  EXPECT_TRUE(flare().is_on);
  EXPECT_THAT(flare().reason, HasSubstr("pain of 4, where 2 is usual"));
  log.next_day().pain(3);
  log.next_day().pain(2);
  log.next_day().pain(5);  // no good morning: the count begins anew
  log.next_day().pain(3);
  log.next_day().pain(2);
  EXPECT_TRUE(flare().is_on);
  EXPECT_EQ(flare().good_mornings, 2);
  log.next_day().pain(2);
  EXPECT_FALSE(flare().is_on);
  EXPECT_EQ(flare().until, local_date(log.now()));
}

TEST(Flare, AMorningThatWasNotSaidBreaksTheRow) {
  LogForTests log(example_for_tests("weak-back.toml"));
  for (int day = 0; day < 4; ++day) {
    log.pain(2);
    log.next_day();
  }
  log.pain(6);
  log.next_day().pain(2);
  log.next_day().pain(2);
  log.next_day(2).pain(2);
  EXPECT_TRUE(flare_at(log.state(), local_date(log.now()), catalog_for_tests()).is_on);
}

TEST(Flare, ComesWithPainThatReachesFartherOut) {
  LogForTests log(example_for_tests("weak-back.toml"));
  for (int day = 0; day < 4; ++day) {
    log.pain(2, PainWhen::Now, Site::BackOnly);
    log.next_day();
  }
  log.pain(2, PainWhen::Now, Site::BelowKnee);
  EXPECT_TRUE(flare_at(log.state(), local_date(log.now()), catalog_for_tests()).is_on);
}

TEST(RestingExercises, RestAFortnightAfterTwoBadMorningsInARow) {
  LogForTests log(example_for_tests("novice.toml"));
  for (int time = 0; time < 2; ++time) {
    log.pain(1, PainWhen::BeforeSession);
    log.set("back-ext-floor", 10, {}, 3, 2);
    log.next_day().pain(3, PainWhen::NextMorning);
    log.next_day(3).pain(1);
  }
  const Date day = local_date(log.now());
  const auto resting = resting_exercises(log.state(), day, catalog_for_tests());
  ASSERT_THAT(resting, SizeIs(1));
  EXPECT_EQ(resting.front().exercise, "back-ext-floor");
  EXPECT_EQ(resting.front().until, day - std::chrono::days{4} + std::chrono::days{15});
  EXPECT_THAT(resting_exercises(log.state(), day + std::chrono::days{20}, catalog_for_tests()),
              IsEmpty());
}

TEST(Suspect, AsksAboutWhatGrewAndLoadsTheSpine) {
  LogForTests log(example_for_tests("novice.toml"));
  for (int week = 0; week < 3; ++week) {
    log.set("one-arm-row-bench", 10, 3.0);
    log.set("db-row-bent", 10, 3.0);
    log.next_day(7);
  }
  log.set("one-arm-row-bench", 10, 3.0);
  for (int i = 0; i < 4; ++i) log.set("db-row-bent", 10, 5.0);
  const auto question = suspect(log.state(), local_date(log.now()), catalog_for_tests());
  ASSERT_TRUE(question);
  EXPECT_THAT(*question, HasSubstr("Could it come from Dumbbell row, bent over"));
}

TEST(Tolerance, FallsAfterTwoBadSessionsAndRisesAfterFourGoodWeeks) {
  LogForTests log(example_for_tests("novice.toml"));
  const auto level = [&] {
    const auto below = tolerance_at(log.state(), local_date(log.now()), catalog_for_tests());
    const auto found = below.find(Property::AxialCompression);
    return found == below.end() ? 3 : found->second.level;
  };
  EXPECT_EQ(level(), 3);
  for (int time = 0; time < 2; ++time) {
    log.pain(1, PainWhen::BeforeSession);
    log.set("db-row-bent", 10, 3.0, 3, 2);
    log.next_day().pain(4, PainWhen::NextMorning);
    log.next_day(2);
  }
  EXPECT_EQ(level(), 2) << "a bent-over row is of level 3";
  for (int session = 0; session < 12; ++session) {
    log.pain(1, PainWhen::BeforeSession);
    log.set("bird-dog", 8);
    log.next_day().pain(1, PainWhen::NextMorning);
    log.next_day(2);
  }
  EXPECT_EQ(level(), 3);
}

TEST(Tolerance, BeginsLowerWithPain) {
  LogForTests log(example_for_tests("weak-back.toml"));
  const auto below = tolerance_at(log.state(), local_date(log.now()), catalog_for_tests());
  ASSERT_TRUE(below.contains(Property::Flexion));
  EXPECT_EQ(below.at(Property::Flexion).level, 2);
}

}  // namespace
}  // namespace strongback
