#pragma once

#include <cstdint>

#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// A person of chance such as the reader of files could have checked: free of contradictions, and
/// varied in age, sex, level, goals, time, equipment, health and wishes.  The same seed gives the
/// same person on every machine.
Person random_person(std::uint64_t seed, const Catalog& catalog);

}  // namespace strongback
