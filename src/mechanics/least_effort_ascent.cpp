#include "mechanics/least_effort_ascent.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace strongback {
namespace {

using Eigen::VectorXd;

constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr double kDamping = 1e-12;    // of a row's stiffness; makes a singular matrix regular
constexpr double kLevel = 1e-12;      // gradient where climbing ends, of a row's size
constexpr double kNearLevel = 1e-10;  // gradient where steps that gain nothing end it
constexpr double kShortWay = 1e-4;    // of the price: a step that cannot make Aᵀλ drift
constexpr double kFarWorse = 1e3;     // a guess may be worse than none by this much, and help
constexpr double kNoise = 1e-10;      // of the sizes in a sum: what rounding may have left

}  // namespace

void DualAscent::begin(const ScaledEffort& problem) {
  problem_ = &problem;
  in_matrix_.setZero(problem.columns());
  is_free_.setZero(problem.columns());
  is_matrix_new_ = true;
  begin_again();
}

void DualAscent::begin_again() {
  steps_ = 0;
  is_evaluated_ = false;
  row_size_ = problem_->b.cwiseAbs().cwiseMax(1.0);
}

double DualAscent::error_of(const VectorXd& gradient) const {
  return (gradient.array() / row_size_.array()).abs().maxCoeff();
}

void DualAscent::evaluate(const VectorXd& price, double epsilon, const VectorXd& center) {
  problem_->clip(pull_, x_);
  problem_->shortfall_of(x_, gradient_);
  if (epsilon > 0.0) gradient_ -= epsilon * (price - center);
}

void DualAscent::find_free() {
  const ScaledEffort& p = *problem_;
  for (int j = 0; j < p.columns(); ++j) {
    const double wish = pull_[j] / p.cost[j];
    is_free_[j] = (wish >= p.low[j] && wish <= p.high[j] && p.low[j] < p.high[j]) ? 1 : 0;
  }
}

/// The matrix holds the columns of the variables that are free; few change from step to step.
void DualAscent::renew_matrix() {
  const ScaledEffort& p = *problem_;
  const int changes = (is_free_.array() != in_matrix_.array()).cast<int>().sum();
  if (is_matrix_new_ || 2 * changes > is_free_.sum()) {
    matrix_.reset(p.rows());
    in_matrix_.setZero();
    is_matrix_new_ = false;
  }
  for (int j = 0; j < p.columns(); ++j) {
    const int change = is_free_[j] - in_matrix_[j];
    if (change != 0) matrix_.add(p, j, change / p.cost[j]);
  }
  in_matrix_ = is_free_;
}

void DualAscent::guess(const VectorXd& x, VectorXd& price) {
  const ScaledEffort& p = *problem_;
  x_ = x.cwiseMax(p.low).cwiseMin(p.high);
  is_free_ = (x_.array() > p.low.array() && x_.array() < p.high.array()).cast<int>();
  x_ = (is_free_.array() > 0).select(0.0, x_);
  p.shortfall_of(x_, price);
  renew_matrix();
  damping_ = kDamping * p.stiffness;
  matrix_.factor(damping_);
  matrix_.solve(price);
  ++steps_;
  refresh(price);
  evaluate(price, 0.0, price);
  is_evaluated_ = true;
  const double error_there = error_of(gradient_);
  if (error_there <= kNearLevel) return;
  VectorXd x_at_0, gradient_at_0;
  pull_change_.setZero(p.columns());
  p.clip(pull_change_, x_at_0);
  p.shortfall_of(x_at_0, gradient_at_0);
  if (error_there < kFarWorse * error_of(gradient_at_0)) return;
  price.setZero();
  pull_.setZero();
  x_ = x_at_0;
  gradient_ = gradient_at_0;
}

void DualAscent::set_direction(double epsilon) {
  damping_ = kDamping * problem_->stiffness;
  damping_.array() += epsilon;
  matrix_.factor(damping_);
  direction_ = gradient_;
  matrix_.solve(direction_);
  problem_->pull_of(direction_, pull_change_);
  ++steps_;
}

DualAscent::Slope DualAscent::slope_at(double t, double rise_at_0, double epsilon) const {
  const ScaledEffort& p = *problem_;
  const double spring = epsilon * direction_.squaredNorm();
  Slope slope{rise_at_0 - t * spring, spring};
  const int v = p.columns();
  for (int j = 0; j < v; ++j) {
    const double change = pull_change_[j];
    const double wish = (pull_[j] + t * change) / p.cost[j];
    const double x = std::min(std::max(wish, p.low[j]), p.high[j]);
    slope.rise -= change * (x - x_[j]);
    slope.bend += x == wish ? change * change / p.cost[j] : 0.0;
  }
  return slope;
}

