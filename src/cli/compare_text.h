#pragma once

#include <string>

#include "app/compare.h"
#include "cli/terminal.h"

namespace strongback {

/// The answer to `strongback compare ID ID...`.
std::string comparison_text(const TiredAnswer& answer, const Catalog& catalog, Terminal terminal);

/// The answer to `strongback exercises --works MUSCLE --by disc-cost`.
std::string disc_costs_text(const DiscCostAnswer& answer, Terminal terminal);

}  // namespace strongback
