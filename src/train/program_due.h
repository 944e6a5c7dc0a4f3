#pragma once

#include <optional>

#include "plan/plan.h"
#include "train/state.h"

namespace strongback {

/// The person as they are at `now`: the profile with the last words on pain, sleep, soreness,
/// answers, clearance, therapist, body mass, past sets and tolerance.
Person person_at(const TrainingState& state, const Moment& now, const Catalog& catalog);

/// The program that the person needs at `now`: the first one, or, after events that matter (what is
/// owned, days, limits, answers, a therapist), the smallest change of the present one that obeys
/// the rules, with an account of what changed and why.  Nothing when the present one stands, or
/// when the person may not train now.
std::optional<ProgramAccepted> program_due(const TrainingState& state, const Moment& now,
                                           const Catalog& catalog);

/// The published workout `template_id`, fitted to the person as they are at `now`, in the place of
/// the present program.  Nothing when the person may not train now, or none of it fits.
std::optional<ProgramAccepted> program_from_template(const TrainingState& state, const Moment& now,
                                                     const std::string& template_id,
                                                     const Catalog& catalog);

}  // namespace strongback
