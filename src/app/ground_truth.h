#pragma once

#include <string>
#include <vector>

#include "app/compare.h"
#include "exchange/ground_truth.h"

namespace strongback {

/// Every exercise of the catalog in a set that tires, for the reference woman and man of
/// data/reference/, or for the person of `play` where it names one.
Outcome<GroundTruth> make_ground_truth(const Catalog& catalog, const Engine& engine,
                                       const PlayOrder& play);

/// The file of a reference body: "man" or "woman".
std::string reference_body(const std::string& whose);

/// Writes the table into `folder`, which is made where it is missing, and gives back the paths.
Outcome<std::vector<std::string>> write_ground_truth(const GroundTruth& truth,
                                                     const Catalog& catalog,
                                                     const std::string& folder);

}  // namespace strongback
