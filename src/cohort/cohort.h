#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"
#include "train/learner.h"

namespace strongback {

/// A kind of virtual person: how they differ from what the learner assumes.
enum class VirtualKind {
  LikeModel,      ///< as the learner assumes
  OwnSkills,      ///< large skills of their own, exercise by exercise
  BiasedReserve,  ///< misjudges what is left, and rounds it
  BadDays,        ///< days with heavy tails
  OtherMuscles,   ///< muscles share the work differently
  LostLogs,       ///< forgets to log sets and answers
  SkipsDays,      ///< misses sessions, weeks
  PainAnswers,    ///< pain that answers to load, with flares
};
const std::vector<std::string>& virtual_kind_words();

struct CohortOrder {
  std::string profile;  ///< TOML of the person; every virtual person has it
  int persons = 1;      ///< 1 to 100,000, the kinds in turn
  int weeks = 12;       ///< 1 to 52
  std::uint64_t seed = 1;
  LearnerWay way = LearnerWay::Shared;
};

/// Figures of some virtual persons.
struct CohortFigures {
  int persons = 0;
  long days = 0;  ///< days played
  long sessions = 0;
  long sets = 0;
  std::map<std::string, long> violations;  ///< by rule of the day's referee, and "stop-rule" for a
                                           ///< stop that did not fire on its day
  double sessions_to_range_median = 0.0;   ///< until the load gives 6 to 12 repetitions
  double sessions_to_range_p90 = 0.0;
  double interval_coverage = 0.0;  ///< [-]  of the 90 % interval of repetitions
  double mean_miss_reps = 0.0;     ///< [-]  mean size of (said - predicted)
  double strength_error = 0.0;  ///< [-]  mean size of log(believed / true), before each loaded set
  double strength_error_first = 0.0;  ///< [-]  the same in an exercise's first session
  double strength_gain = 0.0;         ///< [-]  mean true gain over the weeks, as a share
  long flares = 0;
  long stops = 0;  ///< days on which a stop rule had to fire
};

struct CohortReport {
  CohortFigures all;
  std::map<std::string, CohortFigures> kinds;
};

/// Plays virtual persons through the program, day by day; the learner sees only the log.  The same
/// order gives the same report.
Checked<CohortReport> play_cohort(const CohortOrder& order, const Catalog& catalog);

}  // namespace strongback
