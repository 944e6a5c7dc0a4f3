#include "plan/loads.h"

#include <gmock/gmock.h>

#include "plan/people_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const Person& person, const std::string& exercise,
                               const std::vector<std::string>& things) {
  std::vector<std::string> texts;
  for (const auto& load : loads_for(exercise_of(exercise), things, person, real_catalog()))
    texts.push_back(load.text);
  return texts;
}

double start_kg(const std::string& sex, int age, int mass_kg,
                const std::string& exercise = "one-arm-row-bench") {
  const auto start =
      start_load(exercise_of(exercise), person_of(sex, age, mass_kg), real_rules(), {});
  return start ? in_kilograms(start->each) : 0.0;
}

// The worked examples of the start coefficients: design values of this project on the age steps of
// Cooper's bench-press norms (data/sources.toml [Cooper], second-hand), docs/theory/load.md.
TEST(StartLoad, IsThatOfTheWorkedExamples) {
  EXPECT_NEAR(start_kg("male", 25, 75), 10.5, 0.05);
  EXPECT_NEAR(start_kg("male", 45, 85), 8.6, 0.05);
  EXPECT_NEAR(start_kg("male", 70, 80), 6.2, 0.05);
  EXPECT_NEAR(start_kg("female", 25, 62), 5.3, 0.05);
  EXPECT_NEAR(start_kg("female", 45, 70), 4.2, 0.05);
  EXPECT_NEAR(start_kg("female", 72, 75), 3.1, 0.05);
  EXPECT_NEAR(start_kg("female", 72, 75, "can-row-chair"), 0.7, 0.05);  // a can of food
}

TEST(StartLoad, SaysItsArithmetic) {
  const auto start = start_load(exercise_of("one-arm-row-bench"), person_of("female", 45, 70),
                                real_rules(), {0.5, 13.0});
  ASSERT_TRUE(start.has_value());
  EXPECT_EQ(start->text,
            "0.14 of 64 kg (the most that is counted) × 0.77 for age 45 × 0.61 for women × 0.5 for "
            "what you told about "
            "your health");
  EXPECT_EQ(start->rule, "start-load");
}

TEST(StartLoad, FollowsLastWeekWhereItIsKnown) {
  const Person person = person_of("male", 30, 80, R"(
[training]
level = "intermediate"
[[last_week.set]]
exercise = "barbell-row"
reps = 6
load = "75 kg"
reserve = 2
)");
  const auto same = start_load(exercise_of("barbell-row"), person, real_rules(), {1.0, 8.0});
  ASSERT_TRUE(same.has_value());
  EXPECT_NEAR(in_kilograms(same->each), 75.0, 1e-9);  // 6 done and 2 left is 8 to the limit
  const auto lighter = start_load(exercise_of("barbell-row"), person, real_rules(), {1.0, 13.0});
  EXPECT_NEAR(in_kilograms(lighter->each), 75.0 * 69.1 / 78.3, 0.1);  // docs/theory/load.md
  EXPECT_EQ(
      lighter->text,
      "last week's 6 repetitions with 75 kg and 2 left, brought to a set of about 13 to the limit");
}

TEST(StartLoad, CountsABeginnersReserveOneHigher) {
  const Person person = person_of("male", 30, 80, R"(
[[last_week.set]]
exercise = "barbell-row"
reps = 6
load = "30 kg"
reserve = 2
)");
  const auto start = start_load(exercise_of("barbell-row"), person, real_rules(), {1.0, 9.0});
  EXPECT_NEAR(in_kilograms(start->each), 30.0, 1e-9);
}

TEST(LoadsFor, OnePieceIsNoPair) {
  const Person person = person_of(
      "male", 30, 80, "[equipment]\nhave = [\"chair\"]\ndumbbells = [\"8 kg\", \"2 x 5 kg\"]\n");
  EXPECT_THAT(texts(person, "can-row-chair", {"dumbbell", "chair"}),
              ElementsAre("5 kg in each hand"));
  EXPECT_THAT(texts(person, "one-arm-row-bench", {"dumbbell", "chair"}),
              ElementsAre("5 kg in one hand", "8 kg in one hand"));
}

TEST(LoadsFor, PlatesAreSharedByBothHandlesAndBothEnds) {
  const Person person = person_of(
      "male", 30, 80,
      "[equipment]\nadjustable = { handles = 2, handle = \"2 kg\", plates = [\"4 x 1.25 kg\"] }\n");
  EXPECT_THAT(texts(person, "can-row-chair", {"dumbbell"}),
              ElementsAre("2 kg in each hand", "4.5 kg in each hand"));
  EXPECT_THAT(texts(person, "one-arm-row-bench", {"dumbbell"}),
              ElementsAre("2 kg in one hand", "4.5 kg in one hand", "7 kg in one hand"));
}

TEST(LoadsFor, ASingleHandleMakesNoPair) {
  const Person person = person_of(
      "male", 30, 80,
      "[equipment]\nadjustable = { handles = 1, handle = \"2 kg\", plates = [\"4 x 1.25 kg\"] }\n");
  EXPECT_THAT(texts(person, "can-row-chair", {"dumbbell"}), IsEmpty());
}

TEST(LoadsFor, ABarHasBothEndsAlike) {
  const Person person =
      person_of("male", 30, 80,
                "[equipment]\nbarbell = { bar = \"20 kg\", plates = [\"3 x 5 kg\", \"10 kg\"] }\n");
  EXPECT_THAT(texts(person, "barbell-row", {"barbell"}),
              ElementsAre("the empty bar, 20 kg", "30 kg (bar and 5 kg on each end)"));
}

TEST(LoadsFor, HouseholdThingsGoByName) {
  const Person person = person_of("female", 70, 60, R"([[equipment.household]]
object = "tin-400g"
count = 2
[[equipment.household]]
name = "old flat iron"
mass = "1.2 kg"
)");
  EXPECT_THAT(texts(person, "can-row-chair", {"household", "chair"}),
              ElementsAre("a 400 g tin in each hand"));
  EXPECT_THAT(texts(person, "one-arm-row-bench", {"household"}),
              ElementsAre("a 400 g tin in one hand", "an old flat iron in one hand"));
}

TEST(LoadsFor, PoundsAreAnsweredInPounds) {
  const Person person = person_of(
      "sex = \"male\"\nage = 30\ncountry = \"US\"\n[equipment]\ndumbbells = [\"2 x 12 lb\"]\n");
  EXPECT_THAT(texts(person, "can-row-chair", {"dumbbell"}), ElementsAre("12 lb in each hand"));
}

TEST(LoadsFor, AStackGoesInItsSteps) {
  const Person person = person_of("male", 30, 80, R"([equipment.stack.cable]
lightest = "2.5 kg"
heaviest = "10 kg"
step = "2.5 kg"
)");
  EXPECT_THAT(texts(person, "cable-row", {"cable"}),
              ElementsAre("2.5 kg on the stack", "5 kg on the stack", "7.5 kg on the stack",
                          "10 kg on the stack"));
}

TEST(FirstBand, IsTheOneWithTheLeastKnownForce) {
  const Person person = person_of("male", 30, 80, R"([[equipment.band]]
name = "black"
force = "180 N"
[[equipment.band]]
name = "red"
force = "40 N"
)");
  EXPECT_EQ(first_band(person), "red");
}

TEST(MissingEquipment, NamesTheFewestThings) {
  const Person person = person_of("male", 30, 80);
  EXPECT_EQ(missing_equipment(exercise_of("barbell-pullover"), person, real_catalog()),
            "no barbell and no bench");
}

}  // namespace
}  // namespace strongback
