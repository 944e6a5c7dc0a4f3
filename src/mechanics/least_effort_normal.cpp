#include "mechanics/least_effort_normal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "base/expects.h"

namespace strongback {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

void check(const EffortProblem& p) {
  const Index rows = p.A.rows(), columns = p.A.cols();
  expects(rows > 0 && columns > 0, "there are equations and variables");
  expects(p.b.size() == rows, "b has one entry per row of A");
  expects(p.cost.size() == columns && p.low.size() == columns && p.high.size() == columns,
          "cost, low and high have one entry per column of A");
  expects(p.b.allFinite(), "b is finite");
  expects(p.cost.allFinite() && (p.cost.array() > 0.0).all(), "every cost is finite and above 0");
  expects((p.low.array() <= p.high.array()).all(), "low is at most high");
  constexpr double kForever = std::numeric_limits<double>::infinity();
  expects((p.low.array() < kForever).all() && (p.high.array() > -kForever).all(),
          "there is a number between low and high");
}

// Four rows at once.  What is done to an element does not depend on how many the machine takes at a
// time, and nothing is fused, so that every machine gives the same bytes.
using Four = double __attribute__((vector_size(32)));
using Bits = std::uint64_t __attribute__((vector_size(32)));

#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
#define STRONGBACK_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define STRONGBACK_WIDE
#endif

constexpr Index kFour = 4;

Index padded_to_four(Index rows) { return (rows + kFour - 1) / kFour * kFour; }

/// The blocks of four rows, from `first` on, in which four columns hold anything.
STRONGBACK_WIDE Index find_filled(const double* L, Index n, Index first, Index* filled) {
  Index count = 0;
  filled[count++] = first;
  for (Index i = first + kFour; i < n; i += kFour) {
    Bits held = {};
    for (Index p = first; p < first + kFour; ++p) {
      Bits bits;
      std::memcpy(&bits, L + p * n + i, sizeof bits);
      held |= bits;
    }
    held += held;  // shifts the sign out: -0 is nothing, too
    const bool any = (held[0] | held[1] | held[2] | held[3]) != 0;
    if (any) filled[count++] = i;
  }
  return count;
}

/// Factors four columns against each other.
STRONGBACK_WIDE void factor_panel(double* L, Index n, Index first, const double* damping,
                                  const Index* filled, Index count) {
  for (Index j = first; j < first + kFour; ++j) {
    double* const column = L + j * n;
    const double inverse = 1.0 / std::sqrt(std::max(column[j] + damping[j], damping[j]));
    for (Index b = 0; b < count; ++b) {
      Four x;
      std::memcpy(&x, column + filled[b], sizeof x);
      x *= inverse;
      std::memcpy(column + filled[b], &x, sizeof x);
      for (Index k = j + 1; k < first + kFour; ++k) {
        const double factor = column[k];  // of the first block, which is scaled by now
        Four y;
        std::memcpy(&y, L + k * n + filled[b], sizeof y);
        y -= factor * x;
        std::memcpy(L + k * n + filled[b], &y, sizeof y);
      }
    }
    column[j] = inverse;
  }
}

/// Takes the products of four columns out of what is right of them: tiles of 4 x 4, where neither
/// rows nor columns are zeros.
STRONGBACK_WIDE void take_out(double* L, Index n, Index first, const Index* filled, Index count) {
  const double* const p0 = L + first * n;
  const double *const p1 = p0 + n, *const p2 = p1 + n, *const p3 = p2 + n;
  for (Index c = 1; c < count; ++c) {
    for (Index k = filled[c]; k < filled[c] + kFour; ++k) {
      const double f0 = p0[k], f1 = p1[k], f2 = p2[k], f3 = p3[k];
      double* const column = L + k * n;
      for (Index b = c; b < count; ++b) {
        const Index i = filled[b];
        Four a0, a1, a2, a3, x;
        std::memcpy(&a0, p0 + i, sizeof x);
        std::memcpy(&a1, p1 + i, sizeof x);
        std::memcpy(&a2, p2 + i, sizeof x);
        std::memcpy(&a3, p3 + i, sizeof x);
        std::memcpy(&x, column + i, sizeof x);
        x -= f0 * a0 + f1 * a1 + f2 * a2 + f3 * a3;
        std::memcpy(column + i, &x, sizeof x);
      }
    }
  }
}

void factor_in_fours(const double* M, Index n, const double* damping, double* L) {
  for (Index j = 0; j < n; ++j) {
    const Index from = j / kFour * kFour;
    std::copy(M + j * n + from, M + (j + 1) * n, L + j * n + from);
  }
  std::vector<Index> filled(static_cast<std::size_t>(n / kFour));
  for (Index first = 0; first < n; first += kFour) {
    const Index count = find_filled(L, n, first, filled.data());
    factor_panel(L, n, first, damping, filled.data(), count);
    take_out(L, n, first, filled.data(), count);
  }
}

STRONGBACK_WIDE void solve_in_fours(const double* L, Index n, double* x) {
  for (Index j = 0; j < n; ++j) {
    x[j] *= L[j * n + j];
    for (Index i = j + 1; i < n; ++i) x[i] -= x[j] * L[j * n + i];
  }
  for (Index j = n - 1; j >= 0; --j) {
    Four sums = {0.0, 0.0, 0.0, 0.0};
    const Index whole = padded_to_four(j + 1);
    for (Index i = whole; i < n; i += kFour) {
      Four a, b;
      std::memcpy(&a, L + j * n + i, sizeof a);
      std::memcpy(&b, x + i, sizeof b);
      sums += a * b;
    }
    double sum = sums[0] + sums[1] + sums[2] + sums[3];
    for (Index i = j + 1; i < whole; ++i) sum += L[j * n + i] * x[i];
    x[j] = (x[j] - sum) * L[j * n + j];
  }
}

#undef STRONGBACK_WIDE

/// The power of 2 that brings `size` to 0.5 ... 1; 1 for 0.
double power_below(double size) {
  int exponent = 0;
  std::frexp(size, &exponent);
  return size > 0.0 ? std::ldexp(1.0, -exponent) : 1.0;
}

}  // namespace

