#include "mechanics/least_effort.h"

#include <gmock/gmock.h>

#include <cfenv>
#include <cmath>
#include <initializer_list>
#include <limits>

#include "mechanics/least_effort_for_tests.h"
#include "mechanics/least_effort_interior.h"

namespace strongback {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kForever = std::numeric_limits<double>::infinity();

/// A problem of muscles: cost 1, from 0 to 1.
EffortProblem muscles(const MatrixXd& arms, const VectorXd& b) {
  const Eigen::Index v = arms.cols();
  return {arms.sparseView(), b, VectorXd::Ones(v), VectorXd::Zero(v), VectorXd::Ones(v)};
}

MatrixXd row(std::initializer_list<double> entries) {
  MatrixXd arms(1, static_cast<Eigen::Index>(entries.size()));
  Eigen::Index j = 0;
  for (const double entry : entries) arms(0, j++) = entry;
  return arms;
}

VectorXd one(double value) { return VectorXd::Constant(1, value); }

double cost_of(const EffortProblem& p, const VectorXd& x) { return p.cost.dot(x.cwiseAbs2()) / 2; }

/// What every answer promises.
void expect_certified(const EffortProblem& p, const EffortAnswer& answer) {
  ASSERT_TRUE(answer.x.allFinite() && answer.price.allFinite());
  EXPECT_TRUE((answer.x.array() >= p.low.array()).all());
  EXPECT_TRUE((answer.x.array() <= p.high.array()).all());
  EXPECT_LE(answer.residual, 1e-9);
  const VectorXd missed = p.A * answer.x - p.b;
  const MatrixXd terms = (MatrixXd(p.A) * answer.x.cwiseAbs().cwiseMax(1.0).asDiagonal());
  const VectorXd size = terms.cwiseAbs().rowwise().maxCoeff().cwiseMax(p.b.cwiseAbs());
  EXPECT_LE((missed.array().abs() - 1.001e-9 * size.array()).maxCoeff(), 0.0);
  const VectorXd pull = p.A.transpose() * answer.price;
  const VectorXd noise = 1e-13 * (p.A.cwiseAbs().transpose() * answer.price.cwiseAbs());
  for (Eigen::Index j = 0; j < answer.x.size(); ++j) {
    const double least = std::clamp((pull[j] - noise[j]) / p.cost[j], p.low[j], p.high[j]);
    const double most = std::clamp((pull[j] + noise[j]) / p.cost[j], p.low[j], p.high[j]);
    EXPECT_GE(answer.x[j], least) << "variable " << j;
    EXPECT_LE(answer.x[j], most) << "variable " << j;
  }
}

/// A problem whose b lies `inside` of the way from the farthest point that its variables reach in
/// a random direction to the witness; below 0, as far outside.
EffortProblem near_the_brink(double inside, std::uint64_t seed) {
  EffortKind kind;
  kind.reserves = false;
  EffortCase made = random_effort(kind, seed);
  EffortProblem& p = made.problem;
  p.high = p.high.cwiseMin(1.0);
  EffortDice dice(seed + 1000);
  VectorXd direction(p.b.size()), size(p.b.size());
  for (Eigen::Index i = 0; i < size.size(); ++i) {
    size[i] = VectorXd(p.A.row(i)).cwiseAbs().maxCoeff();
    direction[i] = dice.from_to(-1.0, 1.0) / size[i];
  }
  const VectorXd pull = p.A.transpose() * direction;
  const VectorXd farthest = (pull.array() > 0.0).select(p.high, p.low);
  const double share = std::max(0.0, inside);
  p.b = p.A * ((1.0 - share) * farthest + share * made.witness);
  if (inside < 0.0) p.b -= inside * direction.cwiseProduct(size.cwiseAbs2());
  return p;
}

// With cost ½ Σ x², muscles work in proportion to their moments.
TEST(LeastEffort, SharesALeverInProportionToMoments) {
  const auto r = least_effort(muscles(row({50.0, 100.0}), one(62.5)));
  ASSERT_TRUE(r.has_value());
  EXPECT_NEAR(r->x[0], 0.25, 1e-12);
  EXPECT_NEAR(r->x[1], 0.50, 1e-12);
  EXPECT_NEAR(r->price[0], 0.005, 1e-14);
}

TEST(LeastEffort, ADearVariableWorksLess) {
  EffortProblem p = muscles(row({1.0, 1.0}), one(0.9));
  p.cost << 1.0, 2.0;
  const auto r = least_effort(p);
  ASSERT_TRUE(r.has_value());
  EXPECT_NEAR(r->x[0], 0.6, 1e-12);
  EXPECT_NEAR(r->x[1], 0.3, 1e-12);
}

TEST(LeastEffort, OthersTakeOverFromAMuscleAtItsLimit) {
  const auto r = least_effort(muscles(row({100.0, 50.0}), one(130.0)));
  ASSERT_TRUE(r.has_value());
  EXPECT_EQ(r->x[0], 1.0);
  EXPECT_NEAR(r->x[1], 0.6, 1e-12);
}

TEST(LeastEffort, AnAntagonistStaysSilent) {
  const auto r = least_effort(muscles(row({40.0, -30.0}), one(20.0)));
  ASSERT_TRUE(r.has_value());
  EXPECT_NEAR(r->x[0], 0.5, 1e-12);
  EXPECT_EQ(r->x[1], 0.0);
}

TEST(LeastEffort, AFloorIsKeptAndPaidForByTheAntagonist) {
  EffortProblem p = muscles(row({40.0, -30.0}), one(20.0));
  p.low << 0.0, 0.2;
  const auto r = least_effort(p);
  ASSERT_TRUE(r.has_value());
  EXPECT_NEAR(r->x[0], 0.65, 1e-11);
  EXPECT_EQ(r->x[1], 0.2);
}

/// A beam of 2 m on two supports that can only push, with 700 N at `at` from its middle.
EffortProblem beam(double at) {
  MatrixXd arms(2, 2);
  arms << 1.0, 1.0, -1.0, 1.0;
  VectorXd b(2);
  b << 700.0, 700.0 * at;
  EffortProblem p = muscles(arms, b);
  p.cost.setConstant(1e-4);
  p.high.setConstant(kForever);
  return p;
}

TEST(LeastEffort, ALoadOnTheEdgeRestsOnOneContactAlone) {
  const auto r = least_effort(beam(1.0));
  ASSERT_TRUE(r.has_value());
  EXPECT_NEAR(r->x[0], 0.0, 1e-6);
  EXPECT_NEAR(r->x[1], 700.0, 1e-6);
}

TEST(LeastEffort, ALoadBeyondTheEdgeTips) {
  const auto r = least_effort(beam(1.2));
  ASSERT_FALSE(r.has_value());
  EXPECT_EQ(r.error().why, NotSolved::Why::Infeasible);
  EXPECT_NEAR(r.error().missing[0], 70.0, 1e-6);
  EXPECT_NEAR(r.error().missing[1], -70.0, 1e-6);
  EXPECT_THAT(r.error().at_limit, IsEmpty());
}

TEST(LeastEffort, TooWeakMusclesLackTheRest) {
  const auto r = least_effort(muscles(row({50.0, 100.0, -80.0}), one(200.0)));
  ASSERT_FALSE(r.has_value());
  EXPECT_EQ(r.error().why, NotSolved::Why::Infeasible);
  EXPECT_NEAR(r.error().missing[0], -50.0, 1e-6);
  EXPECT_THAT(r.error().at_limit, ElementsAre(0, 1));
}

TEST(LeastEffort, OnlyMusclesThatWouldHelpAreAtTheirLimit) {
  MatrixXd arms(2, 3);
  arms << 10.0, 0.0, 10.0, 0.0, 5.0, 0.0;
  VectorXd b(2);
  b << 30.0, 5.0;  // the second row is just met at full effort
  const auto r = least_effort(muscles(arms, b));
  ASSERT_FALSE(r.has_value());
  EXPECT_NEAR(r.error().missing[0], -10.0, 1e-6);
  EXPECT_NEAR(r.error().missing[1], 0.0, 1e-6);
  EXPECT_THAT(r.error().at_limit, ElementsAre(0, 2));
}

TEST(LeastEffort, ARowThatNothingActsOnIsMissedUnlessItAsksForNothing) {
  MatrixXd arms(2, 1);
  arms << 10.0, 0.0;
  VectorXd b(2);
  b << 5.0, 0.0;
  EXPECT_TRUE(least_effort(muscles(arms, b)).has_value());
  b << 5.0, 3.0;
  const auto r = least_effort(muscles(arms, b));
  ASSERT_FALSE(r.has_value());
  EXPECT_EQ(r.error().why, NotSolved::Why::Infeasible);
  EXPECT_NEAR(r.error().missing[0], 0.0, 1e-6);
  EXPECT_NEAR(r.error().missing[1], -3.0, 1e-9);
}

TEST(LeastEffort, RowsThatContradictEachOtherMissHalf) {
  MatrixXd arms(2, 2);
  arms << 1.0, 1.0, 1.0, 1.0;
  VectorXd b(2);
  b << 0.4, 0.6;
  const auto r = least_effort(muscles(arms, b));
  ASSERT_FALSE(r.has_value());
  EXPECT_EQ(r.error().why, NotSolved::Why::Infeasible);
  EXPECT_NEAR(r.error().missing[0], 0.1, 1e-6);
  EXPECT_NEAR(r.error().missing[1], -0.1, 1e-6);
}

TEST(LeastEffort, IsNoDearerThanAnotherWayThatDoesTheJob) {
  EffortSolver solver;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    EffortKind kind;
    kind.reserves = seed % 2 == 0;
    kind.saturated = static_cast<double>(seed % 7) / 7.0;
    const EffortCase made = random_effort(kind, seed);
    const auto r = solver.solve(made.problem);
    ASSERT_TRUE(r.has_value()) << "seed " << seed;
    expect_certified(made.problem, *r);
    EXPECT_LE(cost_of(made.problem, r->x), cost_of(made.problem, made.witness) * (1.0 + 1e-9));
  }
}

