#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <memory>
#include <tl/expected.hpp>
#include <vector>

namespace strongback {

/// The question of recruitment as numbers.  Shapes: r rows (equations), v variables.
///
///     minimize    ½ Σ cᵢ xᵢ²
///     subject to  A x = b,  low ≤ x ≤ high
///
/// Rows may have different units: each is judged by its own scale (see `EffortAnswer::residual`).
struct EffortProblem {
  Eigen::SparseMatrix<double> A;  ///< [unit of the row per unit of x]  (r x v)  finite
  Eigen::VectorXd b;              ///< [unit of the row]  (r)  finite
  Eigen::VectorXd cost;           ///< [-]  (v)  c, above 0
  Eigen::VectorXd low;            ///< [-]  (v)  may be -infinity
  Eigen::VectorXd high;           ///< [-]  (v)  at least low; may be +infinity
};

/// The one best x, with its proof.
struct EffortAnswer {
  Eigen::VectorXd x;      ///< [-]  (v)  inside its limits without tolerance
  Eigen::VectorXd price;  ///< [1 / unit of the row]  (r)  λ, with which x = clip(Aᵀλ / c)
  double residual = 0.0;  ///< [-]  greatest |A x - b|ᵢ / sᵢ, at most 1e-9; sᵢ is the largest of
                          ///< |bᵢ|, |aᵢⱼ| and |aᵢⱼ xⱼ| over j
  int steps = 0;          ///< linear systems that were solved
};

/// Why there is no x.
struct NotSolved {
  enum class Why {
    /// A direction d was found with bᵀd > max dᵀA x over the limits (Farkas 1902).  A variable
    /// without a limit counts as not pulled by d where |Aᵀd| is below 1e-7 |d|.
    Infeasible,
    /// Neither an answer nor such a direction, as where only about 1e-6 of tᵢ (see `missing`) is
    /// missing; what follows is the best known.
    NotConverged
  };
  Why why = Why::NotConverged;
  Eigen::VectorXd missing;    ///< [unit of the row]  (r)  A x - b where Σ ((A x - b)ᵢ / tᵢ)² is
                              ///< least, or within a few percent of it; tᵢ is the power of 2 above
                              ///< every |aᵢⱼ| (|bᵢ| if all are 0)
  std::vector<int> at_limit;  ///< variables at `high` there that would lessen it if they went on
};

/// Solves problems one after the other and keeps its buffers: problems of one size after the first
/// take hardly any memory anew.
///
/// The dual is maximized by a semismooth Newton method: with x(λ) = clip(Aᵀλ / c), the dual is
/// concave and piecewise quadratic with gradient b - A x(λ) (Qi & Sun 1993; Li, Sun & Toh 2018).
/// Where that stalls, a predictor-corrector interior point method (Mehrotra 1992) finds the
/// neighborhood and Newton ends there.  Every answer is certified: x is the clip of Aᵀλ / c to the
/// rounding of Aᵀλ, and `residual` says how well it meets the equations.  A start from another
/// problem's answer changes x by rounding only.
class EffortSolver {
 public:
  EffortSolver();
  ~EffortSolver();
  EffortSolver(EffortSolver&&) noexcept;
  EffortSolver& operator=(EffortSolver&&) noexcept;
  EffortSolver(const EffortSolver&) = delete;
  EffortSolver& operator=(const EffortSolver&) = delete;

  /// `warm_price` (r, finite) is the price of a similar problem, for speed.
  [[nodiscard]] tl::expected<EffortAnswer, NotSolved> solve(
      const EffortProblem& problem, const Eigen::VectorXd* warm_price = nullptr);
  /// `before` answers a similar problem of the same shape.  Faster than its price alone where A
  /// has changed: which variables stand at a limit changes less than the price.
  [[nodiscard]] tl::expected<EffortAnswer, NotSolved> solve(const EffortProblem& problem,
                                                            const EffortAnswer& before);
  /// The problem that was solved last, with other limits.
  [[nodiscard]] tl::expected<EffortAnswer, NotSolved> solve_again(const Eigen::VectorXd& low,
                                                                  const Eigen::VectorXd& high,
                                                                  const EffortAnswer& before);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// One problem alone; see `EffortSolver::solve`.
[[nodiscard]] tl::expected<EffortAnswer, NotSolved> least_effort(
    const EffortProblem& problem, const Eigen::VectorXd* warm_price = nullptr);
[[nodiscard]] tl::expected<EffortAnswer, NotSolved> least_effort(const EffortProblem& problem,
                                                                 const EffortAnswer& before);

}  // namespace strongback
