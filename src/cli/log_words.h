#pragma once

#include "app/training.h"
#include "cli/training_options.h"

namespace strongback {

/// The words of `log` as events to keep; every problem at once.
Checked<LogOrder> understand_log(const TrainingOptions& words, const Catalog& catalog,
                                 const Moment& now);

/// A moment as typed; a problem that names `option`.
Checked<Moment> understand_moment(const std::string& text, const std::string& option,
                                  int offset_min);

/// A whole number from `low` to `high`; a problem that names `option`.
Checked<int> understand_number(const std::string& text, const std::string& option, int low,
                               int high);

}  // namespace strongback
