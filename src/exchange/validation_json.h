#pragma once

#include <string>

#include "assess/validation.h"

namespace strongback {

/// schema "strongback.validation/1" (docs/json.md): the measured beside the computed.
std::string validation_json(const Validation& validation);

}  // namespace strongback
