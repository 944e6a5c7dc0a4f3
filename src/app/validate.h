#pragma once

#include <string>
#include <vector>

#include "app/engine.h"
#include "app/failure.h"
#include "app/share_work.h"
#include "assess/validation.h"
#include "catalog/catalog.h"

namespace strongback {

struct ValidateOrder {
  std::vector<std::string> files;  ///< of measurements; none: all of the data folder
  int threads = 1;
  Progress progress;  ///< may be empty
};

/// Plays every posture and exercise of the measurements, each once for each of its subjects, and
/// holds them against what was measured.
Outcome<Validation> validate_model(const Catalog& catalog, const Engine& engine,
                                   const ValidateOrder& order);

/// Writes the page and its plots into `folder`, which is made when it is missing; their paths.  The
/// bands of `catalog` fill a part of the page.
Outcome<std::vector<std::string>> write_validation(const Validation& validation,
                                                   const Catalog& catalog, const BodyTables& tables,
                                                   const std::string& folder);

}  // namespace strongback