void ScaledEffort::assign(const EffortProblem& problem) {
  check(problem);
  const int r = static_cast<int>(problem.A.rows()), v = static_cast<int>(problem.A.cols());
  const Index entries = problem.A.nonZeros();
  start.resize(v + 1);
  row.resize(entries);
  value.resize(entries);
  scale.setZero(r);
  int k = 0;
  for (int j = 0; j < v; ++j) {
    start[j] = k;
    for (Eigen::SparseMatrix<double>::InnerIterator it(problem.A, j); it; ++it, ++k) {
      const int i = static_cast<int>(it.row());
      row[k] = i;
      value[k] = it.value();
      scale[i] = std::max(scale[i], std::abs(it.value()));
    }
  }
  start[v] = k;
  expects(value.allFinite(), "A is finite");
  for (int i = 0; i < r; ++i) {
    scale[i] = power_below(scale[i] > 0.0 ? scale[i] : std::abs(problem.b[i]));
  }
  b = problem.b.cwiseProduct(scale);
  cost = problem.cost;
  low = problem.low;
  high = problem.high;
  stiffness.setZero(r);
  for (int j = 0; j < v; ++j) {
    const double ease = 1.0 / cost[j];
    for (k = start[j]; k < start[j + 1]; ++k) {
      value[k] *= scale[row[k]];
      stiffness[row[k]] += ease * value[k] * value[k];
    }
  }
  stiffness = (stiffness.array() > 0.0).select(stiffness, 1.0);
}

void ScaledEffort::pull_of(const VectorXd& price, VectorXd& pull) const {
  const int v = columns();
  pull.resize(v);
  const double* const prices = price.data();
  const double* const values = value.data();
  const int* const rows_of = row.data();
  for (int j = 0; j < v; ++j) {
    double sum = 0.0;
    for (int k = start[j]; k < start[j + 1]; ++k) sum += values[k] * prices[rows_of[k]];
    pull[j] = sum;
  }
}

