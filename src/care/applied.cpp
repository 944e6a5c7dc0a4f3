#include <fmt/format.h>

#include <algorithm>

#include "base/expects.h"
#include "care/caps.h"

namespace strongback {
namespace {

constexpr double kObeseBmi = 35.0;                 // [kg/m^2] condition obesity-bmi35
constexpr int kHighUpper = 160, kHighLower = 100;  // [mmHg] condition htn-160-179
constexpr int kStopUpper = 180, kStopLower = 110;  // [mmHg] condition htn-ge180

bool holds_condition(const std::vector<Applied>& all, const Condition* condition) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Applied& one) { return one.condition == condition; });
}

const Condition& known_condition(const Catalog& catalog, std::string_view id) {
  const Condition* condition = find_condition(catalog, id);
  expects(condition != nullptr, fmt::format("the data have the condition '{}'", id));
  return *condition;
}

void add(std::vector<Applied>& all, Applied one) {
  if (!holds_condition(all, one.condition)) all.push_back(std::move(one));
}

bool needs_yes(Gate gate) { return gate == Gate::Clearance; }

void add_named(const Person& person, const Catalog& catalog, std::vector<Applied>& all) {
  const bool has_yes = has_valid_therapist(person) || valid_clearance(person) != nullptr;
  for (const auto& id : person.conditions) {
    if (id == "healthy") continue;
    const Condition& condition = known_condition(catalog, id);
    const bool is_locked = condition.gate == Gate::Stop || (needs_yes(condition.gate) && !has_yes);
    add(all, {&condition, Through::Named, fmt::format("'{}'", condition.label), is_locked});
  }
}

void add_measured(const Person& person, const Catalog& catalog, std::vector<Applied>& all) {
  const auto answer = person.screening.find("bp_high");
  const auto* pressure =
      answer == person.screening.end() ? nullptr : std::get_if<BloodPressure>(&answer->second);
  if (pressure != nullptr && (pressure->first >= kHighUpper || pressure->second >= kHighLower)) {
    const bool is_stop = pressure->first >= kStopUpper || pressure->second >= kStopLower;
    const Condition& condition = known_condition(catalog, is_stop ? "htn-ge180" : "htn-160-179");
    add(all, {&condition, Through::Measured,
              fmt::format("blood pressure {}/{}", pressure->first, pressure->second), is_stop});
  }
  if (bmi(person) >= kObeseBmi) {
    const Condition& condition = known_condition(catalog, "obesity-bmi35");
    add(all, {&condition, Through::Measured, fmt::format("'{}'", condition.label), false});
  }
}

void add_answered(const Catalog& catalog, const Screening& screening, std::vector<Applied>& all) {
  for (const RedFlag* flag : screening.open) {
    if (flag->block == Block::CautionAs) {
      const Condition& condition = known_condition(catalog, flag->block_condition);
      add(all,
          {&condition, Through::Answered, fmt::format("your answer to '{}'", flag->id), false});
    }
  }
  const auto pauses = [](const RedFlag* flag) {
    return flag->block == Block::StopLoading || flag->action >= Care::SameDay;
  };
  if (std::any_of(screening.open.begin(), screening.open.end(), pauses)) {
    const Condition& condition = known_condition(catalog, "pending-assessment");
    add(all, {&condition, Through::Paused, "the pause until you have been seen", true});
  }
}

}  // namespace

bool has_valid_therapist(const Person& person) {
  if (!person.therapist) return false;
  if (!person.start) return true;
  const auto& block = *person.therapist;
  const bool is_over = block.cleared_until && *block.cleared_until < *person.start;
  const bool is_later = block.date && *block.date > *person.start;
  return !is_over && !is_later;
}

Gate gate_of(const Applied& applied) {
  switch (applied.through) {
    case Through::Paused:
      return Gate::Stop;
    case Through::Answered:
      return Gate::Limits;
    default:
      break;
  }
  const Gate gate = applied.condition->gate;
  return needs_yes(gate) && !applied.is_locked ? Gate::Limits : gate;
}

std::vector<Applied> applied_conditions(const Person& person, const Catalog& catalog,
                                        const Screening& screening) {
  std::vector<Applied> all;
  add_named(person, catalog, all);
  add_measured(person, catalog, all);
  add_answered(catalog, screening, all);
  return all;
}

}  // namespace strongback
