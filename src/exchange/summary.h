#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "plan/program.h"

namespace strongback {

/// What changes between two weeks, an exercise a line: "Bird dog: 1 → 2 sets".  Days are named
/// where not every session changes alike.  Empty when nothing changes.
std::vector<std::string> changes_between(const PlannedWeek& before, const PlannedWeek& after);

/// What is new in `week` after `before` (nothing: it is the first), a line each: the changes, and
/// in brackets the notes that the week before did not have.
std::vector<std::string> week_news(const PlannedWeek* before, const PlannedWeek& week);

/// What was left out for one reason.
struct LeftOutGroup {
  std::string because;
  std::vector<std::string> names;  ///< of exercises
};

/// "A; B; C", or how many they are where there are so many that the list would help nobody.
std::string names_or_count(const LeftOutGroup& group);

/// What the model says of the load on the discs, and which exercises are not simulated: a sentence
/// each.  Empty when nothing is simulated.
std::vector<std::string> model_notes(const Program& program);

/// The rows of `left_out` grouped by reason, in the order in which the reasons first appear.  With
/// `care` the reasons are put plainly, without levels in numbers and without quoted conditions.
std::vector<LeftOutGroup> left_out_groups(const std::vector<LeftOut>& left_out,
                                          const Catalog& catalog, const Assessment* care = nullptr);

}  // namespace strongback
