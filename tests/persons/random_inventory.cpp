#include "random_inventory.h"

#include <algorithm>
#include <string>

namespace strongback {
namespace {

using Masses = std::vector<CountedMass>;

void own(Inventory& inventory, const std::string& id) {
  auto& things = inventory.things;
  if (std::find(things.begin(), things.end(), id) == things.end()) things.push_back(id);
}

/// `amount` in the person's units.
Mass mass_in(Units units, double amount) {
  return units == Units::Imperial ? pounds_mass(amount) : kilograms(amount);
}

void add_dumbbells(Dice& dice, Units units, Inventory& inventory) {
  static const std::vector<double> kSizes{0.5, 1, 1.5, 2,  3,    4,  5,  6,
                                          7.5, 8, 10,  12, 12.5, 15, 20, 25};
  for (const double size : dice.some_of(kSizes, dice.between(1, 6))) {
    inventory.dumbbells.push_back({dice.chance(0.75) ? 2 : 1, mass_in(units, size)});
  }
  own(inventory, "dumbbell");
}

Masses plates(Dice& dice, Units units, int most_sizes) {
  static const std::vector<double> kKilograms{0.5, 1.25, 2.5, 5, 10, 15, 20};
  static const std::vector<double> kPounds{2.5, 5, 10, 25, 35, 45};
  Masses owned;
  const auto& sizes = units == Units::Imperial ? kPounds : kKilograms;
  for (const double size : dice.some_of(sizes, dice.between(1, most_sizes))) {
    owned.push_back({dice.between(1, 8), mass_in(units, size)});
  }
  return owned;
}

void add_adjustable(Dice& dice, Units units, Inventory& inventory) {
  AdjustableDumbbells set;
  set.handles = dice.between(1, 2);
  set.handle = mass_in(units, dice.between(2, 10) * 0.5);
  set.plates = plates(dice, units, 4);
  inventory.adjustable = set;
  own(inventory, "dumbbell");
}

void add_barbell(Dice& dice, Units units, Inventory& inventory) {
  Barbell barbell;
  barbell.bar =
      mass_in(units, units == Units::Imperial ? dice.between(15, 45) : dice.between(5, 20));
  if (dice.chance(0.9)) barbell.plates = plates(dice, units, 6);
  inventory.barbell = barbell;
  own(inventory, "barbell");
}

void add_kettlebells(Dice& dice, Units units, Inventory& inventory) {
  for (int i = dice.between(1, 3); i > 0; --i) {
    inventory.kettlebells.push_back(
        {dice.between(1, 2), mass_in(units, 2.0 * dice.between(2, 16))});
  }
  own(inventory, "kettlebell");
}

void add_bands(Dice& dice, Inventory& inventory) {
  for (const auto& name :
       dice.some_of<std::string>({"red", "light", "black", "long band"}, dice.between(1, 3))) {
    Band band{name, std::nullopt};
    if (dice.chance(0.5)) band.at_double = newtons(dice.between(15, 250));
    inventory.bands.push_back(band);
  }
  own(inventory, "band");
}

void add_stacks(Dice& dice, Units units, Inventory& inventory) {
  static const std::vector<std::string> kStacks{"cable", "row-machine", "pulldown-machine",
                                                "back-extension-machine"};
  for (const auto& id : dice.some_of(kStacks, dice.between(1, 4))) {
    const double lightest = dice.between(1, 10);
    inventory.stacks[id] = {mass_in(units, lightest),
                            mass_in(units, lightest + dice.between(0, 100)),
                            mass_in(units, dice.one_of<double>({1, 2.5, 5, 7.5, 10}))};
    own(inventory, id);
  }
}

void add_household(Dice& dice, const Catalog& catalog, Inventory& inventory) {
  for (const auto& object : dice.some_of(catalog.household, dice.between(1, 4))) {
    inventory.household.push_back({object.name, object.mass, dice.between(1, 4)});
  }
  if (dice.chance(0.3))
    inventory.household.push_back(
        {"bag of rice", kilograms(dice.between(1, 20) * 0.25), dice.between(1, 2)});
  own(inventory, "household");
}

/// How much of everything there is: nothing, some things at home, a gym.
double richness(Dice& dice) {
  const double home = dice.unit();
  if (home < 0.15) return 0.0;
  return home < 0.8 ? dice.between(0.1, 0.5) : 0.95;
}

}  // namespace

Inventory random_inventory(Dice& dice, Units units, const Catalog& catalog) {
  Inventory inventory;
  const double rich = richness(dice);
  for (const auto& thing : catalog.equipment) {
    if (!thing.is_load && !thing.is_assumed && dice.chance(rich)) own(inventory, thing.id);
  }
  if (dice.chance(rich)) add_dumbbells(dice, units, inventory);
  if (dice.chance(0.5 * rich)) add_adjustable(dice, units, inventory);
  if (dice.chance(0.5 * rich)) add_barbell(dice, units, inventory);
  if (dice.chance(0.5 * rich)) add_kettlebells(dice, units, inventory);
  if (dice.chance(rich)) add_bands(dice, inventory);
  if (dice.chance(rich > 0.9 ? 0.9 : 0.05)) add_stacks(dice, units, inventory);
  if (dice.chance(rich > 0.0 ? 0.4 : 0.1)) add_household(dice, catalog, inventory);
  for (const auto& thing : catalog.equipment) {
    if (thing.is_assumed && dice.chance(0.95)) own(inventory, thing.id);
  }
  return inventory;
}

}  // namespace strongback
