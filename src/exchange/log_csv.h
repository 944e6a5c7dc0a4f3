#pragma once

#include <string>

#include "train/state.h"

namespace strongback {

/// Every set of the log as a table; texts that a spreadsheet would run as a formula begin with '.
std::string log_csv(const TrainingState& state);

}  // namespace strongback
