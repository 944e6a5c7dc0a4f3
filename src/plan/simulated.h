#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/loads.h"
#include "plan/program.h"

namespace strongback {

// What the doses of the model (catalog/dose.h) say about one exercise of one person.  Nothing is
// said of what is not simulated; the catalog's own list stands in then (docs/theory/dose.md).

/// The dose of one repetition of `line` with its own load.  Nothing when the exercise is not
/// simulated, the body or load lies outside what was fitted, or a band's force is not known.
std::optional<Dose> dose_for(const Exercise& exercise, const PlannedExercise& line,
                             const Person& person, const Catalog& catalog);

/// Credits of a set that was done, before the rule of its stimulus.
std::vector<Share> worked_by(const Exercise& exercise, const PastSet& set, const Person& person,
                             const Catalog& catalog);

/// The smallest credit for which a muscle counts as trained where hours of rest are asked (rule
/// "model-credit").  [-]
double rest_from(const Rules& rules);

/// The load at which a set of `reps_to_failure` repetitions would end because one muscle gives up.
/// Nothing when the exercise is not simulated for this person or no muscle gets that far.
std::optional<LoadedMuscle> tiring_load(const Exercise& exercise, const Person& person,
                                        const Catalog& catalog, double reps_to_failure);

/// Brings `start` down to that load, counted with the factor for health, where the usual first load
/// is above it, and says which of the two it is; what was really lifted last week stays (rule
/// "start-load-model").
void stay_within_model(StartLoad& start, const Exercise& exercise, const Person& person,
                       const Catalog& catalog, const LoadPurpose& purpose);

/// The most that a work guideline lets press on a disc at this sex and age (rule
/// "disc-guideline").
Force disc_guideline(const Person& person, const Rules& rules);

/// True when the guideline is a limit for this person and not only shown (rule "disc-guideline").
bool is_held_to_guideline(const Person& person, const Caps& caps, const Rules& rules);

/// What one set puts on the discs.
DiscUse disc_use_of(const Dose& dose, const PlannedExercise& line);

/// Why `line` presses too hard on a disc for this person, in words; nothing when it does not or is
/// not simulated.
std::optional<std::string> above_guideline(const Exercise& exercise, const PlannedExercise& line,
                                           const Person& person, const Catalog& catalog);

/// Drops the loads with which `line` presses too hard on a disc; why, when none is left.
std::optional<std::string> spare_discs(std::vector<LoadOption>& options, const Exercise& exercise,
                                       PlannedExercise line, const Person& person,
                                       const Catalog& catalog);

}  // namespace strongback
