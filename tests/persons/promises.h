#pragma once

#include <string>
#include <vector>

#include "plan/plan.h"

namespace strongback {

/// What every program promises, whoever the person is: everything in which `program`, made for
/// `person` without a therapist's reply, breaks it; empty when it keeps all.
std::vector<std::string> broken_promises(const Program& program, const Person& person,
                                         const Catalog& catalog);

/// True when `program` has weeks that the search planned (not a flare's day).
bool has_planned_weeks(const Program& program);

/// True when the referee refused a program, which is a bug of ours.
bool was_refused(const Program& program);

}  // namespace strongback
