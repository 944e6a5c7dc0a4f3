#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// One load that the person can really put together for an exercise.
struct LoadOption {
  Mass each;         ///< mass of one piece (per hand), of the bar with plates, or of the stack
  Mass total;        ///< all that is moved
  std::string text;  ///< "a 400 g tin in each hand"
};

/// Every load that the person can assemble for `exercise` with the things of `alternative`,
/// lightest first, none twice.  Both ends of a bar or handle are loaded alike.
std::vector<LoadOption> loads_for(const Exercise& exercise,
                                  const std::vector<std::string>& alternative, const Person& person,
                                  const Catalog& catalog);

/// True when the person has everything of `alternative`.
bool has_all(const Person& person, const std::vector<std::string>& alternative);

/// What is missing for `exercise`, in words: "no barbell", "no bench and no chair".
std::string missing_equipment(const Exercise& exercise, const Person& person, const Catalog& catalog);

/// The band for a first session: the one with the least known force, otherwise the first listed.
std::optional<std::string> first_band(const Person& person);

/// Why the starting load is what it is.
struct StartLoad {
  Mass each;             ///< before choosing among owned loads
  std::string text;      ///< the arithmetic in words
  std::string rule;      ///< rule id
};

/// The load with which a first set ends after about ten repetitions with three left: from last
/// week's sets where the person gave them, otherwise from body mass, age, sex and experience
/// (rules 4.1, 2.1), both times `load_factor`.  Nothing when the exercise has no coefficient.
std::optional<StartLoad> start_load(const Exercise& exercise, const Person& person,
                                    const Rules& rules, double load_factor);

}  // namespace strongback
