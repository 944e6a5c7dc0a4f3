#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/simulation.h"

namespace strongback {

/// How the set ends that stands for an exercise beside others.
enum class SetEnds {
  Tired,        ///< with a load that tires a muscle within 6 to 12 repetitions
  NothingHeld,  ///< as it is done: with the body's own weight
  NotRepeated,  ///< as it is done: held or walked, not repeated
  NoLoadTires,  ///< as it is done: no load of the model's range tires a muscle so
};
/// "tired", "nothing_held", "not_repeated", "no_load_tires".
const std::string& word_of(SetEnds ends);

/// One exercise in a set that others can be held beside, and what shows where its figures come
/// from.
struct TiredSet {
  SetEnds ends = SetEnds::NothingHeld;
  Simulation set;                   ///< with the load that tires, else as it is done
  std::optional<Simulation> empty;  ///< the same movement without load; nothing where none is held
  std::optional<Simulation> asked;  ///< with the load that was asked for
};

/// The set whose figures are held against the empty-handed ones: the load asked for, else the set.
const Simulation& loaded(const TiredSet& set);

/// All that is held, both hands together.
Mass held_mass(const Exercise& exercise, Mass load);

/// How hard a muscle works on the side that works harder, as `effort_of` says of a dose.  [-]
double effort_of(const MuscleWork& work);
/// That of `muscle` in `answer`; 0 where the model does not know it.
double effort_of(const ExerciseAnswer& answer, const std::string& muscle);

/// What each kilogram held adds to the same movement done empty-handed.
struct PerKilogram {
  Mass held;
  double compression_N = 0.0;            ///< [N/kg]  peak at L4/L5
  std::map<std::string, double> effort;  ///< [1/kg]  by muscle id
};
/// Nothing where nothing is held, or one of the two has no figures.
std::optional<PerKilogram> per_kilogram(const TiredSet& set);

/// What tells the exercises apart in the end: the one with the least load on L4/L5 beside the one
/// with the most, and a muscle of the back that both train.
struct Difference {
  std::size_t least = 0, most = 0;  ///< indices
  double disc_ratio = 1.0;          ///< [-]  peak at L4/L5, least over most
  bool bands_overlap = false;       ///< what either may be off covers the difference
  std::string muscle;               ///< empty: a set of each trains none in common
  double muscle_ratio = 1.0;        ///< [-]  effort by the model, or counted share of the set
  bool by_model = false;            ///< who says the ratio: the model, else the list
};
/// Nothing where fewer than two have figures.  A muscle with which the model is trusted goes before
/// others where a set of both counts half for it or more.
std::optional<Difference> find_difference(const std::vector<TiredSet>& sets,
                                          const Catalog& catalog);

/// The difference as one plain sentence.
std::string difference_text(const std::vector<TiredSet>& sets, const Catalog& catalog);

/// An exercise's training of one muscle beside what it costs the disc.
struct DiscCost {
  const TiredSet* set = nullptr;
  double credit = 0.0;      ///< [-]  what a plan counts a set for
  bool by_model = false;    ///< who sets the credit: the model, else the list
  double effort = 0.0;      ///< [-]  of the muscle, by the model
  double x_standing = 0.0;  ///< [-]  peak at L4/L5 over own quiet standing
  double worth = 0.0;       ///< [-]  credit over x_standing
};
struct DiscCosts {
  std::vector<DiscCost> ranked;          ///< the most training for the load first
  std::vector<const TiredSet*> unknown;  ///< that train it, but have no figures
};
/// Those of `sets` of which a set counts for `muscle`.  The rank rests on the counted credit, never
/// on an activation with which the model is not trusted.
DiscCosts rank_by_disc_cost(const std::vector<TiredSet>& sets, const std::string& muscle);

}  // namespace strongback
