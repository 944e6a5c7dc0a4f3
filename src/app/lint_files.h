#pragma once

#include <string>
#include <vector>

#include "app/failure.h"

namespace strongback {

struct LintReport {
  int checked = 0;  ///< files
  Problems problems;
  int others = 0;                          ///< problems of data files that nobody asked about
  std::vector<std::string> disagreements;  ///< of lists and model that no note settles yet
  int settled = 0;                         ///< disagreements that a note settles
};

/// Checks data files, persons' files and therapists' replies; what a file is, its content says.
/// Without `paths`: the whole data folder and the examples beside it.  A folder stands for its
/// .toml files.
LintReport lint_files(const std::vector<std::string>& paths);

}  // namespace strongback
