// Every frame's answer is optimal: the conditions of Karush, Kuhn and Tucker hold for the problem
// that was solved, and what the recruiter says is that problem's answer.
#include <cmath>
#include <limits>

#include "engine_motions.h"
#include "mechanics/columns.h"

namespace strongback {
namespace {

constexpr double kCertified = 1e-9;

/// The problem of a posed instant, with the floors of co-contraction where `answer` shows them:
/// what is above its floor anyhow is not changed by one at its own height.
EffortProblem problem_of(PosedBody& posed, const Setting& setting, const Recruitment& answer,
                         bool cocontraction) {
  std::vector<std::vector<Arm>> arms;
  posed.arms(arms);
  const Columns columns = make_columns(posed, setting, arms);
  EffortProblem problem = make_problem(posed.body(), columns);
  if (!cocontraction) return problem;
  double floor = 1.0;
  for (const int m : columns.table->wall) floor = std::min(floor, answer.activation[m]);
  for (const int m : columns.table->wall) problem.low[m] = floor;
  const double unit = 1000.0 * posed.body().tables().numbers.at("iap.unit_kPa");
  problem.low[columns.pressure] = answer.iap / unit;
  return problem;
}

/// How far an answer is from what it must be.
struct Doubt {
  double equations = 0.0;   ///< greatest |A x - b|, relative to the largest thing in its row
  double stationary = 0.0;  ///< greatest |x - clip(Aᵀλ / c)| beyond what rounding leaves of Aᵀλ
  double outside = 0.0;     ///< greatest step of x over its limits
};

Doubt doubt_of(const EffortProblem& problem, const EffortAnswer& answer) {
  const Eigen::VectorXd& x = answer.x;
  Doubt doubt;
  Eigen::VectorXd size = problem.b.cwiseAbs();
  for (Eigen::Index c = 0; c < problem.A.outerSize(); ++c) {
    double pull = 0.0, parts = 0.0;
    for (Eigen::SparseMatrix<double>::InnerIterator it(problem.A, c); it; ++it) {
      const double entry = std::abs(it.value());
      size[it.row()] = std::max({size[it.row()], entry, entry * std::abs(x[c])});
      pull += it.value() * answer.price[it.row()];
      parts += entry * std::abs(answer.price[it.row()]);
    }
    const double clip = std::clamp(pull / problem.cost[c], problem.low[c], problem.high[c]);
    const double rounding = 16.0 * std::numeric_limits<double>::epsilon() * parts / problem.cost[c];
    doubt.stationary = std::max(doubt.stationary, std::abs(x[c] - clip) - rounding);
    doubt.outside = std::max({doubt.outside, problem.low[c] - x[c], x[c] - problem.high[c]});
  }
  doubt.equations = (problem.A * x - problem.b).cwiseAbs().cwiseQuotient(size).maxCoeff();
  return doubt;
}

void check_instant(const std::string& where, PosedBody& posed, const Setting& setting,
                   const Recruitment& answer, bool cocontraction) {
  const EffortProblem problem = problem_of(posed, setting, answer, cocontraction);
  const auto solved = least_effort(problem);
  ASSERT_TRUE(solved.has_value()) << where;
  const Doubt doubt = doubt_of(problem, *solved);
  EXPECT_LE(doubt.equations, kCertified) << where;
  EXPECT_LE(doubt.stationary, kCertified) << where;
  EXPECT_EQ(doubt.outside, 0.0) << where;
  const auto fascicles = answer.activation.size();
  const double difference = (solved->x.head(fascicles) - answer.activation).cwiseAbs().maxCoeff();
  EXPECT_LE(difference, 1e-8) << where << ": the recruiter says something else";
}

/// Checks every instant of one motion; returns how many.
int check_certificates(const std::string& name, const Motion& motion, const Build& build,
                       double load_kg, int count, bool cocontraction) {
  const Body body = make_body(model_tables(), build).value();
  PosedBody posed(body);
  const auto player = Player::make(posed, motion, kilograms(load_kg));
  if (!player) return 0;
  if (player->duration_s() <= 0.0) count = 1;
  Recruiter recruiter(body);
  int checked = 0;
  for (int i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 0.0;
    const auto played = player->at(posed, share * player->duration_s());
    if (!played) return checked;
    const auto answer = recruiter.recruit(posed, played->balanced.setting, {cocontraction});
    if (!answer) return checked;
    check_instant(fmt::format("{} at {:.2f} s with {:.1f} kg, {}", name, played->time_s, load_kg,
                              words(build)),
                  posed, played->balanced.setting, *answer, cocontraction);
    ++checked;
  }
  return checked;
}

TEST(EngineCertificate, HoldsOnEveryFrameOfEveryMotion) {
  Dice dice(331);
  int checked = 0;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    checked += check_certificates(name, motion, reference_man(), 5.0, 21, true);
    checked += check_certificates(name, motion, random_build(dice), dice.between(0.0, 15.0), 7,
                                  dice.chance(0.5));
  }
  EXPECT_GE(checked, 1200);
}

TEST(EngineCertificate, HoldsInEveryPosture) {
  Dice dice(332);
  int checked = 0;
  for (const std::string& name : posture_names()) {
    checked += check_certificates(name, posture_of(name), random_build(dice),
                                  dice.between(0.0, 15.0), 1, true);
  }
  EXPECT_GE(checked, 40);
}

}  // namespace
}  // namespace strongback
