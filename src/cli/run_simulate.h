#pragma once

#include <vector>

#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// `exercise ID --person P.toml` and `pose FILE.toml --person P.toml`.
Exit run_simulate(const Catalog& catalog, const Options& options);

/// `exercises --person P.toml`, for the exercises that its filters leave.
Exit run_simulate_all(const Catalog& catalog, const std::vector<const Exercise*>& exercises,
                      const Options& options);

/// `validate`.
Exit run_validate(const Catalog& catalog, const Options& options);

}  // namespace strongback
