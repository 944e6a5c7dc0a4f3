#pragma once

#include <string>

#include "app/share_work.h"

namespace strongback {

/// A bar on stderr that grows with the work and goes away at its end; nothing where stderr is no
/// terminal.
Progress progress_on_stderr();

/// How many threads may share the work.
int cores();

/// "████░░░░ 12 of 24": the bar as text, `cells` wide.
std::string progress_text(int done, int total, int cells);

}  // namespace strongback
