#include "assess/assess.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

#include "assess/collect.h"
#include "assess/joint_words.h"
#include "assess/standing.h"
#include "catalog/bands.h"

namespace strongback {
namespace {

NoAnswer unbalanced(const CannotPlay& why) {
  return {
      NoAnswer::Why::Unbalanced, why.frame, why.why.text, {}, {why.why.open_N, why.why.open_Nm}};
}

std::string text_of(const NotRecruited& why) {
  if (why.is_infeasible) {
    return fmt::format("even at full effort the muscles cannot hold it, least of all at {}",
                       joint_words(why.missing_at));
  }
  return why.at_limit.empty() ? "the solver did not come to an end"
                              : "muscles reach their limit, and the solver did not come to an end";
}

NoAnswer not_recruited(const std::string& frame, const NotRecruited& why) {
  NoAnswer no;
  no.why = why.is_infeasible ? NoAnswer::Why::TooHeavy : NoAnswer::Why::NotSolved;
  no.frame = frame;
  no.text = text_of(why);
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
  no.text = fmt::format(
      "muscles lack {:.0f} Nm at {}", recruited.residual_moment,
      worst == recruited.reserves.end() ? "a joint" : joint_words(body.dof_name(worst->first)));
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

/// A motion with its load, to be solved at evenly spaced instants, both ends included.
class Repetition {
 public:
  static tl::expected<Repetition, NoAnswer> make(const Body& body, const Motion& motion, Mass load,
                                                 const AssessOptions& options) {
    Repetition made(body, options);
    auto player = Player::make(*made.posed_, motion, load);
    if (!player) return tl::unexpected(unbalanced(player.error()));
    made.player_ = std::move(*player);
    if (made.player_.duration_s() <= 0.0) made.count_ = 1;
    return made;
  }

  [[nodiscard]] int count() const { return count_; }

  tl::expected<SolvedFrame, NoAnswer> solve(int i) {
    const double share = count_ > 1 ? static_cast<double>(i) / (count_ - 1) : 0.0;
    auto played = player_.at(*posed_, share * player_.duration_s());
    if (!played) return tl::unexpected(unbalanced(played.error()));
    auto recruited = recruiter_.recruit(*posed_, played->balanced.setting, {cocontraction_});
    if (!recruited) {
      return tl::unexpected(not_recruited(
          fmt::format("{} ({:.1f} s)", played->name, played->time_s), recruited.error()));
    }
    if (auto no = gate(posed_->body(), *played, *recruited)) return tl::unexpected(*no);
    return SolvedFrame{std::move(*played), std::move(*recruited)};
  }

 private:
  Repetition(const Body& body, const AssessOptions& options)
      : posed_(std::make_unique<PosedBody>(body)),
        recruiter_(body),
        count_(std::max(2, options.frames)),
        cocontraction_(options.cocontraction) {}

  std::unique_ptr<PosedBody> posed_;
  Player player_;
  Recruiter recruiter_;
  int count_;
  bool cocontraction_;
};

}  // namespace

SolvedFrames solve_frames(const Body& body, const Motion& motion, Mass load,
                          const AssessOptions& options) {
  auto repetition = Repetition::make(body, motion, load, options);
  if (!repetition) return tl::unexpected(repetition.error());
  std::vector<SolvedFrame> frames;
  for (int i = 0; i < repetition->count(); ++i) {
    auto frame = repetition->solve(i);
    if (!frame) return tl::unexpected(frame.error());
    frames.push_back(std::move(*frame));
  }
  return frames;
}

namespace {

void relate_discs(double standing_N, ExerciseAnswer& answer) {
  answer.standing_N = standing_N;
  for (DiscLoad& disc : answer.discs) {
    disc.relative_to_standing = disc.compression_N.peak / standing_N;
  }
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

/// Looks for loads that tire.  Keeps which instant was hardest so far: tried first, it soon tells
/// that a load is too much.
class LoadSearch {
 public:
  LoadSearch(const Body& body, const Motion& motion, const AssessOptions& options)
      : body_(body), motion_(motion), options_(options), muscles_(body) {
    options_.frames = std::min(options.frames, 9);
  }

  /// The load at which the hardest working muscle reaches `effort` at its peak: by halving between
  /// loads that are solved; too heavy counts as more than any effort.  0 when the lightest is too
  /// much.  To be called with falling efforts.
  double load_for(double effort) {
    constexpr int kSteps = 12;
    auto [low, high] = bracket(tried_, effort);
    for (int i = 0; i < kSteps && high - low > 0.02 * high; ++i) {
      const double middle = low > 0.0 ? 0.5 * (low + high) : 0.25 * high;
      tried_[middle] = peak_with(kilograms(middle), effort);
      std::tie(low, high) = bracket(tried_, effort);
      if (high <= kLightest) return 0.0;
    }
    return low;  // the heaviest that was held
  }

 private:
  static constexpr double kTooMuch = std::numeric_limits<double>::infinity();

  /// The hardest working muscle's peak, or kTooMuch as soon as that is more than `most` or there is
  /// no answer.
  double peak_with(Mass load, double most) {
    auto repetition = Repetition::make(body_, motion_, load, options_);
    if (!repetition) return kTooMuch;
    double peak = 0.0;
    const int count = repetition->count();
    const int first = std::min(hardest_, count - 1);
    for (int i = 0; i < count; ++i) {
      const int instant = (first + i) % count;
      const auto frame = repetition->solve(instant);
      const double effort = frame ? hardest_effort(body_, muscles_, frame->recruited) : kTooMuch;
      if (effort > peak) {
        peak = effort;
        hardest_ = instant;
      }
      if (peak > most) return kTooMuch;
    }
    return peak;
  }

  const Body& body_;
  const Motion& motion_;
  AssessOptions options_;
  Muscles muscles_;
  Tried tried_;
  int hardest_ = 0;
};

std::optional<TiringLoad> tiring_load(const Body& body, const Motion& motion,
                                      const AssessOptions& options) {
  if (motion.loads.empty()) return std::nullopt;
  constexpr double kFew = 6.0, kMany = 12.0;  // repetitions
  LoadSearch search(body, motion, options);
  const double heavy = search.load_for(share_for(kFew));
  const double light = search.load_for(share_for(kMany));
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

/// A body and its own quiet standing, with and without co-contraction, each made once.
struct Assessor::Person {
  const BodyTables& tables;
  Build build;
  std::once_flag is_built;
  Checked<Body> body = tl::unexpected(Problems{});
  std::array<std::once_flag, 2> is_stood;
  std::array<tl::expected<double, NoAnswer>, 2> standing;
};

Assessor::Assessor(const BodyTables& tables, const Build& build)
    : person_(new Person{tables, build, {}, tl::unexpected(Problems{}), {}, {}}) {}

tl::expected<ExerciseAnswer, NoAnswer> Assessor::operator()(const Motion& motion, Mass load,
                                                            const AssessOptions& options) const {
  Person& person = *person_;
  std::call_once(person.is_built, [&] { person.body = make_body(person.tables, person.build); });
  if (!person.body) return tl::unexpected(cannot_build(person.body.error()));
  const std::size_t way = options.cocontraction ? 1 : 0;
  auto& standing = person.standing[way];
  std::call_once(person.is_stood[way], [&] { standing = standing_on(*person.body, options); });
  if (!standing) return tl::unexpected(standing.error());
  return assess_on(*person.body, *standing, motion, load, options);
}

tl::expected<ExerciseAnswer, NoAnswer> assess_motion(const BodyTables& tables, const Build& build,
                                                     const Motion& motion, Mass load,
                                                     const AssessOptions& options) {
  return Assessor(tables, build)(motion, load, options);
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
  dose.likely = likely_compression(nullptr);
  return dose;
}

}  // namespace strongback
