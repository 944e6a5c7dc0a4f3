#include "exchange/today_parts.h"

#include "train/readiness.h"

namespace strongback {
namespace {

constexpr int kTenths = 1;

Json reasons_json(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) list.push_back(reason_object(reason));
  return list;
}

Json line_json(const PlannedExercise& line) {
  Json json = {{"id", line.id}, {"name", line.name}, {"sets", line.sets}, {"sides", line.sides}};
  if (line.reps) json["reps"] = span_json(*line.reps);
  if (line.hold_s) json["hold_s"] = span_json(*line.hold_s);
  if (line.hold_s) json["holds"] = line.holds;
  if (line.distance_m) json["distance_m"] = span_json(*line.distance_m);
  if (line.minutes_each) json["duration_min"] = span_json(*line.minutes_each);
  if (line.load) json["load_kg"] = rounded_kg(*line.load);
  if (!line.load_text.empty()) json["load_text"] = line.load_text;
  json["rest_s"] = line.rest_s;
  if (line.reps) json["reserve"] = line.reserve;
  if (!line.tempo.empty()) json["tempo"] = line.tempo;
  json["works"] = credits_json(line.works);
  json["why"] = reasons_json(line.why);
  return json;
}

Json set_json(const LoggedSet& logged) {
  Json json = {{"event", logged.id}, {"time", to_text(logged.when)}};
  if (logged.set.reps > 0) json["reps"] = logged.set.reps;
  if (logged.set.seconds > 0) json["duration_s"] = logged.set.seconds;
  if (logged.set.load) json["load_kg"] = rounded_kg(*logged.set.load);
  if (logged.set.reserve) json["reserve"] = *logged.set.reserve;
  if (logged.set.pain) json["pain"] = *logged.set.pain;
  return json;
}

}  // namespace

Json reason_object(const Reason& reason) {
  return {{"about", reason.about},
          {"text", reason.text},
          {"rule", reason.rule},
          {"source", reason.source},
          {"grade", reason.grade}};
}

Json today_line_json(const TodayLine& line) {
  Json json = line_json(line.planned);
  json["predicted_reps"] = Json::array();
  for (const RepsPrediction& one : line.predicted)
    json["predicted_reps"].push_back(
        {{"middle", rounded(one.middle, kTenths)}, {"low", one.low}, {"high", one.high}});
  json["done"] = Json::array();
  for (const LoggedSet& set : line.done) json["done"].push_back(set_json(set));
  json["sets_left"] = line.sets_left();
  json["is_skipped"] = line.skipped.has_value();
  if (!line.in_place_of.empty()) json["in_place_of"] = line.in_place_of;
  return json;
}

Json today_object(const Today& today, const Catalog& catalog) {
  Json json = {{"now", to_text(today.now)},
               {"kind", day_kind_words()[static_cast<std::size_t>(today.kind)]},
               {"week", today.week},
               {"at", to_text(today.at)},
               {"is_under_way", today.is_under_way},
               {"focus", today.focus},
               {"duration_min", rounded(today.minutes, kTenths)},
               {"warm_up", today.warm_up},
               {"cool_down", today.cool_down}};
  json["lines"] = Json::array();
  for (const TodayLine& line : today.lines) json["lines"].push_back(today_line_json(line));
  json["left_out"] = Json::array();
  for (const LeftOut& out : today.left_out)
    json["left_out"].push_back({{"id", out.id}, {"because", out.because}});
  json["changes"] = reasons_json(today.changes);
  json["resting"] = Json::array();
  for (const MuscleReadiness& row : today.readiness) {
    json["resting"].push_back(
        {{"muscle", row.muscle},
         {"fatigue", rounded(row.fatigue, 3)},
         {"ready_in_h", rounded(hours_until_ready(row, true, catalog), kTenths)}});
  }
  json["small_list"] = Json::array();
  for (const PlannedExercise& line : today.small_list)
    json["small_list"].push_back(line_json(line));
  json["small_list_how"] = today.small_list_how;
  if (today.next_session) json["next_session"] = to_text(*today.next_session);
  json["questions"] = today.questions;
  json["asks_pain"] = today.asks_pain;
  json["asks_morning"] = today.asks_morning;
  json["flare_causes"] = today.flare_causes;
  json["triage"] = triage_json(today.care);
  json["broken"] = today.broken;
  return json;
}

}  // namespace strongback
