#include <fmt/format.h>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

constexpr double kMostWeeks = 5700;  // [week] longer than the oldest person lives

void read_soreness(Fields soreness, Draft& draft) {
  const auto known = muscle_ids(*draft.catalog);
  for (const Entry& entry : soreness.table()) {
    if (!check_id(soreness, {entry.key, entry.place}, "muscle", known)) continue;
    if (const auto level = soreness.find_whole(entry.key, {0, 10, ""})) {
      draft.person.soreness[entry.key] = *level;
    }
  }
}

std::optional<Answer> blood_pressure(Fields& screening, const std::string& id) {
  const Node* node = screening.find_node(id);
  if (!std::holds_alternative<Table>(node->value)) {
    screening.problem(node->place, fmt::format("'{}' must be a blood pressure in mmHg", id),
                      fmt::format("write {} = {{ systolic = 128, diastolic = 82 }}", id));
    return std::nullopt;
  }
  Fields pressure = *screening.find_table(id);
  require(pressure, "systolic");
  require(pressure, "diastolic");
  const auto systolic = pressure.find_whole("systolic", {50, 300, "mmHg"});
  const auto diastolic = pressure.find_whole("diastolic", {20, 200, "mmHg"});
  pressure.finish();
  if (!systolic || !diastolic) return std::nullopt;
  if (*systolic <= *diastolic) {
    screening.problem(node->place, "the systolic pressure must be above the diastolic",
                      "the higher of the two numbers is the systolic one");
    return std::nullopt;
  }
  return BloodPressure{*systolic, *diastolic};
}

std::optional<Answer> clearance(Fields& screening, const std::string& id, Draft& draft) {
  const Node* node = screening.find_node(id);
  const auto* flag = std::get_if<bool>(&node->value);
  if (flag && !*flag) return Answer{false};
  if (!std::holds_alternative<Table>(node->value)) {
    screening.problem(
        node->place, fmt::format("'{}' must say when and by whom", id),
        fmt::format("write {} = {{ date = 2026-11-20, who = \"Dr. Lind\", limits = \"\" }}", id));
    return std::nullopt;
  }
  Fields table = *screening.find_table(id);
  Clearance cleared;
  require(table, "date");
  cleared.date = table.find_date("date");
  require(table, "who");
  cleared.who = find_words(table, "who", 100).value_or("");
  cleared.limits = find_words(table, "limits", 400).value_or("");
  table.finish();
  if (cleared.date) draft.remember(table, "screening.cleared.date");
  return cleared;
}

template <class T>
std::optional<Answer> answer_of(std::optional<T> value) {
  if (!value) return std::nullopt;
  return Answer{*value};
}

/// True when the answer is "skip", where that is allowed.
bool is_skipped(const RedFlag& flag, const Node& node) {
  const auto* text = std::get_if<std::string>(&node.value);
  return flag.answer == AnswerKind::YesNoSkip && text && *text == "skip";
}

std::optional<Answer> read_answer(Fields& screening, const RedFlag& flag, Draft& draft) {
  switch (flag.answer) {
    case AnswerKind::YesNo:
    case AnswerKind::YesNoSkip:
      return answer_of(screening.find_flag(flag.id));
    case AnswerKind::Count:
      return answer_of(screening.find_whole(flag.id, {0, 9, "(how many of the list apply)"}));
    case AnswerKind::Minutes:
      return answer_of(screening.find_whole(flag.id, {0, 720, "minutes"}));
    case AnswerKind::Scale:
      return answer_of(screening.find_whole(flag.id, {0, 10, ""}));
    case AnswerKind::BloodPressure:
      return blood_pressure(screening, flag.id);
    case AnswerKind::Cleared:
      return clearance(screening, flag.id, draft);
    case AnswerKind::Derived:
      break;
  }
  screening.problem(screening.find_node(flag.id)->place,
                    fmt::format("'{}' follows from other answers and is not asked", flag.id),
                    "take the line out");
  return std::nullopt;
}

}  // namespace

void read_body(Fields& body, Draft& draft) {
  Person& person = draft.person;
  draft.take(body, "body.can_use_floor", body.find_flag("can_use_floor"), person.can_use_floor);
  draft.take(body, "body.chair_only", body.find_flag("chair_only"), person.chair_only);
  if (auto limits = body.find_table("limits")) person.limits = read_caps(*limits);
  draft.take(body, "body.sleep_h", body.find_number("sleep_h", {0, 16, "h"}), person.sleep_h);
  if (auto soreness = body.find_table("soreness")) {
    draft.remember(body, "body.soreness");
    read_soreness(*soreness, draft);
  }
}

void read_screening(Fields& screening, Draft& draft) {
  const auto known = red_flag_ids(*draft.catalog);
  for (const Entry& entry : screening.table()) {
    screening.find_node(entry.key);  // so that finish() does not report it again
    if (!check_id(screening, {entry.key, entry.place}, "screening question", known)) continue;
    const RedFlag& flag = *find_red_flag(*draft.catalog, entry.key);
    if (is_skipped(flag, entry.node)) {
      draft.person.skipped.push_back(entry.key);
    } else if (auto answer = read_answer(screening, flag, draft)) {
      draft.person.screening[entry.key] = std::move(*answer);
      draft.places["screening." + entry.key] = entry.node.place;
    }
  }
}

void read_pain(Fields& pain, Draft& draft) {
  Pain& said = draft.person.pain;
  constexpr Range kScale{0, 10, ""};
  draft.take(pain, "pain.now", pain.find_whole("now", kScale), said.now);
  draft.take(pain, "pain.usual", pain.find_whole("usual", kScale), said.usual);
  if (const auto site = pain.find_choice("where", site_words())) {
    said.site = static_cast<Site>(*site);
    draft.remember(pain, "pain.where");
  }
  if (const auto site = pain.find_choice("usual_where", site_words())) {
    said.usual_site = static_cast<Site>(*site);
    draft.remember(pain, "pain.usual_where");
  }
  draft.take(pain, "pain.began", find_weeks(pain, "began", kMostWeeks), said.weeks);
  draft.take(pain, "pain.age_at_first", pain.find_whole("age_at_first", {0, 110, "years"}),
             said.age_at_first);
  draft.take(pain, "pain.flare", pain.find_flag("flare"), said.says_flare);
}

}  // namespace strongback
