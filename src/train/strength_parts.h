#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// What the learner knows of one exercise before any set.
struct StrengthPart {
  bool is_loaded = false;  ///< its strength is a load; else it is a share of the own body's weight
  double log_expected = 0.0;  ///< [-]  log of the load of one piece [kg] for one repetition, or of
                              ///< that strength over the own weight
  std::vector<std::pair<int, double>> weights;  ///< [-]  by muscle group; they add up to 1
};

/// The numbers of the learner (data/rules/learning.toml), looked up once.
struct StrengthNumbers {
  double sd_all = 0.0, sd_group = 0.0, sd_skill = 0.0, sd_unloaded = 0.0;  ///< [-]  of logs
  double sd_day = 0.0, sd_set = 0.0;                                       ///< [-]
  double sd_reps = 0.0, sd_reps_per_reserve = 0.0;                         ///< [repetition]
  double drift_all = 0.0, drift_group = 0.0, drift_skill = 0.0;            ///< [-/sqrt(day)]
  double gain_per_day = 0.0;  ///< [-]  expected, while training goes on
  double loss_per_day = 0.0;  ///< [-]  expected, after `loss_after_days` without training
  double loss_after_days = 0.0;
  double set_drop = 0.0;             ///< [-]  of each earlier set of the exercise that day
  double reserve_bias = 0.0;         ///< [repetition]  more left than is said
  double most_reps = 20.0;           ///< [repetition]  beyond, a set is only a lower bound
  double session_gap_h = 3.0;        ///< [h]
  double outlier = 3.0;              ///< [-]  standard deviations from which a set is doubted
  double a = 0.0, b = 0.0, c = 0.0;  ///< of rule "wathan", a and b as shares
};

/// What beliefs of one person share and never change.
struct StrengthTable {
  std::vector<std::string> groups;                         ///< of data/muscles.toml, in its order
  std::map<std::string, StrengthPart, std::less<>> parts;  ///< by exercise
  StrengthNumbers numbers;
};

StrengthTable strength_table(const Person& person, const Catalog& catalog);

}  // namespace strongback
