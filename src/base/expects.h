#pragma once

#include <source_location>
#include <string_view>

namespace strongback {

/// Stops the program when `holds` is false: a broken precondition is a bug of ours, never of the
/// person's.  Prints file, line and `what` on stderr and exits with 70 (see docs/cli.md).
void expects(bool holds, std::string_view what,
             std::source_location where = std::source_location::current());

}  // namespace strongback
