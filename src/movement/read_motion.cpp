#include "movement/read_motion.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "movement/readers.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestId = 60;
constexpr std::size_t kLongestSource = 1000;
constexpr std::size_t kLongestLeavesOut = 120;
constexpr Range kGives{0.1, 90.0, "deg"};
constexpr std::string_view kSuffix = ".motion.toml";

/// Indexes of what `word` names in `all`: itself, or its right and left side.
template <class Named>
std::vector<int> named(const std::vector<Named>& all, const std::string& word) {
  const auto index = [&](const std::string& name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
  };
  if (const int only = index(word); only >= 0) return {only};
  const int right = index(word + "_r"), left = index(word + "_l");
  return right >= 0 && left >= 0 ? std::vector<int>{right, left} : std::vector<int>{};
}

template <class Named>
std::vector<std::string> words_for(const std::vector<Named>& all) {
  std::vector<std::string> words;
  for (const Named& one : all) {
    if (one.name.ends_with("_r")) words.push_back(one.name.substr(0, one.name.size() - 2));
    words.push_back(one.name);
  }
  return words;
}

/// one-arm-row stands in one_arm_row.motion.toml.
void check_file_name(Fields& file, const Placed& id) {
  std::string name = id.text;
  std::replace(name.begin(), name.end(), '-', '_');
  name += kSuffix;
  if (std::filesystem::path(file.file()).filename() == name) return;
  file.problem(id.place, fmt::format("the motion of '{}' must stand in '{}'", id.text, name));
}

void read_exercise_id(Fields& file, MotionReading& reading) {
  if (reading.is_pose) {
    const Node* node = file.find_node("exercise");
    if (node != nullptr) {
      file.problem(node->place, "a still posture belongs to no 'exercise'", "leave it out");
    }
    return;
  }
  const Placed id = file.need_placed("exercise", kLongestId);
  reading.motion.id = id.text;
  if (!id.text.empty()) check_file_name(file, id);
}

void read_head(Fields& file, MotionReading& reading) {
  file.need_whole("schema", {1, 1, ""});
  read_exercise_id(file, reading);
  Motion& motion = reading.motion;
  motion.file = file.file();
  motion.source = reading.is_pose ? file.find_text("source", kLongestSource).value_or("")
                                  : file.need_text("source", kLongestSource);
  motion.leaves_out = file.find_text("leaves_out", kLongestLeavesOut).value_or("");
  const auto side = file.find_choice("side", {"right", "left"});
  if (side) motion.side = *side == 0 ? 'r' : 'l';
}

Checked<Motion> read(const Document& document, const BodyTables& tables, bool is_pose) {
  Problems problems;
  Fields file(document, problems);
  MotionReading reading{tables, is_pose, {}};
  read_head(file, reading);
  read_surfaces(file, reading);
  read_supports(file, reading);
  read_loads(file, reading);
  read_keyframes(file, reading);
  read_balance(file, reading);
  file.finish();
  if (problems.empty()) return std::move(reading.motion);
  sort_by_place(problems);
  return tl::unexpected(std::move(problems));
}

}  // namespace

std::vector<int> patches_named(const BodyTables& tables, const std::string& word) {
  return named(tables.patches, word);
}

std::vector<int> coordinates_named(const BodyTables& tables, const std::string& word) {
  return named(tables.coordinates, word);
}

std::vector<std::string> patch_words(const BodyTables& tables) { return words_for(tables.patches); }

std::vector<std::string> coordinate_words(const BodyTables& tables) {
  return words_for(tables.coordinates);
}

std::optional<std::vector<double>> find_row(Fields& fields, std::string_view key, Range allowed,
                                            std::size_t count, const char* what) {
  const Node* node = fields.find_node(key);
  if (node == nullptr) return std::nullopt;
  const auto* list = std::get_if<Array>(&node->value);
  if (list == nullptr || list->size() != count) {
    fields.problem(node->place, fmt::format("'{}' must be {}", key, what));
    return std::nullopt;
  }
  auto numbers = fields.find_numbers(key, allowed);
  return numbers.size() == count ? std::optional(std::move(numbers)) : std::nullopt;
}

void read_balance(Fields& file, MotionReading& reading) {
  const BodyTables& tables = reading.tables;
  auto& give = reading.motion.give;
  give.resize(tables.coordinates.size());
  auto balance = file.find_table("balance");
  if (!balance) return;
  const auto set = [&](Fields& fields, const Placed& word, double value) {
    const auto indexes = coordinates_named(tables, word.text);
    if (indexes.empty()) fields.unknown_word(word, "no joint angle", coordinate_words(tables));
    for (const int index : indexes) {
      auto& old = give[static_cast<std::size_t>(index)];
      if (old && value == 0.0) {
        fields.problem(word.place, fmt::format("'{}' is both free and kept", word.text));
        return;
      }
      old = value;
    }
  };
  if (auto free = balance->find_table("free_deg")) {
    for (const Entry& entry : free->table()) {
      const auto value = free->find_number(entry.key, kGives);
      set(*free, {entry.key, entry.place}, value.value_or(kGives.low) * kDegree);
    }
  }
  for (const Placed& word : balance->find_texts("keep", 40)) set(*balance, word, 0.0);
  balance->finish();
}

Checked<Motion> read_motion(const Document& document, const BodyTables& tables) {
  return read(document, tables, false);
}

Checked<Motion> read_pose(const Document& document, const BodyTables& tables) {
  return read(document, tables, true);
}

}  // namespace strongback
