#pragma once

#include <string>
#include <vector>

#include "app/failure.h"

namespace strongback {

struct LintReport {
  int checked = 0;  ///< files
  Problems problems;
  int others = 0;                  ///< problems of data files that nobody asked about
  int disagreements = 0;           ///< of lists and model
  int settled = 0;                 ///< those on which there is a verdict
  std::vector<std::string> notes;  ///< each disagreement, and each verdict that covers none
};

/// Checks data files, persons' files and therapists' replies; what a file is, its content says.
/// Without `paths`: the whole data folder and the examples beside it.  A folder stands for its
/// .toml files.
LintReport lint_files(const std::vector<std::string>& paths);

}  // namespace strongback
