#pragma once

#include <string>

#include "assess/validation.h"

namespace strongback {

/// Names under which docs/validation.md links its plots.
inline constexpr const char* kSpinePlotName = "validation-spine.svg";
inline constexpr const char* kActivityPlotName = "validation-activity.svg";

/// Measured against computed ratios to standing: one point a gate case, the line of identity and
/// the bands of ±15 % and ±35 %.  An SVG that reads on light and dark pages.
std::string spine_plot(const Validation& validation);

/// One panel a judged group of muscle activity: % MVC against computed activation, with the rank
/// correlation.  Likewise.
std::string activity_plot(const Validation& validation);

}  // namespace strongback
