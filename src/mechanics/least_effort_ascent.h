#pragma once

#include <Eigen/Core>

#include "mechanics/least_effort_normal.h"

namespace strongback {

/// Maximizes the dual of a scaled effort problem by Newton steps with an exact line search:
///
///     q(λ) = bᵀλ - Σⱼ max over low ≤ x ≤ high of ((Aᵀλ)ⱼ x - ½ cⱼ x²) - ½ ε |λ - center|²
///
/// With ε = 0 the maximum answers the problem.  With ε > 0 every equation may be missed by
/// z = ε (λ - center) at the cost |z|² / 2ε, so there always is a maximum.
class DualAscent {
 public:
  enum class End {
    Level,    ///< the gradient is as small as rounding allows
    Endless,  ///< q rises forever along a direction: no x satisfies the equations
    Stalled   ///< too many steps
  };

  /// Takes `problem` for the calls that follow; it must outlive them.
  void begin(const ScaledEffort& problem);
  /// The problem's limits or b have changed, and nothing else: the matrix stays.
  void begin_again();
  /// The price at which the variables that `x` (v) has between its limits meet the equations, the
  /// others staying at theirs: the answer, if `x` has the right ones there.  0 where that is far
  /// nearer.
  void guess(const Eigen::VectorXd& x, Eigen::VectorXd& price);
  /// From `price` upward, at most `most_steps`; leaves the best price found.
  End climb(Eigen::VectorXd& price, int most_steps, double epsilon, const Eigen::VectorXd& center);
  /// Aᵀ price of the last climb's price, with the digits that the price itself has no room for.
  const Eigen::VectorXd& pull() const { return best_pull_; }

  int steps() const { return steps_; }  ///< all steps since `begin`
  /// The matrix, for others to use between climbs.
  NormalMatrix& lend_matrix() {
    is_matrix_new_ = true;
    return matrix_;
  }

 private:
  struct Slope {
    double rise = 0.0;  ///< q' along the direction
    double bend = 0.0;  ///< -q'', at least 0
  };
  void evaluate(const Eigen::VectorXd& price, double epsilon, const Eigen::VectorXd& center);
  void refresh(const Eigen::VectorXd& price);
  bool keep_best(const Eigen::VectorXd& price);
  bool is_level(Eigen::VectorXd& price, double epsilon, const Eigen::VectorXd& center);
  void find_free();
  void renew_matrix();
  void set_direction(double epsilon);
  Slope slope_at(double t, double rise_at_0, double epsilon) const;
  double best_length(double rise_at_0, const Slope& slope_at_1, double epsilon) const;
  bool rises_forever(double rise_at_0) const;
  double error_of(const Eigen::VectorXd& gradient) const;

  const ScaledEffort* problem_ = nullptr;
  NormalMatrix matrix_;
  int steps_ = 0;
  bool is_matrix_new_ = true;
  bool is_fresh_ = false;      ///< pull_ has hardly moved since Aᵀλ was taken anew
  bool is_evaluated_ = false;  ///< pull_, x_ and gradient_ are those of the price that was guessed
  double best_error_ = 0.0;
  int gained_nothing_ = 0;
  Eigen::VectorXi in_matrix_;    ///< (v)  1 for a column that the matrix holds
  Eigen::VectorXi is_free_;      ///< (v)  1 for a variable between its limits
  Eigen::VectorXd pull_;         ///< [-]  (v)  Aᵀλ
  Eigen::VectorXd x_;            ///< [-]  (v)
  Eigen::VectorXd gradient_;     ///< [-]  (r)
  Eigen::VectorXd direction_;    ///< [-]  (r)
  Eigen::VectorXd pull_change_;  ///< [-]  (v)  Aᵀ direction
  Eigen::VectorXd damping_;      ///< [-]  (r)
  Eigen::VectorXd row_size_;     ///< [-]  (r)  what a gradient entry is held against
  Eigen::VectorXd best_price_;   ///< [-]  (r)
  Eigen::VectorXd best_pull_;    ///< [-]  (v)
};

}  // namespace strongback
