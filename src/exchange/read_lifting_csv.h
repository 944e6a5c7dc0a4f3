#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/result.h"
#include "base/units.h"

namespace strongback {

/// One set of another program's log, as its file says.
struct LiftingRow {
  int line = 0;          ///< of the file
  Date day;              ///< when the workout began, on the person's clock
  int minute = 0;        ///< [min] after midnight
  int second = 0;        ///< [s]
  std::string exercise;  ///< their name
  int set_index = 0;     ///< within its exercise and workout, from 0
  bool is_warm_up = false;
  std::optional<Mass> load;  ///< nothing: body weight
  int reps = 0;
  int seconds = 0;
  int meters = 0;
  std::optional<int> reserve;  ///< 10 less RPE, where that was said
};

/// What a file holds, and the rows that could not be read.
struct LiftingLog {
  std::string source;  ///< "hevy" or "strong"
  std::vector<LiftingRow> rows;
  Problems problems;  ///< rows left out
};

inline constexpr std::size_t kLargestLiftingFile = 64U * 1024U * 1024U;  ///< [byte]
inline constexpr int kMostLiftingRows = 1'000'000;

/// Reads the CSV of Hevy or Strong, every layout by its header (docs/cli.md).  `unit` is what
/// weights without a unit are in; without it such a file is refused.  Refused too: what is neither,
/// not UTF-8, too large, or more than half of whose rows cannot be read.
Checked<LiftingLog> read_lifting_csv(const std::string& file, std::string_view text,
                                     std::optional<Units> unit);

}  // namespace strongback
