#include "reading/document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/text.h"

namespace strongback {
namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// The deepest nesting that the parser is shown: it recurses, and so do its destructors.
constexpr std::size_t kDeepestParsed = 128;

/// The place of the byte at `offset`.
Place place_at(std::string_view text, std::size_t offset) {
  Place place{1, 1};
  for (const char c : text.substr(0, offset)) {
    place = c == '\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
  }
  return place;
}

/// Offset after the comment that begins at `at`.
std::size_t after_comment(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// Offset after the quoted text that begins at `at`: '...', "...", or either one tripled.  One
/// that never closes ends with its line, or with the document when it is tripled.
std::size_t after_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool is_tripled = text.substr(at).starts_with(std::string(3, quote));
  for (std::size_t i = at + (is_tripled ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == '\n' && !is_tripled) {
      return i;
    } else if (text[i] == quote) {
      const std::size_t end = std::min(text.find_first_not_of(quote, i), text.size());
      if (!is_tripled) return i + 1;
      if (end - i >= 3) return std::min(end, i + 5);  // the last two quotes may belong to the text
      i = end - 1;
    }
  }
  return text.size();
}

/// How deep values nest, by brackets or by dotted keys, which nest tables as brackets do.
class Nesting {
 public:
  /// Takes the next character outside texts and comments.
  void take(char c) {
    if (c == '[' || c == '{') {
      dots_.push_back(0);
      ++depth_;
    } else if (c == ']' || c == '}') {
      close();
    } else if (c == '.') {
      ++dots_.back();
      ++depth_;
    } else if (c == ',' || (c == '\n' && dots_.size() == 1)) {
      end_key();
    }
  }

  [[nodiscard]] bool is_too_deep() const { return depth_ > kDeepestParsed; }

 private:
  void end_key() {
    depth_ -= dots_.back();
    dots_.back() = 0;
  }

  void close() {
    if (dots_.size() == 1) return;
    end_key();
    dots_.pop_back();
    --depth_;
  }

  std::vector<std::size_t> dots_{0};  // of the key at hand, for each open bracket
  std::size_t depth_ = 0;
};

/// Offset at which values nest too deeply for the parser; `text.size()` when they never do.
std::size_t first_too_deep(std::string_view text) {
  Nesting nesting;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '#') {
      i = after_comment(text, i);
    } else if (text[i] == '"' || text[i] == '\'') {
      i = after_quoted(text, i);
    } else {
      nesting.take(text[i]);
      if (nesting.is_too_deep()) return i;
      ++i;
    }
  }
  return text.size();
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
}

/// Problems that make a text unfit for the parser; the parser itself is never shown such a text.
std::optional<Problem> unfit(const std::string& file, std::string_view text) {
  if (text.size() > kLargestDocument) {
    return Problem{
        file, {}, fmt::format("the file is larger than {} KiB", kLargestDocument / 1024), ""};
  }
  if (const auto bad = first_bad_utf8(text); bad < text.size()) {
    return Problem{file, place_at(text, bad), "the text is not UTF-8 here",
                   "save the file as UTF-8"};
  }
  if (const auto* bad = std::find_if(text.begin(), text.end(), is_control); bad != text.end()) {
    const auto offset = static_cast<std::size_t>(bad - text.begin());
    return Problem{file, place_at(text, offset),
                   "a control character stands here; this is no text file", ""};
  }
  if (const auto deep = first_too_deep(text); deep < text.size()) {
    return Problem{file, place_at(text, deep),
                   fmt::format("nested more than {} deep", kDeepestNesting), ""};
  }
  return std::nullopt;
}

class Translator {
 public:
  Translator(std::string file, Problems& problems) : file_(std::move(file)), problems_(&problems) {}

  Table table(const toml::table& source, int depth) {
    Table result;
    for (const auto& [key, node] : source) {
      const Place place = place_of(key.source());
      if (auto value = this->node(node, depth + 1)) {
        result.push_back({std::string(key.str()), place, std::move(*value)});
      }
    }
    std::stable_sort(result.begin(), result.end(), [](const Entry& a, const Entry& b) {
      return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return result;
  }

 private:
  std::optional<Node> node(const toml::node& source, int depth) {
    const Place place = place_of(source.source());
    if (depth > kDeepestNesting) {
      problems_->push_back(
          {file_, place, fmt::format("nested more than {} deep", kDeepestNesting), ""});
      return std::nullopt;
    }
    if (const auto* table = source.as_table()) return Node{place, this->table(*table, depth)};
    if (const auto* array = source.as_array()) return Node{place, this->array(*array, depth)};
    if (const auto* text = source.as_string()) return Node{place, text->get()};
    if (const auto* flag = source.as_boolean()) return Node{place, flag->get()};
    if (const auto* whole = source.as_integer()) return Node{place, whole->get()};
    if (const auto* number = source.as_floating_point()) return Node{place, number->get()};
    return this->moment(source, place);
  }

  Array array(const toml::array& source, int depth) {
    Array result;
    for (const auto& element : source) {
      if (auto value = node(element, depth + 1)) result.push_back(std::move(*value));
    }
    return result;
  }

  std::optional<Node> moment(const toml::node& source, Place place) {
    if (const auto* date = source.as_date()) {
      const toml::date day = date->get();
      if (const auto made = make_date(day.year, day.month, day.day)) return Node{place, *made};
      problems_->push_back({file_, place, "there is no such day between 1900 and 2200", ""});
      return std::nullopt;
    }
    if (const auto* time = source.as_time()) {
      return Node{place, TimeOfDay{time->get().hour * 60 + time->get().minute}};
    }
    problems_->push_back({file_, place, "a date with a time does not fit here",
                          "write the date alone, such as 2026-11-30"});
    return std::nullopt;
  }

  std::string file_;
  Problems* problems_;
};

}  // namespace

Checked<Document> parse_document(const std::string& file, std::string_view text) {
  if (auto problem = unfit(file, text)) return tl::unexpected(Problems{std::move(*problem)});
  Problems problems;
  try {
    const toml::table root = toml::parse(text);
    Document document{file, Translator(file, problems).table(root, 0)};
    if (problems.empty()) return document;
  } catch (const toml::parse_error& error) {
    problems.push_back({file, place_of(error.source()),
                        "this is not TOML: " + lower(error.description().substr(0, 1)) +
                            std::string(error.description().substr(1)),
                        "text stands in quotes, a list in [ ], one key = value a line"});
  }
  return tl::unexpected(std::move(problems));
}

Checked<std::string> read_text(const std::string& path, std::size_t largest) {
  const auto refuse = [&](std::string message, std::string hint = "") {
    return tl::unexpected(Problems{{path, {}, std::move(message), std::move(hint)}});
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return refuse("there is no such file");
  if (std::filesystem::is_directory(status)) return refuse("this is a folder, not a file");
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse("the file cannot be read");
  std::string text(largest + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > largest) {
    return refuse(fmt::format("the file is larger than {} KiB", largest / 1024));
  }
  return text;
}

Checked<Document> read_document(const std::string& path) {
  return read_text(path).and_then(
      [&](const std::string& text) { return parse_document(path, text); });
}

}  // namespace strongback
