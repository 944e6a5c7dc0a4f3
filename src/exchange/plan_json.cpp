#include "base/expects.h"
#include "exchange/json.h"
#include "exchange/json_parts.h"

namespace strongback {
namespace {

Json reasons_json(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) {
    list.push_back({{"about", reason.about},
                    {"rule", reason.rule},
                    {"text", reason.text},
                    {"source", reason.source},
                    {"grade", reason.grade}});
  }
  return list;
}

Json range_json(Range2 range) {
  return Json::array({rounded(range.low, 0), rounded(range.high, 0)});
}

/// Exactly one way of measuring a set is present.
void add_amount(Json& object, const PlannedExercise& exercise) {
  if (exercise.reps) {
    object["reps"] = span_json(*exercise.reps);
  } else if (exercise.hold_s) {
    object["hold_s"] = exercise.hold_s->low;
    object["hold_range_s"] = span_json(*exercise.hold_s);
    object["holds"] = exercise.holds;
  } else if (exercise.distance_m) {
    object["distance_m"] = span_json(*exercise.distance_m);
  } else if (exercise.minutes_each) {
    object["minutes_each"] = span_json(*exercise.minutes_each);
  }
}

Json exercise_json(const PlannedExercise& exercise) {
  Json object{{"id", exercise.id},
              {"name", exercise.name},
              {"sets", exercise.sets},
              {"sides", exercise.sides}};
  add_amount(object, exercise);
  object["load_kg"] = exercise.load ? Json(rounded_kg(*exercise.load)) : Json(nullptr);
  object["load_text"] = exercise.load_text;
  object["is_calibration"] = exercise.is_calibration;
  object["rest_s"] = exercise.rest_s;
  object["reserve"] = exercise.reserve;
  object["tempo"] = exercise.tempo;
  object["minutes"] = rounded(exercise.minutes, 1);
  object["works"] = credits_json(exercise.works);
  object["works_from"] = credits_from_json(exercise.works, exercise.works_by_model);
  object["why"] = reasons_json(exercise.why);
  return object;
}

Json exercises_array(const std::vector<PlannedExercise>& exercises) {
  Json list = Json::array();
  for (const PlannedExercise& exercise : exercises) list.push_back(exercise_json(exercise));
  return list;
}

/// What the model says the sets put on the discs; null when none is simulated.
Json disc_json(const std::optional<DiscSum>& disc, const char* sum_key) {
  if (!disc) return nullptr;
  return {{sum_key, rounded(disc->N_s, 0)},
          {"peak_N", rounded(disc->peak_N, 0)},
          {"likely_N", likely_json(disc->likely_N, 0)},
          {"share_of_guideline", rounded(disc->share_of_guideline, 2)},
          {"sets", disc->sets},
          {"simulated_sets", disc->simulated_sets}};
}

Json session_json(const PlannedSession& session) {
  return {{"date", session.date ? Json(to_text(*session.date)) : Json(nullptr)},
          {"day", weekday_name(session.weekday)},
          {"start", clock_text(session.start_min)},
          {"focus", session.focus},
          {"minutes", rounded(session.minutes, 1)},
          {"kcal_net", rounded(session.kcal_net, 0)},
          {"kcal_net_range", range_json(session.kcal_range)},
          {"disc_load", disc_json(session.disc, "session_N_s")},
          {"warm_up", session.warm_up},
          {"cool_down", session.cool_down},
          {"exercises", exercises_array(session.exercises)}};
}

Json activities_json(const std::vector<PlannedActivity>& activities) {
  Json list = Json::array();
  for (const PlannedActivity& activity : activities) {
    list.push_back({{"id", activity.id},
                    {"label", activity.label},
                    {"times", activity.times},
                    {"minutes", rounded(activity.minutes, 1)},
                    {"kcal_net", rounded(activity.kcal_net, 0)},
                    {"back_load", activity.back_load}});
  }
  return list;
}

Json weeks_json(const std::vector<PlannedWeek>& weeks) {
  Json list = Json::array();
  for (const PlannedWeek& week : weeks) {
    Json sessions = Json::array();
    for (const PlannedSession& session : week.sessions) sessions.push_back(session_json(session));
    list.push_back({{"week", week.number},
                    {"sets_total", week.sets_total},
                    {"kcal_net", rounded(week.kcal_net, 0)},
                    {"kcal_net_range", range_json(week.kcal_range)},
                    {"disc_load", disc_json(week.disc, "week_N_s")},
                    {"notes", week.notes},
                    {"muscle_sets", credits_json(week.muscle_sets)},
                    {"activities", activities_json(week.activities)},
                    {"sessions", std::move(sessions)}});
  }
  return list;
}

void add_weekly_sets(Json& document, const Program& program) {
  Json sets = Json::object();
  Json ranges = Json::object();
  for (const MuscleWeek& row : program.weekly_sets) {
    sets[row.muscle] = rounded(row.sets, 2);
    ranges[row.muscle] = {
        {"low", rounded(row.low, 2)}, {"high", rounded(row.high, 2)}, {"cap", rounded(row.cap, 2)}};
  }
  document["weekly_sets"] = std::move(sets);
  document["weekly_ranges"] = std::move(ranges);
}

Json recovery_json(const std::vector<Recovery>& recovery) {
  Json list = Json::array();
  for (const Recovery& row : recovery) {
    list.push_back({{"muscle", row.muscle},
                    {"shortest_gap_h", rounded(row.shortest_gap_h, 1)},
                    {"needed_h", rounded(row.needed_h, 1)}});
  }
  return list;
}

Json left_out_json(const std::vector<LeftOut>& left_out) {
  Json list = Json::array();
  for (const LeftOut& row : left_out) list.push_back({{"id", row.id}, {"because", row.because}});
  return list;
}

Json cell_json(const TemplateCell& cell) {
  Json object{{"value", cell.value}, {"from", cell.is_filled ? "filled" : "article"}};
  if (cell.is_filled) object["rule"] = cell.rule;
  return object;
}

Json article_json(const TemplateView& view) {
  Json rows = Json::array();
  for (const TemplateRow& row : view.table.rows) {
    rows.push_back({{"row", row.number},
                    {"exercise", cell_json(row.exercise)},
                    {"id", row.id},
                    {"choices", row.choices},
                    {"sets", cell_json(row.sets)},
                    {"reps", cell_json(row.reps)},
                    {"rest", cell_json(row.rest)},
                    {"rest_s", row.rest_s}});
  }
  return {{"id", view.table.id},
          {"name", view.table.name},
          {"source", view.table.source},
          {"rows", std::move(rows)},
          {"changes", view.changes}};
}

Json accepted_json(const PlanFrame& frame) {
  Json days = Json::array();
  for (const Outline::Day& day : frame.accepted->days) {
    Json lines = Json::array();
    for (const Outline::Line& line : day.lines)
      lines.push_back({{"exercise", line.exercise}, {"sets", line.sets}});
    days.push_back({{"weekday", day.weekday},
                    {"start", clock_text(day.start_min)},
                    {"focus", day.focus},
                    {"lines", std::move(lines)}});
  }
  return {{"start", to_text(frame.accepted->start)},
          {"days", std::move(days)},
          {"changes", frame.changes},
          {"week", frame.week}};
}

}  // namespace

