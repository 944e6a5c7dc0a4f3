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

using SolvedFrames = tl::expected<std::vector<SolvedFrame>, NoAnswer>;

/// Plays and solves a motion at evenly spaced instants, both ends included.
SolvedFrames solve_frames(const Body& body, const Motion& motion, Mass load,
                          const AssessOptions& options = {});

/// Sums the frames of a repetition up: means, peaks, shares, what limits.
ExerciseAnswer collect(const Body& body, const std::vector<SolvedFrame>& frames);

}  // namespace strongback
