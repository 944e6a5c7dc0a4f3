#include "exchange/log_csv.h"

#include <fmt/format.h>

#include "exchange/csv.h"

namespace strongback {
namespace {

/// A text cell that no spreadsheet takes for a formula.
std::string safe_cell(const std::string& text) {
  const bool is_risky =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return csv_cell(is_risky ? "'" + text : text);
}

std::string number_cell(int value) { return value == 0 ? "" : std::to_string(value); }

std::string maybe_cell(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "";
}

}  // namespace

std::string log_csv(const TrainingState& state) {
  std::string text = "time,exercise,reps,duration_s,distance_m,load_kg,band,reserve,pain,source\n";
  constexpr int kGrams = 3;
  for (const auto& [date, day] : state.diary) {
    for (const LoggedSet& logged : day.sets) {
      const SetDone& set = logged.set;
      text += fmt::format(
          "{},{},{},{},{},{},{},{},{},{}\n", to_text(logged.when), safe_cell(set.exercise),
          number_cell(set.reps), number_cell(set.seconds), number_cell(set.meters),
          set.load ? csv_number(in_kilograms(*set.load), kGrams) : "", safe_cell(set.band),
          maybe_cell(set.reserve), maybe_cell(set.pain), safe_cell(set.source));
    }
  }
  return text;
}

}  // namespace strongback
