#include "person/change_field.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "reading/document.h"

namespace strongback {
namespace {

bool is_bare_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
  });
}

/// `value` as it stands where it is TOML, else as a TOML text.
std::string as_toml(std::string_view value) {
  const std::string line = fmt::format("x = {}\n", value);
  const auto document = parse_document("", line);
  if (document && document->root.size() == 1) return std::string(value);
  std::string quoted = "\"";
  for (const char letter : value) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "\"";
}

/// Where the value that begins at `from` ends: its last letter is before it.
std::size_t end_of_value(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char letter = text[i];
    if (letter == '"' || letter == '\'') {
      const std::string_view triple = letter == '"' ? "\"\"\"" : "'''";
      const std::string_view mark =
          text.substr(i).starts_with(triple) ? triple : triple.substr(0, 1);
      std::size_t end = i + mark.size();
      while (end < text.size() && !text.substr(end).starts_with(mark))
        end += text[end] == '\\' && letter == '"' ? 2U : 1U;
      i = end + mark.size() - 1;
    } else if (letter == '#') {
      if (depth == 0) return i;
      while (i + 1 < text.size() && text[i + 1] != '\n') ++i;
    } else if (letter == '[' || letter == '{') {
      ++depth;
    } else if (letter == ']' || letter == '}') {
      --depth;
    } else if (letter == '\n' && depth <= 0) {
      return i;
    }
  }
  return text.size();
}

/// One line of the text: its first and one past its last letter, without the line's end.
struct LineAt {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<LineAt> lines_of(std::string_view text) {
  std::vector<LineAt> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

/// Where a table's own lines begin and end.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Block> block_of(std::string_view text, std::string_view table) {
  std::optional<Block> block;
  if (table.empty()) block = Block{0, text.size()};
  for (const LineAt& line : lines_of(text)) {
    const auto words = trimmed(text.substr(line.begin, line.end - line.begin));
    if (!words.starts_with("[")) continue;
    if (block) return Block{block->begin, line.begin};
    if (trimmed(words.substr(0, words.find('#'))) == fmt::format("[{}]", table))
      block = Block{std::min(line.end + 1, text.size()), text.size()};
  }
  return block;
}

/// The value of `key` within `block`.
std::optional<Block> value_of(std::string_view text, const Block& block, std::string_view key) {
  for (const LineAt& line : lines_of(text.substr(0, block.end))) {
    if (line.begin < block.begin) continue;
    const auto words = text.substr(line.begin, line.end - line.begin);
    const auto equals = words.find('=');
    if (equals == std::string_view::npos || trimmed(words.substr(0, equals)) != key) continue;
    const std::size_t from = line.begin + equals + 1;
    return Block{from, end_of_value(text, from)};
  }
  return std::nullopt;
}

/// After the last line of the block that is not empty.
std::size_t end_of_lines(std::string_view text, const Block& block) {
  std::size_t end = block.end;
  while (end > block.begin && (text[end - 1] == '\n' || text[end - 1] == ' ')) --end;
  return end;
}

}  // namespace

tl::expected<std::string, std::string> change_field(std::string_view text, std::string_view key,
                                                    std::string_view value) {
  const auto parts = split(key, '.');
  const bool is_key = (parts.size() == 1 || parts.size() == 2) &&
                      std::all_of(parts.begin(), parts.end(), is_bare_key);
  if (!is_key) {
    return tl::unexpected(fmt::format(
        "'{}' is no field: write a key such as age, or a table and its key such as body.sleep_h",
        printable(key)));
  }
  if (trimmed(value).empty()) return tl::unexpected(fmt::format("'{}' needs a value", key));
  const std::string table = parts.size() == 2 ? parts.front() : "";
  const std::string line = fmt::format("{} = {}", parts.back(), as_toml(trimmed(value)));
  std::string changed(text);
  const auto block = block_of(text, table);
  if (!block) {
    if (!changed.empty() && changed.back() != '\n') changed += '\n';
    return changed + fmt::format("\n[{}]\n{}\n", table, line);
  }
  if (const auto old = value_of(text, *block, parts.back())) {
    return changed.replace(old->begin, old->end - old->begin,
                           " " + as_toml(trimmed(value)) +
                               (old->end < text.size() && text[old->end] == '#' ? " " : ""));
  }
  const std::size_t place = end_of_lines(text, *block);
  const bool is_first = place == 0 || (place == block->begin && text[place - 1] == '\n');
  return changed.insert(place, is_first ? line + "\n" : "\n" + line);
}

}  // namespace strongback
