#pragma once

#include <string>
#include <vector>

#include "base/text_file.h"
#include "exchange/comparison.h"
#include "person/person.h"

namespace strongback {

/// The exercises of the catalog done by one body.
struct TruthOf {
  std::string whose;  ///< "man", "woman", or "person" for a file of one's own
  Person person;
  std::vector<TiredSet> sets;  ///< in catalog order
};

/// The table of what every exercise does to muscles and discs (docs/ground-truth.md).
struct GroundTruth {
  std::string model;  ///< version
  std::vector<TruthOf> bodies;
};

/// Everything that is written, in this order: metadata.json (who, which version, how to cite),
/// exercises.csv, muscles.csv, discs.csv, and ground-truth.json with the same rows as the three.
/// The same table gives the same bytes.
std::vector<TextFile> truth_files(const GroundTruth& truth, const Catalog& catalog);

}  // namespace strongback
