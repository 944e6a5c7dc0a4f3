#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace strongback {

/// Whole milliseconds since 1970 in UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// An instant and what the clock on the wall said then.
struct Moment {
  Instant at;
  int offset_min = 0;  ///< [min] local time less UTC, -840 to 840
  auto operator<=>(const Moment&) const = default;
};

/// The day on the person's calendar.
Date local_date(const Moment& moment);
/// [min] after local midnight.
int local_minute(const Moment& moment);
/// The moment at which the person's clock shows `minute` [min] of `day`.
Moment at_local(Date day, int minute, int offset_min);

/// [h] from `from` to `to`; negative when `to` is earlier.
double hours_between(Instant from, Instant to);
Instant plus_hours(Instant from, double hours);

/// "2026-11-30T18:30:05.250+01:00"; milliseconds are left out when they are 0.
std::string to_text(const Moment& moment);

/// A moment as `to_text` writes it; seconds may be missing, and "Z" is UTC.  Without an offset it
/// is read on a clock that is `offset_min` ahead of UTC.  Years 1970 to 2199.
std::optional<Moment> parse_moment(std::string_view text, int offset_min = 0);

}  // namespace strongback
