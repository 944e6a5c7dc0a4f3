#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

/// Marks the properties of one list with `allowance`.
void read_allowances(Fields& fields, Allowance allowance, Condition& condition) {
  const auto& words = property_words();
  for (const Placed& word :
       fields.find_texts(allowance_words()[static_cast<std::size_t>(allowance)])) {
    const auto found = std::find(words.begin(), words.end(), word.text);
    if (found == words.end()) {
      fields.unknown_word(word, "no property", words);
      continue;
    }
    auto& mark = condition.allowances[static_cast<std::size_t>(found - words.begin())];
    if (mark != Allowance::Allow) {
      fields.problem(word.place,
                     fmt::format("'{}' stands in 'limit' and 'avoid' twice", word.text));
    }
    mark = allowance;
  }
}

Condition read_condition(Fields& fields, Reading& reading) {
  Condition condition;
  condition.id = read_id(fields, IdKind::Condition, reading);
  condition.label = fields.need_text("label", 120);
  condition.gate = static_cast<Gate>(fields.need_choice("gate", gate_words()));
  read_allowances(fields, Allowance::Limit, condition);
  read_allowances(fields, Allowance::Avoid, condition);
  condition.least_reserve = fields.need_whole("least_reserve", {0, 9, "repetitions"});
  condition.reps = find_span(fields, "reps", {1, 50, ""});
  condition.longest_hold_s = fields.need_whole("longest_hold_s", {0, 300, "s"});
  condition.always_allowed = read_uses(fields, "always_allowed", IdKind::Exercise, reading);
  condition.blocked = read_uses(fields, "blocked", IdKind::Exercise, reading);
  condition.advice = fields.find_text("advice").value_or("");
  condition.grade = read_grade(fields);
  condition.source = fields.need_text("source");
  condition.no_flexion_h_after_rising =
      fields.find_whole("no_flexion_h_after_rising", {1, 12, "h"}).value_or(0);
  condition.weeks_axial_at_most_2 =
      fields.find_whole("weeks_axial_at_most_2", {1, 52, "weeks"}).value_or(0);
  condition.symptom_free_weeks_to_relax =
      fields.find_whole("symptom_free_weeks_to_relax", {1, 52, "weeks"}).value_or(0);
  if (const auto cap = fields.find_number("load_cap_kg", {0.1, 300, "kg"})) {
    condition.load_cap = kilograms(*cap);
  }
  fields.finish();
  return condition;
}

}  // namespace

void read_conditions(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("condition")) {
    reading.catalog.conditions.push_back(read_condition(fields, reading));
  }
  file.finish();
}

void read_caps(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  std::vector<bool> seen(kPropertyCount, false);
  for (Fields& fields : file.find_tables("cap")) {
    const std::size_t property = fields.need_choice("property", property_words());
    reading.defined.push_back(
        {IdKind::Cap, property_words()[property], fields.file(), fields.place()});
    seen[property] = true;
    const double highest = is_position(static_cast<Property>(property)) ? 1 : 3;
    auto& levels = reading.catalog.cap_levels.highest[property];
    for (std::size_t i = 0; i < levels.size(); ++i) {
      levels[i] = fields.need_whole(allowance_words()[i], {0, highest, ""});
    }
    if (levels[0] < levels[1] || levels[1] < levels[2]) {
      fields.problem(fields.place(),
                     "'allow' must leave at least as much as 'limit', and 'limit' as 'avoid'");
    }
    fields.need_text("source");
    fields.finish();
  }
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    if (!seen[i])
      file.problem(file.place(), fmt::format("there is no [[cap]] for '{}'", property_words()[i]));
  }
  file.finish();
}

void read_countries(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  bool has_fallback = false;
  for (Fields& fields : file.find_tables("country")) {
    Country country;
    const Placed code = fields.need_placed("code", 2);
    country.code = code.text;
    reading.defined.push_back({IdKind::Country, code.text, fields.file(), code.place});
    country.name = fields.need_text("name", 60);
    country.emergency_number = fields.need_text("emergency_number", 60);
    country.emergency_department = fields.need_text("emergency_department", 80);
    country.urgent_line = fields.need_text("urgent_line", 80);
    country.doctor = fields.need_text("doctor", 40);
    country.source = fields.need_text("source");
    fields.finish();
    has_fallback = has_fallback || country.code.empty();
    reading.catalog.countries.push_back(std::move(country));
  }
  if (!has_fallback)
    file.problem(file.place(), "there is no [[country]] with code = \"\" for all others");
  file.finish();
}

}  // namespace strongback
