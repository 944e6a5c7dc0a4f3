#pragma once

#include <map>
#include <string>
#include <vector>

#include "train/state.h"

namespace strongback {

/// When a muscle may do main work again, from what was really done (rules "recovery-floor" and
/// "recovery-model", docs/theory/recovery.md).  Floors count from the start of one session to the
/// start of the next, as in the plan.
struct MuscleReadiness {
  std::string muscle;
  double fatigue = 0.0;  ///< [-]  now, 0 to 1
  double model_h = 0.0;  ///< [h]  from now until the fatigue is gone; 0: it is
  double floor_h = 0.0;  ///< [h]  from now until the floor is over; holds for muscles of the back,
                         ///< and for others where the last work or the next is as prime mover
  bool has_prime = false;  ///< its last work was as prime mover
  Moment last;             ///< start of the session in which it last worked
};

/// Hours from now until `row`'s muscle may work again, as prime mover or as helper.  [h]
double hours_until_ready(const MuscleReadiness& row, bool is_prime, const Catalog& catalog);

/// Of every muscle that worked in the two weeks before `now`, by muscle id.
std::vector<MuscleReadiness> readiness_at(const TrainingState& state, const Person& person,
                                          const Moment& now, const Catalog& catalog);

/// Counted sets of each muscle in the `days` days that end with `last` (rules "fractional-sets",
/// "reserve-credit"), with what heavy chores add for the low back.
std::map<std::string, double> counted_sets(const TrainingState& state, const Person& person,
                                           Date last, int days, const Catalog& catalog);

/// What part of a set counts, by the reserve that was said (rule "reserve-credit").  [-]
double reserve_credit(const Exercise& exercise, const SetDone& set, const Rules& rules);

/// Counted sets that a chore puts on the muscles along the low back (rule "chores").
double chore_sets_of(const LoggedActivity& done, const Catalog& catalog);

/// What those days' sets put on L4/L5 above quiet standing, as far as they are simulated.  [N·s]
double disc_N_s_of_days(const TrainingState& state, const Person& person, Date last, int days,
                        const Catalog& catalog);
/// The same of one set.  [N·s]
double disc_N_s_of(const LoggedSet& set, const Person& person, const Catalog& catalog);

}  // namespace strongback
