#include "person/ago.h"

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.h"

namespace strongback {
namespace {

std::optional<double> count_of(const std::string& word) {
  if (word == "a" || word == "an" || word == "one") return 1.0;
  double value = 0.0;
  const char* end = word.data() + word.size();
  const auto [at, error] = std::from_chars(word.data(), end, value, std::chars_format::fixed);
  if (error != std::errc{} || at != end || !std::isfinite(value) || value < 0.0) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> weeks_in(std::string unit) {
  if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
  if (unit == "day") return 1.0 / 7.0;
  if (unit == "week") return 1.0;
  if (unit == "month") return kWeeksPerYear / 12.0;
  if (unit == "year") return kWeeksPerYear;
  return std::nullopt;
}

}  // namespace

std::optional<double> parse_weeks_ago(std::string_view text) {
  const std::string said = lower(trimmed(text));
  if (said == "today") return 0.0;
  if (said == "yesterday") return 1.0 / 7.0;
  std::vector<std::string> words;
  for (const auto& word : split(said, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() != 3 || words[2] != "ago") return std::nullopt;
  const auto count = count_of(words[0]);
  const auto unit = weeks_in(words[1]);
  return count && unit ? std::optional(*count * *unit) : std::nullopt;
}

}  // namespace strongback
