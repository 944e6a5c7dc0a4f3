#include "base/moment.h"

#include <fmt/format.h>

#include <charconv>

namespace strongback {
namespace {

using std::chrono::floor;
using std::chrono::minutes;

constexpr int kMinutesPerDay = 24 * 60;
constexpr int kMostOffset_min = 14 * 60;
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

auto local_time(const Moment& moment) { return moment.at + minutes{moment.offset_min}; }

/// A number of exactly `digits` digits at the start of `text`, which is then shorter.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits || text.front() == '-')
    return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

/// ":05" or ":05.250" [ms]; 0 where nothing of the kind stands; nothing when it is malformed.
std::optional<int> take_seconds(std::string_view& text) {
  if (!take(text, ':')) return 0;
  const auto seconds = take_digits(text, 2);
  if (!seconds || *seconds > 59) return std::nullopt;
  if (!take(text, '.')) return *seconds * 1000;
  const auto millis = take_digits(text, 3);
  if (!millis) return std::nullopt;
  return *seconds * 1000 + *millis;
}

/// "Z", "+01:00"; `usual` where nothing stands.
std::optional<int> take_offset(std::string_view& text, int usual) {
  if (text.empty()) return usual;
  if (take(text, 'Z')) return 0;
  const bool is_west = text.front() == '-';
  if (!is_west && text.front() != '+') return std::nullopt;
  text.remove_prefix(1);
  const auto hours = take_digits(text, 2);
  if (!hours || !take(text, ':')) return std::nullopt;
  const auto rest = take_digits(text, 2);
  if (!rest || *rest > 59) return std::nullopt;
  const int offset = *hours * 60 + *rest;
  if (offset > kMostOffset_min) return std::nullopt;
  return is_west ? -offset : offset;
}

}  // namespace

Date local_date(const Moment& moment) { return floor<std::chrono::days>(local_time(moment)); }

int local_minute(const Moment& moment) {
  const auto local = local_time(moment);
  return static_cast<int>(floor<minutes>(local - floor<std::chrono::days>(local)).count());
}

Moment at_local(Date day, int minute, int offset_min) {
  return {Instant{day} + minutes{minute} - minutes{offset_min}, offset_min};
}

double hours_between(Instant from, Instant to) {
  return std::chrono::duration<double, std::ratio<3600>>(to - from).count();
}

Instant plus_hours(Instant from, double hours) {
  return from + std::chrono::round<std::chrono::milliseconds>(
                    std::chrono::duration<double, std::ratio<3600>>(hours));
}

std::string to_text(const Moment& moment) {
  const auto local = local_time(moment);
  const auto in_day = local - floor<std::chrono::days>(local);
  const long long millis = in_day.count();
  const long long second = millis / 1000;
  const std::string fraction = millis % 1000 == 0 ? "" : fmt::format(".{:03}", millis % 1000);
  const int offset = moment.offset_min < 0 ? -moment.offset_min : moment.offset_min;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{}{:02}:{:02}", to_text(local_date(moment)),
                     second / 3600, second / 60 % 60, second % 60, fraction,
                     moment.offset_min < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::optional<Moment> parse_moment(std::string_view text, int offset_min) {
  constexpr std::size_t kDateSize = 10;
  if (text.size() < kDateSize + 1) return std::nullopt;
  const auto day = parse_date(text.substr(0, kDateSize));
  text.remove_prefix(kDateSize);
  if (!day || (!take(text, 'T') && !take(text, ' '))) return std::nullopt;
  const int year = int{std::chrono::year_month_day{*day}.year()};
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *hour * 60 + *minute >= kMinutesPerDay || *minute > 59) return std::nullopt;
  const auto millis = take_seconds(text);
  if (!millis) return std::nullopt;
  const auto offset = take_offset(text, offset_min);
  if (!offset || !text.empty()) return std::nullopt;
  Moment moment = at_local(*day, *hour * 60 + *minute, *offset);
  moment.at += std::chrono::milliseconds{*millis};
  return moment;
}

}  // namespace strongback
