#pragma once

#include <vector>

#include "assess/assess.h"
#include "movement/play.h"

namespace strongback {

/// One played and solved instant.
struct SolvedFrame {
  PlayedFrame played;
  Recruitment recruited;
};

/// Sums the frames of a repetition up: means, peaks, shares, what limits.
ExerciseAnswer collect(const Body& body, const std::vector<SolvedFrame>& frames);

}  // namespace strongback
