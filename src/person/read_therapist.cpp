#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

void check_lists(Fields& table, const Draft& draft, const TherapistLimits& limits) {
  for (const auto& id : limits.allowed) {
    const auto& no = limits.forbidden;
    if (std::find(no.begin(), no.end(), id) == no.end()) continue;
    table.problem(draft.place(fmt::format("therapist.forbidden:{}", id)),
                  fmt::format("'{}' is both allowed and forbidden", id),
                  "keep it in one of the two");
  }
  if (limits.date && limits.cleared_until && *limits.cleared_until < *limits.date) {
    table.problem(draft.place("therapist.cleared_until"),
                  fmt::format("'cleared_until' {} is before 'date' {}",
                              to_text(*limits.cleared_until), to_text(*limits.date)));
  }
}

/// The limits of a therapist: the table [therapist] of a person, or a whole reply.
TherapistLimits read_limits(Fields& table, Draft& draft) {
  TherapistLimits limits;
  const auto exercises = exercise_ids(*draft.catalog);
  require(table, "name");
  limits.name = find_words(table, "name", 100).value_or("");
  draft.take(table, "therapist.date", table.find_date("date"), limits.date);
  draft.take(table, "therapist.cleared_until", table.find_date("cleared_until"),
             limits.cleared_until);
  limits.allowed = draft.ids(table, "therapist.allowed", "exercise", exercises);
  limits.forbidden = draft.ids(table, "therapist.forbidden", "exercise", exercises);
  if (auto caps = table.find_table("caps")) limits.caps = read_caps(*caps);
  limits.load_cap = table.find_mass("load_cap", kilograms(0.1), kilograms(200));
  limits.least_reserve = table.find_whole("least_reserve", {0, 9, "repetitions"});
  check_lists(table, draft, limits);
  return limits;
}

/// reps = 10, or reps = [8, 10].
std::optional<Span> find_reps(Fields& dose) {
  constexpr Range kReps{1, 100, "repetitions"};
  const Node* node = dose.find_node("reps");
  if (!node) return std::nullopt;
  if (!std::holds_alternative<Array>(node->value)) {
    const auto reps = dose.find_whole("reps", kReps);
    return reps ? std::optional(Span{*reps, *reps}) : std::nullopt;
  }
  const auto bounds = dose.find_numbers("reps", kReps);
  const auto& list = std::get<Array>(node->value);
  const bool whole = std::all_of(list.begin(), list.end(), [](const Node& bound) {
    return std::holds_alternative<std::int64_t>(bound.value);
  });
  if (bounds.size() == 2 && whole && bounds[0] <= bounds[1]) {
    return Span{static_cast<int>(bounds[0]), static_cast<int>(bounds[1])};
  }
  if (bounds.size() == list.size()) {
    dose.problem(node->place, "'reps' must be two whole numbers, the lower one first",
                 "write it such as [8, 10]");
  }
  return std::nullopt;
}

std::vector<TherapistReply::Dose> read_doses(Fields& root, Draft& draft) {
  std::vector<TherapistReply::Dose> doses;
  const auto exercises = exercise_ids(*draft.catalog);
  for (Fields& table : root.find_tables("dose")) {
    TherapistReply::Dose dose;
    const Placed exercise = table.need_placed("exercise", 60);
    if (table.has("exercise") && !exercise.text.empty()) {
      check_id(table, exercise, "exercise", exercises);
    }
    dose.exercise = exercise.text;
    dose.sets = table.find_whole("sets", {1, 10, "sets"});
    dose.reps = find_reps(table);
    dose.load = table.find_mass("load", kilograms(0.05), kilograms(300));
    table.finish();
    const bool twice = std::any_of(doses.begin(), doses.end(), [&](const auto& other) {
      return other.exercise == dose.exercise;
    });
    if (twice) {
      table.problem(exercise.place, fmt::format("'{}' has two doses", dose.exercise));
    } else {
      doses.push_back(std::move(dose));
    }
  }
  return doses;
}

Checked<TherapistReply> reply_of(const Document& document, const Catalog& catalog) {
  Problems problems;
  Fields root(document, problems);
  Draft draft;
  draft.catalog = &catalog;
  root.find_whole("schema", {1, 1, ""});
  TherapistReply reply;
  reply.limits = read_limits(root, draft);
  reply.remarks = find_words(root, "remarks", 2000).value_or("");
  reply.doses = read_doses(root, draft);
  root.finish();
  if (problems.empty()) return reply;
  sort_by_place(problems);
  return tl::unexpected(std::move(problems));
}

}  // namespace

std::map<Property, int> read_caps(Fields caps) {
  const auto& words = property_words();
  std::map<Property, int> highest;
  for (const Entry& entry : caps.table()) {
    if (!check_id(caps, {entry.key, entry.place}, "property of an exercise", words)) {
      caps.find_node(entry.key);
      continue;
    }
    const auto index = std::find(words.begin(), words.end(), entry.key) - words.begin();
    const auto property = static_cast<Property>(index);
    const Range allowed = is_position(property) ? Range{0, 1, "(0 is no, 1 is yes)"}
                                                : Range{0, 3, "(the highest level allowed)"};
    if (const auto level = caps.find_whole(entry.key, allowed)) highest[property] = *level;
  }
  return highest;
}

void read_therapist(Fields& therapist, Draft& draft) {
  draft.person.therapist = read_limits(therapist, draft);
}

Checked<TherapistReply> parse_reply(const std::string& file, std::string_view text,
                                    const Catalog& catalog) {
  return parse_document(file, text).and_then([&](const Document& document) {
    return reply_of(document, catalog);
  });
}

Checked<TherapistReply> read_reply(const std::string& path, const Catalog& catalog) {
  return read_document(path).and_then(
      [&](const Document& document) { return reply_of(document, catalog); });
}

}  // namespace strongback
