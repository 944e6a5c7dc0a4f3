#pragma once

#include <string>
#include <vector>

#include "plan/program.h"

namespace strongback {

/// Everything in which `program` breaks a rule for this person; empty means that it may be shown.
///
/// The referee reads only the finished program, the person, the assessment and the rules.  It
/// shares no code with the search: hours, loads, sums and levels are worked out anew here.
std::vector<std::string> violations(const Program& program, const Person& person,
                                    const Catalog& catalog);

/// The rest of each muscle as planned: the tightest pair of sessions that train it, against the
/// hours that it needs after the earlier one (floor and fatigue, docs/theory/recovery.md).
std::vector<Recovery> recovery_of(const Program& program, const Person& person,
                                  const Catalog& catalog);

}  // namespace strongback
