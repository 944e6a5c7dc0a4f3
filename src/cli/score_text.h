#pragma once

#include <string>

#include "app/score.h"
#include "cli/terminal.h"

namespace strongback {

/// The answer to `strongback score CATALOG.json`.
std::string score_text(const ScoreAnswer& answer, const Catalog& catalog, Terminal terminal);

}  // namespace strongback
