// The dual, one price λᵢ for each equation:
//
//     maximize  q(λ) = bᵀλ - Σⱼ max over lowⱼ ≤ x ≤ highⱼ of ((Aᵀλ)ⱼ x - ½ cⱼ x²)
//
// whose inner maximum stands at x = clip(Aᵀλ / c).  Where q is highest, A x = b.
#include "mechanics/least_effort.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/expects.h"
#include "mechanics/least_effort_ascent.h"
#include "mechanics/least_effort_interior.h"
#include "mechanics/least_effort_normal.h"

namespace strongback {
namespace {

using Eigen::VectorXd;

constexpr double kResidual = 1e-9;    // of a row's scale: what counts as equal
constexpr int kMostNewtonSteps = 40;  // beyond which the interior point method is faster
constexpr int kMostInteriorSteps = 60;

}  // namespace

struct EffortSolver::Parts {
  using End = DualAscent::End;

  ScaledEffort problem;
  DualAscent ascent;
  int interior_steps = 0;
  double residual = 0.0;  ///< of x
  VectorXd price;         ///< [-]  (r)  of the scaled rows
  VectorXd center;        ///< [-]  (r)
  VectorXd pull;          ///< [-]  (v)  Aᵀ price
  VectorXd pull_of_d;     ///< [-]  (v)
  VectorXd x;             ///< [-]  (v)
  VectorXd shortfall;     ///< [-]  (r)  b - A x, scaled
  VectorXd row_size;      ///< [-]  (r)  what it is held against
  VectorXd missed;        ///< [-]  (r)  b - A x where that is least, scaled
  VectorXd proof;         ///< [-]  (r)  the last `missed` that shows that no x is enough; or empty
  VectorXd kept_price;    ///< [-]  (r)
  VectorXd kept_pull;     ///< [-]  (v)

  void begin(const EffortProblem& given) {
    problem.assign(given);
    ascent.begin(problem);
    interior_steps = 0;
    price.setZero(problem.rows());
  }

  /// From `price`.
  tl::expected<EffortAnswer, NotSolved> solve() {
    const End end = climb();
    if (residual > kResidual || end == End::Stalled) {
      if (end != End::Endless) approach();
      if (residual > kResidual) bend();
    }
    if (residual > kResidual) return tl::unexpected(why_not());
    return answer();
  }

  /// x of the price, and how far that is from an answer.
  void certify() {
    problem.clip(pull, x);
    residual = problem.residual_of(x, shortfall, row_size);
  }

  /// Newton from `price`.
  End climb() {
    center.setZero(problem.rows());
    const End end = ascent.climb(price, kMostNewtonSteps, 0.0, center);
    pull = ascent.pull();
    certify();
    return end;
  }

  /// Newton from `price`, unless what was there before `price` is better.
  void climb_or(double residual_before) {
    climb();
    if (residual <= residual_before) return;
    price.swap(kept_price);
    pull.swap(kept_pull);
    certify();
  }

  InteriorPoint interior_around(double epsilon) {
    if (epsilon == 0.0) center.setZero(problem.rows());
    InteriorPoint near =
        interior_point(problem, ascent.lend_matrix(), kMostInteriorSteps, epsilon, center);
    interior_steps += near.steps;
    return near;
  }

  /// The interior point method, and Newton from where it ends.
  void approach() {
    const InteriorPoint near = interior_around(0.0);
    if (!near.is_converged) return;
    kept_price = price;
    kept_pull = pull;
    price = near.price;
    climb_or(residual);
  }

  /// The price where every equation may be missed by z = ε (price - center).
  End climb_around(double epsilon) {
    const End end = ascent.climb(price, kMostNewtonSteps, epsilon, center);
    if (end == End::Level) return end;
    const InteriorPoint near = interior_around(epsilon);
    if (near.is_converged) price = near.price;
    return ascent.climb(price, kMostNewtonSteps, epsilon, center);
  }

