#pragma once

#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// `model export`: writes the files and says which.
Exit run_export(const Catalog& catalog, const Options& options);

}  // namespace strongback
