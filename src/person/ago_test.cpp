#include "person/ago.h"

#include <gtest/gtest.h>

namespace strongback {
namespace {

TEST(WeeksAgo, AreReadAsPeopleSayThem) {
  EXPECT_EQ(parse_weeks_ago("6 weeks ago"), 6.0);
  EXPECT_EQ(parse_weeks_ago(" 1 week  ago "), 1.0);
  EXPECT_EQ(parse_weeks_ago("A week ago"), 1.0);
  EXPECT_EQ(parse_weeks_ago("14 days ago"), 2.0);
  EXPECT_EQ(parse_weeks_ago("today"), 0.0);
  EXPECT_NEAR(*parse_weeks_ago("yesterday"), 1.0 / 7.0, 1e-12);
  EXPECT_NEAR(*parse_weeks_ago("12 months ago"), *parse_weeks_ago("1 year ago"), 1e-9);
  EXPECT_NEAR(*parse_weeks_ago("0.5 years ago"), 26.09, 0.01);
}

TEST(WeeksAgo, AreNothingForOtherWords) {
  for (const char* text : {"", "ago", "weeks ago", "6 weeks", "-1 weeks ago", "six weeks ago",
                           "6 moons ago", "6 s ago", "inf weeks ago", "6 weeks ago or so"}) {
    EXPECT_FALSE(parse_weeks_ago(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace strongback
