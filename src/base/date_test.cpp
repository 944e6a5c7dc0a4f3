#include "base/date.h"

#include <gtest/gtest.h>

namespace strongback {
namespace {

TEST(Dates, ReadAndShowTheSameDay) {
  const auto day = parse_date("2026-11-30");
  ASSERT_TRUE(day);
  EXPECT_EQ(to_text(*day), "2026-11-30");
  EXPECT_EQ(weekday_of(*day), 0) << "a Monday";
  EXPECT_EQ(weekday_of(*parse_date("2026-11-29")), 6) << "a Sunday";
}

TEST(Dates, OnlyDaysOfTheCalendarBetween1900And2200) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("1900-01-01"));
  EXPECT_TRUE(parse_date("2200-12-31"));
  for (const char* text :
       {"2023-02-29", "2100-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-11-00",
        "1899-12-31", "2201-01-01", "2026-11-3", "26-11-30", "2026/11/30", "30-11-2026",
        "2026-11-30 ", "", "2026-+1-30", "2026--1-30", "2026- 1-30", "\xff"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_FALSE(make_date(2026, 11, 31));
}

TEST(Dates, TimesOfDay) {
  EXPECT_EQ(parse_clock("18:05"), 18 * 60 + 5);
  EXPECT_EQ(parse_clock("7:05"), 7 * 60 + 5);
  EXPECT_EQ(parse_clock("00:00"), 0);
  EXPECT_EQ(parse_clock("23:59"), 23 * 60 + 59);
  for (const char* text : {"24:00", "12:60", "7:5", "7", ":05", "007:05", "-1:05", "+7:05", "07:-5",
                           "7.05", "18:05:00", "", "\xff"}) {
    EXPECT_FALSE(parse_clock(text)) << text;
  }
  EXPECT_EQ(clock_text(7 * 60 + 5), "07:05");
}

TEST(Dates, Weekdays) {
  EXPECT_EQ(parse_weekday("monday"), 0);
  EXPECT_EQ(parse_weekday("Sun"), 6);
  EXPECT_EQ(parse_weekday("WEDNESDAY"), 2);
  for (const char* text : {"mo", "mond", "mondays", "", "moonday"}) {
    EXPECT_FALSE(parse_weekday(text)) << text;
  }
  EXPECT_EQ(weekday_name(0), "Monday");
  EXPECT_EQ(weekday_name(6), "Sunday");
}

TEST(DatesDeathTest, AWeekdayOutOfRangeIsABugOfOurs) {
  EXPECT_EXIT(weekday_name(7), ::testing::ExitedWithCode(70),
              "a bug of ours: .*a weekday is 0 to 6");
  EXPECT_EXIT(clock_text(24 * 60), ::testing::ExitedWithCode(70), "a time of day is below 24 h");
}

}  // namespace
}  // namespace strongback
