#pragma once

#include <string>
#include <vector>

#include "plan/program.h"

namespace strongback {

// The referee's own arithmetic of doses: it asks the catalog for them again and shares no code
// with the search.

/// What a set of `line` works before the rule of its stimulus, without what asks for no rest (rule
/// "model-credit").
std::vector<Share> tiring_shares(const PlannedExercise& line, const Exercise& exercise,
                                 const Person& person, const Catalog& catalog);

/// Lines whose credits, or whose word on where these come from, are not what dose and list give.
std::vector<std::string> wrong_credits(const Program& program, const Person& person,
                                       const Catalog& catalog);

/// Weeks above rule "disc-budget", and lines above the work guideline where that is a limit.
std::vector<std::string> overloaded_discs(const Program& program, const Person& person,
                                          const Catalog& catalog);

}  // namespace strongback
