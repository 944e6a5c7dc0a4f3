#pragma once

#include "catalog/catalog.h"
#include "dice.h"
#include "person/person.h"

namespace strongback {

/// What a person of chance owns: from nothing to a full gym, in kilograms or pounds.
Inventory random_inventory(Dice& dice, Units units, const Catalog& catalog);

}  // namespace strongback
