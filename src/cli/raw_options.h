#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace strongback {

/// Texts of the command line that still have to be understood.
struct RawOptions {
  std::string start;
  std::string weeks;
  std::string load;
  std::string format;
  std::vector<std::string> loads;
};

/// Reads the texts into `options`; what is wrong, as a person reads it, or "".
std::string understand(const RawOptions& raw, Options& options);

/// "strongback: error: MESSAGE" and, where there is one, the hint.
std::string with_hint(const std::string& message, const std::string& hint);

}  // namespace strongback
