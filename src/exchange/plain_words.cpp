#include "exchange/plain_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

/// "Leg pain below the knee, easily provoked" -> "leg pain below the knee"; "BMI ..." stays.
std::string short_label(const std::string& label) {
  std::string text = name_parts(label).head;
  const bool is_word = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
  if (is_word) text[0] = lower(text.substr(0, 1))[0];
  return text;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string plain_reason(std::string text, const Assessment& care) {
  for (const Condition* condition : care.conditions) {
    replace_all(text, "'" + condition->label + "'", short_label(condition->label));
  }
  return text;
}

std::string without_levels(std::string_view text) {
  const auto bracket = text.rfind(" (");
  const bool has_levels = bracket != std::string_view::npos && text.ends_with(")") &&
                          text.find(", allowed ", bracket) != std::string_view::npos;
  return std::string(has_levels ? text.substr(0, bracket) : text);
}

Conflict conflict_parts(std::string_view text) {
  constexpr std::string_view kMark = " (to free it: ";
  const auto at = text.rfind(kMark);
  if (at == std::string_view::npos || !text.ends_with(")")) return {std::string(text), ""};
  std::string_view freed_by = text.substr(at + kMark.size());
  freed_by.remove_suffix(1);
  return {std::string(text.substr(0, at)), std::string(freed_by)};
}

std::vector<HealthNote> health_notes(const Assessment& care) {
  std::vector<HealthNote> notes;
  for (const Condition* condition : care.conditions) notes.push_back({condition->label, {}});
  HealthNote others;
  for (const std::string& advice : care.advice) {
    const auto owner = std::find_if(notes.begin(), notes.end(), [&](const HealthNote& note) {
      return advice.starts_with("'" + note.label + "': ");
    });
    if (owner == notes.end()) {
      others.advice.push_back(sentence(advice));
    } else {
      owner->advice.push_back(sentence(advice.substr(owner->label.size() + 4)));
    }
  }
  if (!others.advice.empty()) notes.push_back(std::move(others));
  return notes;
}

std::string range_word(const MuscleWeek& row, bool exactly) {
  if (row.sets < row.low) return exactly ? "below range" : "below";
  if (row.sets > row.high) return exactly ? "above range" : "plenty";
  return "";
}

std::string range_legend(const std::vector<MuscleWeek>& rows) {
  const auto is = [&](auto test) { return std::any_of(rows.begin(), rows.end(), test); };
  double least = 0.0;
  double most = 0.0;
  for (const MuscleWeek& row : rows) {
    if (row.cap <= 0.0) continue;
    least = least <= 0.0 ? row.cap : std::min(least, row.cap);
    most = std::max(most, row.cap);
  }
  std::string text = "Range: the weekly sets that your goal asks for.";
  if (most > 0.0) {
    text += fmt::format(" Limit: {}{} sets, which no muscle here passes.", plain(least, 1),
                        least < most ? " to " + plain(most, 1) : "");
  }
  if (is([](const MuscleWeek& row) { return row.sets > row.high; })) {
    text += " Plenty: above the range, within the limit.";
  }
  if (is([](const MuscleWeek& row) { return row.sets < row.low; })) {
    text += " Below: less than the range; no harm, and it may grow later.";
  }
  return text;
}

std::string holds_legend(const std::vector<PlannedExercise>& exercises) {
  const auto held = std::find_if(exercises.begin(), exercises.end(), [](const auto& exercise) {
    return exercise.hold_s && exercise.holds > 1;
  });
  if (held == exercises.end()) return "";
  PlannedExercise one_side = *held;
  one_side.sides = 1;
  return fmt::format("{}: {} of {}, {} s each.", dose_text(one_side), counted(held->sets, "set"),
                     counted(held->holds, "hold"), span_text(*held->hold_s));
}

}  // namespace strongback
