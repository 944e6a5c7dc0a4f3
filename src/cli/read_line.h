#pragma once

#include <optional>
#include <string>

namespace strongback {

/// The next line of stdin after a "> ", without its end; nothing at the end of the input.  What
/// does not come from a terminal is shown, as a person would see what they type.
std::optional<std::string> read_line();

/// The next line of stdin, never shown; nothing at the end of the input.
std::optional<std::string> read_secret();

}  // namespace strongback
