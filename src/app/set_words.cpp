#include "app/set_words.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/text.h"

namespace strongback {
namespace {

constexpr const char* kExample =
    "such as 12@10kg:rir2,10@10kg:rir1, or 30s for a hold, 20m for a carry, 15min for a walk";

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<int> with_unit(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  return whole(text.substr(0, text.size() - unit.size()));
}

/// One set of the list; `problem` says what is wrong with which piece.
class SetReader {
 public:
  SetReader(const Exercise& exercise, std::string_view text) : exercise_(exercise), text_(text) {}

  SetDone read() {
    set_.exercise = exercise_.id;
    std::string_view rest = text_;
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
      read_reserve(rest.substr(colon + 1));
      rest = rest.substr(0, colon);
    }
    if (const auto at = rest.find('@'); at != std::string_view::npos) {
      read_load(rest.substr(at + 1));
      rest = rest.substr(0, at);
    }
    read_amount(rest);
    return std::move(set_);
  }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  void fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  void read_reserve(std::string_view text) {
    const auto value = text.starts_with("rir") ? whole(text.substr(3)) : std::nullopt;
    constexpr int kMost = 10;
    if (!value || *value > kMost)
      return fail(fmt::format("'{}' is no reserve: write rir0 to rir{}", printable(text), kMost));
    set_.reserve = value;
  }

  void read_load(std::string_view text) {
    set_.load = parse_mass(text);
    if (set_.load && in_kilograms(*set_.load) >= 0.0) return;
    set_.load.reset();
    const bool is_band = exercise_.load_basis == LoadBasis::Band && !trimmed(text).empty();
    if (is_band) set_.band = std::string(trimmed(text));
    if (!is_band)
      fail(fmt::format("'{}' is no load: write a number and its unit, such as 10kg",
                       printable(text)));
  }

  void read_amount(std::string_view text) {
    constexpr int kSecondsPerMinute = 60;
    if (const auto minutes = with_unit(text, "min")) {
      set_.seconds = *minutes * kSecondsPerMinute;
    } else if (const auto meters = with_unit(text, "m")) {
      set_.meters = *meters;
    } else if (text.ends_with("s")) {
      read_hold(text.substr(0, text.size() - 1));
    } else if (const auto reps = whole(text)) {
      set_.reps = *reps;
    } else {
      fail(fmt::format("'{}' is no number of repetitions, seconds, meters or minutes",
                       printable(text)));
    }
    if (set_.seconds > 0 && set_.reps == 0) set_.reps = 1;
  }

  void read_hold(std::string_view text) {
    const auto times = text.find('x');
    const auto holds =
        times == std::string_view::npos ? std::optional(1) : whole(text.substr(0, times));
    const auto seconds = whole(times == std::string_view::npos ? text : text.substr(times + 1));
    if (!holds || !seconds)
      return fail(fmt::format("'{}s' is no hold: write 30s or 6x8s", printable(text)));
    set_.reps = *holds;
    set_.seconds = *seconds;
  }

  const Exercise& exercise_;
  std::string_view text_;
  SetDone set_;
  std::string problem_;
};

}  // namespace

Checked<std::vector<SetDone>> parse_sets(const std::string& what, std::string_view text,
                                         const Exercise& exercise) {
  std::vector<SetDone> sets;
  Problems problems;
  int column = 1;
  constexpr std::size_t kMost = 50;
  const auto pieces = split(text, ',');
  if (pieces.empty()) problems.push_back({what, {1, 1}, "no sets are given", kExample});
  if (pieces.size() > kMost)
    problems.push_back({what, {1, 1}, fmt::format("at most {} sets at once", kMost), ""});
  for (const std::string& piece : pieces) {
    SetReader reader(exercise, trimmed(piece));
    sets.push_back(reader.read());
    if (!reader.problem().empty())
      problems.push_back({what, {1, column}, reader.problem(), kExample});
    column += static_cast<int>(piece.size()) + 1;
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return sets;
}

}  // namespace strongback
