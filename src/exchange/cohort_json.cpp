#include "exchange/cohort_json.h"

#include "exchange/json_parts.h"

namespace strongback {
namespace {

Json figures_json(const CohortFigures& figures) {
  constexpr int kDigits = 4;
  Json violations = Json::object();
  for (const auto& [rule, count] : figures.violations) violations[rule] = count;
  return {{"persons", figures.persons},
          {"days", figures.days},
          {"sessions", figures.sessions},
          {"sets", figures.sets},
          {"violations", std::move(violations)},
          {"sessions_to_range",
           {{"median", figures.sessions_to_range_median}, {"p90", figures.sessions_to_range_p90}}},
          {"interval_coverage", rounded(figures.interval_coverage, kDigits)},
          {"mean_miss_reps", rounded(figures.mean_miss_reps, kDigits)},
          {"strength_error", rounded(figures.strength_error, kDigits)},
          {"strength_error_first", rounded(figures.strength_error_first, kDigits)},
          {"strength_gain", rounded(figures.strength_gain, kDigits)},
          {"flares", figures.flares},
          {"stops", figures.stops}};
}

}  // namespace

std::string cohort_json(const CohortReport& report) {
  Json document = {{"schema", "strongback.cohort/1"}};
  document.update(figures_json(report.all));
  Json kinds = Json::object();
  for (const auto& [kind, figures] : report.kinds) kinds[kind] = figures_json(figures);
  document["kinds"] = std::move(kinds);
  return document_text(document);
}

}  // namespace strongback
