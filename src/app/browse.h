#pragma once

#include <string>
#include <vector>

#include "app/failure.h"
#include "catalog/catalog.h"
#include "exchange/json.h"

namespace strongback {

/// The catalog of the data folder.
Outcome<Catalog> load_catalog();

/// Which exercises to list; what is empty does not filter.
struct ExerciseFilter {
  std::string works;                   ///< id, name or everyday name of a muscle, or a group
  std::vector<std::string> equipment;  ///< only what these things (and what every home has) allow
  std::string position;                ///< "seated"
};

/// In catalog order; with `works`, those that work the muscle most come first.
Outcome<std::vector<const Exercise*>> list_exercises(const Catalog& catalog,
                                                     const ExerciseFilter& filter);

/// The exercise with this id or name.
Outcome<const Exercise*> exercise_named(const Catalog& catalog, const std::string& word);

/// The one muscle that `word` names by its id, name or everyday name; a group is too much.
Outcome<const Muscle*> muscle_named(const Catalog& catalog, const std::string& word);

/// The muscles that `word` names (id, name, everyday name or group), or, for "", those of the
/// back; each with the exercises that work it.
Outcome<std::vector<MuscleView>> list_muscles(const Catalog& catalog, const std::string& word);

}  // namespace strongback
