#pragma once

#include <map>

#include "train/state.h"

namespace strongback {

/// How much of a property the person's back has shown that it takes, slowly learned from pain (rule
/// "tolerance").  0 to 3, as the catalog grades exercises; never a reason to pass a limit of
/// health.
struct Tolerance {
  int level = 3;
  std::string because;  ///< in words; empty: nothing was learned
};

/// For flexion, extension, axial compression and twist: those that are below 3.
std::map<Property, Tolerance> tolerance_at(const TrainingState& state, Date day,
                                           const Catalog& catalog);

}  // namespace strongback
