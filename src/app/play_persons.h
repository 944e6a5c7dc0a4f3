#pragma once

#include <string>

#include "app/failure.h"
#include "cohort/cohort.h"

namespace strongback {

/// Plays virtual persons whose file is the one at `person_path`; the profile of `order` is read
/// from it.
Outcome<CohortReport> play_persons(const Catalog& catalog, const std::string& person_path,
                                   CohortOrder order);

}  // namespace strongback
