#include "assess/assess.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "assess/collect.h"
#include "assess/standing.h"

namespace strongback {
namespace {

NoAnswer unbalanced(const CannotPlay& why) {
  return {
      NoAnswer::Why::Unbalanced, why.frame, why.why.text, {}, {why.why.open_N, why.why.open_Nm}};
}

NoAnswer not_recruited(const std::string& frame, const NotRecruited& why) {
  NoAnswer no;
  no.why = why.is_infeasible ? NoAnswer::Why::TooHeavy : NoAnswer::Why::NotSolved;
  no.frame = frame;
  no.text = why.is_infeasible
                ? fmt::format("even at full effort {:.0f} N and {:.0f} Nm are missing, most at {}",
                              why.missing_force, why.missing_moment, why.missing_at)
                : "the solver did not come to an end";
  no.at_limit = why.at_limit;
  no.residual = {why.missing_force, why.missing_moment};
  return no;
}

/// Joints that lean on more than a hair of reserve have no muscles for what is asked.
std::optional<NoAnswer> gate(const Body& body, const PlayedFrame& played,
                             const Recruitment& recruited) {
  const auto& n = body.tables().numbers;
  const bool passes = recruited.residual_force <= n.at("reserve.gate_N") &&
                      recruited.residual_moment <= n.at("reserve.gate_Nm");
  if (passes) return std::nullopt;
  NoAnswer no;
  no.why = NoAnswer::Why::TooHeavy;
  no.frame = fmt::format("{} ({:.1f} s)", played.name, played.time_s);
  const auto worst = std::max_element(
      recruited.reserves.begin(), recruited.reserves.end(),
      [](const auto& a, const auto& b) { return std::abs(a.second) < std::abs(b.second); });
  no.text =
      fmt::format("muscles lack {:.0f} Nm at {}", recruited.residual_moment,
                  worst == recruited.reserves.end() ? "a joint" : body.dof_name(worst->first));
  const auto& fascicles = body.tables().fascicles;
  constexpr double kFull = 1.0 - 1e-6;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    if (recruited.activation[static_cast<Eigen::Index>(m)] >= kFull) {
      no.at_limit.push_back(fascicles[m].id);
    }
  }
  no.residual = {recruited.residual_force, recruited.residual_moment};
  return no;
}

}  // namespace

SolvedFrames solve_frames(const Body& body, const Motion& motion, Mass load,
                          const AssessOptions& options) {
  PosedBody posed(body);
  const auto player = Player::make(posed, motion, load);
  if (!player) return tl::unexpected(unbalanced(player.error()));
  Recruiter recruiter(body);
  const int count = player->duration_s() > 0.0 ? std::max(2, options.frames) : 1;
  std::vector<SolvedFrame> frames;
  for (int i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 0.0;
    auto played = player->at(posed, share * player->duration_s());
    if (!played) return tl::unexpected(unbalanced(played.error()));
    auto recruited = recruiter.recruit(posed, played->balanced.setting, {options.cocontraction});
    if (!recruited) {
      return tl::unexpected(not_recruited(
          fmt::format("{} ({:.1f} s)", played->name, played->time_s), recruited.error()));
    }
    if (auto no = gate(body, *played, *recruited)) return tl::unexpected(*no);
    frames.push_back({std::move(*played), std::move(*recruited)});
  }
  return frames;
}

