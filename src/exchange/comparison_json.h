#pragma once

#include <string>
#include <vector>

#include "exchange/comparison.h"

namespace strongback {

/// schema "strongback.compare/1".
std::string comparison_json(const std::vector<TiredSet>& sets, const Catalog& catalog);

/// schema "strongback.disc-cost/1".
std::string disc_costs_json(const DiscCosts& costs, const Muscle& muscle);

}  // namespace strongback
