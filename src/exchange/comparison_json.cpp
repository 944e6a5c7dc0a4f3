#include "exchange/comparison_json.h"

#include "exchange/bands.h"
#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kShareDigits = 4;
constexpr int kRatioDigits = 3;
constexpr int kNewtonDigits = 1;

Json simulation_object(const Simulation& simulation) {
  Json object = Json::object();
  add_simulation(object, simulation);
  return object;
}

Json maybe(const std::optional<Simulation>& simulation) {
  return simulation ? simulation_object(*simulation) : Json(nullptr);
}

Json per_kilogram_json(const TiredSet& set) {
  const auto each = per_kilogram(set);
  if (!each) return nullptr;
  Json effort = Json::object();
  for (const auto& [muscle, value] : each->effort) effort[muscle] = rounded(value, kShareDigits);
  return {{"held_kg", rounded_kg(each->held)},
          {"compression_N", rounded(each->compression_N, kNewtonDigits)},
          {"effort", std::move(effort)}};
}

Json difference_json(const std::vector<TiredSet>& sets, const Catalog& catalog) {
  const auto difference = find_difference(sets, catalog);
  if (!difference) return nullptr;
  Json muscle = nullptr;
  if (!difference->muscle.empty()) {
    muscle = {{"id", difference->muscle},
              {"ratio", rounded(difference->muscle_ratio, kRatioDigits)},
              {"from", difference->by_model ? "model" : "list"}};
  }
  return {{"least", sets[difference->least].set.exercise->id},
          {"most", sets[difference->most].set.exercise->id},
          {"disc_ratio", rounded(difference->disc_ratio, kRatioDigits)},
          {"bands_overlap", difference->bands_overlap},
          {"muscle", std::move(muscle)}};
}

Json cost_json(const DiscCost& cost) {
  const Simulation& set = cost.set->set;
  return {{"id", set.exercise->id},
          {"name", set.name},
          {"ends", word_of(cost.set->ends)},
          {"load_kg", rounded_kg(set.load)},
          {"load_from", word_of(set.load_from)},
          {"leaves_out", set.leaves_out.empty() ? Json(nullptr) : Json(set.leaves_out)},
          {"barred", set.barred.empty() ? Json(nullptr) : Json(set.barred)},
          {"credit", rounded(cost.credit, 2)},
          {"credit_from", cost.by_model ? "model" : "list"},
          {"effort", rounded(cost.effort, kShareDigits)},
          {"compression_N", rounded(set.answer()->discs[kL4L5].compression_N.peak, kNewtonDigits)},
          {"relative_to_standing", rounded(cost.x_standing, kRatioDigits)},
          {"band", rounded(disc_band(*set.answer(), kL4L5), kRatioDigits)},
          {"worth", rounded(cost.worth, kRatioDigits)}};
}

}  // namespace

std::string comparison_json(const std::vector<TiredSet>& sets, const Catalog& catalog) {
  Json list = Json::array();
  for (const TiredSet& set : sets) {
    list.push_back({{"id", set.set.exercise->id},
                    {"name", set.set.name},
                    {"ends", word_of(set.ends)},
                    {"set", simulation_object(set.set)},
                    {"empty", maybe(set.empty)},
                    {"asked", maybe(set.asked)},
                    {"per_kg", per_kilogram_json(set)}});
  }
  return document_text({{"schema", "strongback.compare/1"},
                        {"text", difference_text(sets, catalog)},
                        {"difference", difference_json(sets, catalog)},
                        {"exercises", std::move(list)}});
}

std::string disc_costs_json(const DiscCosts& costs, const Muscle& muscle) {
  Json ranked = Json::array();
  for (const DiscCost& cost : costs.ranked) ranked.push_back(cost_json(cost));
  Json unknown = Json::array();
  for (const TiredSet* set : costs.unknown) {
    const NoAnswer* no = set->set.no_answer();
    unknown.push_back({{"id", set->set.exercise->id},
                       {"name", set->set.name},
                       {"no_answer", no == nullptr ? Json(nullptr) : Json(no->text)}});
  }
  return document_text({{"schema", "strongback.disc-cost/1"},
                        {"muscle", muscle.id},
                        {"ranked", std::move(ranked)},
                        {"unknown", std::move(unknown)}});
}

}  // namespace strongback
