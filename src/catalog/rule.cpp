#include "catalog/rule.h"

#include <fmt/format.h>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

template <class Map>
const auto& entry(const Map& map, std::string_view key, std::string_view what) {
  const auto found = map.find(key);
  if (found == map.end()) expects(false, fmt::format("there is a {} '{}'", what, key));
  return found->second;
}

}  // namespace

Rules::Rules(std::map<std::string, Rule, std::less<>> rules,
             std::map<std::string, Source, std::less<>> sources)
    : rules_(std::move(rules)), sources_(std::move(sources)) {}

const Rule& Rules::get(std::string_view id) const { return entry(rules_, id, "rule"); }

double Rules::number(std::string_view id, const std::string& key) const {
  const auto& numbers = get(id).numbers;
  const auto found = numbers.find(key);
  if (found == numbers.end()) expects(false, fmt::format("rule '{}' has a number '{}'", id, key));
  return found->second;
}

const std::vector<double>& Rules::list(std::string_view id, const std::string& key) const {
  const auto& lists = get(id).lists;
  const auto found = lists.find(key);
  if (found == lists.end()) expects(false, fmt::format("rule '{}' has a list '{}'", id, key));
  return found->second;
}

const Source& Rules::source(std::string_view id) const { return entry(sources_, id, "source"); }

std::string Rules::citation(const Rule& rule) const {
  std::vector<std::string> pieces;
  for (const std::string& id : rule.sources) {
    const Source& from = source(id);
    const bool says_it =
        from.reading.empty() || from.citation.find(from.reading) != std::string::npos;
    pieces.push_back(says_it ? from.citation : fmt::format("{} ({})", from.citation, from.reading));
  }
  return joined(pieces, "; ");
}

}  // namespace strongback
