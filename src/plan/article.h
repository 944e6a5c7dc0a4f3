#pragma once

#include <optional>
#include <string>

#include "plan/build_week.h"
#include "plan/program.h"

namespace strongback {

/// For each row of the template `id` the exercise that this person can do in its place: its own, or
/// the nearest along its easier forms (rule "substitution").  Rows without one are left out.
std::vector<std::string> stand_ins(const PlanInput& input, const std::string& id);

/// The published table `id` as it stands, and what the fitted program changed, row by row.
/// Nothing when there is no such template (the door has checked its name).
std::optional<TemplateView> article_view(const PlanInput& input, const std::string& id,
                                         const Program& program);

}  // namespace strongback
