// Recruitment problems against IPOPT, which knows nothing of ours.
#include <gtest/gtest.h>

#include "ipopt_oracle.h"
#include "mechanics/least_effort.h"
#include "mechanics/least_effort_for_tests.h"

namespace strongback {
namespace {

double cost_of(const EffortProblem& p, const Eigen::VectorXd& x) {
  return 0.5 * p.cost.dot(x.cwiseAbs2());
}

TEST(EffortOracle, IpoptFindsTheSameCost) {
  EffortSolver solver;
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    EffortKind kind;
    kind.rows = seed % 3 == 0 ? 20 : 65;
    kind.reserves = seed % 2 == 0;
    kind.saturated = static_cast<double>(seed % 5) / 5.0;
    const EffortProblem p = random_effort(kind, seed).problem;
    const auto ours = solver.solve(p);
    ASSERT_TRUE(ours.has_value()) << "seed " << seed;
    const auto theirs = solve_with_ipopt(p);
    if (!theirs) continue;
    ++compared;
    const double cost = cost_of(p, ours->x);
    EXPECT_NEAR(cost, cost_of(p, *theirs), 1e-6 * cost) << "seed " << seed;
  }
  EXPECT_GE(compared, 22);
}

TEST(EffortOracle, IpoptFindsNoWayEither) {
  EffortKind kind;
  kind.rows = 12;
  kind.muscles = 60;
  kind.contacts = 6;
  kind.reserves = false;
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    EffortProblem p = random_effort(kind, seed).problem;
    p.high = p.high.cwiseMin(1.0);
    p.b *= 10.0;
    EXPECT_FALSE(least_effort(p).has_value()) << "seed " << seed;
    EXPECT_FALSE(solve_with_ipopt(p).has_value()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace strongback
