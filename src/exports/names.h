#pragma once

#include <string>

#include "body/build.h"

namespace strongback {

/// `text` as a name that may stand in a column's heading and in a path of components: what is
/// neither an ASCII letter nor a digit becomes '_'.
std::string fit(std::string text);

/// "178 cm, 82 kg, male, 34 years".
std::string in_words(const Build& build);

}  // namespace strongback
