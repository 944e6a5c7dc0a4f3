#include "base/moment.h"

#include <gtest/gtest.h>

namespace strongback {
namespace {

TEST(Moment, IsReadAndWrittenWithItsOffset) {
  for (const char* text : {"2026-11-30T18:30:00+00:00", "2026-11-30T18:30:05.250+01:00",
                           "2026-03-01T00:10:00-09:30"}) {
    const auto moment = parse_moment(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_EQ(to_text(*moment), text);
  }
}

TEST(Moment, WithoutAnOffsetIsOnTheGivenClock) {
  const auto moment = parse_moment("2026-11-30T18:30", 60);
  ASSERT_TRUE(moment);
  EXPECT_EQ(to_text(*moment), "2026-11-30T18:30:00+01:00");
  EXPECT_EQ(to_text(*parse_moment("2026-11-30 18:30Z", 60)), "2026-11-30T18:30:00+00:00");
}

TEST(Moment, KnowsTheDayOfThePerson) {
  const Moment late = *parse_moment("2026-11-30T23:30:00Z");
  EXPECT_EQ(to_text(local_date(late)), "2026-11-30");
  EXPECT_EQ(to_text(local_date({late.at, 60})), "2026-12-01");
  EXPECT_EQ(local_minute({late.at, 60}), 30);
  EXPECT_EQ(at_local(local_date(late), local_minute(late), 0), late);
}

TEST(Moment, RefusesWhatIsNone) {
  for (const char* text : {"", "2026-11-30", "2026-11-30T", "2026-11-30T24:00", "2026-11-30T18:60",
                           "2026-13-30T18:00", "2026-11-30T18:30:61", "2026-11-30T18:30+15:00",
                           "2026-11-30T18:30Zx", "1969-11-30T18:30", "2200-01-01T00:00",
                           "2026-11-30T-1:30", "2026-11-30T18:30:05.25", "2026-11-30T18:30+1:00"}) {
    EXPECT_FALSE(parse_moment(text)) << text;
  }
}

TEST(Moment, CountsHours) {
  const Instant from = parse_moment("2026-11-30T18:30Z")->at;
  EXPECT_DOUBLE_EQ(hours_between(from, parse_moment("2026-12-01T18:30+01:00")->at), 23.0);
  EXPECT_EQ(plus_hours(from, 1.5), parse_moment("2026-11-30T20:00Z")->at);
}

}  // namespace
}  // namespace strongback
