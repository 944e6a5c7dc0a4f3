#pragma once

#include "app/browse.h"
#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// Draws one exercise into a file.
Exit run_figure(const Catalog& catalog, const Options& options);

/// Draws every exercise into one page.
Exit run_contact_sheet(const Catalog& catalog, const Options& options);

}  // namespace strongback