void ScaledEffort::clip(const VectorXd& pull, VectorXd& x) const {
  x = (pull.array() / cost.array()).max(low.array()).min(high.array());
}

void ScaledEffort::shortfall_of(const VectorXd& x, VectorXd& short_of) const {
  short_of = b;
  double* const rest = short_of.data();
  const double* const values = value.data();
  const int* const rows_of = row.data();
  const int v = columns();
  for (int j = 0; j < v; ++j) {
    const double xj = x[j];
    if (xj == 0.0) continue;
    for (int k = start[j]; k < start[j + 1]; ++k) rest[rows_of[k]] -= values[k] * xj;
  }
}

double ScaledEffort::residual_of(const VectorXd& x, VectorXd& short_of, VectorXd& size) const {
  short_of = b;
  size = b.cwiseAbs();
  for (int j = 0; j < columns(); ++j) {
    const double xj = x[j], times = std::max(1.0, std::abs(xj));
    for (int k = start[j]; k < start[j + 1]; ++k) {
      short_of[row[k]] -= value[k] * xj;
      size[row[k]] = std::max(size[row[k]], times * std::abs(value[k]));
    }
  }
  double worst = 0.0;
  for (int i = 0; i < rows(); ++i) {
    if (short_of[i] != 0.0) worst = std::max(worst, std::abs(short_of[i]) / size[i]);
  }
  return worst;
}

double ScaledEffort::excess(const VectorXd& d, const VectorXd& pull, const VectorXd& x) const {
  const double noise = 1e-7 * d.norm();
  double most = 0.0, size = b.cwiseProduct(d).cwiseAbs().sum();
  for (int j = 0; j < columns(); ++j) {
    double limit = pull[j] > 0.0 ? high[j] : low[j];
    if (std::isinf(limit)) {
      if (std::abs(pull[j]) > noise) return -std::numeric_limits<double>::infinity();
      limit = x[j];
    }
    most += pull[j] * limit;
    size += std::abs(pull[j] * limit);
  }
  return b.dot(d) - most - 1e-13 * size;
}

void NormalMatrix::reset(int rows) {
  rows_ = rows;
  const Index padded = padded_to_four(rows);
  M_.setZero(padded, padded);
}

void NormalMatrix::add(const ScaledEffort& problem, int column, double weight) {
  const Index first = problem.start[column], count = problem.start[column + 1] - first;
  if (count == 0) return;
  // Both turned around, so that they rise again.
  values_ = problem.value.segment(first, count).reverse();
  places_ = static_cast<int>(rows_ - 1) - problem.row.segment(first, count).reverse().array();
  const double* const values = values_.data();
  const int* const places = places_.data();
  for (Index k = 0; k < count; ++k) {
    const double factor = weight * values[k];
    double* const m = M_.data() + M_.rows() * places[k];
    const Index rest = count - k;
    if (places[count - 1] - places[k] == rest - 1) {  // neighbors, as of one limb or spine
      Eigen::Map<VectorXd>(m + places[k], rest) +=
          factor * Eigen::Map<const VectorXd>(values + k, rest);
    } else {
      for (Index l = k; l < count; ++l) m[places[l]] += factor * values[l];
    }
  }
}

void NormalMatrix::factor(const VectorXd& damping) {
  const Index padded = M_.rows();
  damping_.setOnes(padded);  // rows of padding: a diagonal of 1
  damping_.head(rows_) = damping.reverse();
  L_.resize(padded, padded);
  factor_in_fours(M_.data(), padded, damping_.data(), L_.data());
}

void NormalMatrix::solve(VectorXd& right) const {
  VectorXd turned = VectorXd::Zero(L_.rows());
  turned.head(rows_) = right.reverse();
  solve_in_fours(L_.data(), L_.rows(), turned.data());
  right = turned.head(rows_).reverse();
}

}  // namespace strongback
