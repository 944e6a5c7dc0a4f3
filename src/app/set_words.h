#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/exercise.h"
#include "log/event.h"

namespace strongback {

/// Sets as people type them, between commas: "12@10kg:rir2" is 12 repetitions with 10 kg and 2
/// left, "12" is without a load, "30s" a hold, "6x8s" six holds, "20m" a carry, "15min" a walk; a
/// load may also be a band's name, "15@red".  Every problem at once, with its column; `what` names
/// the text.
Checked<std::vector<SetDone>> parse_sets(const std::string& what, std::string_view text,
                                         const Exercise& exercise);

}  // namespace strongback
