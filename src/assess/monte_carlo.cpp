#include "assess/monte_carlo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "assess/sampling.h"
#include "base/expects.h"

namespace strongback {
namespace {

constexpr double kLow = 0.05, kHigh = 0.95;
/// [-]  a muscle whose peak stays below this as often as not has no band.
constexpr double kWorks = 0.05;

using Answers = std::vector<ExerciseAnswer>;
using Figure = std::function<double(const ExerciseAnswer&)>;
using Played = tl::expected<ExerciseAnswer, NoAnswer>;

Played play(const MonteCarlo& order, const Sample& sample) {
  const auto body = make_body(sample.tables, order.build);
  if (!body) return tl::unexpected(NoAnswer{{}, "", body.error().front().message, {}, {}});
  constexpr int kFrames = 9;
  AssessOptions options;
  options.frames = kFrames;
  options.find_tiring_load = false;
  constexpr double kNoStanding = 1.0;  // what stands in relation to standing is not looked at
  return assess_on(*body, kNoStanding, sample.motion, order.load, options);
}

/// A number that differs from text to text: Fowler, Noll & Vo's hash 1a.
std::uint64_t seed_of(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char letter : text) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
  }
  return hash;
}

/// The model as it is, and the drawn ones that have an answer.
struct Runs {
  ExerciseAnswer plain;
  Answers drawn;
  Eigen::MatrixXd draws;  ///< [-]  (drawn x doubts)  what each of them was off by
  Answers posed;          ///< only the posture is drawn, for its share of the variance
};

/// The draws of both parts: doubts first, then angles.
struct Plan {
  std::size_t doubts;
  PoseDraws pose;
  Eigen::MatrixXd together, alone;  ///< [-]  (samples x all), (samples x angles)

  explicit Plan(const MonteCarlo& order)
      : doubts(order.uncertainty.doubts.size()),
        pose(order.uncertainty, order.motion, order.tables) {
    const double cut = order.uncertainty.cut;
    const std::uint64_t seed = seed_of(order.motion.id);
    const auto angles = static_cast<int>(pose.count());
    together = latin_normals(order.samples, static_cast<int>(doubts) + angles, cut, seed);
    alone = latin_normals((order.samples + 1) / 2, angles, cut, ~seed);
  }

  [[nodiscard]] Sample sample(const MonteCarlo& order, std::size_t number) const {
    Sample made{order.tables, order.motion};
    const auto most = static_cast<std::size_t>(together.rows());
    const bool is_alone = number >= most;
    const Eigen::VectorXd z = is_alone ? alone.row(static_cast<Eigen::Index>(number - most))
                                       : together.row(static_cast<Eigen::Index>(number));
    const auto first = z.begin() + static_cast<std::ptrdiff_t>(is_alone ? 0 : doubts);
    pose.apply({first, z.end()}, made.tables, made.motion);
    for (std::size_t d = 0; d < doubts && !is_alone; ++d) {
      doubt(order.uncertainty, d, z[static_cast<Eigen::Index>(d)], order.build, made);
    }
    return made;
  }
};

tl::expected<Runs, NoAnswer> run_all(const MonteCarlo& order, const DoAll& do_all) {
  auto plain = play(order, {order.tables, order.motion});
  if (!plain) return tl::unexpected(plain.error());
  const Plan plan(order);
  const auto most = static_cast<std::size_t>(plan.together.rows());
  std::vector<std::optional<ExerciseAnswer>> answers(most +
                                                     static_cast<std::size_t>(plan.alone.rows()));
  do_all(answers.size(), [&](std::size_t s) {
    if (auto answer = play(order, plan.sample(order, s))) answers[s] = std::move(*answer);
  });
  Runs runs{std::move(*plain), {}, {}, {}};
  std::vector<Eigen::Index> rows;
  for (std::size_t s = 0; s < answers.size(); ++s) {
    if (!answers[s]) continue;
    if (s < most) rows.push_back(static_cast<Eigen::Index>(s));
    (s < most ? runs.drawn : runs.posed).push_back(std::move(*answers[s]));
  }
  runs.draws = plan.together(rows, Eigen::seqN(0, static_cast<Eigen::Index>(plan.doubts)));
  return runs;
}

std::vector<double> values_of(const Answers& answers, const Figure& figure) {
  std::vector<double> values;
  for (const ExerciseAnswer& answer : answers) values.push_back(figure(answer));
  return values;
}

