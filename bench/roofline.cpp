// How far the parts of a frame are from the machine's arithmetic and memory, measured in one run:
// peaks of the machine, and the additions and multiplications that each part cannot do without.
#include <benchmark/benchmark.h>

#include <Eigen/Core>
#include <array>
#include <vector>

#include "instants.h"
#include "mechanics/least_effort_normal.h"

namespace {

using namespace strongback;

/// The mean of what `count` says of each.
double mean_over_instants(double (*count)(const Instant&)) {
  double sum = 0.0;
  for (const Instant& one : instants()) sum += count(one);
  return sum / static_cast<double>(instants().size());
}

/// Each degree of freedom that a path crosses: a product of two vectors of 6.
double flops_of_paths(const Instant& one) {
  double arms = 0.0;
  for (const auto& fascicle : one.arms) arms += static_cast<double>(fascicle.size());
  return 12.0 * arms;
}

/// One product of A or its transpose with a vector.
double flops_of_pass(const Instant& one) {
  return 2.0 * static_cast<double>(one.problem.A.nonZeros());
}

bool is_free(const Instant& one, int column) {
  const double x = one.answer.x[column];
  return x > one.problem.low[column] && x < one.problem.high[column];
}

/// The normal matrix of the free variables, once from nothing.
double flops_of_matrix(const Instant& one) {
  double flops = 0.0;
  const int* const start = one.problem.A.outerIndexPtr();
  for (int j = 0; j < one.problem.A.cols(); ++j) {
    const double entries = start[j + 1] - start[j];
    if (is_free(one, j)) flops += entries * (entries + 1.0);
  }
  return flops;
}

/// Its factor, where zeros stay zeros when rows are eliminated from the last to the first.
double flops_of_factor(const Instant& one) {
  const auto rows = one.problem.A.rows();
  Eigen::MatrixXi filled = Eigen::MatrixXi::Identity(rows, rows);
  for (int j = 0; j < one.problem.A.cols(); ++j) {
    if (!is_free(one, j)) continue;
    for (Eigen::SparseMatrix<double>::InnerIterator a(one.problem.A, j); a; ++a) {
      for (Eigen::SparseMatrix<double>::InnerIterator b(one.problem.A, j); b; ++b) {
        filled(a.row(), b.row()) = 1;
      }
    }
  }
  double flops = 0.0;
  for (Eigen::Index j = rows - 1; j >= 0; --j) {
    const Eigen::VectorXi below = filled.col(j).head(j);
    filled.topLeftCorner(j, j) = filled.topLeftCorner(j, j).cwiseMax(below * below.transpose());
    const double count = below.sum();
    flops += count * (count + 1.0);
  }
  return flops;
}

/// The matrix of an answer's free variables, factored.
void roof_factor(benchmark::State& state) {
  std::vector<NormalMatrix> matrices;
  std::vector<Eigen::VectorXd> damping;
  for (const Instant& one : instants()) {
    ScaledEffort scaled;
    scaled.assign(one.problem);
    matrices.emplace_back().reset(scaled.rows());
    for (int j = 0; j < scaled.columns(); ++j) {
      if (is_free(one, j)) matrices.back().add(scaled, j, 1.0 / scaled.cost[j]);
    }
    damping.push_back(1e-12 * scaled.stiffness);
  }
  std::size_t next = 0;
  for (auto _ : state) {
    const std::size_t i = next++ % matrices.size();
    matrices[i].factor(damping[i]);
  }
  state.counters["flops"] = mean_over_instants(flops_of_factor);
}

/// The same, built.
void roof_matrix(benchmark::State& state) {
  std::vector<ScaledEffort> scaled(instants().size());
  for (std::size_t i = 0; i < scaled.size(); ++i) scaled[i].assign(instants()[i].problem);
  NormalMatrix matrix;
  std::size_t next = 0;
  for (auto _ : state) {
    const std::size_t i = next++ % scaled.size();
    matrix.reset(scaled[i].rows());
    for (int j = 0; j < scaled[i].columns(); ++j) {
      if (is_free(instants()[i], j)) matrix.add(scaled[i], j, 1.0 / scaled[i].cost[j]);
    }
  }
  state.counters["flops"] = mean_over_instants(flops_of_matrix);
}

/// One product of the transpose of A with a vector.
void roof_pass(benchmark::State& state) {
  std::vector<ScaledEffort> scaled(instants().size());
  for (std::size_t i = 0; i < scaled.size(); ++i) scaled[i].assign(instants()[i].problem);
  Eigen::VectorXd pull;
  std::size_t next = 0;
  for (auto _ : state) {
    const ScaledEffort& one = scaled[next++ % scaled.size()];
    one.pull_of(one.b, pull);
    benchmark::DoNotOptimize(pull.data());
  }
  state.counters["flops"] = mean_over_instants(flops_of_pass);
}

void roof_paths(benchmark::State& state) {
  std::vector<std::vector<Arm>> arms;
  const std::vector<Instant>& all = instants();
  std::size_t next = 0;
  for (auto _ : state) all[next++ % all.size()].posed->arms(arms);
  state.counters["flops"] = mean_over_instants(flops_of_paths);
}

/// A product of matrices as Eigen does it with the flags of the release.
void roof_product(benchmark::State& state) {
  constexpr Eigen::Index kSize = 256;
  const Eigen::MatrixXd a = Eigen::MatrixXd::Random(kSize, kSize);
  Eigen::MatrixXd b = a, c = a;
  for (auto _ : state) {
    c.noalias() = a * b;
    benchmark::DoNotOptimize(c.data());
  }
  state.counters["flops"] = 2.0 * kSize * kSize * kSize;
}

#if defined(__x86_64__)
/// Twelve independent chains of fused products and sums of four: the most that the machine can do.
__attribute__((target("avx2,fma"))) double fused(int turns, double by) {
  using Four = double __attribute__((vector_size(32)));
  std::array<Four, 12> sums{};
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += by * static_cast<double>(i);
  const Four factor = {by, by, by, by}, more = {1.0, 2.0, 3.0, 4.0};
  for (int turn = 0; turn < turns; ++turn) {
    for (Four& sum : sums) sum = sum * factor + more;
  }
  double all = 0.0;
  for (const Four& sum : sums) all += sum[0] + sum[1] + sum[2] + sum[3];
  return all;
}

void roof_fused(benchmark::State& state) {
  if (!__builtin_cpu_supports("fma")) {
    state.SkipWithError("no fused products here");
    return;
  }
  constexpr int kTurns = 10000;
  double by = 0.5;
  for (auto _ : state) {
    benchmark::DoNotOptimize(by);
    benchmark::DoNotOptimize(fused(kTurns, by));
  }
  state.counters["flops"] = 2.0 * 4.0 * 12.0 * kTurns;
}
BENCHMARK(roof_fused)->Unit(benchmark::kMicrosecond);
#endif

/// Reads two arrays and writes a third, which lie in a cache or beyond all of them.
void roof_memory(benchmark::State& state) {
  const auto count = static_cast<Eigen::Index>(state.range(0)) / 24;
  const Eigen::ArrayXd a = Eigen::ArrayXd::Ones(count), b = a;
  Eigen::ArrayXd c = a;
  for (auto _ : state) {
    c = a + 0.5 * b;
    benchmark::DoNotOptimize(c.data());
  }
  state.counters["bytes"] = 24.0 * static_cast<double>(count);
}

BENCHMARK(roof_product)->Unit(benchmark::kMicrosecond);
BENCHMARK(roof_memory)
    ->Arg(24 << 10)
    ->Arg(384 << 10)
    ->Arg(192 << 20)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(roof_paths)->Unit(benchmark::kMicrosecond);
BENCHMARK(roof_pass)->Unit(benchmark::kMicrosecond);
BENCHMARK(roof_matrix)->Unit(benchmark::kMicrosecond);
BENCHMARK(roof_factor)->Unit(benchmark::kMicrosecond);

}  // namespace
