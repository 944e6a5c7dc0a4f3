#pragma once

#include "plan/program.h"

namespace strongback {

/// True when a single `load` for `exercise` can be put together from what the person owns: found
/// by trying pieces one after another, not by listing sums as the planner does.
bool can_assemble(const Person& person, const Exercise& exercise, Mass load);

}  // namespace strongback
