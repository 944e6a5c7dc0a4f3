#pragma once

#include "app/compare.h"
#include "cli/options.h"

namespace strongback {

/// Whose body, the cache, all cores and a bar, as the words ask.
PlayOrder play_order(const Options& options);

}  // namespace strongback
