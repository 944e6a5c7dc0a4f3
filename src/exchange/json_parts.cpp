#include "exchange/json_parts.h"

#include <cmath>

#include "base/expects.h"

namespace strongback {
namespace {

constexpr int kIndent = 2;
constexpr int kGramDigits = 3;

}  // namespace

double rounded(double value, int digits) {
  expects(std::isfinite(value), "every number of a JSON document is finite");
  const double scale = std::pow(10.0, digits);
  const double result = std::round(value * scale) / scale;
  return result == 0.0 ? 0.0 : result;  // no negative zero
}

double rounded_kg(Mass mass) { return rounded(in_kilograms(mass), kGramDigits); }

Json span_json(Span span) { return Json::array({span.low, span.high}); }

Json likely_json(const Likely& likely, int digits) {
  return Json::array({rounded(likely.low, digits), rounded(likely.high, digits)});
}

Json credits_json(const std::map<std::string, double>& credits) {
  constexpr int kDigits = 2;
  Json object = Json::object();
  for (const auto& [muscle, credit] : credits) object[muscle] = rounded(credit, kDigits);
  return object;
}

Json credits_from_json(const std::map<std::string, double>& credits,
                       const std::set<std::string>& by_model) {
  Json object = Json::object();
  for (const auto& [muscle, credit] : credits)
    object[muscle] = by_model.contains(muscle) ? "model" : "list";
  return object;
}

Json triage_json(const Assessment& care) {
  Json items = Json::array();
  for (const TriageItem& item : care.triage) {
    items.push_back({{"id", item.id},
                     {"action", care_words().at(static_cast<std::size_t>(item.action))},
                     {"message", item.message},
                     {"rule", item.rule},
                     {"source", item.source},
                     {"grade", item.grade}});
  }
  return items;
}

Json person_object(const Person& person) {
  return {{"name", person.name},
          {"units", person.units == Units::Metric ? "metric" : "imperial"},
          {"country", person.country}};
}

std::string document_text(const Json& document) {
  return document.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string compact_text(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace strongback
