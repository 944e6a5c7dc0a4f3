#pragma once

#include "plan/prescribe.h"
#include "train/today.h"

namespace strongback {

/// A line of a session in the making.
struct DraftLine {
  Prescription fitted;
  int sets = 1;
  std::string in_place_of;  ///< exercise of the program that it replaces; empty: none
};

/// [min]  of the sets of a draft and the change to it
double minutes_of(const DraftLine& draft, const Rules& rules);

/// Takes sets, the last lines first, until the weekly caps of every muscle hold with what was done
/// in the six days before (rule "weekly-cap"), the load on the discs is within its budget (rule
/// "disc-budget"), and the session within the person's minutes.  Says what it took; fills in
/// `today.minutes`.
void keep_limits(const TrainingState& state, const Catalog& catalog, std::vector<DraftLine>& drafts,
                 Today& today);

}  // namespace strongback
