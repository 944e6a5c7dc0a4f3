#include "reading/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

std::string kind_of(const Node& node) {
  static constexpr std::string_view kKinds[] = {"true or false", "a whole number", "a number",
                                                "a text",        "a date",         "a time of day",
                                                "a list",        "a table"};
  return std::string(kKinds[node.value.index()]);
}

std::string range_text(Range range) {
  std::string text = fmt::format("from {} to {}", plain(range.low), plain(range.high));
  if (!range.unit.empty()) text += fmt::format(" {}", range.unit);
  return text;
}

/// What a person wrote, short enough to be said back.
std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return std::string(text);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::optional<double> number_in(const Node& node) {
  if (const auto* whole = std::get_if<std::int64_t>(&node.value))
    return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&node.value)) return *number;
  return std::nullopt;
}

}  // namespace

const Entry* Fields::look_up(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const auto found = std::find_if(table_->begin(), table_->end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table_->end() ? nullptr : &*found;
}

bool Fields::has(std::string_view key) const {
  return std::any_of(table_->begin(), table_->end(),
                     [&](const Entry& entry) { return entry.key == key; });
}

void Fields::problem(Place place, std::string message, std::string hint) {
  problems_->push_back({file_, place, std::move(message), std::move(hint)});
}

void Fields::missing(std::string_view key) { problem(place_, fmt::format("'{}' is missing", key)); }

void Fields::unknown_word(const Placed& word, std::string_view kind,
                          const std::vector<std::string>& known) {
  problem(word.place, fmt::format("'{}' is {}", shown(word.text), kind),
          suggestion(word.text, known));
}

const Node* Fields::find_node(std::string_view key) {
  const Entry* entry = look_up(key);
  return entry ? &entry->node : nullptr;
}

std::optional<Placed> Fields::find_placed(std::string_view key, std::size_t longest) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const auto* text = std::get_if<std::string>(&node->value);
  if (!text) {
    problem(node->place, fmt::format("'{}' must be a text in quotes, not {}", key, kind_of(*node)));
    return std::nullopt;
  }
  if (text->size() > longest) {
    problem(node->place, fmt::format("'{}' is longer than {} characters", key, longest));
    return std::nullopt;
  }
  return Placed{*text, node->place};
}

std::optional<std::string> Fields::find_text(std::string_view key, std::size_t longest) {
  auto placed = find_placed(key, longest);
  return placed ? std::optional(std::move(placed->text)) : std::nullopt;
}

std::optional<bool> Fields::find_flag(std::string_view key) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const auto* flag = std::get_if<bool>(&node->value);
  if (flag) return *flag;
  problem(node->place, fmt::format("'{}' must be true or false, not {}", key, kind_of(*node)));
  return std::nullopt;
}

std::optional<double> Fields::find_number(std::string_view key, Range allowed) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const auto number = number_in(*node);
  if (number && *number >= allowed.low && *number <= allowed.high) return number;
  problem(node->place, fmt::format("'{}' must be a number {}", key, range_text(allowed)));
  return std::nullopt;
}

std::optional<int> Fields::find_whole(std::string_view key, Range allowed) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const auto* whole = std::get_if<std::int64_t>(&node->value);
  if (whole && static_cast<double>(*whole) >= allowed.low &&
      static_cast<double>(*whole) <= allowed.high) {
    return static_cast<int>(*whole);
  }
  problem(node->place, fmt::format("'{}' must be a whole number {}", key, range_text(allowed)));
  return std::nullopt;
}

