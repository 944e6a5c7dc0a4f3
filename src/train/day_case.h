#pragma once

#include <string>
#include <vector>

#include "train/today.h"

namespace strongback {

// Inside the day's referee: what its rules share.

using Broken = std::vector<std::string>;

/// What every rule looks at.
struct DayCase {
  const Today& today;
  const TrainingState& state;
  const Catalog& catalog;
  [[nodiscard]] double number(const char* rule, const char* key) const {
    return catalog.rules.number(rule, key);
  }
  [[nodiscard]] Date date() const { return local_date(today.at); }
};

/// Muscles of today's lines that come back too soon (rules "recovery-floor", "recovery-model").
void too_little_rest(const DayCase& c, Broken& out);

}  // namespace strongback
