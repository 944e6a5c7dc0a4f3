#pragma once

#include <string>

#include "exchange/json.h"
#include "plan/program.h"

namespace strongback {

/// One page of HTML that stands alone, for the person and the therapist to read, print and write
/// on: large print, black on white, no scripts, nothing loaded from elsewhere.
std::string sheet_html(const Program& program, const PlanFrame& frame);

}  // namespace strongback