/// Whether q still rises where every variable that the direction pulls stands at its limit: then
/// bᵀd > max dᵀA x, which no x of the problem allows.
bool DualAscent::rises_forever(double rise_at_0) const {
  const ScaledEffort& p = *problem_;
  double rise = rise_at_0, size = std::abs(rise_at_0);
  const double farthest = direction_.cwiseAbs().maxCoeff();
  // A change of which rounding may have left it all counts as none.  No value is above 1.
  const auto is_noise = [&](int j, double change) {
    if (change > kNoise * farthest * (p.start[j + 1] - p.start[j])) return false;
    double parts = 0.0;
    for (int k = p.start[j]; k < p.start[j + 1]; ++k) {
      parts += std::abs(p.value[k] * direction_[p.row[k]]);
    }
    return change <= kNoise * parts;
  };
  for (int j = 0; j < p.columns(); ++j) {
    const double change = pull_change_[j];
    if (is_noise(j, std::abs(change))) continue;
    const double limit = change > 0.0 ? p.high[j] : p.low[j];
    if (std::abs(limit) == kForever) return false;
    rise -= change * (limit - x_[j]);
    size += std::abs(change * (limit - x_[j]));
  }
  return rise > kNoise * size;
}

/// The length along the direction where q is highest, found on its piecewise linear slope.
double DualAscent::best_length(double rise_at_0, const Slope& slope_at_1, double epsilon) const {
  constexpr double kFlat = 1e-3;  // of the slope at 0: level enough
  constexpr int kMostTries = 40;
  double below = 0.0, above = kForever, t = 1.0;
  for (int tries = 0; tries < kMostTries; ++tries) {
    const Slope slope = tries == 0 ? slope_at_1 : slope_at(t, rise_at_0, epsilon);
    if (std::abs(slope.rise) <= kFlat * rise_at_0) break;
    (slope.rise > 0.0 ? below : above) = t;
    const double newton = slope.bend > 0.0 ? t + slope.rise / slope.bend : kForever;
    if (newton > below && newton < above) {
      t = newton;
    } else {
      t = above < kForever ? 0.5 * (below + above) : 4.0 * below;
    }
  }
  return t;
}

/// Takes Aᵀλ anew: adding up its changes is finer than rounding allows Aᵀλ to be, but drifts on
/// long ways.
void DualAscent::refresh(const VectorXd& price) {
  problem_->pull_of(price, pull_);
  is_fresh_ = true;
}

bool DualAscent::keep_best(const VectorXd& price) {
  const double now = error_of(gradient_);
  const bool is_better = now < best_error_;
  gained_nothing_ = now < 0.5 * best_error_ ? 0 : gained_nothing_ + 1;
  if (is_better) {
    best_error_ = now;
    best_price_ = price;
    best_pull_ = pull_;
  }
  return best_error_ <= kLevel || (best_error_ <= kNearLevel && gained_nothing_ > 3);
}

/// Whether the best price so far is level, also with Aᵀλ taken anew; keeps what `price` gives.
bool DualAscent::is_level(VectorXd& price, double epsilon, const VectorXd& center) {
  if (!keep_best(price)) return false;
  if (is_fresh_) return true;
  price = best_price_;
  refresh(price);
  evaluate(price, epsilon, center);
  best_error_ = kForever;
  return keep_best(price);
}

DualAscent::End DualAscent::climb(VectorXd& price, int most_steps, double epsilon,
                                  const VectorXd& center) {
  best_error_ = kForever;
  gained_nothing_ = 0;
  if (!is_evaluated_) {
    refresh(price);
    evaluate(price, epsilon, center);
  }
  is_evaluated_ = false;
  for (int step = 0;; ++step) {
    const bool is_top = is_level(price, epsilon, center);
    if (is_top || step == most_steps) {
      price = best_price_;
      return is_top ? End::Level : End::Stalled;
    }
    find_free();
    renew_matrix();
    set_direction(epsilon);
    double t = 1.0;
    if (error_of(gradient_) > kNearLevel) {
      const double rise_at_0 = gradient_.dot(direction_);
      const Slope slope = slope_at(t, rise_at_0, epsilon);
      if (epsilon == 0.0 && slope.rise > 0.0 && rises_forever(rise_at_0)) {
        price = best_price_;
        return End::Endless;
      }
      t = best_length(rise_at_0, slope, epsilon);
    }
    price += t * direction_;
    pull_ += t * pull_change_;
    const double way = t * direction_.cwiseAbs().maxCoeff();
    is_fresh_ = is_fresh_ && way <= kShortWay * price.cwiseAbs().maxCoeff();
    evaluate(price, epsilon, center);
  }
}

}  // namespace strongback
