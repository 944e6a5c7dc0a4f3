#pragma once

#include <vector>

#include "catalog/catalog.h"

namespace strongback {

/// What may stand in for `exercise`, best first: its easier forms, nearest first, then others of
/// the same movement with the least load on the spine (rule "substitution").  Whether the person
/// may and can do them is not looked at.
std::vector<const Exercise*> stand_ins_for(const Exercise& exercise, const Catalog& catalog);

}  // namespace strongback
