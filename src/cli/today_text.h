#pragma once

#include <string>

#include "app/training.h"
#include "cli/terminal.h"

namespace strongback {

/// What to do now, for the terminal.
std::string today_text(const Today& today, const Catalog& catalog, Terminal terminal);

/// What changed against the program and why, and the reasons of today's numbers; of one exercise
/// where `exercise` is named.
std::string why_text(const Today& today, const TrainingState& state, const std::string& exercise,
                     const Catalog& catalog, Terminal terminal);

/// What a change of the log came to.
std::string change_text(const LogChange& change, Terminal terminal);

/// Days of the log, latest first.
std::string history_text(const std::vector<HistoryDay>& days, Terminal terminal);

}  // namespace strongback
