#pragma once

#include <string>
#include <string_view>

#include "app/failure.h"
#include "cli/run.h"

namespace strongback {

/// One sentence for each kind of failure, on the stream where it belongs, and its exit code.
Exit say(const Failure& failure);

/// Why what was asked for is not done, and what to do instead.
tl::unexpected<Failure> refused(std::string what, std::string hint);

/// Writes an answer to stdout.
void show(std::string_view text);

}  // namespace strongback
