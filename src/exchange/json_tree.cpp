#include "exchange/json_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"

namespace strongback {
namespace {

/// Where the tokens of a text begin.  Walks beside the parser, which does not tell.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  /// The place of the next token, which is then behind the cursor.
  Place take() {
    while (at_ < text_.size() && std::string_view(" \t\r\n,:").find(text_[at_]) != npos) step();
    const Place place = place_;
    if (at_ >= text_.size()) return place;
    const char first = text_[at_];
    if (first == '"') {
      take_text();
    } else if (std::string_view("{}[]").find(first) != npos) {
      step();
    } else {
      while (at_ < text_.size() && std::string_view(" \t\r\n,:{}[]\"").find(text_[at_]) == npos) {
        step();
      }
    }
    return place;
  }

 private:
  static constexpr auto npos = std::string_view::npos;

  void take_text() {
    step();
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\') step();
      step();
    }
    step();
  }
  void step() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\n') {
      ++place_.line;
      place_.column = 0;
    }
    ++place_.column;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Place place_{1, 1};
};

Place place_of_byte(std::string_view text, std::size_t byte) {
  Place place{1, 1};
  for (const char letter : text.substr(0, std::min(byte, text.size()))) {
    ++place.column;
    if (letter == '\n') place = {place.line + 1, 1};
  }
  return place;
}

/// Builds the tree from what the parser meets.
class Builder {
 public:
  Builder(const std::string& file, std::string_view text)
      : file_(file), text_(text), cursor_(text) {}

  Checked<Node> result(bool is_read) {
    if (is_read && problems_.empty()) return std::move(root_);
    return tl::unexpected(std::move(problems_));
  }

  // What the parser calls: false ends the reading.
  bool null() {
    const Place place = cursor_.take();
    if (open_.empty() || open_.back().is_list) return add({place, Table{}});
    return true;
  }
  bool boolean(bool value) { return add({cursor_.take(), value}); }
  bool number_integer(std::int64_t value) { return add({cursor_.take(), value}); }
  bool number_unsigned(std::uint64_t value) {
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value > kMost) return add({cursor_.take(), static_cast<double>(value)});
    return add({cursor_.take(), static_cast<std::int64_t>(value)});
  }
  bool number_float(double value, const std::string& /*text*/) {
    return add({cursor_.take(), value});
  }
  bool string(std::string& value) { return add({cursor_.take(), std::move(value)}); }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }
  bool start_object(std::size_t /*count*/) { return open(false); }
  bool start_array(std::size_t /*count*/) { return open(true); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& value) {
    Open& object = open_.back();
    object.key = value;
    object.key_place = cursor_.take();
    if (object.keys.insert(value).second) return true;
    problems_.push_back({file_, object.key_place,
                         fmt::format("'{}' stands twice in this object", printable(value)), ""});
    return true;
  }
  bool parse_error(std::size_t byte, const std::string& /*token*/,
                   const nlohmann::json::exception& error) {
    constexpr std::size_t kMost = 160;  // it may quote a text of any length
    // "[json.exception...] parse error at line 1, column 2: what": the place is told by us.
    std::string what = error.what();
    what.erase(0, what.find("] ") + 2);
    if (const auto colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
    if (what.size() > kMost) what.resize(kMost);
    problems_.push_back({file_, place_of_byte(text_, byte == 0 ? 0 : byte - 1),
                         "the text is no JSON from here on", printable(what)});
    return false;
  }

 private:
  struct Open {
    Node node;
    bool is_list = false;
    std::string key;
    Place key_place;
    std::set<std::string> keys;
  };

  bool add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return true;
    }
    Open& in = open_.back();
    if (in.is_list) {
      std::get<Array>(in.node.value).push_back(std::move(node));
    } else {
      std::get<Table>(in.node.value).push_back({in.key, in.key_place, std::move(node)});
    }
    return true;
  }

  bool open(bool is_list) {
    const Place place = cursor_.take();
    if (static_cast<int>(open_.size()) >= kDeepestJson) {
      problems_.push_back(
          {file_, place, fmt::format("more than {} objects and lists in each other", kDeepestJson),
           "a catalog of exercises needs 6 at most"});
      return false;
    }
    Open next;
    next.node.place = place;
    if (is_list) {
      next.node.value = Array{};
    } else {
      next.node.value = Table{};
    }
    next.is_list = is_list;
    open_.push_back(std::move(next));
    return true;
  }

  bool close() {
    cursor_.take();
    Node done = std::move(open_.back().node);
    open_.pop_back();
    return add(std::move(done));
  }

  const std::string& file_;
  std::string_view text_;
  Cursor cursor_;
  std::vector<Open> open_;
  Node root_;
  Problems problems_;
};

}  // namespace

Checked<Node> parse_json(const std::string& file, std::string_view text) {
  if (text.size() > kLargestJson) {
    return tl::unexpected(
        Problems{{file,
                  {},
                  fmt::format("the file is larger than {} MiB", kLargestJson / (1024U * 1024U)),
                  "export fewer exercises at a time"}});
  }
  Builder builder(file, text);
  const bool is_read = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.result(is_read);
}

}  // namespace strongback
