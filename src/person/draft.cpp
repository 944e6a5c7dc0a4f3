#include "person/draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/ago.h"

namespace strongback {
namespace {

constexpr std::size_t kMostHints = 3;

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "did you mean ..." for an id written with the other dash, misspelled, or cut short.
std::string near_ids(const std::string& word, const std::vector<std::string>& known) {
  for (const auto& [from, to] : {std::pair{'_', '-'}, std::pair{'-', '_'}}) {
    std::string other = lower(word);
    std::replace(other.begin(), other.end(), from, to);
    if (holds(known, other)) return fmt::format("did you mean '{}'?", other);
  }
  if (auto near = suggestion(word, known); !near.empty()) return near;
  std::vector<std::string> longer;
  for (const auto& id : known) {
    if (word.size() > 2 && id.find(lower(word)) != std::string::npos &&
        longer.size() < kMostHints) {
      longer.push_back(fmt::format("'{}'", id));
    }
  }
  return longer.empty() ? "" : fmt::format("did you mean {}?", joined(longer, " or "));
}

/// Where to find the list, for the kinds that a command lists.
std::string where_listed(std::string_view kind) {
  if (kind == "exercise") return "'strongback exercises' lists them";
  if (kind == "muscle") return "'strongback muscles' lists them";
  return "docs/person-file.md lists them";
}

std::string_view last_part(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

}  // namespace

bool Draft::given(std::string_view path) const { return places.find(path) != places.end(); }

Place Draft::place(std::string_view path) const {
  const auto found = places.find(path);
  return found == places.end() ? Place{} : found->second;
}

void Draft::remember(Fields& fields, std::string_view path) {
  const Node* node = fields.find_node(last_part(path));
  places.insert_or_assign(std::string(path), node ? node->place : fields.place());
}

std::vector<std::string> Draft::ids(Fields& fields, std::string_view path, std::string_view kind,
                                    const std::vector<std::string>& known) {
  std::vector<std::string> found;
  const auto key = last_part(path);
  for (const Placed& word : fields.find_texts(key)) {
    if (!check_id(fields, word, kind, known)) continue;
    if (holds(found, word.text)) {
      fields.problem(word.place, fmt::format("'{}' stands twice in '{}'", word.text, key));
      continue;
    }
    found.push_back(word.text);
    places.insert_or_assign(fmt::format("{}:{}", path, word.text), word.place);
  }
  if (fields.has(key)) remember(fields, path);
  return found;
}

void report_unknown(Fields& fields, const Placed& word, std::string_view kind,
                    const std::vector<std::string>& known) {
  std::string hint = near_ids(word.text, known);
  if (hint.empty()) hint = where_listed(kind);
  fields.problem(word.place, fmt::format("'{}' is no {}", word.text, kind), hint);
}

bool check_id(Fields& fields, const Placed& word, std::string_view kind,
              const std::vector<std::string>& known) {
  if (holds(known, word.text)) return true;
  report_unknown(fields, word, kind, known);
  return false;
}

std::optional<double> find_weeks(Fields& fields, std::string_view key, double most_weeks) {
  const Node* node = fields.find_node(key);
  if (!node) return std::nullopt;
  std::optional<double> weeks;
  if (const auto* text = std::get_if<std::string>(&node->value)) weeks = parse_weeks_ago(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&node->value)) {
    weeks = static_cast<double>(*whole);
  }
  if (const auto* number = std::get_if<double>(&node->value)) weeks = *number;
  if (weeks && *weeks >= 0.0 && *weeks <= most_weeks) return weeks;
  fields.problem(node->place,
                 fmt::format("'{}' must be a time from 0 to {} weeks ago", key, plain(most_weeks)),
                 "write it such as \"6 weeks ago\", \"2 years ago\" or a number of weeks");
  return std::nullopt;
}

std::optional<std::string> find_words(Fields& fields, std::string_view key, std::size_t longest) {
  auto placed = fields.find_placed(key, longest);
  if (!placed) return std::nullopt;
  std::string& text = placed->text;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (printable(text) == text) return std::move(text);
  fields.problem(placed->place, fmt::format("'{}' holds a control character", key),
                 "write plain letters, digits and signs");
  return std::nullopt;
}

void require(Fields& fields, std::string_view key) {
  if (!fields.has(key)) fields.problem(fields.place(), fmt::format("'{}' is missing", key));
}

std::optional<Mass> need_mass(Fields& fields, std::string_view key, Mass low, Mass high) {
  require(fields, key);
  return fields.find_mass(key, low, high);
}

}  // namespace strongback
