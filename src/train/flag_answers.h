#pragma once

#include <string>
#include <vector>

#include "train/state.h"

namespace strongback {

/// Puts the answers of the log into the person's screening.  A symptom that was answered with yes
/// and then with no counts for six weeks more, unless somebody qualified has looked since (rule
/// "flag-expiry"); the last clearance stands as the answer "cleared".
void set_answers(const TrainingState& state, const Moment& now, const Catalog& catalog,
                 Person& person);

/// The ids of the screening questions that are due at `now`: those of every session that were not
/// answered today, those of a week and a month when they are old, and all of a worsening on the day
/// on which a flare begins (rule "question-burden").
std::vector<std::string> questions_due(const TrainingState& state, const Person& person,
                                       const Moment& now, const Catalog& catalog);

}  // namespace strongback
