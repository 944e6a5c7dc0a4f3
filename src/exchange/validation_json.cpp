#include "exchange/validation_json.h"

#include <array>

#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kDigits = 4;

Json number(const std::optional<double>& value, int digits = kDigits) {
  return value ? Json(rounded(*value, digits)) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json holds_json(const std::optional<bool>& holds) { return holds ? Json(*holds) : Json(nullptr); }

Json case_json(const SpineResult& result) {
  constexpr std::array<const char*, 6> kMeasures = {"pressure", "compression", "resultant",
                                                    "shear",    "increase",    "ratio"};
  const SpineCase& measured = result.measured;
  return {{"id", measured.id},
          {"study", measured.study.id},
          {"citation", measured.study.citation},
          {"task", measured.task},
          {"level", measured.level},
          {"disc", std::string(kDiscNames.at(measured.disc))},
          {"measure", kMeasures.at(static_cast<std::size_t>(measured.measure))},
          {"measured_N", number(result.measured_N, 1)},
          {"measured_ratio", number(measured.ratio)},
          {"computed_N", number(result.computed_N, 1)},
          {"computed_ratio", number(result.computed_ratio)},
          {"computed_increase_N", number(result.computed_increase_N, 1)},
          {"ratio_error", number(result.ratio_error())},
          {"newton_error", number(result.newton_error())},
          {"keeps_gate", result.keeps_ratio() && result.keeps_newtons()},
          {"missing", text_or_null(result.missing)}};
}

Json cases_json(const std::vector<SpineResult>& results, bool has_gate) {
  Json cases = Json::array();
  for (const SpineResult& result : results) {
    Json one = case_json(result);
    if (!has_gate) one.erase("keeps_gate");
    cases.push_back(std::move(one));
  }
  return cases;
}

Json spine_json(const SpineSummary& spine) {
  return {{"n", spine.n},
          {"r", number(spine.r)},
          {"rmse", rounded(spine.rmse, kDigits)},
          {"mean_error", number(spine.mean_error)},
          {"mean_error_with_lying", number(spine.mean_error_with_lying)},
          {"worst", number(spine.worst)},
          {"worst_case", text_or_null(spine.worst_case)},
          {"worst_lying", number(spine.worst_lying)},
          {"worst_newtons", number(spine.worst_newtons)},
          {"cases", cases_json(spine.cases, true)}};
}

Json orders_json(const std::vector<OrderResult>& results) {
  Json orders = Json::array();
  for (const OrderResult& result : results) {
    orders.push_back({{"id", result.id},
                      {"citation", result.citation},
                      {"text", result.text},
                      {"computed", text_or_null(result.computed)},
                      {"holds", holds_json(result.holds)},
                      {"missing", text_or_null(result.missing)}});
  }
  return orders;
}

Json pair_json(const EmgPair& pair) {
  const auto& computed = pair.computed;
  return {{"id", pair.measured.id},
          {"movement", pair.measured.movement},
          {"exercise", text_or_null(pair.measured.setup.exercise)},
          {"measured_percent_mvc", rounded(pair.measured.percent, 2)},
          {"computed_mean", computed ? Json(rounded(computed->mean, kDigits)) : Json(nullptr)},
          {"computed_peak", computed ? Json(rounded(computed->peak, kDigits)) : Json(nullptr)},
          {"missing", text_or_null(pair.missing)}};
}

Json groups_json(const std::vector<EmgGroup>& groups) {
  Json list = Json::array();
  for (const EmgGroup& group : groups) {
    Json pairs = Json::array();
    for (const EmgPair& pair : group.pairs) pairs.push_back(pair_json(pair));
    list.push_back({{"study", group.study},
                    {"muscle", group.muscle},
                    {"electrode", group.electrode},
                    {"amplitude", group.kind == EmgKind::Mean ? "mean" : "peak"},
                    {"n", group.n},
                    {"spearman", number(group.spearman)},
                    {"spearman_peak", number(group.spearman_peak)},
                    {"pairs", std::move(pairs)}});
  }
  return list;
}

Json moments_json(const std::vector<NormResult>& results) {
  Json moments = Json::array();
  for (const NormResult& result : results) {
    moments.push_back({{"id", result.norm.id},
                       {"what", result.norm.what},
                       {"group", result.norm.group},
                       {"unit", result.norm.unit},
                       {"measured", number(result.norm.value, 2)},
                       {"computed", number(result.computed, 2)},
                       {"missing", text_or_null(result.missing)}});
  }
  return moments;
}

Json gate_json(const std::vector<GateLine>& gate) {
  Json lines = Json::array();
  for (const GateLine& line : gate) {
    lines.push_back({{"text", line.text},
                     {"asked", line.asked},
                     {"value", number(line.value)},
                     {"is_met", line.is_met}});
  }
  return lines;
}

}  // namespace

std::string validation_json(const Validation& validation) {
  return document_text({{"schema", "strongback.validation/1"},
                        {"model", validation.model},
                        {"is_met", validation.is_met()},
                        {"gate", gate_json(validation.gate)},
                        {"spine", spine_json(validation.spine)},
                        {"ordinals", orders_json(validation.ordinals)},
                        {"reported", cases_json(validation.reported, false)},
                        {"emg", groups_json(validation.emg)},
                        {"emg_median", number(validation.emg_median)},
                        {"emg_small", groups_json(validation.emg_small)},
                        {"emg_ordinals", orders_json(validation.emg_orders)},
                        {"moments", moments_json(validation.moments)}});
}

}  // namespace strongback
