#pragma once

#include "cli/options.h"
#include "cli/run.h"

namespace strongback {

/// `password NAME`: whoever runs the machine sets another password for an account.
Exit run_password(const TrainingOptions& words);

}  // namespace strongback
