#pragma once

#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// `compare ID ID... --person P.toml`.
Exit run_compare(const Catalog& catalog, const Options& options);

/// `exercises --works MUSCLE --by disc-cost --person P.toml`.
Exit run_disc_costs(const Catalog& catalog, const Options& options);

/// `score CATALOG.json`.
Exit run_score(const Catalog& catalog, const Options& options);

}  // namespace strongback
