#pragma once

#include <string>
#include <vector>

#include "plan/program.h"

namespace strongback {

/// Sessions with the same work, as one.
struct SessionKind {
  const PlannedSession* session = nullptr;
  std::vector<std::string> days;  ///< "Mon"
};

/// The kinds of sessions in `week`, in the order in which they first come.
std::vector<SessionKind> session_kinds(const PlannedWeek& week);

/// The whole week as one HTML table: an exercise a row, its sets in a column for each kind of
/// session.  The order of the rows keeps the order of every session where that is possible.
std::string week_table(const std::vector<SessionKind>& kinds);

/// What the repetitions in reserve mean, or, where all sets keep as many, how many they are; the
/// tables then have no column for them.
std::string reserve_legend(const std::vector<PlannedExercise>& exercises);

/// A list of exercises as an HTML table.
std::string exercise_table(const std::vector<PlannedExercise>& exercises);

}  // namespace strongback
