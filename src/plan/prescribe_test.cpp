#include "plan/prescribe.h"

#include <gtest/gtest.h>

#include "plan/people_for_tests.h"
#include "plan/strength.h"

namespace strongback {
namespace {

tl::expected<Prescription, std::string> fit(const std::string& exercise, const Person& person) {
  return prescribe(exercise_of(exercise), person, assess_care(person, real_catalog()),
                   real_catalog());
}

int rest(const std::string& exercise, const Person& person, double share) {
  return rest_s(exercise_of(exercise), person, real_catalog(), share);
}

TEST(Rest, GrowsWithTheLoad) {
  for (const auto& person : {novice(), lifter(), person_of("male", 70, 80)}) {
    int before = 0;
    for (int percent = 30; percent <= 100; ++percent) {
      const int now = rest("can-row-chair", person, percent / 100.0);
      EXPECT_GE(now, before) << percent;
      before = now;
    }
  }
  EXPECT_EQ(rest("can-row-chair", novice(), 0.5), 30);
  EXPECT_EQ(rest("can-row-chair", novice(), 0.7), 60);
  EXPECT_EQ(rest("can-row-chair", novice(), 1.0), 300);
}

TEST(Rest, FallsWithTheRepetitions) {
  int before = 1000;
  for (int n = 1; n <= 25; ++n) {
    const int now = rest("can-row-chair", novice(), share_of_max(real_rules(), n));
    EXPECT_LE(now, before) << n;
    before = now;
  }
}

TEST(Rest, IsNeverBelowTheArticlesForItsRows) {
  EXPECT_EQ(rest("one-arm-row-bench", novice(), 0.3), 30);
  EXPECT_EQ(rest("back-ext-floor", novice(), 0.3), 60);
  EXPECT_EQ(rest("barbell-pullover", novice(), 0.3), 90);
}

TEST(Rest, IsAQuarterLongerFrom65On) {
  EXPECT_EQ(rest("can-row-chair", person_of("male", 64, 80), 0.7), 60);
  EXPECT_EQ(rest("can-row-chair", person_of("male", 65, 80), 0.7), 75);
}

TEST(Rest, HasAFloorWithHighBloodPressure) {
  const Person person = person_of("male", 50, 80, "conditions = [\"htn-controlled\"]\n");
  EXPECT_EQ(rest("can-row-chair", person, 0.3), 60);
}

TEST(Rest, IsHalfAsLongAgainForHeavyBentOverWork) {
  EXPECT_EQ(rest("barbell-row", novice(), 0.7), 90);
}

TEST(Prescribe, GivesALoadThatTiresBetweenTheBounds) {
  const auto row = fit("one-arm-row-bench", novice());
  ASSERT_TRUE(row.has_value());
  EXPECT_EQ(row->line.load_text, "3 kg in one hand");
  EXPECT_EQ(row->line.reps->low, 8);
  EXPECT_EQ(row->line.reps->high, 12);
  EXPECT_EQ(row->line.reserve, 3);
  EXPECT_EQ(
      why(row->line, "load"),
      "0.14 of 64 kg body mass × 0.86 for age 34 × 0.61 for women (by the model the rear delts "
      "would tire within the set at 7.6 kg, so the usual first load stands) = 4.7 kg; what you "
      "can put together nearest to that, rounded down where possible, is 3 kg in one hand");
}

TEST(Prescribe, RaisesTheUpperBoundWhereTheHeaviestIsTooLight) {
  const auto row =
      fit("one-arm-row-bench",
          person_of("male", 25, 75, "[equipment]\nhave = [\"chair\"]\ndumbbells = [\"9 kg\"]\n"));
  ASSERT_TRUE(row.has_value());
  ASSERT_GT(row->line.reps->high, 12);
  EXPECT_EQ(why(row->line, "reps"), "8 to " + std::to_string(row->line.reps->high) +
                                        " repetitions: your heaviest is below the first load, so "
                                        "the upper bound rises from 12 to " +
                                        std::to_string(row->line.reps->high));
}

TEST(Prescribe, SaysWhyNot) {
  EXPECT_EQ(fit("barbell-row", lifter()).has_value(), false);
  EXPECT_EQ(fit("barbell-row", lifter()).error(), "it is for advanced level, above yours");
  EXPECT_EQ(fit("cable-row", novice()).error(), "no cable machine");
  EXPECT_EQ(
      fit("can-row-chair", novice()).error(),
      "the lightest you can put together, 3 kg in each hand, is more than a first load of 1.01 kg");
  EXPECT_EQ(fit("bird-dog", person_of("male", 30, 80, "[preferences]\ndisliked = [\"bird-dog\"]\n"))
                .error(),
            "you would rather not do it");
}

TEST(Prescribe, ALockedExerciseMayBeAboveTheLevel) {
  Person person = lifter();
  person.locked = {"barbell-row"};
  EXPECT_TRUE(fit("barbell-row", person).has_value());
}

TEST(Prescribe, HoldsHaveReasonsOfTheirOwn) {
  const auto plank = fit("bird-dog", novice());
  ASSERT_TRUE(plank.has_value());
  ASSERT_TRUE(plank->line.hold_s.has_value());
  EXPECT_EQ(why(plank->line, "reserve"),
            "stop before it becomes unsteady, while you could still go on");
}

TEST(DoseRule, FollowsGoalLevelAndAge) {
  const auto id = [](int age, const std::string& level, const std::string& goal) {
    return dose_rule(
               person_of("male", age, 80,
                         "[training]\nlevel = \"" + level + "\"\ngoals = [\"" + goal + "\"]\n"),
               real_rules())
        .id;
  };
  EXPECT_EQ(id(30, "gentle", "strength"), "dose-gentle");
  EXPECT_EQ(id(30, "novice", "strength"), "dose-health-novice");
  EXPECT_EQ(id(65, "novice", "health"), "dose-older-novice");
  EXPECT_EQ(id(30, "novice", "posture"), "dose-endurance");
  EXPECT_EQ(id(30, "intermediate", "health"), "dose-health-trained");
  EXPECT_EQ(id(30, "intermediate", "strength"), "dose-strength-intermediate");
  EXPECT_EQ(id(30, "advanced", "strength"), "dose-strength-advanced");
  EXPECT_EQ(id(30, "advanced", "muscle"), "dose-muscle");
  EXPECT_EQ(id(30, "advanced", "pain-aware"), "dose-gentle");
}

}  // namespace
}  // namespace strongback
