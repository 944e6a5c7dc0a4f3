#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// `text` with control characters (but not UTF-8 letters) shown as \xNN, so that nothing from a
/// file can steer a terminal.
std::string printable(std::string_view text);

/// `text` so that HTML and SVG show it letter by letter; control characters become \xNN.
std::string markup_escaped(std::string_view text);

/// True when every byte of `text` belongs to a well-formed UTF-8 sequence.
bool is_utf8(std::string_view text);

/// Byte offset of the first malformed UTF-8 sequence, or `text.size()`.
std::size_t first_bad_utf8(std::string_view text);

/// The entry of `known` nearest to `word`, or "" when none is near enough to be a misspelling.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// "did you mean 'x'?" for the entry of `known` nearest to `word`; when none is near, "it is one
/// of: ..." if the list is short, otherwise "".
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// The pieces joined by `separator`.
std::string joined(const std::vector<std::string>& pieces, std::string_view separator);

/// The pieces of `text` between `separator`s; an empty text has no pieces.
std::vector<std::string> split(std::string_view text, char separator);

/// `text` without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII lower case.
std::string lower(std::string_view text);

/// First letter in upper case.
std::string capitalized(std::string_view text);

/// "1 set", "3 sets".
std::string counted(long count, std::string_view noun);

/// A decimal number without needless zeros: 7.50 -> "7.5", 8.00 -> "8"; at most `digits` decimals.
std::string plain(double value, int digits = 2);

/// Columns that a terminal uses for a UTF-8 text (one a code point).
std::size_t width(std::string_view text);

/// `text` broken at spaces into lines of at most `columns`; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace strongback
