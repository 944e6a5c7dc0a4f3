#include "base/expects.h"

#include <fmt/format.h>

#include <cstdlib>

namespace strongback {

void expects(bool holds, std::string_view what, std::source_location where) {
  if (holds) return;
  fmt::print(stderr, "strongback: a bug of ours: {}:{}: this does not hold: {}\n",
             where.file_name(), where.line(), what);
  std::_Exit(70);
}

}  // namespace strongback
