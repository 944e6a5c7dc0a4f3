#pragma once

#include <string>
#include <vector>

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// False when an exercise that the person insists on and may safely do cannot be fitted: no
/// equipment, no load.  What is not safe is left out instead (rule "preference").
bool keeps_locked(const PlanInput& input);

/// Why no program fits: a smallest set of wishes and limits that cannot hold together, in the
/// person's words, and what would free it.  Taking any one of them back would leave a program.
/// Where there is a second set that shares nothing with the first, it follows, marked "apart from
/// that": then one of each has to be taken back.
std::vector<std::string> obstacles(const Person& person, const Assessment& care,
                                   const Catalog& catalog);

}  // namespace strongback
