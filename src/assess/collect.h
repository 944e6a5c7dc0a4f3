#pragma once

#include <string>
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

/// The reported muscles, and which of them each fascicle belongs to: looked up once, for all
/// frames.
struct Muscles {
  explicit Muscles(const Body& body);
  std::vector<std::string> names;  ///< in their order
  std::vector<int> of_fascicle;    ///< -1: of none
};

/// [-]  the activation of the hardest working muscle of one instant, over both sides.
double hardest_effort(const Body& body, const Muscles& muscles, const Recruitment& recruited);

/// Sums the frames of a repetition up: means, peaks, shares, what limits.
ExerciseAnswer collect(const Body& body, const std::vector<SolvedFrame>& frames);

}  // namespace strongback
