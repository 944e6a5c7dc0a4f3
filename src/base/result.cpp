#include "base/result.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace strongback {

std::string to_text(const Problem& problem) {
  std::string text = printable(problem.file);
  if (problem.place.line > 0) {
    text += fmt::format(":{}:{}", problem.place.line, problem.place.column);
  }
  text += ": error: " + printable(problem.message);
  if (!problem.hint.empty()) text += "\n  hint: " + printable(problem.hint);
  return text;
}

void sort_by_place(Problems& problems) {
  const auto key = [](const Problem& p) { return std::tie(p.file, p.place.line, p.place.column); };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
}

}  // namespace strongback
