#pragma once

#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// The commands that keep and read the training log.
Exit run_training(const Catalog& catalog, const Options& options);

}  // namespace strongback
