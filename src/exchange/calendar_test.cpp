#include "exchange/calendar.h"

#include <gmock/gmock.h>

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Calendar, HoldsSessionsOnTheClockOfThePerson) {
  const CalendarEntry entry{*make_date(2026, 11, 30), 18 * 60 + 30, 27.5, "Back training: pulling",
                            "2 x Row, one arm\n"};
  const Moment written = *parse_moment("2026-11-29T08:00+01:00");
  const std::string text = calendar_text({entry}, "maya", written);
  EXPECT_THAT(text, HasSubstr("UID:2026-11-30-maya@strongback\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20261129T070000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTART:20261130T183000\r\n")) << "18:30 wherever they are";
  EXPECT_THAT(text, HasSubstr("DTEND:20261130T185800\r\n"));
  EXPECT_THAT(text, HasSubstr("DESCRIPTION:2 x Row\\, one arm\\n"));
  EXPECT_EQ(text, calendar_text({entry}, "maya", written));
}

TEST(Calendar, GoesOverMidnight) {
  const CalendarEntry late{*make_date(2026, 12, 31), 23 * 60 + 50, 30.0, "x", ""};
  EXPECT_THAT(calendar_text({late}, "p", *parse_moment("2026-12-31T08:00Z")),
              HasSubstr("DTEND:20270101T002000"));
}

}  // namespace
}  // namespace strongback
