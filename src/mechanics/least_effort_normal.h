#pragma once

#include <Eigen/Core>

#include "mechanics/least_effort.h"

namespace strongback {

/// An effort problem in flat arrays whose rows are scaled by powers of 2, so that no digit changes:
/// the largest entry of each row is from 0.5 to 1.  Shapes: r rows, v variables, e entries.
struct ScaledEffort {
  Eigen::VectorXi start;      ///< (v + 1)  where each column's entries start
  Eigen::VectorXi row;        ///< (e)  rising within a column
  Eigen::VectorXd value;      ///< [-]  (e)
  Eigen::VectorXd scale;      ///< [1 / unit of the row]  (r)  row of A times scale = row here
  Eigen::VectorXd b;          ///< [-]  (r)
  Eigen::VectorXd cost;       ///< [-]  (v)
  Eigen::VectorXd low;        ///< [-]  (v)
  Eigen::VectorXd high;       ///< [-]  (v)
  Eigen::VectorXd stiffness;  ///< [-]  (r)  diagonal of A C⁻¹ Aᵀ; 1 for a row of zeros

  int rows() const { return static_cast<int>(b.size()); }
  int columns() const { return static_cast<int>(cost.size()); }

  /// Takes over `problem`; a broken precondition stops the program.
  void assign(const EffortProblem& problem);
  /// pull = Aᵀ price  (v)
  void pull_of(const Eigen::VectorXd& price, Eigen::VectorXd& pull) const;
  /// x = clip(pull / c)  (v)
  void clip(const Eigen::VectorXd& pull, Eigen::VectorXd& x) const;
  /// short_of = b - A x  (r)
  void shortfall_of(const Eigen::VectorXd& x, Eigen::VectorXd& short_of) const;
  /// The greatest |b - A x|ᵢ / sᵢ, with sᵢ as `EffortAnswer::residual` says; also gives b - A x and
  /// s  (r).
  double residual_of(const Eigen::VectorXd& x, Eigen::VectorXd& short_of,
                     Eigen::VectorXd& size) const;
  /// By how much bᵀd exceeds the greatest dᵀA x within the limits, where pull = Aᵀd, less what
  /// rounding may have added; more than 0 proves that no x satisfies the equations (Farkas 1902).
  /// -infinity where d pulls a variable toward an endless side; a pull below 1e-7 |d| counts as
  /// what rounding left, and acts on `x`.
  double excess(const Eigen::VectorXd& d, const Eigen::VectorXd& pull,
                const Eigen::VectorXd& x) const;
};

/// M = Σ wⱼ aⱼ aⱼᵀ over columns of a problem, and its Cholesky factor.  Rows are eliminated from
/// the last to the first: a body's rows go from the pelvis out, so that limbs, which do not act on
/// each other, come first and leave zeros, which are passed over four rows at a time.
class NormalMatrix {
 public:
  void reset(int rows);
  void add(const ScaledEffort& problem, int column, double weight);
  /// Factors M + diag(damping), every damping above 0.  Where rounding leaves less of a pivot than
  /// its damping (M has no full rank there), the damping stands in.
  void factor(const Eigen::VectorXd& damping);
  /// Solves in place with the last factor.
  void solve(Eigen::VectorXd& right) const;

 private:
  Eigen::Index rows_ = 0;
  Eigen::MatrixXd M_;        ///< [-]  (r x r, to a whole 4)  lower half, rows in reverse
  Eigen::MatrixXd L_;        ///< [-]  likewise; the diagonal inverted
  Eigen::VectorXd damping_;  ///< [-]  likewise
  Eigen::VectorXd values_;   ///< of the column that is added, and where they go
  Eigen::VectorXi places_;
};

}  // namespace strongback
