#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "assess/assess.h"

namespace strongback {

// How far a figure of the model may be off, as a share of it, either way.  Whoever shows a figure
// asks here, so that each stands with the same band everywhere.

/// The band of a disc's forces.
double disc_band(const ExerciseAnswer& answer, std::size_t disc);

/// The band of a muscle's activation, its share and what follows from them.  Nothing: none is known
/// for it, and the figure is told without one.
std::optional<double> muscle_band(const ExerciseAnswer& answer, const std::string& muscle);

}  // namespace strongback
