#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "train/state.h"

namespace strongback {

/// One week of the log, from the day on which it began.
struct WeekBack {
  int number = 1;
  Date first;
  int sessions = 0;                       ///< days with strength or control sets
  int planned = 0;                        ///< days that the program had
  int sets = 0;                           ///< as logged
  std::map<std::string, double> counted;  ///< muscle -> counted sets
  double disc_N_s = 0.0;                  ///< [N·s]  on L4/L5 above quiet standing
  std::optional<double> budget_N_s;  ///< [N·s]  what the weeks before allow (rule "disc-budget")
  std::optional<double> mean_pain;   ///< of what was said, 0 to 10
  double walk_min = 0.0;             ///< [min]
  double kcal_net = 0.0;             ///< [kcal]  of sets, walks and chores; an estimate
};

/// The estimated strength of one exercise over time.
struct StrengthBack {
  std::string exercise;
  std::vector<std::pair<Date, StrengthEstimate>> points;  ///< by day on which it was done
};

struct LookBack {
  Units units = Units::Metric;
  std::vector<WeekBack> weeks;          ///< at most the last 26, latest last
  std::vector<StrengthBack> strengths;  ///< of loaded exercises, most often done first
  std::map<std::string, double> caps;   ///< muscle -> most counted sets a week
};

/// What the log says of the weeks up to `now`.
LookBack look_back(const TrainingState& state, const Moment& now, const Catalog& catalog);

}  // namespace strongback