namespace {

/// A quantity written as text, in [low, high]; `parse` reads it and `show` prints a bound.
template <class Q>
struct QuantityField {
  std::optional<Q> (*parse)(std::string_view);
  std::string allowed;
  std::string example;
  Q low;
  Q high;
};

template <class Q>
std::optional<Q> quantity(Fields& fields, std::string_view key, const Node& node,
                          const QuantityField<Q>& field) {
  const auto* text = std::get_if<std::string>(&node.value);
  if (!text) {
    fields.problem(node.place,
                   fmt::format("'{}' must be a text with its unit, {}", key, field.allowed),
                   fmt::format("write it in quotes, such as {}", field.example));
    return std::nullopt;
  }
  const auto value = field.parse(*text);
  if (value && *value >= field.low && *value <= field.high) return value;
  const std::string found = value ? "is out of range" : "is not understood";
  fields.problem(node.place,
                 fmt::format("'{}' {}: it must be {}", shown(*text), found, field.allowed),
                 value ? "" : fmt::format("write it such as {}", field.example));
  return std::nullopt;
}

QuantityField<Mass> mass_field(Mass low, Mass high) {
  return {parse_mass,
          fmt::format("from {} to {} kg ({} to {} lb)", plain(low.si()), plain(high.si()),
                      plain(in_pounds(low), 1), plain(in_pounds(high), 0)),
          "\"64 kg\" or \"141 lb\"", low, high};
}

}  // namespace

std::optional<Mass> Fields::find_mass(std::string_view key, Mass low, Mass high) {
  const Node* node = find_node(key);
  return node ? quantity(*this, key, *node, mass_field(low, high)) : std::nullopt;
}

std::optional<Length> Fields::find_length(std::string_view key, Length low, Length high) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const QuantityField<Length> field{
      parse_length,
      fmt::format("from {} to {} cm ({} to {})", plain(in_centimeters(low), 0),
                  plain(in_centimeters(high), 0), to_text(low, Units::Imperial),
                  to_text(high, Units::Imperial)),
      "\"168 cm\" or \"5 ft 6 in\"", low, high};
  return quantity(*this, key, *node, field);
}

std::optional<Force> Fields::find_force(std::string_view key, Force low, Force high) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  const QuantityField<Force> field{
      parse_force, fmt::format("from {} to {} N", plain(low.si()), plain(high.si())),
      "\"60 N\" or \"13 lbf\"", low, high};
  return quantity(*this, key, *node, field);
}

std::vector<CountedMass> Fields::find_masses(std::string_view key, Mass low, Mass high) {
  std::vector<CountedMass> masses;
  const auto field = mass_field(low, high);
  for (const auto& entry : find_texts(key)) {
    const auto mass = parse_counted_mass(entry.text);
    if (mass && mass->each >= low && mass->each <= high) {
      masses.push_back(*mass);
      continue;
    }
    problem(entry.place, fmt::format("'{}' must be a mass {}", shown(entry.text), field.allowed),
            "write it such as \"5 kg\", \"12 lb\" or \"2 x 5 kg\"");
  }
  return masses;
}

std::optional<Date> Fields::find_date(std::string_view key) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  if (const auto* date = std::get_if<Date>(&node->value)) return *date;
  if (const auto* text = std::get_if<std::string>(&node->value)) {
    if (const auto date = parse_date(*text)) return date;
  }
  problem(node->place, fmt::format("'{}' must be a day", key), "write it such as 2026-11-30");
  return std::nullopt;
}

std::optional<int> Fields::find_clock(std::string_view key) {
  const Node* node = find_node(key);
  if (!node) return std::nullopt;
  if (const auto* time = std::get_if<TimeOfDay>(&node->value)) return time->minutes;
  if (const auto* text = std::get_if<std::string>(&node->value)) {
    if (const auto minutes = parse_clock(*text)) return minutes;
  }
  problem(node->place, fmt::format("'{}' must be a time of day from 00:00 to 23:59", key),
          "write it such as \"18:30\"");
  return std::nullopt;
}

