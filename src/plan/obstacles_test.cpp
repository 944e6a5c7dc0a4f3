#include "plan/obstacles.h"

#include <gmock/gmock.h>

#include "plan/people_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;

std::vector<std::string> conflicts(const Person& person) { return program_of(person).conflicts; }

bool has_plan(const Person& person) { return program_of(person).status != Status::NoPlan; }

TEST(Obstacles, FourIdenticalDays) {
  Person person = person_of("male", 33, 80, R"(
[training]
level = "intermediate"
[time]
days = ["mon", "tue", "thu", "fri"]
days_per_week = 4
identical_days = true
)");
  EXPECT_THAT(
      conflicts(person),
      ElementsAre("you ask for 4 sessions a week (to free it: leave 'days_per_week' out, or ask "
                  "for fewer)",
                  "every session is to be the same: 4 a week leave 42 h between them on average "
                  "(168 h / 4), and a "
                  "muscle needs 48 h (to free it: allow two kinds of session in turn (A/B/A/B))"));
  Person fewer = person;
  fewer.days_per_week.reset();
  EXPECT_TRUE(has_plan(fewer));
  person.wants_identical_days = false;
  EXPECT_TRUE(has_plan(person));
}

TEST(Obstacles, ASessionOfEightMinutes) {
  Person person = person_of("male", 33, 80, "[time]\nminutes = 8\n");
  EXPECT_THAT(conflicts(person),
              ElementsAre("a session may take 8 min (to free it: give a session at least 15 min)"));
  person.minutes = 15;
  EXPECT_TRUE(has_plan(person));
}

TEST(Obstacles, ALockedExerciseWithoutItsEquipment) {
  Person person =
      person_of("male", 33, 80,
                "[training]\nlevel = \"advanced\"\n[preferences]\nlocked = [\"barbell-row\"]\n");
  EXPECT_THAT(conflicts(person), ElementsAre("'Barbell bent-over row' is to be in the program (to "
                                             "free it: take it off the list of locked "
                                             "exercises)",
                                             "only what you own is used (to free it: add equipment "
                                             "or household objects to the file)"));
  Person equipped = person;
  equipped.inventory.things.emplace_back("barbell");
  equipped.inventory.barbell = Barbell{kilograms(20), {{4, kilograms(5)}}};
  const Program program = program_of(equipped);
  EXPECT_NE(program.status, Status::NoPlan);
  EXPECT_NE(line_of(program, "barbell-row"), nullptr);
  person.locked.clear();
  EXPECT_TRUE(has_plan(person));
}

TEST(Obstacles, ALockedExerciseThatIsNotSafeIsLeftOutInstead) {
  const Person person =
      person_of("male", 33, 80,
                "conditions = [\"disc-herniation-quiet\"]\n[training]\nlevel = \"advanced\"\n"
                "[preferences]\nlocked = [\"deadlift-bb\"]\n");
  const Program program = program_of(person);
  EXPECT_NE(program.status, Status::NoPlan);
  EXPECT_NE(because(program, "deadlift-bb"), "");
}

TEST(Obstacles, SixDaysAWeek) {
  Person person = person_of("male", 33, 80, R"([time]
days = ["mon", "tue", "wed", "thu", "fri", "sat"]
days_per_week = 6
)");
  EXPECT_THAT(
      conflicts(person),
      ElementsAre("you ask for 6 sessions a week (to free it: leave 'days_per_week' out, or ask "
                  "for fewer)"));
  person.days_per_week.reset();
  EXPECT_TRUE(has_plan(person));
}

TEST(Obstacles, TwoDaysTooNearEachOther) {
  Person person = person_of("male", 33, 80, R"([time]
days = ["mon", "tue"]
days_per_week = 2
identical_days = true
)");
  const auto set = conflicts(person);
  ASSERT_EQ(set.size(), 3U);
  EXPECT_EQ(
      set[0],
      "you can train on Monday and Tuesday (to free it: offer more days, or days further apart)");
  Person other = person;
  other.days[1].weekday = 3;
  EXPECT_TRUE(has_plan(other));
  other = person;
  other.days_per_week = 1;
  EXPECT_TRUE(has_plan(other));
  other = person;
  other.wants_identical_days = false;
  EXPECT_TRUE(has_plan(other));
}

// Found in review: with two troubles at once only the first was named, and freeing it freed
// nothing.
TEST(Obstacles, TwoTroublesAreBothNamed) {
  Person person = person_of("male", 33, 80, R"([time]
days = ["mon", "tue", "wed", "thu", "fri", "sat"]
days_per_week = 6
minutes = 8
)");
  const auto set = conflicts(person);
  ASSERT_EQ(set.size(), 2U);
  EXPECT_THAT(set[1], testing::StartsWith("apart from that: a session may take 8 min"));
  person.days_per_week.reset();
  EXPECT_FALSE(has_plan(person));
  person.minutes = 20;
  EXPECT_TRUE(has_plan(person));
}

}  // namespace
}  // namespace strongback
