#pragma once

#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// `serve`: the app, until the process is told to end.
Exit run_serve(const Catalog& catalog, const Options& options);

}  // namespace strongback