std::vector<Placed> Fields::find_texts(std::string_view key, std::size_t longest) {
  std::vector<Placed> texts;
  const Node* node = find_node(key);
  if (!node) return texts;
  const auto* array = std::get_if<Array>(&node->value);
  if (!array) {
    problem(node->place, fmt::format("'{}' must be a list of texts, not {}", key, kind_of(*node)),
            "write it such as [\"one\", \"two\"]");
    return texts;
  }
  for (const Node& element : *array) {
    const auto* text = std::get_if<std::string>(&element.value);
    if (text && text->size() <= longest) {
      texts.push_back({*text, element.place});
    } else {
      problem(element.place,
              text ? fmt::format("a text of '{}' is longer than {} characters", key, longest)
                   : fmt::format("'{}' holds texts in quotes, not {}", key, kind_of(element)));
    }
  }
  return texts;
}

std::vector<double> Fields::find_numbers(std::string_view key, Range allowed) {
  std::vector<double> numbers;
  const Node* node = find_node(key);
  if (!node) return numbers;
  const auto* array = std::get_if<Array>(&node->value);
  if (!array) {
    problem(node->place, fmt::format("'{}' must be a list of numbers", key));
    return numbers;
  }
  for (const Node& element : *array) {
    const auto number = number_in(element);
    if (number && *number >= allowed.low && *number <= allowed.high) {
      numbers.push_back(*number);
    } else {
      problem(element.place, fmt::format("'{}' holds numbers {}", key, range_text(allowed)));
    }
  }
  return numbers;
}

std::optional<Fields> Fields::find_table(std::string_view key) {
  const Entry* entry = look_up(key);
  if (!entry) return std::nullopt;
  if (const auto* table = std::get_if<Table>(&entry->node.value)) {
    return Fields(file_, *table, entry->place, *problems_);
  }
  problem(entry->node.place, fmt::format("'{}' must be a table", key),
          fmt::format("write [{}]", key));
  return std::nullopt;
}

std::vector<Fields> Fields::find_tables(std::string_view key) {
  std::vector<Fields> tables;
  const Node* node = find_node(key);
  if (!node) return tables;
  const auto* array = std::get_if<Array>(&node->value);
  if (!array) {
    problem(node->place, fmt::format("'{}' must be a list of tables", key),
            fmt::format("write [[{}]]", key));
    return tables;
  }
  for (const Node& element : *array) {
    if (const auto* table = std::get_if<Table>(&element.value)) {
      tables.emplace_back(file_, *table, element.place, *problems_);
    } else {
      problem(element.place, fmt::format("'{}' holds tables, not {}", key, kind_of(element)));
    }
  }
  return tables;
}

std::string Fields::need_text(std::string_view key, std::size_t longest) {
  return need_placed(key, longest).text;
}

Placed Fields::need_placed(std::string_view key, std::size_t longest) {
  if (!has(key)) missing(key);
  return find_placed(key, longest).value_or(Placed{"", place_});
}

bool Fields::need_flag(std::string_view key) {
  if (!has(key)) missing(key);
  return find_flag(key).value_or(false);
}

double Fields::need_number(std::string_view key, Range allowed) {
  if (!has(key)) missing(key);
  return find_number(key, allowed).value_or(allowed.low);
}

int Fields::need_whole(std::string_view key, Range allowed) {
  if (!has(key)) missing(key);
  return find_whole(key, allowed).value_or(static_cast<int>(std::ceil(allowed.low)));
}

std::optional<std::size_t> Fields::find_choice(std::string_view key,
                                               const std::vector<std::string>& words) {
  const auto placed = find_placed(key);
  if (!placed) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), placed->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  unknown_word(*placed, fmt::format("no value of '{}'", key), words);
  return std::nullopt;
}

std::size_t Fields::need_choice(std::string_view key, const std::vector<std::string>& words) {
  expects(!words.empty(), "a closed set has words");
  if (!has(key)) missing(key);
  return find_choice(key, words).value_or(0);
}

void Fields::finish() {
  for (const Entry& entry : *table_) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    problem(entry.place, fmt::format("unknown key '{}'", shown(entry.key)),
            suggestion(entry.key, asked_));
  }
}

}  // namespace strongback
