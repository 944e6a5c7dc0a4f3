#pragma once

#include <string>

#include "app/keep_log.h"
#include "cli/terminal.h"
#include "train/look_back.h"

namespace strongback {

/// Strength, sets, load on the back, pain and adherence, with plots of block characters.
std::string look_back_text(const LookBack& back, const Catalog& catalog, Terminal terminal);

/// What was taken over from another program's file.
std::string import_text(const ImportReport& report, const Catalog& catalog, Terminal terminal);

}  // namespace strongback
