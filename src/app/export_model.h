#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine.h"
#include "app/failure.h"
#include "catalog/catalog.h"

namespace strongback {

/// Whose model is to be written, and what it does.
struct ExportOrder {
  std::string person_path;
  std::string exercise;      ///< id or name; empty: the model alone, at rest
  std::optional<Mass> load;  ///< nothing: chosen as `strongback exercise` does
};

/// Write the person's model, and its motion, into `folder`, which is made where it is missing, and
/// give back the paths.  NotFound: an exercise without a motion; NoPlan: the motion has no answer
/// for this person, and nothing is written.
Outcome<std::vector<std::string>> write_mjcf(const Catalog& catalog, const Engine& engine,
                                             const ExportOrder& order, const std::string& folder);
Outcome<std::vector<std::string>> write_osim(const Catalog& catalog, const Engine& engine,
                                             const ExportOrder& order, const std::string& folder);

}  // namespace strongback
