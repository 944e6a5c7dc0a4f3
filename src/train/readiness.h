#pragma once

#include <string>
#include <vector>

#include "train/state.h"

namespace strongback {

/// When a muscle may do main work again, from what was really done (rules "recovery-floor" and
/// "recovery-model", docs/theory/recovery.md).
struct MuscleReadiness {
  std::string muscle;
  double fatigue = 0.0;    ///< [-]  now, 0 to 1
  double hours = 0.0;      ///< [h]  from now; 0: ready
  double floor_h = 0.0;    ///< [h]  of `hours`, what the floor alone asks
  bool has_prime = false;  ///< its last work was as prime mover
  Moment last;             ///< when it last worked
};

/// Of every muscle that worked in the last two weeks, by muscle id.
std::vector<MuscleReadiness> readiness_at(const TrainingState& state, const Person& person,
                                          const Moment& now, const Catalog& catalog);

/// Counted sets of each muscle in the `days` days that end with `last` (rules "fractional-sets",
/// "reserve-credit"), with what heavy chores add for the low back.
std::map<std::string, double> counted_sets(const TrainingState& state, Date last, int days,
                                           const Catalog& catalog);

/// What those days' sets put on L4/L5 above quiet standing, as far as they are simulated.  [N·s]
double disc_N_s_of_days(const TrainingState& state, Date last, int days, const Catalog& catalog);

}  // namespace strongback
