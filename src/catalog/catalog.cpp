#include "catalog/catalog.h"

#include <algorithm>

#include "base/expects.h"

namespace strongback {
namespace {

template <class T>
const T* find_by_id(const std::vector<T>& entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& entries) {
  std::vector<std::string> ids;
  ids.reserve(entries.size());
  for (const T& entry : entries) ids.push_back(entry.id);
  return ids;
}

}  // namespace

const Exercise* find_exercise(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.exercises, id);
}
const Muscle* find_muscle(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.muscles, id);
}
const Equipment* find_equipment(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.equipment, id);
}
const Condition* find_condition(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.conditions, id);
}
const RedFlag* find_red_flag(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.red_flags, id);
}
const Activity* find_activity(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.activities, id);
}
const Template* find_template(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.templates, id);
}
const RivalWords* find_rival(const Catalog& catalog, std::string_view rival) {
  const auto found = std::find_if(catalog.rivals.begin(), catalog.rivals.end(),
                                  [&](const RivalWords& words) { return words.rival == rival; });
  return found == catalog.rivals.end() ? nullptr : &*found;
}
const HouseholdObject* find_household(const Catalog& catalog, std::string_view id) {
  return find_by_id(catalog.household, id);
}

const Country& country_of(const Catalog& catalog, std::string_view code) {
  const auto with = [&](std::string_view wanted) {
    return std::find_if(catalog.countries.begin(), catalog.countries.end(),
                        [&](const Country& country) { return country.code == wanted; });
  };
  auto found = with(code);
  if (found == catalog.countries.end()) found = with("");
  expects(found != catalog.countries.end(), "the catalog has a fallback country");
  return *found;
}

std::vector<std::string> exercise_ids(const Catalog& catalog) { return ids_of(catalog.exercises); }
std::vector<std::string> muscle_ids(const Catalog& catalog) { return ids_of(catalog.muscles); }
std::vector<std::string> equipment_ids(const Catalog& catalog) { return ids_of(catalog.equipment); }
std::vector<std::string> condition_ids(const Catalog& catalog) {
  return ids_of(catalog.conditions);
}
std::vector<std::string> red_flag_ids(const Catalog& catalog) { return ids_of(catalog.red_flags); }
std::vector<std::string> activity_ids(const Catalog& catalog) { return ids_of(catalog.activities); }
std::vector<std::string> household_ids(const Catalog& catalog) { return ids_of(catalog.household); }

}  // namespace strongback
