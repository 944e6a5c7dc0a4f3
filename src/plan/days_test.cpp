#include "plan/days.h"

#include <gmock/gmock.h>

#include "plan/people_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<DayPattern> patterns(const Person& person) {
  return day_patterns(person, real_rules(), 48.0);
}

std::vector<int> weekdays(const DayPattern& pattern) {
  std::vector<int> days;
  for (const auto& day : pattern.days) days.push_back(day.weekday);
  return days;
}

TEST(HoursUntil, CountsFromClockToClock) {
  EXPECT_DOUBLE_EQ(hours_until({0, 18 * 60}, {2, 7 * 60}),
                   37.0);  // Monday evening to Wednesday morning
  EXPECT_DOUBLE_EQ(hours_until({2, 7 * 60}, {0, 18 * 60}), 131.0);
  EXPECT_DOUBLE_EQ(hours_until({0, 600}, {0, 600}), kHoursPerWeek);
  EXPECT_DOUBLE_EQ(hours_between({2, 7 * 60}, {0, 18 * 60}), 37.0);
}

TEST(DayPatterns, RefuseTheSameSessionAfter37Hours) {
  const Person person = person_of("male", 30, 80, R"(
[time]
days = ["monday", "wednesday"]
at = { monday = "18:00", wednesday = "07:00" }
days_per_week = 2
identical_days = true
)");
  EXPECT_THAT(patterns(person), IsEmpty());
  Person later = person;
  later.days[1].start_min = 18 * 60;
  EXPECT_THAT(patterns(later), SizeIs(1));
}

TEST(DayPatterns, FourIdenticalDaysNeverFit) {
  Person person = person_of("male", 30, 80, R"(
[time]
days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
days_per_week = 4
identical_days = true
)");
  EXPECT_THAT(patterns(person), IsEmpty());  // 168 h / 4 is 42 h
  person.wants_identical_days = false;
  const auto split = patterns(person);
  ASSERT_THAT(split, SizeIs(1));
  EXPECT_EQ(split.front().sessions, 2);
  EXPECT_THAT(split.front().session, ElementsAre(0, 1, 0, 1));
}

TEST(DayPatterns, SplitFourDaysAsABAB) {
  const auto split = patterns(lifter());
  ASSERT_THAT(split, SizeIs(1));
  EXPECT_THAT(weekdays(split.front()), ElementsAre(0, 1, 3, 4));
  EXPECT_THAT(split.front().session, ElementsAre(0, 1, 0, 1));
}

TEST(DayPatterns, FiveDaysAreNoPlan) {
  EXPECT_THAT(patterns(person_of("male", 30, 80, R"([time]
days = ["mon", "tue", "wed", "thu", "fri"]
days_per_week = 5
)")),
              IsEmpty());
}

TEST(SessionsPerWeek, FollowLevelAndAge) {
  const auto count = [](int age, const std::string& level) {
    const auto asked =
        sessions_per_week(person_of("male", age, 80, "[training]\nlevel = \"" + level + R"("
[time]
days = ["mon", "tue", "wed", "thu", "fri"]
)"),
                          real_rules());
    return std::pair{asked.low, asked.high};
  };
  EXPECT_EQ(count(30, "novice"), (std::pair{2, 3}));
  EXPECT_EQ(count(65, "novice"), (std::pair{2, 2}));
  EXPECT_EQ(count(65, "advanced"), (std::pair{3, 4}));
}

}  // namespace
}  // namespace strongback
