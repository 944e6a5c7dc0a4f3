#include "exchange/json.h"
#include "exchange/json_parts.h"

namespace strongback {
namespace {

Json levels_json(const Levels& levels) {
  Json caps = Json::object();
  for (std::size_t i = 0; i < kPropertyCount; ++i) caps[property_words().at(i)] = levels[i];
  return caps;
}

Json because_json(const Caps& caps) {
  Json because = Json::object();
  for (const auto& [property, label] : caps.because) {
    because[property_words().at(static_cast<std::size_t>(property))] = label;
  }
  return because;
}

Json limits_json(const Caps& caps) {
  return {{"least_reserve", caps.least_reserve},
          {"reps", caps.reps ? span_json(*caps.reps) : Json(nullptr)},
          {"longest_hold_s", caps.longest_hold_s},
          {"load_cap_kg", caps.load_cap ? Json(rounded_kg(*caps.load_cap)) : Json(nullptr)},
          {"load_factor", rounded(caps.load_factor, 3)},
          {"no_external_load", caps.no_external_load},
          {"no_failure", caps.no_failure},
          {"highest_level", caps.highest_level},
          {"no_bending_after_rising_h", caps.no_flexion_h_after_rising},
          {"blocked", caps.blocked}};
}

Json conditions_json(const Assessment& care) {
  Json list = Json::array();
  for (const Condition* condition : care.conditions) {
    list.push_back({{"id", condition->id},
                    {"label", condition->label},
                    {"gate", gate_words().at(static_cast<std::size_t>(condition->gate))},
                    {"advice", condition->advice},
                    {"source", condition->source},
                    {"grade", condition->grade}});
  }
  return list;
}

}  // namespace

std::string check_json(const Assessment& care, const std::vector<const Exercise*>& allowed) {
  Json ids = Json::array();
  for (const Exercise* exercise : allowed) ids.push_back(exercise->id);
  const Json flare = {{"is_flare", care.is_flare}, {"because", care.flare_reason}};
  return document_text({{"schema", "strongback.check/1"},
                        {"care", care_words().at(static_cast<std::size_t>(care.care))},
                        {"gate", gate_words().at(static_cast<std::size_t>(care.gate))},
                        {"triage", triage_json(care)},
                        {"flare", flare},
                        {"conditions", conditions_json(care)},
                        {"caps", levels_json(care.caps.highest)},
                        {"caps_because", because_json(care.caps)},
                        {"limits", limits_json(care.caps)},
                        {"advice", care.advice},
                        {"questions", care.questions},
                        {"assumptions", care.assumptions},
                        {"allowed", std::move(ids)}});
}

}  // namespace strongback
