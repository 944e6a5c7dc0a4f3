#pragma once

#include <string>

#include "catalog/catalog.h"
#include "cli/run.h"

namespace strongback {

/// `strongback new`: asks on stdout, reads answers from stdin, writes the file at `path`.
/// Nothing is written before the last answer; at the end of the input it ends with BadInput.
Exit run_new(const Catalog& catalog, const std::string& path);

}  // namespace strongback
