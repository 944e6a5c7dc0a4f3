#include "exchange/log_answers_json.h"

#include "base/text.h"
#include "exchange/json_parts.h"
#include "exchange/today_parts.h"

namespace strongback {
namespace {

constexpr int kTenths = 1;
constexpr int kHundredths = 2;

Json strength_json(const StrengthBack& strength) {
  Json points = Json::array();
  for (const auto& [date, estimate] : strength.points) {
    points.push_back({{"date", to_text(date)},
                      {"one_rep_kg", rounded(in_kilograms(estimate.middle), kTenths)},
                      {"low_kg", rounded(in_kilograms(estimate.low), kTenths)},
                      {"high_kg", rounded(in_kilograms(estimate.high), kTenths)}});
  }
  return {{"exercise", strength.exercise}, {"points", std::move(points)}};
}

Json week_json(const WeekBack& week) {
  Json counted = Json::object();
  for (const auto& [muscle, sets] : week.counted) counted[muscle] = rounded(sets, kHundredths);
  Json json = {{"week", week.number},
               {"first", to_text(week.first)},
               {"sessions", week.sessions},
               {"planned", week.planned},
               {"sets", week.sets},
               {"muscle_sets", std::move(counted)},
               {"disc_N_s", rounded(week.disc_N_s, 0)}};
  if (week.budget_N_s) json["disc_budget_N_s"] = rounded(*week.budget_N_s, 0);
  if (week.mean_pain) json["mean_pain"] = rounded(*week.mean_pain, kHundredths);
  json["walk_min"] = rounded(week.walk_min, 0);
  json["kcal_net"] = rounded(week.kcal_net, 0);
  return json;
}

}  // namespace

std::string today_json(const Today& today, const Catalog& catalog) {
  Json json = {{"schema", "strongback.today/1"}};
  json.update(today_object(today, catalog));
  return document_text(json);
}

std::string change_json(const ChangeWords& change) {
  return document_text({{"schema", "strongback.change/1"},
                        {"notes", change.notes},
                        {"program", change.program},
                        {"triage", change.triage},
                        {"may_train", change.may_train}});
}

std::string look_back_json(const LookBack& back) {
  Json json = {{"schema", "strongback.progress/1"}};
  json["weeks"] = Json::array();
  for (const WeekBack& week : back.weeks) json["weeks"].push_back(week_json(week));
  json["strength"] = Json::array();
  for (const StrengthBack& strength : back.strengths)
    json["strength"].push_back(strength_json(strength));
  return document_text(json);
}

std::string import_json(const ImportReport& report) {
  Json matched = Json::object();
  for (const auto& [name, match] : report.matched)
    matched[name] = {{"exercise", match.exercise}, {"sets", match.sets}};
  Json problems = Json::array();
  for (const Problem& problem : report.problems) problems.push_back(to_text(problem));
  Json weekly = Json::object();
  for (const auto& [muscle, sets] : report.weekly_sets) weekly[muscle] = rounded(sets, kHundredths);
  return document_text({{"schema", "strongback.import/1"},
                        {"file", report.file},
                        {"source", report.source},
                        {"added", report.added},
                        {"already_there", report.already_there},
                        {"warm_ups", report.warm_ups},
                        {"matched", std::move(matched)},
                        {"unmatched", report.unmatched},
                        {"problems", std::move(problems)},
                        {"weekly_sets", std::move(weekly)}});
}

std::string profile_json(const Person& profile, const std::string& toml) {
  Json json = {{"schema", "strongback.profile/1"}};
  json.update(person_object(profile));
  json["minutes"] = profile.minutes;
  json["toml"] = toml;
  return document_text(json);
}

}  // namespace strongback