TEST(LeastEffort, ManySmallOddlyPricedProblemsAreSolved) {
  EffortSolver solver;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    EffortDice dice(seed);
    EffortKind kind;
    kind.rows = dice.whole(1, 30);
    kind.muscles = dice.whole(1, 120);
    kind.contacts = dice.whole(0, 12);
    kind.reserves = dice.whole(0, 1) == 1;
    kind.saturated = dice.from_to(0.0, 1.0);
    EffortCase made = random_effort(kind, seed);
    EffortProblem& p = made.problem;
    for (Eigen::Index j = 0; j < p.cost.size(); ++j) {
      p.cost[j] = std::pow(10.0, dice.from_to(-4.0, 4.0));
      if (dice.from_to(0.0, 1.0) < 0.05) p.low[j] = p.high[j] = made.witness[j];
    }
    const auto r = solver.solve(p);
    ASSERT_TRUE(r.has_value()) << "seed " << seed;
    expect_certified(p, *r);
  }
}

TEST(LeastEffort, DependentRowsChangeNothing) {
  EffortKind kind;
  kind.reserves = false;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    EffortCase made = random_effort(kind, seed);
    const auto plain = least_effort(made.problem);
    const MatrixXd once(made.problem.A);
    MatrixXd twice(once.rows() + 20, once.cols());
    twice.topRows(once.rows()) = once;
    for (int i = 0; i < 20; ++i) twice.row(once.rows() + i) = 3.0 * once.row(i) - once.row(i + 1);
    made.problem.A = twice.sparseView();
    made.problem.b = twice * made.witness;
    const auto r = least_effort(made.problem);
    ASSERT_TRUE(plain.has_value() && r.has_value());
    expect_certified(made.problem, *r);
    EXPECT_LE((r->x - plain->x).cwiseAbs().maxCoeff(), 1e-9);
  }
}

