#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace strongback {

struct Node;
struct Entry;

/// A table keeps the order of the file.
using Table = std::vector<Entry>;
using Array = std::vector<Node>;

struct TimeOfDay {
  int minutes = 0;  ///< after midnight
};

/// One value of a document and where it stands.
struct Node {
  Place place;
  std::variant<bool, std::int64_t, double, std::string, Date, TimeOfDay, Array, Table> value;
};

struct Entry {
  std::string key;
  Place place;  ///< of the key
  Node node;
};

/// A TOML file as values with places.  The only room that knows which parser reads it.
struct Document {
  std::string file;
  Table root;
};

inline constexpr std::size_t kLargestDocument = 256 * 1024;  ///< [byte]
inline constexpr int kDeepestNesting = 16;

/// Reads `text` as TOML; `file` only names it in messages.  Refuses, before parsing, texts that
/// are too large, nested too deeply, not UTF-8, or hold control characters.
Checked<Document> parse_document(const std::string& file, std::string_view text);

/// Reads the file at `path`.  A missing or unreadable file is a Problem, not an exception.
Checked<Document> read_document(const std::string& path);

/// The bytes of the file at `path`, at most `largest` of them.
Checked<std::string> read_text(const std::string& path, std::size_t largest = kLargestDocument);

}  // namespace strongback
