#pragma once

#include <vector>

#include "person/therapist_reply.h"
#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// The doses that the therapist changed replace ours, within what the person can put together.
/// Where nothing owned is as light as the therapist asks, the exercise goes to `left_out`.
void apply_doses(const TherapistReply& reply, PlanInput& input, std::vector<LeftOut>& left_out);

}  // namespace strongback
