#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reading/document.h"

namespace strongback {

inline constexpr std::size_t kLargestJson = 32U * 1024U * 1024U;  ///< [byte]
inline constexpr int kDeepestJson = 32;  ///< objects and lists in each other

/// Reads `text` as JSON (RFC 8259) into values with places; `file` only names it in messages.  A
/// key whose value is null is left out; a null in a list becomes an empty table, so that whoever
/// asks for a text or a number there finds none.  Refuses what is too large, nested too deeply, not
/// JSON, or has a key twice in one object.
Checked<Node> parse_json(const std::string& file, std::string_view text);

}  // namespace strongback
