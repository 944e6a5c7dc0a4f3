// One side of a limit is a distance s > 0 and its price z > 0 with s z -> 0:
//
//     c x - Aᵀλ - z_low + z_high = 0,   A x = b,   s_low = x - low,   s_high = high - x
//
// A step solves A Θ⁻¹ Aᵀ dλ = rest with Θ = c + z_low / s_low + z_high / s_high.  A side without a
// limit has s = 1 and z = 0 and stays so.
#include "mechanics/least_effort_interior.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace strongback {
namespace {

using Eigen::ArrayXd;
using Eigen::VectorXd;

constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr double kGoal = 1e-9;  // see `interior_point`
constexpr double kNear = 1e-6;

/// All low limits, or all high ones.
struct Side {
  double sign = 1.0;  ///< how s changes with x
  ArrayXd has;        ///< [-]  (v)  1 with a limit, 0 without
  ArrayXd s;          ///< [-]  (v)
  ArrayXd z;          ///< [-]  (v)
  ArrayXd target;     ///< [-]  (v)  what s z should change by
  ArrayXd ds;         ///< [-]  (v)
  ArrayXd dz;         ///< [-]  (v)

  void start(const ArrayXd& distance, double product) {
    has = distance.isFinite().cast<double>();
    s = (has > 0.0).select(distance, 1.0);
    z = has * product / s;
  }
  void aim(double product, bool corrects) {
    target = has * (product - s * z);
    if (corrects) target -= ds * dz;
  }
  void follow(const ArrayXd& dx) {
    ds = sign * has * dx;
    dz = (target - z * ds) / s;
  }
  double longest() const {
    double t = 1.0;
    for (Eigen::Index j = 0; j < s.size(); ++j) {
      if (ds[j] < 0.0) t = std::min(t, -s[j] / ds[j]);
      if (dz[j] < 0.0) t = std::min(t, -z[j] / dz[j]);
    }
    return t;
  }
  double products(double t) const { return ((s + t * ds) * (z + t * dz)).sum(); }
  void go(double t) {
    s += t * ds;
    z += t * dz;
  }
};

class Interior {
 public:
  Interior(const ScaledEffort& problem, NormalMatrix& matrix, double epsilon,
           const VectorXd& center)
      : p_(problem), matrix_(matrix), epsilon_(epsilon), center_(center) {
    moves_ = (p_.high.array() > p_.low.array()).cast<double>();
    high_.sign = -1.0;
  }

  InteriorPoint solve(int most_steps) {
    start();
    double best = kForever;
    int gained_nothing = 0;
    for (int step = 0;; ++step) {
      const double error = measure();
      gained_nothing = error < 0.5 * best ? 0 : gained_nothing + 1;
      if (error < best) {
        best = error;
        result_.x = x_;
        result_.price = price_;
      }
      result_.steps = step;
      const bool is_near = best <= kNear && gained_nothing > 2;
      if (best <= kGoal || is_near || !std::isfinite(error) || step == most_steps) break;
      if (epsilon_ == 0.0 && p_.excess(price_, pull_, x_) > 0.0) break;
      advance();
    }
    result_.is_converged = best <= kNear;
    return result_;
  }

 private:
  void start() {
    const ArrayXd low = p_.low.array(), high = p_.high.array();
    const ArrayXd room = (high - low).min(2.0);
    x_ = VectorXd::Zero(p_.columns());
    x_ = x_.array().max(low + 0.5 * room).min(high - 0.5 * room).matrix();
    price_ = center_;
    // A variable that cannot move is a constant, without sides.
    const ArrayXd below = x_.array() - low, above = high - x_.array();
    low_.start((moves_ > 0.0).select(below, kForever), 1.0);
    high_.start((moves_ > 0.0).select(above, kForever), 1.0);
    sides_ = std::max(1.0, low_.has.sum() + high_.has.sum());
  }

  double measure() {
    p_.shortfall_of(x_, short_);
    short_ -= epsilon_ * (price_ - center_);
    p_.pull_of(price_, pull_);
    slack_ = moves_ * (pull_.array() - p_.cost.array() * x_.array() + low_.z - high_.z);
    low_.ds = low_.dz = high_.ds = high_.dz = ArrayXd::Zero(p_.columns());
    mean_ = (low_.products(0.0) + high_.products(0.0)) / sides_;
    const double rows = (short_.array().abs() / p_.b.array().abs().max(1.0)).maxCoeff();
    const ArrayXd sizes = (p_.cost.array() * x_.array()).abs().max(low_.z).max(high_.z).max(1.0);
    return std::max({rows, (slack_.abs() / sizes).maxCoeff(), std::sqrt(mean_)});
  }

  void advance() {
    ease_ = moves_ / (p_.cost.array() + low_.z / low_.s + high_.z / high_.s);
    matrix_.reset(p_.rows());
    for (int j = 0; j < p_.columns(); ++j) {
      if (ease_[j] > 0.0) matrix_.add(p_, j, ease_[j]);
    }
    damping_ = 1e-14 * p_.stiffness;
    damping_.array() += epsilon_;
    matrix_.factor(damping_);
    aim(0.0, false);
    const double t = std::min(low_.longest(), high_.longest());
    const double left = (low_.products(t) + high_.products(t)) / sides_;
    const double center = mean_ > 0.0 ? std::pow(left / mean_, 3) : 0.0;
    aim(center * mean_, true);
    const double length = std::min(1.0, 0.995 * std::min(low_.longest(), high_.longest()));
    x_ += length * dx_;
    price_ += length * dprice_;
    low_.go(length);
    high_.go(length);
  }

  /// The step toward products of `product`.
  void aim(double product, bool corrects) {
    low_.aim(product, corrects);
    high_.aim(product, corrects);
    rest_ = slack_ + low_.target / low_.s - high_.target / high_.s;
    dx_ = (ease_ * rest_).matrix();
    p_.shortfall_of(dx_, dprice_);
    dprice_ += short_ - p_.b;
    matrix_.solve(dprice_);
    p_.pull_of(dprice_, pull_);
    dx_ = (ease_ * (pull_.array() + rest_)).matrix();
    low_.follow(dx_.array());
    high_.follow(dx_.array());
  }

  const ScaledEffort& p_;
  NormalMatrix& matrix_;
  double epsilon_;
  const VectorXd& center_;  ///< [-]  (r)
  Side low_, high_;
  double sides_ = 1.0;
  double mean_ = 0.0;                          ///< mean of s z
  ArrayXd moves_;                              ///< [-]  (v)  1 for a variable that can move
  ArrayXd ease_;                               ///< [-]  (v)  1 / Θ
  ArrayXd slack_;                              ///< [-]  (v)  what the first equation lacks
  ArrayXd rest_;                               ///< [-]  (v)
  VectorXd x_, dx_, pull_;                     ///< [-]  (v)
  VectorXd price_, dprice_, short_, damping_;  ///< [-]  (r)
  InteriorPoint result_;
};

}  // namespace

InteriorPoint interior_point(const ScaledEffort& problem, NormalMatrix& matrix, int most_steps,
                             double epsilon, const VectorXd& center) {
  return Interior(problem, matrix, epsilon, center).solve(most_steps);
}

}  // namespace strongback
