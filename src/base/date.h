#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace strongback {

/// A calendar day, without a time zone.
using Date = std::chrono::sys_days;

/// Monday is 0, Sunday 6.
inline constexpr int kDaysPerWeek = 7;
int weekday_of(Date date);

/// "Monday" ... "Sunday".
std::string weekday_name(int weekday);

/// 0 for "monday" or "mon", upper or lower case; nothing for other words.
std::optional<int> parse_weekday(std::string_view text);

/// "2026-11-30".
std::string to_text(Date date);
std::optional<Date> parse_date(std::string_view text);
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Minutes after midnight.  "18:05".
std::string clock_text(int minutes);
std::optional<int> parse_clock(std::string_view text);

}  // namespace strongback