namespace {

void relate_discs(double standing_N, ExerciseAnswer& answer) {
  answer.standing_N = standing_N;
  answer.band = kDiscBand;
  for (DiscLoad& disc : answer.discs) {
    disc.relative_to_standing = disc.compression_N.peak / standing_N;
  }
}

double hardest_peak(const ExerciseAnswer& answer) {
  double hardest = 0.0;
  for (const auto& [muscle, work] : answer.muscles) {
    hardest = std::max({hardest, work.left.peak, work.right.peak});
  }
  return hardest;
}

/// Share of the greatest load that can be moved `reps` times (Epley 1985, Boyd Epley Workout).
double share_for(double reps) { return 1.0 / (1.0 + reps / 30.0); }

/// [kg] to [-]: the hardest working muscle's peak at each load that was tried.
using Tried = std::map<double, double>;

constexpr double kLightest = 0.1, kHeaviest = 200.0;  // [kg]

/// Between which loads `effort` is reached, as far as what was tried tells.
std::pair<double, double> bracket(const Tried& tried, double effort) {
  double low = 0.0, high = kHeaviest;
  for (const auto& [load, peak] : tried) {
    if (peak > effort) {
      high = std::min(high, load);
    } else if (load < high) {
      low = std::max(low, load);
    }
  }
  return {low, high};
}

/// The load at which the hardest working muscle reaches `effort` at its peak: by halving between
/// loads that are solved; too heavy counts as more than any effort.  0 when the lightest is too
/// much.
double load_for(const Body& body, const Motion& motion, const AssessOptions& options, double effort,
                Tried& tried) {
  constexpr int kSteps = 12;
  AssessOptions coarse = options;
  coarse.frames = std::min(options.frames, 9);
  auto [low, high] = bracket(tried, effort);
  for (int i = 0; i < kSteps && high - low > 0.02 * high; ++i) {
    const double middle = low > 0.0 ? 0.5 * (low + high) : 0.25 * high;
    const auto frames = solve_frames(body, motion, kilograms(middle), coarse);
    tried[middle] =
        frames ? hardest_peak(collect(body, *frames)) : std::numeric_limits<double>::infinity();
    std::tie(low, high) = bracket(tried, effort);
    if (high <= kLightest) return 0.0;
  }
  return 0.5 * (low + high);
}

std::optional<TiringLoad> tiring_load(const Body& body, const Motion& motion,
                                      const AssessOptions& options) {
  if (motion.loads.empty()) return std::nullopt;
  constexpr double kFew = 6.0, kMany = 12.0;  // repetitions
  Tried tried;
  const double heavy = load_for(body, motion, options, share_for(kFew), tried);
  const double light = load_for(body, motion, options, share_for(kMany), tried);
  if (heavy <= 0.0 || heavy > 190.0) return std::nullopt;
  // Strength of one person differs from the model's by about a quarter (design value).
  constexpr double kStrengthBand = 0.25;
  return TiringLoad{light * (1.0 - kStrengthBand), 0.5 * (light + heavy),
                    heavy * (1.0 + kStrengthBand)};
}

NoAnswer cannot_build(const Problems& problems) {
  return {NoAnswer::Why::NotSolved, "", problems.front().message, {}, {}};
}

}  // namespace

tl::expected<ExerciseAnswer, NoAnswer> assess_on(const Body& body, double standing_N,
                                                 const Motion& motion, Mass load,
                                                 const AssessOptions& options) {
  const auto frames = solve_frames(body, motion, load, options);
  if (!frames) return tl::unexpected(frames.error());
  ExerciseAnswer answer = collect(body, *frames);
  answer.id = motion.id;
  answer.load_kg = in_kilograms(load);
  answer.repetition_s = frames->back().played.time_s;
  relate_discs(standing_N, answer);
  if (options.find_tiring_load) answer.tiring = tiring_load(body, motion, options);
  if (!options.keep_frames) answer.frames.clear();
  return answer;
}

tl::expected<ExerciseAnswer, NoAnswer> assess_motion(const BodyTables& tables, const Build& build,
                                                     const Motion& motion, Mass load,
                                                     const AssessOptions& options) {
  const auto body = make_body(tables, build);
  if (!body) return tl::unexpected(cannot_build(body.error()));
  const auto standing = standing_on(*body, options);
  if (!standing) return tl::unexpected(standing.error());
  return assess_on(*body, *standing, motion, load, options);
}

tl::expected<double, NoAnswer> standing_on(const Body& body, const AssessOptions& options) {
  const auto frames = solve_frames(body, standing_posture(body.tables()), Mass{}, options);
  if (!frames) return tl::unexpected(frames.error());
  return frames->front().recruited.discs[kL4L5].compression;
}

tl::expected<double, NoAnswer> quiet_standing(const BodyTables& tables, const Build& build,
                                              const AssessOptions& options) {
  const auto body = make_body(tables, build);
  if (!body) return tl::unexpected(cannot_build(body.error()));
  return standing_on(*body, options);
}

Dose to_dose(const ExerciseAnswer& answer) {
  Dose dose;
  dose.model = answer.model;
  for (const auto& [muscle, work] : answer.muscles) {
    dose.muscles[muscle] = {work.left.mean, work.right.mean, work.left.peak, work.right.peak};
  }
  for (std::size_t i = 0; i < dose.discs.size(); ++i) {
    const DiscLoad& disc = answer.discs[i];
    dose.discs[i] = {newtons(disc.compression_N.peak), newtons(disc.compression_N.mean),
                     newtons(std::abs(disc.shear_N.peak)), newtons(std::abs(disc.shear_N.mean))};
  }
  dose.standing_compression = newtons(answer.standing_N);
  constexpr double kSecondOfAHold = 1.0;
  dose.repetition_s = answer.repetition_s > 0.0 ? answer.repetition_s : kSecondOfAHold;
  dose.band = answer.band;
  return dose;
}

}  // namespace strongback
