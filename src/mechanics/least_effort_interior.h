#pragma once

#include <Eigen/Core>

#include "mechanics/least_effort_normal.h"

namespace strongback {

/// Where an interior point method came to rest.
struct InteriorPoint {
  Eigen::VectorXd x;      ///< [-]  (v)  strictly between the limits
  Eigen::VectorXd price;  ///< [-]  (r)  of the scaled rows
  bool is_converged = false;
  int steps = 0;
};

/// Solves `problem` by a predictor-corrector interior point method (Mehrotra 1992) on its normal
/// equations, for which it uses `matrix`.  It goes on until equations and prices are within 1e-9 of
/// their sizes, and the mean product of a variable's distance to its limit and that limit's price
/// is below 1e-18; converged means that 1e-6 and 1e-12 were reached.  It ends early where the
/// prices prove that there is no x.
///
/// With ε > 0 every equation may be missed by z = ε (λ - center), as in `DualAscent`.
InteriorPoint interior_point(const ScaledEffort& problem, NormalMatrix& matrix, int most_steps,
                             double epsilon, const Eigen::VectorXd& center);

}  // namespace strongback
