#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalog/readers.h"

namespace strongback {
namespace {

bool has_any(const std::vector<std::string>& things,
             std::initializer_list<std::string_view> wanted) {
  return std::any_of(things.begin(), things.end(), [&](const std::string& thing) {
    return std::find(wanted.begin(), wanted.end(), thing) != wanted.end();
  });
}

/// True when `things` hold a load of the kind that `basis` speaks of.
bool holds_load(const std::vector<std::string>& things, LoadBasis basis) {
  switch (basis) {
    case LoadBasis::PerHand:
    case LoadBasis::OneHand:
      return has_any(things, {"dumbbell", "household", "kettlebell"});
    case LoadBasis::Total:
      return has_any(things, {"dumbbell", "household", "kettlebell", "barbell"});
    case LoadBasis::Stack:
      return has_any(things,
                     {"cable", "row-machine", "pulldown-machine", "back-extension-machine"});
    case LoadBasis::Band:
      return has_any(things, {"band"});
    case LoadBasis::None:
    case LoadBasis::Bodyweight:
      return true;
  }
  return true;
}

void check_load(const Exercise& exercise, Fields& fields) {
  const LoadBasis basis = exercise.load_basis;
  if (exercise.external_load != ExternalLoad::None && basis == LoadBasis::None) {
    fields.problem(fields.place(), "a load that may be used needs a 'basis'");
  }
  if (exercise.external_load != ExternalLoad::Required) return;
  const bool is_weighed =
      basis != LoadBasis::None && basis != LoadBasis::Band && basis != LoadBasis::Bodyweight;
  if (is_weighed && !exercise.start_coefficient) {
    fields.problem(fields.place(), "a required load needs a 'start_coefficient'");
  }
  const bool all_hold = std::all_of(exercise.equipment.begin(), exercise.equipment.end(),
                                    [&](const auto& things) { return holds_load(things, basis); });
  if (!all_hold) {
    fields.problem(fields.place(),
                   fmt::format("every alternative of 'equipment' must hold a load of basis '{}'",
                               load_basis_words()[static_cast<std::size_t>(basis)]));
  }
}

/// A position that brings a demand with it.
struct Brings {
  std::string_view position;
  Property property;
};
constexpr std::array<Brings, 10> kBrings = {{{"prone", Property::Prone},
                                             {"prone_incline", Property::Prone},
                                             {"prone_ball", Property::Prone},
                                             {"prone_plank", Property::Prone},
                                             {"supine", Property::Supine},
                                             {"supine_bench", Property::Supine},
                                             {"supine_hang", Property::Supine},
                                             {"quadruped", Property::Quadruped},
                                             {"kneeling", Property::Kneeling},
                                             {"hang", Property::Hanging}}};

void check_position(const Exercise& exercise, Fields& fields) {
  if (exercise.positions.size() != 1) return;
  for (const Brings& brings : kBrings) {
    if (exercise.positions[0] != brings.position) continue;
    if (exercise.level_of(brings.property) > 0) continue;
    fields.problem(fields.place(),
                   fmt::format("the position '{}' needs the demand {} = 1", brings.position,
                               property_words()[static_cast<std::size_t>(brings.property)]));
  }
  const bool on_floor = std::all_of(exercise.equipment.begin(), exercise.equipment.end(),
                                    [](const auto& things) { return has_any(things, {"mat"}); });
  if (on_floor && exercise.level_of(Property::FloorTransfer) == 0) {
    fields.problem(fields.place(), "an exercise on a mat needs the demand floor_transfer = 1");
  }
}

}  // namespace

void check_exercise(const Exercise& exercise, Fields& fields) {
  if (exercise.stimulus == Stimulus::Strength && exercise.shares.empty()) {
    fields.problem(fields.place(),
                   "a strength exercise must say in [works] which muscles it works");
  }
  const bool has_load = exercise.external_load != ExternalLoad::None;
  if (has_load && exercise.level_of(Property::Twist) == 3) {
    fields.problem(fields.place(),
                   "a loaded twist to the end of the range is not allowed (twist = 3)");
  }
  check_load(exercise, fields);
  check_position(exercise, fields);
}

}  // namespace strongback