  /// Lets every equation be missed by z at the cost |z|² / 2ε, and moves the center of the prices
  /// until z no longer changes (proximal point method, Rockafellar 1976): then |z| is least.  Where
  /// that is nothing, Newton ends it.
  void bend() {
    constexpr double kStill = 1e-8, kNothing = 1e-11;
    constexpr int kMostRounds = 10;
    double far = 1e6;  // how far one round moves the prices: |z| / ε
    double epsilon = 1.0 / far;
    bool is_still = false;
    price.setZero(problem.rows());
    missed.setZero(problem.rows());
    proof.resize(0);
    for (int round = 0; round < kMostRounds; ++round) {
      center = price;
      const End end = climb_around(epsilon);
      const double change = (epsilon * (price - center) - missed).norm();
      missed = epsilon * (price - center);
      if (is_proven_infeasible()) proof = missed;
      const double size = missed.norm();
      is_still = change <= std::max(kStill * size, kNothing);
      if (end != End::Level || is_still) break;
      far *= 2.0;  // what is slow to come to rest, as a dear reserve, needs longer rounds
      epsilon = std::min(epsilon, std::max(size, kNothing) / far);
    }
    pull = ascent.pull();
    certify();
    if (proof.size() > 0) {
      missed = proof;
      return;
    }
    kept_price = price;
    kept_pull = pull;
    climb_or(residual);
    missed = shortfall;
  }

  /// Whether d = b - A x, as short as it gets, shows that no x is enough: there, bᵀd exceeds every
  /// dᵀA x by |d|².
  bool is_proven_infeasible() {
    problem.pull_of(missed, pull_of_d);
    return problem.excess(missed, pull_of_d, x) > 0.0;
  }

  NotSolved why_not() {
    NotSolved failed;
    failed.why = is_proven_infeasible() ? NotSolved::Why::Infeasible : NotSolved::Why::NotConverged;
    failed.missing = -missed.cwiseQuotient(problem.scale);
    const double noise = 1e-9 * missed.norm();
    for (int j = 0; j < problem.columns(); ++j) {
      if (x[j] >= problem.high[j] && pull_of_d[j] > noise) failed.at_limit.push_back(j);
    }
    return failed;
  }

  EffortAnswer answer() const {
    return {x, price.cwiseProduct(problem.scale), residual, ascent.steps() + interior_steps};
  }
};

EffortSolver::EffortSolver() : parts_(std::make_unique<Parts>()) {}
EffortSolver::~EffortSolver() = default;
EffortSolver::EffortSolver(EffortSolver&&) noexcept = default;
EffortSolver& EffortSolver::operator=(EffortSolver&&) noexcept = default;

tl::expected<EffortAnswer, NotSolved> EffortSolver::solve(const EffortProblem& problem,
                                                          const VectorXd* warm_price) {
  Parts& p = *parts_;
  p.begin(problem);
  if (warm_price) {
    expects(warm_price->size() == p.problem.rows(), "warm_price has one entry per row of A");
    expects(warm_price->allFinite(), "warm_price is finite");
    p.price = warm_price->cwiseQuotient(p.problem.scale);
  }
  return p.solve();
}

tl::expected<EffortAnswer, NotSolved> EffortSolver::solve(const EffortProblem& problem,
                                                          const EffortAnswer& before) {
  Parts& p = *parts_;
  p.begin(problem);
  expects(before.x.size() == p.problem.columns(), "before has one x per column of A");
  expects(before.x.allFinite(), "the x of before is finite");
  p.ascent.guess(before.x, p.price);
  return p.solve();
}

tl::expected<EffortAnswer, NotSolved> EffortSolver::solve_again(const VectorXd& low,
                                                                const VectorXd& high,
                                                                const EffortAnswer& before) {
  Parts& p = *parts_;
  expects(low.size() == p.problem.columns() && high.size() == p.problem.columns(),
          "a problem was solved before, and low and high have one entry per column of its A");
  p.problem.low = low;
  p.problem.high = high;
  p.ascent.begin_again();
  p.interior_steps = 0;
  p.ascent.guess(before.x, p.price);
  return p.solve();
}

tl::expected<EffortAnswer, NotSolved> least_effort(const EffortProblem& problem,
                                                   const VectorXd* warm_price) {
  return EffortSolver().solve(problem, warm_price);
}

tl::expected<EffortAnswer, NotSolved> least_effort(const EffortProblem& problem,
                                                   const EffortAnswer& before) {
  return EffortSolver().solve(problem, before);
}

}  // namespace strongback
