#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text[0] == '-' || error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - 1;
}

std::string weekday_name(int weekday) {
  expects(weekday >= 0 && weekday < kDaysPerWeek, "a weekday is 0 to 6");
  return std::string(kWeekdays[static_cast<std::size_t>(weekday)]);
}

std::optional<int> parse_weekday(std::string_view text) {
  const std::string word = lower(text);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const std::string full = lower(kWeekdays[i]);
    if (word == full || word == full.substr(0, 3)) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::string to_text(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok() || year < 1900 || year > 2200) return std::nullopt;
  return Date{date};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string clock_text(int minutes) {
  expects(minutes >= 0 && minutes < 24 * 60, "a time of day is below 24 h");
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<int> parse_clock(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || text.size() - colon != 3 || colon > 2) return std::nullopt;
  const auto hours = digits(text.substr(0, colon));
  const auto minutes = digits(text.substr(colon + 1));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

}  // namespace strongback
