#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"
#include "plan/strength.h"

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
std::string missing_equipment(const Exercise& exercise, const Person& person,
                              const Catalog& catalog);

/// The band for a first session: the one with the least known force, otherwise the first listed.
std::optional<std::string> first_band(const Person& person);
/// Its force at twice its length, where the person knows it.
std::optional<Force> first_band_force(const Person& person);

/// Why the starting load is what it is.
struct StartLoad {
  Mass each;         ///< before choosing among owned loads
  std::string text;  ///< the arithmetic in words
  std::string rule;  ///< rule id
};

/// What a first load is for.
struct LoadPurpose {
  double factor = 1.0;                           ///< for health (rules 4.5, 6.15)
  double reps_to_failure = kStartRepsToFailure;  ///< of the set: repetitions and what is left
};

/// The load for a first set: from last week's sets where the person gave them, brought to
/// `reps_to_failure`; otherwise the load of about ten repetitions with three left from body mass,
/// age, sex and experience (rules 4.1, 2.1).  Nothing when the exercise has no coefficient.
std::optional<StartLoad> start_load(const Exercise& exercise, const Person& person,
                                    const Rules& rules, const LoadPurpose& purpose);

}  // namespace strongback
