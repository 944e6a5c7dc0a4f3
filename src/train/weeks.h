#pragma once

#include <optional>

#include "plan/program.h"
#include "train/state.h"

namespace strongback {

/// The week of training that `day` is in, 1 for the first: one more than the weeks since the first
/// set in which there was training.
int weeks_trained(const TrainingState& state, Date day);

/// The week of the program that `day` is in, as trained: a week in which fewer than half of its
/// sessions were done comes again, and after more than twelve weeks without training it begins
/// anew (rule "training-gap").  1 without a program.
int program_week(const TrainingState& state, Date day, const Rules& rules);

/// Days without a strength or control set before `day`; nothing when there was none yet.
std::optional<int> days_without_training(const TrainingState& state, Date day);

/// The start of the session in which a set at `when` stands: of the guided one, else `when`.
Moment session_start(const DiaryDay& day, const Moment& when);

/// What makes a day easier than the program has it.
struct Easing {
  double sets = 1.0;  ///< [-]  of the sets
  double load = 1.0;  ///< [-]  of the load; only where the exercise was last done before `since`
  int reserve = 0;    ///< repetitions more in reserve
  bool is_one_set = false;
  std::optional<Date> since;  ///< loads that were chosen from this day on hold as they are
  Reason why;
};

/// After a break, in a deload week, after a flare, in a busy time (rules "training-gap", "deload",
/// "flare", "maintenance").  Empty on ordinary days.
std::vector<Easing> easings_at(const TrainingState& state, Date day, const Catalog& catalog);

}  // namespace strongback