TEST(LeastEffort, NewtonAndInteriorPointAgreeUpToTheBrink) {
  for (const double inside : {0.5, 0.1, 1e-2, 1e-3, 1e-5, 1e-7}) {
    const EffortProblem p = near_the_brink(inside, 5);
    const auto r = least_effort(p);
    ASSERT_TRUE(r.has_value()) << inside;
    expect_certified(p, *r);
    ScaledEffort scaled;
    scaled.assign(p);
    NormalMatrix matrix;
    const InteriorPoint other =
        interior_point(scaled, matrix, 100, 0.0, VectorXd::Zero(p.b.size()));
    ASSERT_TRUE(other.is_converged) << inside;
    EXPECT_LE((r->x - other.x).cwiseAbs().maxCoeff(), 1e-8) << inside;
  }
}

/// (bᵀd - max dᵀA x) / |d|² for d = b - A x in scaled rows: 1 for the least d, and for no other.
double proof_of_least(const EffortProblem& p, const VectorXd& missing) {
  ScaledEffort scaled;
  scaled.assign(p);
  const VectorXd d = -missing.cwiseProduct(scaled.scale);
  VectorXd pull;
  scaled.pull_of(d, pull);
  const VectorXd farthest = (pull.array() > 0.0).select(p.high, p.low);
  return (scaled.b.dot(d) - pull.dot(farthest)) / d.squaredNorm();
}

TEST(LeastEffort, BeyondTheBrinkTheShortfallIsLeast) {
  for (const double inside : {-1e-4, -1e-3, -0.1, -3.0}) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      const EffortProblem p = near_the_brink(inside, seed);
      const auto r = least_effort(p);
      ASSERT_FALSE(r.has_value()) << inside;
      EXPECT_EQ(r.error().why, NotSolved::Why::Infeasible) << inside;
      EXPECT_NEAR(proof_of_least(p, r.error().missing), 1.0, 1e-6) << inside;
      EXPECT_THAT(r.error().at_limit, testing::Not(IsEmpty()));
    }
  }
}

