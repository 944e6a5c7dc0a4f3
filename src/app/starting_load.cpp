#include "app/starting_load.h"

#include <algorithm>
#include <cmath>

#include "plan/loads.h"
#include "plan/prescribe.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

constexpr double kGravity_m_per_s2 = 9.80665;

std::optional<FirstLoad> usual_load(const Exercise& exercise, const Person& person,
                                    const Assessment& care, const Rules& rules) {
  LoadPurpose purpose;
  purpose.factor = care.caps.load_factor;
  const auto start = start_load(exercise, person, rules, purpose);
  if (!start) return std::nullopt;
  return FirstLoad{to_a_step(start->each, person.units), false};
}

/// The pull of the band that the person would begin with, as a mass.
std::optional<FirstLoad> band_load(const Person& person) {
  const auto force = first_band_force(person);
  if (!force) return std::nullopt;
  return FirstLoad{kilograms(in_newtons(*force) / kGravity_m_per_s2), true};
}

}  // namespace

std::optional<FirstLoad> first_load(const Exercise& exercise, const Person& person,
                                    const Assessment& care, const Catalog& catalog) {
  const bool is_free = exercise.external_load == ExternalLoad::None ||
                       exercise.load_basis == LoadBasis::None ||
                       exercise.load_basis == LoadBasis::Bodyweight;
  if (is_free) return FirstLoad{};
  const auto fitted = prescribe(exercise, person, care, catalog);
  if (fitted && fitted->line.load) return FirstLoad{*fitted->line.load, true};
  if (fitted && !fitted->line.load_text.empty()) return band_load(person);
  if (exercise.external_load == ExternalLoad::Optional) return FirstLoad{};
  if (exercise.load_basis == LoadBasis::Band) return band_load(person);
  return usual_load(exercise, person, care, catalog.rules);
}

Mass to_a_step(Mass mass, Units units) {
  const Mass step = units == Units::Imperial ? pounds_mass(1.0) : kilograms(0.5);
  return step * std::max(1.0, std::round(mass / step));
}

Force work_guideline(const Person& person, const Rules& rules) {
  return disc_guideline(person, rules);
}

}  // namespace strongback
