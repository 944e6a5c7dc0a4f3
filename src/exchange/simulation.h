#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "assess/assess.h"
#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// Who chose the load of a simulated set.
enum class LoadFrom {
  None,   ///< nothing is held, or no load is known
  Asked,  ///< the one who asks
  Plan,   ///< the first load that the plan would choose among what the person owns
  Usual,  ///< the usual first load for this person, whatever they own
  Model,  ///< the middle of the loads that tire a set within 6 to 12 repetitions
};

/// What an exercise or a still posture does to one person, or why there are no figures.
struct Simulation {
  const Exercise* exercise = nullptr;  ///< none for a posture
  std::string name;                    ///< of the exercise, or the posture's file
  Mass load;                           ///< as the exercise's load basis counts it
  LoadFrom load_from = LoadFrom::None;
  Force guideline;  ///< work guideline for a disc at this sex and age (rule "disc-guideline")
  std::map<std::string, double> credit;   ///< of one set of the exercise in a plan, by muscle id
  std::set<std::string> credit_by_model;  ///< those that the model sets; the list sets the others
  std::string barred;            ///< why health leaves the exercise out now; empty when it does not
  std::string leaves_out;        ///< what the motion does not compute, see Motion::leaves_out
  const Bands* bands = nullptr;  ///< what `likely` of the answer rests on; none: a design value
  /// Nothing: the model has no motion for it yet.
  std::optional<tl::expected<ExerciseAnswer, NoAnswer>> outcome;

  [[nodiscard]] const ExerciseAnswer* answer() const {
    return outcome && *outcome ? &**outcome : nullptr;
  }
  [[nodiscard]] const NoAnswer* no_answer() const {
    return outcome && !*outcome ? &outcome->error() : nullptr;
  }
};

/// "none", "asked", "plan", "usual", "model".
const std::string& word_of(LoadFrom from);

}  // namespace strongback
