#pragma once

#include "cohort/virtual_person.h"

namespace strongback {

/// What one virtual person's weeks came to.
struct LifeTally {
  long days = 0, sessions = 0, sets = 0, flares = 0, stops = 0;
  std::map<std::string, long> violations;
  /// By exercise that was done in four sessions or more and for which some load that the person
  /// can put together is right: the first session in which the last load allowed 6 to 12
  /// repetitions at the planned reserve in truth; one more than all where none did.
  std::vector<int> sessions_to_range;
  long predicted = 0, covered = 0;
  double missed_reps = 0.0;               ///< sum of sizes
  long believed = 0, believed_first = 0;  ///< loaded sets; those of an exercise's first session
  double error = 0.0, error_first = 0.0;  ///< [-]  sums of sizes of log(believed / true)
  double gain = 0.0;                      ///< [-]  mean over the exercises done
};

/// The weeks of one person in the order of their days.
struct LifeOrder {
  const std::string& profile;
  Date first;
  int weeks = 12;
  int number = 0;  ///< of the person, for ids of events
  LearnerWay way = LearnerWay::Shared;
  std::optional<ProgramAccepted> program = {};  ///< the first one, the same for all; else made
};

/// Lives the weeks: every event goes through the log as a real one does.
Checked<LifeTally> live(VirtualPerson& person, const LifeOrder& order, const Catalog& catalog);

}  // namespace strongback