DiscSpread disc_spread(const Runs& runs, std::size_t disc) {
  const Figure peak = [disc](const ExerciseAnswer& answer) {
    return answer.discs[disc].compression_N.peak;
  };
  const auto values = values_of(runs.drawn, peak);
  const double plain = peak(runs.plain), unit = std::max(std::abs(plain), kSmallCompression);
  const auto share = [&](double p) { return 1.0 + (quantile(values, p) - plain) / unit; };
  return {share(kLow), share(0.5), share(kHigh)};
}

ActivationSpread activation_spread(const Runs& runs, const Figure& figure) {
  const auto values = values_of(runs.drawn, figure);
  const double plain = figure(runs.plain), unit = plain + kAtRest;
  return {std::min(0.0, (quantile(values, kLow) - plain) / unit),
          std::max(0.0, (quantile(values, kHigh) - plain) / unit)};
}

MuscleSpread muscle_spread(const Runs& runs, const std::string& muscle) {
  const auto spread = [&](SideWork MuscleWork::* side, double SideWork::* member) {
    return activation_spread(runs, [&, side, member](const ExerciseAnswer& answer) {
      return answer.muscles.at(muscle).*side.*member;
    });
  };
  return {spread(&MuscleWork::left, &SideWork::mean), spread(&MuscleWork::right, &SideWork::mean),
          spread(&MuscleWork::left, &SideWork::peak), spread(&MuscleWork::right, &SideWork::peak)};
}

VarianceOf variance_of(const Runs& runs, const Uncertainty& uncertainty, const Figure& figure) {
  auto values = values_of(runs.drawn, figure), posed = values_of(runs.posed, figure);
  const double low = quantile(values, kLow), high = quantile(values, kHigh);
  for (auto* list : {&values, &posed}) {
    for (double& value : *list) value = std::clamp(value, low, high);
  }
  const double all = variance(values);
  constexpr double kShown = 0.01, kRounding = 1e-12;
  VarianceOf named;
  if (all < kRounding) return named;
  const std::vector<double> shares = variance_shares(runs.draws, values);
  double told = std::min(1.0, variance(posed) / all);
  named[kWholePose] = told;
  for (std::size_t d = 0; d < shares.size(); ++d) {
    told += shares[d];
    if (shares[d] >= kShown) named[uncertainty.doubts[d].id] = shares[d];
  }
  named[kUnexplained] = std::max(0.0, 1.0 - told);
  return named;
}

bool works(const Runs& runs, const std::string& muscle) {
  const auto peaks = values_of(runs.drawn, [&](const ExerciseAnswer& answer) {
    const MuscleWork& work = answer.muscles.at(muscle);
    return std::max(work.left.peak, work.right.peak);
  });
  return quantile(peaks, 0.5) >= kWorks;
}

}  // namespace

tl::expected<Bands, NoAnswer> monte_carlo(const MonteCarlo& order, const DoAll& do_all) {
  expects(order.samples > 0, "a Monte Carlo analysis has samples");
  const auto runs = run_all(order, do_all);
  if (!runs) return tl::unexpected(runs.error());
  const auto solved = static_cast<int>(runs->drawn.size());
  if (2 * solved < order.samples) {
    NoAnswer no;
    no.text = fmt::format("only {} of {} samples have an answer", solved, order.samples);
    return tl::unexpected(no);
  }
  Bands bands;
  bands.exercise = order.motion.id;
  bands.model = order.tables.version;
  bands.samples = order.samples;
  bands.not_solved = 1.0 - static_cast<double>(solved) / order.samples;
  bands.load = order.load;
  for (std::size_t i = 0; i < bands.discs.size(); ++i) bands.discs[i] = disc_spread(*runs, i);
  bands.compression_from = variance_of(*runs, order.uncertainty, [](const ExerciseAnswer& answer) {
    return answer.discs[kL4L5].compression_N.peak;
  });
  for (const auto& [muscle, work] : runs->plain.muscles) {
    if (!works(*runs, muscle)) continue;
    bands.muscles[muscle] = muscle_spread(*runs, muscle);
    const auto harder = work.left.mean > work.right.mean ? &MuscleWork::left : &MuscleWork::right;
    bands.activation_from[muscle] =
        variance_of(*runs, order.uncertainty, [&, id = muscle](const ExerciseAnswer& answer) {
          return (answer.muscles.at(id).*harder).mean;
        });
  }
  return bands;
}

std::optional<double> one_at_a_time(const MonteCarlo& order, std::size_t which, double z) {
  Sample sample{order.tables, order.motion};
  const auto plain = play(order, sample);
  doubt(order.uncertainty, which, z, order.build, sample);
  const auto changed = play(order, sample);
  if (!plain || !changed) return std::nullopt;
  return changed->discs[kL4L5].compression_N.peak / plain->discs[kL4L5].compression_N.peak;
}

}  // namespace strongback
