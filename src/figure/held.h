#pragma once

#include <utility>
#include <vector>

#include "figure/scene.h"

namespace strongback {

/// What is held, worn or pulled in the present posture: the part that it is painted with, and how
/// it looks.  Weights grow with the cube root of their mass.
std::vector<std::pair<std::string, Shape>> held_shapes(const PosedBody& posed, const Motion& motion,
                                                       Mass load);

}  // namespace strongback
