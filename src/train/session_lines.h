#pragma once

#include "train/today.h"

namespace strongback {

/// Fills in today's lines, warm-up, cool-down, minutes, and what differs from the program, for the
/// session of `day` standing at `today.at`: what is barred or not ready is replaced or left out,
/// sets follow the week as trained, breaks, soreness, chores, caps and the minutes, loads follow
/// progression.  Sets of a session that is under way do not change it.
void fill_session(const TrainingState& state, const Outline::Day& day, const Catalog& catalog,
                  Today& today);

}  // namespace strongback
