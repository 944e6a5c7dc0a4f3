#pragma once

#include <string>

#include "exchange/json.h"
#include "plan/program.h"

namespace strongback {

/// The first page of the sheet as HTML: who, what must be seen to, the whole program of a week, how
/// it grows, conditions and limits in short, and room for remarks.  It is enough by itself.
std::string sheet_front(const Program& program, const PlanFrame& frame);

/// True when the first page has no room for all that changes from week to week.
bool growth_goes_overleaf(const Program& program);

}  // namespace strongback
