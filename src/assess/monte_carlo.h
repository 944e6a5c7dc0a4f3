#pragma once

#include <functional>
#include <string>

#include "assess/assess.h"
#include "assess/uncertainty.h"
#include "catalog/bands.h"

namespace strongback {

/// What shares of variance call what no assumption explains by itself: curvature and interplay.
inline constexpr const char* kUnexplained = "rest";

/// What a Monte Carlo analysis is made of.
struct MonteCarlo {
  const BodyTables& tables;
  const Uncertainty& uncertainty;
  Build build;
  const Motion& motion;
  Mass load;
  int samples = 0;
};

/// Does `work` for every number from 0 to `count` - 1, each once, in any order and on any thread.
using DoAll = std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

/// Plays the motion once as it is and `samples` times with every assumption and the posture drawn
/// at once, and sums up how far the figures scatter about those of the model as it is.  Samples
/// without an answer are counted.  What explains the scatter, between the 5th and the 95th
/// percentile: of each assumption its linear effect
/// (variance_shares); of the posture, whose effect is seldom linear, the variance in half as many
/// runs in which nothing else is drawn.  Draws depend on the motion's id and `samples` alone, so
/// any DoAll gives the same bytes.  `inputs` and `measured_error` are left to the caller.
///
/// The model as it is must have an answer; otherwise that no is returned.  So is one when fewer
/// than half of the samples have an answer.
tl::expected<Bands, NoAnswer> monte_carlo(const MonteCarlo& order, const DoAll& do_all);

/// Peak compression of L4/L5 when one assumption alone is off by `z` standard deviations, as a
/// share of that of the model as it is; nothing without an answer: the check of the shares of
/// variance.
std::optional<double> one_at_a_time(const MonteCarlo& order, std::size_t which, double z);

}  // namespace strongback
