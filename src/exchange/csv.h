#pragma once

#include <string>
#include <string_view>

namespace strongback {

// Tables as text with commas (RFC 4180, lines end in "\n").

/// A cell that holds a comma, a quote or a line's end stands in quotes.
std::string csv_cell(std::string_view text);

/// `value` with `digits` decimals, never "-0".
std::string csv_number(double value, int digits);

}  // namespace strongback