TEST(LeastEffort, WarmAndColdAgree) {
  EffortSolver solver;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    EffortCase made = random_effort({}, seed);
    EffortProblem& p = made.problem;
    const auto before = solver.solve(p);
    ASSERT_TRUE(before.has_value());
    EffortDice dice(seed + 100);
    for (double& entry : p.A.coeffs()) entry *= 1.0 + dice.from_to(-0.01, 0.01);
    p.b = p.A * (0.97 * made.witness);
    const auto cold = solver.solve(p);
    const auto by_price = solver.solve(p, &before->price);
    const auto by_answer = solver.solve(p, *before);
    ASSERT_TRUE(cold.has_value() && by_price.has_value() && by_answer.has_value());
    EXPECT_LE((by_price->x - cold->x).cwiseAbs().maxCoeff(), 1e-9);
    EXPECT_LE((by_answer->x - cold->x).cwiseAbs().maxCoeff(), 1e-9);
    EXPECT_LE(by_answer->steps, 4);
    EXPECT_LT(by_answer->steps, cold->steps);
  }
}

TEST(LeastEffort, OtherLimitsNeedNoOtherSolver) {
  EffortSolver solver;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    EffortProblem p = random_effort({}, seed).problem;
    const auto before = solver.solve(p);
    ASSERT_TRUE(before.has_value());
    for (int j = 0; j < 40; ++j) p.low[j] = 0.05;
    const auto again = solver.solve_again(p.low, p.high, *before);
    const auto alone = least_effort(p);
    ASSERT_EQ(again.has_value(), alone.has_value()) << "seed " << seed;
    if (!again) continue;
    expect_certified(p, *again);
    EXPECT_LE((again->x - alone->x).cwiseAbs().maxCoeff(), 1e-9) << "seed " << seed;
  }
}

TEST(LeastEffort, AMisleadingWarmStartOnlyCostsTime) {
  const EffortProblem p = random_effort({}, 3).problem;
  const auto cold = least_effort(p);
  ASSERT_TRUE(cold.has_value());
  const VectorXd wild = VectorXd::Constant(p.b.size(), 1e6);
  EffortAnswer at_limits = *cold;
  at_limits.x = p.low.cwiseMax(0.0);
  EffortAnswer without_limits = *cold;
  without_limits.x.setConstant(0.5);
  for (const auto& warm :
       {least_effort(p, &wild), least_effort(p, at_limits), least_effort(p, without_limits)}) {
    ASSERT_TRUE(warm.has_value());
    EXPECT_LE((warm->x - cold->x).cwiseAbs().maxCoeff(), 1e-9);
  }
}

TEST(LeastEffort, ASolverKeepsNothingOfTheProblemBefore) {
  EffortSolver solver;
  for (const int rows : {65, 7, 30}) {
    EffortKind kind;
    kind.rows = rows;
    const EffortProblem p = random_effort(kind, 11).problem;
    const auto used = solver.solve(p);
    const auto fresh = least_effort(p);
    ASSERT_TRUE(used.has_value() && fresh.has_value());
    EXPECT_EQ(used->x, fresh->x);
    EXPECT_EQ(used->price, fresh->price);
  }
}

TEST(LeastEffort, NeverDividesByZeroNorMakesANumberThatIsNone) {
  const int before = feenableexcept(FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW);
  for (const double inside : {0.5, 1e-4, 0.0, -0.1}) {
    const auto r = least_effort(near_the_brink(inside, 2));
    EXPECT_EQ(r.has_value(), inside >= 0.0);
  }
  EXPECT_FALSE(least_effort(muscles(row({50.0, 0.0}), one(1e12))).has_value());
  EXPECT_FALSE(least_effort(beam(1.5)).has_value());
  EXPECT_TRUE(least_effort(random_effort({}, 1).problem).has_value());
  fedisableexcept(FE_ALL_EXCEPT);
  feenableexcept(before);
}

TEST(LeastEffortDeathTest, ABrokenProblemIsABugOfOurs) {
  EffortProblem p = muscles(row({1.0, 2.0}), one(0.5));
  p.cost[1] = 0.0;
  EXPECT_EXIT(std::ignore = least_effort(p), testing::ExitedWithCode(70), "cost");
  p = muscles(row({1.0, 2.0}), one(0.5));
  p.low[0] = 2.0;
  EXPECT_EXIT(std::ignore = least_effort(p), testing::ExitedWithCode(70), "low is at most high");
  p = muscles(row({1.0, 2.0}), one(std::nan("")));
  EXPECT_EXIT(std::ignore = least_effort(p), testing::ExitedWithCode(70), "b is finite");
}

}  // namespace
}  // namespace strongback
