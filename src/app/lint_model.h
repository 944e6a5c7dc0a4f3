#pragma once

#include <optional>

#include "base/result.h"
#include "catalog/catalog.h"

namespace strongback {

struct Document;

/// What is wrong with a file of the model: the motion of an exercise (.motion.toml), a posture
/// (.pose.toml), measurements ([[study]]), or a table of the body.  Nothing when it is none of
/// these.
std::optional<Problems> lint_model_file(const Document& document, const Catalog& catalog);

/// Everything that is wrong in the model's part of the data folder.
Problems lint_model(const Catalog& catalog);

}  // namespace strongback
