#pragma once

#include <optional>

#include "care/care.h"
#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// A first load, as the exercise's load basis counts it.
struct FirstLoad {
  Mass each;              ///< 0: nothing is added
  bool is_owned = false;  ///< the plan chose it among what the person owns
};

/// The load that the plan would begin with; for what the person cannot do with their own things,
/// the usual first load, to half a kilogram or a pound.  Nothing when neither is known.
std::optional<FirstLoad> first_load(const Exercise& exercise, const Person& person,
                                    const Assessment& care, const Catalog& catalog);

/// `mass` to a whole step of half a kilogram or a pound, at least one.
Mass to_a_step(Mass mass, Units units);

/// The work guideline for what presses on a disc (rule "disc-guideline").
Force work_guideline(const Person& person, const Rules& rules);

}  // namespace strongback
