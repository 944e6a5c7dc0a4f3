#pragma once

#include "app/log_book.h"
#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// Where the log is and what time it is, as the words say.
Outcome<LogPlace> place_of(const TrainingOptions& words);

/// The commands that keep and read the training log.
Exit run_training(const Catalog& catalog, const Options& options);

}  // namespace strongback
