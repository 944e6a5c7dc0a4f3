#pragma once

#include <map>
#include <string>
#include <vector>

#include "train/today.h"

namespace strongback {

/// Everything in which today's session breaks a rule, as "rule: what"; empty means that it may be
/// shown.  The rules: "clearance" (barred, resting or forbidden exercises, a session where somebody
/// must look first), "recovery", "cap" (counted sets in seven days), "twist", "load" (cannot be
/// assembled, above a limit), "dose" (reserve, repetitions, holds), "flare".
///
/// Works everything out anew from the log, the person, the catalog and the session; it shares no
/// code with what made the session.
std::vector<std::string> day_violations(const Today& today, const TrainingState& state,
                                        const Catalog& catalog);

}  // namespace strongback