std::string plan_json(const Program& program, const PlanFrame& frame) {
  expects(frame.person != nullptr, "a plan document belongs to a person");
  const Assessment& care = program.care;
  Json document{{"schema", "strongback.plan/1"},
                {"status", status_words().at(static_cast<std::size_t>(program.status))},
                {"care", care_words().at(static_cast<std::size_t>(care.care))},
                {"gate", gate_words().at(static_cast<std::size_t>(care.gate))},
                {"person", person_object(*frame.person)},
                {"triage", triage_json(care)},
                {"flare", {{"is_flare", care.is_flare}, {"because", care.flare_reason}}},
                {"questions", care.questions},
                {"assumptions", program.assumptions},
                {"weeks", weeks_json(program.weeks)}};
  add_weekly_sets(document, program);
  document["recovery"] = recovery_json(program.recovery);
  document["left_out"] = left_out_json(program.left_out);
  document["conflicts"] = program.conflicts;
  document["advice"] = program.advice;
  for (const std::string& text : care.advice) document["advice"].push_back(text);
  document["small_list"] = exercises_array(program.small_list);
  document["small_list_how"] = program.small_list_how;
  document["why"] = reasons_json(program.why);
  document["article"] = program.article ? article_json(*program.article) : Json(nullptr);
  document["therapist_diff"] = frame.therapist_diff;
  if (frame.accepted != nullptr) document["accepted"] = accepted_json(frame);
  return document_text(document);
}

}  // namespace strongback
