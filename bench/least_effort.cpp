// The recruitment solver on body-like problems of 65 rows (Google Benchmark): from nothing, from
// the answer to a neighboring instant or its price alone, the interior point method alone, and
// IPOPT beside them.
#include "mechanics/least_effort.h"

#include <benchmark/benchmark.h>

#include <vector>

#include "ipopt_oracle.h"
#include "mechanics/least_effort_for_tests.h"
#include "mechanics/least_effort_interior.h"

namespace {

using namespace strongback;

/// A problem, the one an instant later, and the answer to the first.
struct Pair {
  EffortProblem first, second;
  EffortAnswer answer;  ///< to the first
};

const std::vector<Pair>& pairs() {
  static const std::vector<Pair> kPairs = [] {
    std::vector<Pair> made;
    EffortSolver solver;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
      const EffortCase drawn = random_effort({}, seed);
      EffortProblem later = drawn.problem;
      EffortDice dice(seed + 100);
      for (double& entry : later.A.coeffs()) entry *= 1.0 + dice.from_to(-0.01, 0.01);
      later.b = later.A * (0.98 * drawn.witness);
      made.push_back({drawn.problem, later, *solver.solve(drawn.problem)});
    }
    return made;
  }();
  return kPairs;
}

/// Calls `solve` with one pair after the other.
template <class Solve>
void each_in_turn(benchmark::State& state, Solve solve) {
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(solve(pairs()[next % pairs().size()]));
    ++next;
  }
}

void effort_cold(benchmark::State& state) {
  EffortSolver solver;
  each_in_turn(state, [&](const Pair& pair) { return solver.solve(pair.second); });
}

void effort_warm(benchmark::State& state) {
  EffortSolver solver;
  each_in_turn(state, [&](const Pair& pair) { return solver.solve(pair.second, pair.answer); });
}

void effort_warm_price(benchmark::State& state) {
  EffortSolver solver;
  each_in_turn(state,
               [&](const Pair& pair) { return solver.solve(pair.second, &pair.answer.price); });
}

void effort_interior_point(benchmark::State& state) {
  ScaledEffort scaled;
  NormalMatrix matrix;
  each_in_turn(state, [&](const Pair& pair) {
    scaled.assign(pair.second);
    return interior_point(scaled, matrix, 60, 0.0, Eigen::VectorXd::Zero(scaled.rows()));
  });
}

void effort_infeasible(benchmark::State& state) {
  EffortSolver solver;
  EffortKind kind;
  kind.reserves = false;
  EffortProblem heavy = random_effort(kind, 0).problem;
  heavy.b *= 10.0;
  for (auto _ : state) benchmark::DoNotOptimize(solver.solve(heavy));
}

void effort_ipopt(benchmark::State& state) {
  each_in_turn(state, [](const Pair& pair) { return solve_with_ipopt(pair.second); });
}

BENCHMARK(effort_cold)->Unit(benchmark::kMicrosecond);
BENCHMARK(effort_warm)->Unit(benchmark::kMicrosecond);
BENCHMARK(effort_warm_price)->Unit(benchmark::kMicrosecond);
BENCHMARK(effort_interior_point)->Unit(benchmark::kMicrosecond);
BENCHMARK(effort_infeasible)->Unit(benchmark::kMicrosecond);
BENCHMARK(effort_ipopt)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
