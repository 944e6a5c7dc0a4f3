#include <algorithm>
#include <cmath>

#include "catalog/catalog.h"

namespace strongback {
namespace {

/// Credit for a muscle that works `ratio` as hard as it does where it works hardest: a line through
/// the points of rule "model-credit".
double credit_of_ratio(double ratio, const Rules& rules) {
  const auto& ratios = rules.list("model-credit", "ratio");
  const auto& credits = rules.list("model-credit", "credit");
  if (ratio <= ratios.front()) return credits.front();
  for (std::size_t i = 1; i < ratios.size(); ++i) {
    if (ratio > ratios[i]) continue;
    const double along = (ratio - ratios[i - 1]) / (ratios[i] - ratios[i - 1]);
    return credits[i - 1] + (credits[i] - credits[i - 1]) * along;
  }
  return credits.back();
}

}  // namespace

std::vector<Share> model_shares(const Dose& dose, const Catalog& catalog) {
  const auto number = [&](const char* key) { return catalog.rules.number("model-credit", key); };
  std::vector<Share> shares;
  for (const auto& [id, work] : dose.muscles) {
    const Muscle* muscle = find_muscle(catalog, id);
    const double effort = effort_of(work);
    if (!muscle || muscle->full_effort <= 0.0 || effort <= number("rest_to")) continue;
    const double certain =
        std::min(1.0, (effort - number("rest_to")) / (number("sure_from") - number("rest_to")));
    const double exact = certain * credit_of_ratio(effort / muscle->full_effort, catalog.rules);
    const double steps = std::round(exact / number("step"));
    if (steps > 0.0) shares.push_back({id, steps * number("step")});
  }
  return shares;
}

std::vector<Share> counted_shares(const Exercise& exercise, const std::optional<Dose>& dose,
                                  const Catalog& catalog) {
  if (!dose) return exercise.shares;
  const auto is_trusted = [&](const std::string& muscle) {
    const Muscle* known = find_muscle(catalog, muscle);
    return known && known->trusts_model;
  };
  std::vector<Share> shares;
  for (const Share& share : exercise.shares) {
    if (!is_trusted(share.muscle)) shares.push_back(share);
  }
  for (const Share& share : model_shares(*dose, catalog)) {
    if (is_trusted(share.muscle)) shares.push_back(share);
  }
  return shares;
}

}  // namespace strongback
