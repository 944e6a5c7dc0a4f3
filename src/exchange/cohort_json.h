#pragma once

#include <string>

#include "cohort/cohort.h"

namespace strongback {

/// {schema, persons, days, violations {rule: count}, sessions_to_range {median, p90}, ..., kinds}.
std::string cohort_json(const CohortReport& report);

}  // namespace strongback
