#pragma once

#include <string>

#include "assess/validation.h"
#include "cli/terminal.h"

namespace strongback {

/// The answer to `strongback validate`: what the gate asks and what is reached, then each figure.
std::string validation_text(const Validation& validation, Terminal terminal);

}  // namespace strongback
