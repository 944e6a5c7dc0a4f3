#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "care/care.h"
#include "plan/program.h"

namespace strongback {

// Phrases of the lower rooms, put for a reader who sees them for the first time.

/// `text` with every condition that it quotes named shortly: "above what 'Leg pain below the knee,
/// easily provoked' allows" becomes "above what leg pain below the knee allows".
std::string plain_reason(std::string text, const Assessment& care);

/// `text` without the levels in brackets at its end: " (3, allowed 1)".
std::string without_levels(std::string_view text);

/// A wish that cannot hold together with others, and the change that would free it.
struct Conflict {
  std::string wish;
  std::string freed_by;  ///< may be empty
};
Conflict conflict_parts(std::string_view text);

/// A condition with what it asks; the advice that belongs to none comes last, with no label.
struct HealthNote {
  std::string label;
  std::vector<std::string> advice;  ///< sentences
};
std::vector<HealthNote> health_notes(const Assessment& care);

/// What the muscle table's words mean: its range, the limit and what stands beside a muscle.
std::string range_legend(const std::vector<MuscleWeek>& rows);

/// "below", "plenty" or "" for where `row` stands against its range; with `exactly` "below range"
/// and "above range".
std::string range_word(const MuscleWeek& row, bool exactly);

/// "1 x 8 x 5 s: one set of 8 holds, 5 s each", for the first exercise held several times a set;
/// "" when there is none.
std::string holds_legend(const std::vector<PlannedExercise>& exercises);

}  // namespace strongback
