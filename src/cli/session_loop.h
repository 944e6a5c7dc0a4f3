#pragma once

#include "app/log_book.h"
#include "cli/run.h"

namespace strongback {

/// `train`: asks the short questions, leads through the session set by set, and keeps every answer
/// at once; ended at any moment, it goes on where it was.
Exit run_session(LogBook& book);

}  // namespace strongback
