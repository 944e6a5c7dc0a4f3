#pragma once

#include <optional>
#include <vector>

#include "plan/prescribe.h"
#include "train/pain.h"
#include "train/state.h"
#include "train/weeks.h"

namespace strongback {

/// One exercise on one day of the past.
struct ExerciseDay {
  Date date;
  std::vector<const LoggedSet*> sets;  ///< in order; at least one
  PainColor color = PainColor::Green;
};

/// The last `most` days before `day` on which `exercise` was done, latest last.
std::vector<ExerciseDay> past_days(const TrainingState& state, const std::string& exercise,
                                   Date day, std::size_t most, const Catalog& catalog);

/// What progression works with.
struct ProgressFor {
  const TrainingState& state;
  const Person& person;
  const Assessment& care;
  const Catalog& catalog;
  Moment at;
  std::vector<Easing> easings;
};

/// Brings the load, repetitions, holds, rest and reserve of `fitted`, which is as for a first time,
/// to what the log says: double progression within what can be put together, steps too coarse,
/// misses, pain, breaks (docs/theory/progression.md).  What it changed is in the line's reasons;
/// `sets_less` counts sets that pain takes away where no lighter load is left.
void progress(Prescription& fitted, const ProgressFor& input, int& sets_less);

/// Why `exercise`, which has no load to take off, gives way to an easier form for now: its last two
/// days, not long ago, were below `reps_low` (rule "miss"); nothing when they were not.
std::optional<std::string> too_hard(const TrainingState& state, const Exercise& exercise,
                                    int reps_low, Date day, const Catalog& catalog);

/// The heaviest of `options` above `from` that the learner thinks right for a set of `line` with
/// its own reserve (rule "learned-start"): within a quarter more with 4 chances in 5 of the lower
/// number of repetitions; the next one, however far, with 9 in 10; or, where `from` was
/// `far_too_light`, the next one up to twice as heavy with an even chance.  Nothing when there is
/// none.
const LoadOption* learned_step(const std::vector<LoadOption>& options, Mass from,
                               const PlannedExercise& line, const ProgressFor& input,
                               bool far_too_light);

/// A set that reached the upper number of repetitions with five or more left (rule "calibration").
bool is_far_too_light(const SetDone& set, const PlannedExercise& line, const Rules& rules);

/// The repetitions that the last set of each load step asks before the next step: the reps at
/// which a load heavier by the share `step` still gives `reps_low` (rule "coarse-step").
int reps_before_step(double step, int reps_low);

}  // namespace strongback
