#include "ipopt_oracle.h"

#include <coin/IpStdCInterface.h>

#include <algorithm>
#include <string>
#include <vector>

namespace strongback {
namespace {

using Eigen::Map;
using Eigen::VectorXd;

constexpr double kIpoptForever = 2e19;  // IPOPT reads a limit beyond 1e19 as none

const EffortProblem& problem_of(UserDataPtr data) {
  return *static_cast<const EffortProblem*>(data);
}

Bool cost(Index v, Number* x, Bool, Number* value, UserDataPtr data) {
  const Map<const VectorXd> at(x, v);
  *value = 0.5 * problem_of(data).cost.dot(at.cwiseAbs2());
  return 1;
}

Bool slope(Index v, Number* x, Bool, Number* gradient, UserDataPtr data) {
  const Map<const VectorXd> at(x, v);
  Map<VectorXd>(gradient, v) = problem_of(data).cost.cwiseProduct(at);
  return 1;
}

Bool equations(Index v, Number* x, Bool, Index r, Number* sums, UserDataPtr data) {
  const Map<const VectorXd> at(x, v);
  Map<VectorXd>(sums, r) = problem_of(data).A * at;
  return 1;
}

/// IPOPT asks first for the places (`entries` is null), then for the entries.
Bool entries_of_A(Index v, Number*, Bool, Index, Index, Index* row, Index* column, Number* entries,
                  UserDataPtr data) {
  const auto& matrix = problem_of(data).A;
  int k = 0;
  for (Index j = 0; j < v; ++j) {
    for (Eigen::SparseMatrix<double>::InnerIterator it(matrix, j); it; ++it, ++k) {
      if (entries) {
        entries[k] = it.value();
      } else {
        row[k] = static_cast<Index>(it.row());
        column[k] = j;
      }
    }
  }
  return 1;
}

Bool bends(Index v, Number*, Bool, Number factor, Index, Number*, Bool, Index, Index* row,
           Index* column, Number* entries, UserDataPtr data) {
  for (Index j = 0; j < v; ++j) {
    if (entries) {
      entries[j] = factor * problem_of(data).cost[j];
    } else {
      row[j] = column[j] = j;
    }
  }
  return 1;
}

void set(IpoptProblem ipopt, std::string key, std::string word) {
  AddIpoptStrOption(ipopt, key.data(), word.data());
}

void set(IpoptProblem ipopt, std::string key, int number) {
  AddIpoptIntOption(ipopt, key.data(), number);
}

void set(IpoptProblem ipopt, std::string key, double number) {
  AddIpoptNumOption(ipopt, key.data(), number);
}

IpoptProblem describe(const EffortProblem& problem) {
  VectorXd low = problem.low.cwiseMax(-kIpoptForever), high = problem.high.cwiseMin(kIpoptForever);
  VectorXd b = problem.b;
  const auto v = static_cast<Index>(low.size()), r = static_cast<Index>(b.size());
  IpoptProblem ipopt = CreateIpoptProblem(v, low.data(), high.data(), r, b.data(), b.data(),
                                          static_cast<Index>(problem.A.nonZeros()), v, 0, cost,
                                          equations, slope, entries_of_A, bends);
  set(ipopt, "print_level", 0);
  set(ipopt, "sb", "yes");
  set(ipopt, "tol", 1e-10);
  set(ipopt, "bound_relax_factor", 0.0);
  set(ipopt, "hessian_constant", "yes");
  set(ipopt, "jac_c_constant", "yes");
  set(ipopt, "mehrotra_algorithm", "yes");
  return ipopt;
}

}  // namespace

std::optional<VectorXd> solve_with_ipopt(const EffortProblem& problem) {
  IpoptProblem ipopt = describe(problem);
  EffortProblem data = problem;
  VectorXd x = VectorXd::Zero(problem.cost.size());
  const ApplicationReturnStatus status =
      IpoptSolve(ipopt, x.data(), nullptr, nullptr, nullptr, nullptr, nullptr, &data);
  FreeIpoptProblem(ipopt);
  if (status != Solve_Succeeded) return std::nullopt;
  return x;
}

}  // namespace strongback
