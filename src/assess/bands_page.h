#pragma once

#include <string>

#include "assess/uncertainty.h"
#include "catalog/catalog.h"

namespace strongback {

/// Name under which docs/validation.md links the plot.
inline constexpr const char* kBandsPlotName = "validation-bands.svg";

/// What docs/validation.md says of the bands that `model` computed: what was drawn, what explains
/// the scatter, how wide the bands are, what is not covered.  Empty without bands.
std::string bands_part(const Catalog& catalog, const Uncertainty& uncertainty,
                       const std::string& model);

/// Shares of variance over the exercises, one line an assumption: the median, the middle half and
/// the largest.  An SVG that reads on light and dark pages.
std::string bands_plot(const Catalog& catalog, const Uncertainty& uncertainty,
                       const std::string& model);

}  // namespace strongback
