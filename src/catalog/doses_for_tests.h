#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/catalog.h"

namespace strongback {

/// A dose that is easy to work out by hand: alike on both sides, mean and peak alike, the same for
/// every body; only the load counts.
struct SimpleDose {
  std::string exercise;
  std::map<std::string, std::pair<double, double>> muscles;  ///< activation, and more for 10 kg
  double compression_N = 600.0;                              ///< of every disc, mean and peak
  double per_10kg_N = 0.0;
  double standing_N = 500.0;
  double heaviest_kg = 50.0;
  double repetition_s = 4.0;
  double most_likely = 1.25;  ///< upper edge of what is likely; the lower one mirrors it
};

/// Its surfaces for both sexes.
inline std::vector<DoseSurface> surfaces_of(const SimpleDose& simple) {
  constexpr std::size_t kLoad = 3;  // the place of L among the features
  std::vector<DoseSurface> both;
  for (const Sex sex : {Sex::Female, Sex::Male}) {
    DoseSurface one;
    one.exercise = simple.exercise;
    one.model = "test";
    one.sex = sex;
    one.heaviest = kilograms(simple.heaviest_kg);
    one.bodies = {kilograms(40), kilograms(140), meters(1.4), meters(2.1)};
    one.repetition_s = simple.repetition_s;
    one.likely.fill({2.0 - simple.most_likely, simple.most_likely});
    for (const auto& [muscle, line] : simple.muscles) {
      DosePolynomial polynomial{};
      polynomial[0] = line.first;
      polynomial[kLoad] = line.second;
      one.muscles[muscle].fill(polynomial);
    }
    DosePolynomial compression{};
    compression[0] = simple.compression_N;
    compression[kLoad] = simple.per_10kg_N;
    for (auto& disc : one.discs) disc = {compression, compression, {}, {}};
    one.standing_compression[0] = simple.standing_N;
    both.push_back(one);
  }
  return both;
}

/// `catalog` with these doses and no others, which are trusted with every muscle, and where every
/// muscle works at 0.25 where it works hardest.
inline Catalog with_doses(Catalog catalog, const std::vector<SimpleDose>& doses) {
  catalog.doses.clear();
  for (const SimpleDose& dose : doses) catalog.doses[dose.exercise] = surfaces_of(dose);
  constexpr double kFull = 0.25;
  for (Muscle& muscle : catalog.muscles) {
    muscle.trusts_model = true;
    muscle.full_effort = kFull;
  }
  return catalog;
}

/// `catalog` where the model is trusted with these muscles and no others.
inline Catalog trusting(Catalog catalog, const std::set<std::string>& muscles) {
  for (Muscle& muscle : catalog.muscles) muscle.trusts_model = muscles.contains(muscle.id);
  return catalog;
}

}  // namespace strongback
