#pragma once

#include <optional>
#include <string>

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// The published table `id` as it stands, and what the fitted program changed, row by row.
/// Nothing when there is no such template (the door has checked its name).
std::optional<TemplateView> article_view(const PlanInput& input, const std::string& id, const Program& program);

}  // namespace strongback
