#pragma once

#include "catalog/catalog.h"
#include "cli/run.h"
#include "cli/training_options.h"

namespace strongback {

/// `simulate`: virtual persons play the program.
Exit run_cohort(const Catalog& catalog, const TrainingOptions& words);

}  // namespace strongback
