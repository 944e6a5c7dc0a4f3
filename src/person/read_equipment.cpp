#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

void own(Inventory& inventory, const std::string& id) {
  auto& things = inventory.things;
  if (std::find(things.begin(), things.end(), id) == things.end()) things.push_back(id);
}

void read_adjustable(Fields adjustable, Draft& draft) {
  AdjustableDumbbells dumbbells;
  dumbbells.handles = adjustable.find_whole("handles", {1, 4, "handles"}).value_or(1);
  const auto handle = need_mass(adjustable, "handle", kilograms(0.2), kilograms(15));
  dumbbells.handle = handle.value_or(Mass{});
  dumbbells.plates = adjustable.find_masses("plates", kilograms(0.1), kilograms(50));
  adjustable.finish();
  draft.person.inventory.adjustable = std::move(dumbbells);
  own(draft.person.inventory, "dumbbell");
}

void read_barbell(Fields table, Draft& draft) {
  Barbell barbell;
  barbell.bar = need_mass(table, "bar", kilograms(1), kilograms(40)).value_or(Mass{});
  barbell.plates = table.find_masses("plates", kilograms(0.1), kilograms(50));
  table.finish();
  draft.person.inventory.barbell = std::move(barbell);
  own(draft.person.inventory, "barbell");
}

void read_bands(Fields& equipment, Draft& draft) {
  for (Fields& table : equipment.find_tables("band")) {
    Band band;
    require(table, "name");
    band.name = find_words(table, "name", 40).value_or("");
    band.at_double = table.find_force("force", newtons(1), newtons(1000));
    table.finish();
    draft.person.inventory.bands.push_back(std::move(band));
    own(draft.person.inventory, "band");
  }
}

void read_stack(const std::string& id, Fields table, Draft& draft) {
  const auto lightest = need_mass(table, "lightest", kilograms(0.5), kilograms(300));
  const auto heaviest = need_mass(table, "heaviest", kilograms(0.5), kilograms(300));
  const auto step = need_mass(table, "step", kilograms(0.25), kilograms(50));
  table.finish();
  own(draft.person.inventory, id);
  if (!lightest || !heaviest || !step) return;
  if (*lightest > *heaviest) {
    const Node* node = table.find_node("lightest");
    table.problem(node->place, "'lightest' is heavier than 'heaviest'", "swap the two");
    return;
  }
  draft.person.inventory.stacks[id] = {*lightest, *heaviest, *step};
}

void read_stacks(Fields& equipment, Draft& draft) {
  auto stacks = equipment.find_table("stack");
  if (!stacks) return;
  for (const Entry& entry : stacks->table()) {
    if (check_id(*stacks, {entry.key, entry.place}, "machine with a stack", stack_ids())) {
      if (auto table = stacks->find_table(entry.key)) read_stack(entry.key, *table, draft);
    }
  }
}

/// A thing of the catalog ("tin-400g"), or one's own with name and mass.
std::optional<HouseholdLoad> household_load(Fields& table, const Catalog& catalog) {
  const auto object = table.find_placed("object", 60);
  const auto name = find_words(table, "name", 60);
  const auto mass = table.find_mass("mass", kilograms(0.05), kilograms(60));
  HouseholdLoad load;
  load.count = table.find_whole("count", {1, 50, "pieces"}).value_or(1);
  if (object) {
    if (table.has("name") || table.has("mass")) {
      table.problem(object->place, "'object' brings its own name and mass",
                    "write either 'object', or 'name' and 'mass'");
      return std::nullopt;
    }
    if (!check_id(table, *object, "household object", household_ids(catalog))) return std::nullopt;
    const HouseholdObject* known = find_household(catalog, object->text);
    load.name = known->name;
    load.mass = known->mass;
    return load;
  }
  if (!table.has("name") || !table.has("mass")) {
    if (!table.has("object")) {
      table.problem(table.place(), "a household object needs 'object', or 'name' and 'mass'",
                    "such as object = \"tin-400g\", or name = \"bag of rice\" and mass = \"1 kg\"");
    }
    return std::nullopt;
  }
  if (!name || !mass) return std::nullopt;
  load.name = *name;
  load.mass = *mass;
  return load;
}

void read_household(Fields& equipment, Draft& draft) {
  for (Fields& table : equipment.find_tables("household")) {
    if (auto load = household_load(table, *draft.catalog)) {
      draft.person.inventory.household.push_back(std::move(*load));
      own(draft.person.inventory, "household");
    }
    table.finish();
  }
}

/// What `have` names and no list of loads describes: which loads are they?
void check_loads_are_described(Fields& equipment, const Draft& draft) {
  const Inventory& inventory = draft.person.inventory;
  const auto ask = [&](const char* id, bool described, const char* hint) {
    const std::string path = fmt::format("equipment.have:{}", id);
    if (!draft.given(path) || described) return;
    equipment.problem(draft.place(path), fmt::format("'have' names '{}' but not how heavy", id),
                      hint);
  };
  ask("dumbbell", equipment.has("dumbbells") || equipment.has("adjustable"),
      "write such as dumbbells = [\"2 x 5 kg\"]");
  ask("kettlebell", equipment.has("kettlebells"), "write such as kettlebells = [\"8 kg\"]");
  ask("barbell", inventory.barbell.has_value() || equipment.has("barbell"),
      "write such as barbell = { bar = \"20 kg\", plates = [\"2 x 5 kg\"] }");
  ask("household", equipment.has("household"),
      "write [[equipment.household]] and object = \"tin-400g\"");
}

void check_without(Fields& equipment, const Draft& draft, const std::vector<std::string>& without) {
  const auto& things = draft.person.inventory.things;
  for (const auto& id : without) {
    if (std::find(things.begin(), things.end(), id) == things.end()) continue;
    equipment.problem(draft.place(fmt::format("equipment.without:{}", id)),
                      fmt::format("'without' names '{}', which is listed as owned", id),
                      "keep it in one of the two");
  }
}

}  // namespace

const std::vector<std::string>& stack_ids() {
  static const std::vector<std::string> kIds{"cable", "row-machine", "pulldown-machine",
                                             "back-extension-machine"};
  return kIds;
}

void read_equipment(Fields& equipment, Draft& draft) {
  Inventory& inventory = draft.person.inventory;
  const auto known = equipment_ids(*draft.catalog);
  inventory.things = draft.ids(equipment, "equipment.have", "piece of equipment", known);
  inventory.dumbbells = equipment.find_masses("dumbbells", kilograms(0.1), kilograms(100));
  if (!inventory.dumbbells.empty()) own(inventory, "dumbbell");
  inventory.kettlebells = equipment.find_masses("kettlebells", kilograms(0.5), kilograms(100));
  if (!inventory.kettlebells.empty()) own(inventory, "kettlebell");
  if (auto table = equipment.find_table("adjustable")) read_adjustable(*table, draft);
  if (auto table = equipment.find_table("barbell")) read_barbell(*table, draft);
  read_bands(equipment, draft);
  read_stacks(equipment, draft);
  read_household(equipment, draft);
  check_loads_are_described(equipment, draft);
  check_without(equipment, draft,
                draft.ids(equipment, "equipment.without", "piece of equipment", known));
}

}  // namespace strongback
