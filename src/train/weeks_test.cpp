#include "train/weeks.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

LogForTests novice_with_program() {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan();
  return log;
}

/// Trains on the planned days of `weeks` weeks from the next Monday on.
void train_weeks(LogForTests& log, int weeks) {
  for (int day = 0; day < 7 * weeks; ++day) {
    const std::string date = to_text(local_date(log.now()));
    log.on(date, "18:30");
    if (log.today().kind == DayKind::Session) log.train();
    log.on(date, "08:00").next_day();
  }
}

std::vector<Easing> easings(const LogForTests& log) {
  return easings_at(log.state(), local_date(log.now()), catalog_for_tests());
}

TEST(ProgramWeek, WaitsForWeeksThatWereMissed) {
  LogForTests log = novice_with_program();
  const auto week = [&] {
    return program_week(log.state(), local_date(log.now()), catalog_for_tests().rules);
  };
  EXPECT_EQ(week(), 1);
  train_weeks(log, 2);
  EXPECT_EQ(week(), 3);
  log.next_day(7);
  EXPECT_EQ(week(), 3);
  log.next_day(7 * 14);
  EXPECT_EQ(week(), 1) << "after twelve weeks the ramp begins anew";
}

TEST(WeeksTrained, CountOnlyWeeksWithTraining) {
  LogForTests log = novice_with_program();
  EXPECT_EQ(weeks_trained(log.state(), local_date(log.now())), 1);
  train_weeks(log, 2);
  EXPECT_EQ(weeks_trained(log.state(), local_date(log.now())), 3);
  log.next_day(21);
  EXPECT_EQ(weeks_trained(log.state(), local_date(log.now())), 3);
}

TEST(Easing, GrowsWithTheBreak) {  // rules 2.13
  LogForTests log = novice_with_program();
  train_weeks(log, 3);
  EXPECT_THAT(easings(log), IsEmpty());
  struct Case {
    int days;
    double load, sets;
  };
  for (const Case& one :
       {Case{4, 1.0, 1.0}, Case{12, 0.9, 1.0}, Case{20, 0.8, 0.667}, Case{40, 0.7, 0.5}}) {
    LogForTests later = log;
    later.next_day(one.days - 3);  // the last session was on Friday
    const auto found = easings(later);
    if (one.load == 1.0) {
      EXPECT_THAT(found, IsEmpty()) << one.days;
      continue;
    }
    ASSERT_THAT(found, SizeIs(1)) << one.days;
    EXPECT_DOUBLE_EQ(found.front().load, one.load);
    EXPECT_DOUBLE_EQ(found.front().sets, one.sets);
  }
}

TEST(Easing, AnEasyWeekComesAfterEightWeeksOfANovice) {
  LogForTests log = novice_with_program();
  train_weeks(log, 8);
  const auto found = easings(log);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().why.text, HasSubstr("an easy week: after 8 weeks of training"));
  EXPECT_DOUBLE_EQ(found.front().sets, 0.5);
  EXPECT_EQ(found.front().reserve, 2);
  train_weeks(log, 1);
  EXPECT_THAT(easings(log), IsEmpty()) << "one week of it";
}

TEST(Easing, AnEasyWeekComesWithTwoSignsOfTiredness) {
  LogForTests log = novice_with_program();
  train_weeks(log, 1);
  for (int day = 0; day < 7; ++day) {
    log.pain(1);
    log.next_day();
  }
  for (int day = 0; day < 7; ++day) {
    log.add(Slept{5.0});
    log.pain(2);
    log.next_day();
  }
  const auto found = easings(log);
  ASSERT_FALSE(found.empty());
  const bool is_easy = std::any_of(found.begin(), found.end(), [](const Easing& easing) {
    return easing.why.rule == "deload" || easing.why.rule == "training-gap";
  });
  EXPECT_TRUE(is_easy);
}

TEST(Easing, ABusyTimeKeepsOneSet) {
  LogForTests log = novice_with_program();
  train_weeks(log, 1);
  log.add(Busy{local_date(log.now()) + std::chrono::days{14}});
  const auto found = easings(log);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_TRUE(found.front().is_one_set);
  log.next_day(15);
  for (const Easing& easing : easings(log)) EXPECT_FALSE(easing.is_one_set);
}

TEST(SessionStart, IsThatOfTheGuidedSession) {
  DiaryDay day;
  const Moment at = *parse_moment("2026-11-30T18:40Z");
  EXPECT_EQ(session_start(day, at), at);
  day.sessions.push_back({*parse_moment("2026-11-30T18:30Z"), {}, {}, SessionEnd::Done});
  EXPECT_EQ(to_text(session_start(day, at)), "2026-11-30T18:30:00+00:00");
}

}  // namespace
}  // namespace strongback
