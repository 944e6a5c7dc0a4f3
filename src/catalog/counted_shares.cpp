#include "catalog/catalog.h"

namespace strongback {

std::vector<Share> counted_shares(const Exercise& exercise, const std::optional<Dose>& dose,
                                  const Catalog& catalog) {
  if (!dose) return exercise.shares;
  const auto is_trusted = [&](const std::string& muscle) {
    const Muscle* known = find_muscle(catalog, muscle);
    return known && known->trusts_model;
  };
  std::vector<Share> shares;
  for (const Share& share : exercise.shares) {
    if (!is_trusted(share.muscle)) shares.push_back(share);
  }
  for (const Share& share : model_shares(*dose, catalog.rules)) {
    if (is_trusted(share.muscle)) shares.push_back(share);
  }
  return shares;
}

}  // namespace strongback
