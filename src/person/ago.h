#pragma once

#include <optional>
#include <string_view>

namespace strongback {

inline constexpr double kWeeksPerYear = 365.25 / 7.0;  // mean Julian year

/// Weeks before today of a time as people say it: "6 weeks ago", "a month ago", "1.5 years ago",
/// "today", "yesterday".  Nothing when `text` is not such a time; the number may be any that is
/// not negative, ranges are the caller's.
std::optional<double> parse_weeks_ago(std::string_view text);

}  // namespace strongback
