#pragma once

#include <string>

#include "train/look_back.h"

namespace strongback {

/// Strength with its interval, sets of the back, load on the discs and pain, as one drawing that is
/// light or dark as the reader's screen.
std::string look_back_svg(const LookBack& back, const Catalog& catalog);

}  // namespace strongback
