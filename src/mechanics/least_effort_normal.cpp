#include "mechanics/least_effort_normal.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

void NormalMatrix::reset(int rows) { M_.setZero(rows, rows); }

void NormalMatrix::add(const ScaledEffort& problem, int column, double weight) {
  const Index n = M_.rows();
  const int first = problem.start[column], last = problem.start[column + 1];
  const double* const values = problem.value.data();
  const int* const rows_of = problem.row.data();
  for (int k = first; k < last; ++k) {
    const double factor = weight * values[k];
    double* const m = M_.data() + n * rows_of[k];
    const int rest = last - k;
    if (rows_of[last - 1] - rows_of[k] == rest - 1) {  // neighboring rows, as of one limb or spine
      Eigen::Map<VectorXd>(m + rows_of[k], rest) +=
          factor * Eigen::Map<const VectorXd>(values + k, rest);
    } else {
      for (int l = k; l < last; ++l) m[rows_of[l]] += factor * values[l];
    }
  }
}

void NormalMatrix::factor_panel(Index first, Index end, const VectorXd& damping) {
  const Index n = L_.rows();
  for (Index j = first; j < end; ++j) {
    const double pivot = std::max(L_(j, j) + damping[j], damping[j]);
    const double inverse = 1.0 / std::sqrt(pivot);
    L_(j, j) = inverse;
    L_.col(j).tail(n - j - 1) *= inverse;
    for (Index k = j + 1; k < end; ++k) {
      L_.col(k).tail(n - k) -= L_(k, j) * L_.col(j).tail(n - k);
    }
  }
}

/// Takes the products of a whole panel out of what is right of it; four columns at once, because
/// memory is slower than arithmetic.
void NormalMatrix::take_out_panel(Index first) {
  const Index n = L_.rows();
  for (Index k = first + kPanel; k < n; ++k) {
    const Index m = n - k;
    L_.col(k).tail(m) -=
        L_(k, first) * L_.col(first).tail(m) + L_(k, first + 1) * L_.col(first + 1).tail(m) +
        L_(k, first + 2) * L_.col(first + 2).tail(m) + L_(k, first + 3) * L_.col(first + 3).tail(m);
  }
}

void NormalMatrix::factor(const VectorXd& damping) {
  L_ = M_;
  const Index n = L_.rows();
  for (Index first = 0; first < n; first += kPanel) {
    factor_panel(first, std::min(first + kPanel, n), damping);
    take_out_panel(first);  // right of the last panel there is nothing
  }
}

void NormalMatrix::solve(VectorXd& right) const {
  const Index n = L_.rows();
  for (Index j = 0; j < n; ++j) {
    right[j] *= L_(j, j);
    right.tail(n - j - 1) -= right[j] * L_.col(j).tail(n - j - 1);
  }
  for (Index j = n - 1; j >= 0; --j) {
    right[j] = (right[j] - L_.col(j).tail(n - j - 1).dot(right.tail(n - j - 1))) * L_(j, j);
  }
}

}  // namespace strongback
