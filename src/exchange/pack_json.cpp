#include "exchange/pack_json.h"

#include <map>
#include <set>

#include "base/expects.h"
#include "exchange/json_parts.h"
#include "exchange/today_parts.h"

namespace strongback {
namespace {

Json earlier_json(const std::vector<SetDone>& earlier) {
  Json list = Json::array();
  for (const SetDone& set : earlier) {
    Json one = {{"reps", set.reps}};
    if (set.load) one["load_kg"] = rounded_kg(*set.load);
    if (set.reserve) one["reserve"] = *set.reserve;
    list.push_back(std::move(one));
  }
  return list;
}

Json table_json(const AfterSetTable& table) {
  Json json = {{"earlier", earlier_json(table.earlier)}};
  if (table.load) json["load_kg"] = rounded_kg(*table.load);
  json["most_reps"] = table.most_reps;
  json["outcomes"] = Json::array();
  for (const AfterSet& outcome : table.outcomes) {
    Json one = Json::object();
    if (outcome.load) one["load_kg"] = rounded_kg(*outcome.load);
    one["load_text"] = outcome.load_text;
    one["why"] = outcome.why;
    json["outcomes"].push_back(std::move(one));
  }
  json["rows"] = table.rows;
  return json;
}

Json packed_line_json(const PackedLine& packed) {
  Json after = Json::array();
  for (const AfterSetTable& table : packed.after) after.push_back(table_json(table));
  return {{"line", today_line_json(packed.line)}, {"after", std::move(after)}};
}

Json flags_json(const std::vector<FlagRow>& flags, const Catalog& catalog) {
  Json list = Json::array();
  for (const FlagRow& row : flags) {
    const RedFlag* flag = find_red_flag(catalog, row.question);
    list.push_back({{"question", row.question},
                    {"text", flag == nullptr ? row.question : flag->question},
                    {"kind", day_kind_words()[static_cast<std::size_t>(row.kind)]},
                    {"triage", row.triage}});
  }
  return list;
}

/// Lines that stand in many sessions, each kept once.
class Lines {
 public:
  /// The line's place in `list`.
  std::size_t place_of(const PackedLine& packed) {
    Json line = packed_line_json(packed);
    const auto [known, is_new] = places_.emplace(line.dump(), list_.size());
    if (is_new) list_.push_back(std::move(line));
    return known->second;
  }
  Json places_of(const std::vector<PackedLine>& lines) {
    Json places = Json::array();
    for (const PackedLine& line : lines) places.push_back(place_of(line));
    return places;
  }
  [[nodiscard]] Json list() && { return std::move(list_); }

 private:
  std::map<std::string, std::size_t> places_;
  Json list_ = Json::array();
};

Json session_json(const SessionPack& session, const Catalog& catalog, Lines& lines) {
  Json stand_ins = Json::array();
  for (const auto& others : session.stand_ins) stand_ins.push_back(lines.places_of(others));
  Json today = today_object(session.today, catalog);
  today.erase("lines");  // they stand in `lines`, with what comes after each set
  return {{"today", std::move(today)},
          {"hurts_above", session.hurts_above},
          {"flags", flags_json(session.flags, catalog)},
          {"lines", lines.places_of(session.lines)},
          {"stand_ins", std::move(stand_ins)}};
}

Json hurts_json(const HurtTable& table) {
  Json answers = Json::array();
  for (const HurtAnswer& answer : table.answers) {
    answers.push_back({{"action", hurt_action_words()[static_cast<std::size_t>(answer.action)]},
                       {"why", reason_object(answer.why)},
                       {"triage", answer.triage}});
  }
  return {{"answers", std::move(answers)}, {"rows", table.rows}};
}

Json day_json(const DatedPack& day, const Catalog& catalog, Lines& lines) {
  Json sessions = Json::array();
  for (const SessionPack& session : day.pack.sessions)
    sessions.push_back(session_json(session, catalog, lines));
  return {{"date", to_text(day.date)},
          {"asks_pain", day.pack.asks_pain},
          {"asks_morning", day.pack.asks_morning},
          {"sessions", std::move(sessions)},
          {"by_pain", day.pack.by_pain},
          {"hurts", hurts_json(day.pack.hurts)}};
}

void note_exercises(const SessionPack& session, std::set<std::string>& ids) {
  for (const TodayLine& line : session.today.lines) ids.insert(line.planned.id);
  for (const PlannedExercise& line : session.today.small_list) ids.insert(line.id);
  for (const auto& others : session.stand_ins) {
    for (const PackedLine& other : others) ids.insert(other.line.planned.id);
  }
}

Json cards_json(const CoveredDays& covered) {
  std::set<std::string> ids;
  for (const DatedPack& day : covered.days) {
    for (const SessionPack& session : day.pack.sessions) note_exercises(session, ids);
  }
  note_exercises(covered.flare, ids);
  Json cards = Json::object();
  for (const std::string& id : ids) {
    if (const Exercise* exercise = find_exercise(*covered.catalog, id))
      cards[id] = exercise_object(*exercise);
  }
  return cards;
}

}  // namespace

std::string pack_json(const CoveredDays& covered) {
  expects(covered.person != nullptr && covered.catalog != nullptr, "a pack belongs to a person");
  Lines lines;
  Json days = Json::array();
  for (const DatedPack& day : covered.days) days.push_back(day_json(day, *covered.catalog, lines));
  Json flare = session_json(covered.flare, *covered.catalog, lines);
  return compact_text({{"schema", "strongback.pack/1"},
                       {"made", to_text(covered.made)},
                       {"cursor", covered.cursor},
                       {"person", person_object(*covered.person)},
                       {"days", std::move(days)},
                       {"flare", std::move(flare)},
                       {"lines", std::move(lines).list()},
                       {"cards", cards_json(covered)}});
}

}  // namespace strongback
