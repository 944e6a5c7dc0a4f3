// One step of balance as a problem of least effort.
#include "movement/balance_step.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <limits>

#include "mechanics/columns.h"
#include "movement/footings.h"

namespace strongback {
namespace {

using Eigen::Vector3d;
using Eigen::VectorXd;

// [m]  A gap of this size costs as much as `give`: no dearer, or a body that lies on more points
// than can touch would twist for thousandths of a millimeter.
constexpr double kTouch = 1e-4;
constexpr double kLever = 1e-5;  // [m]  likewise the weight's lever about the supports

Eigen::Matrix3d cross_matrix(const Vector3d& v) {
  Eigen::Matrix3d m;
  m << 0.0, -v.z(), v.y(), v.z(), 0.0, -v.x(), -v.y(), v.x(), 0.0;
  return m;
}

/// Where the middle of a footing is asked to stand: forward (on a steep surface: up), and right.
void add_place(const PosedBody& posed, const Footing& footing, const Moves& moves,
               std::vector<Touch>& rows) {
  if (!footing.place || !footing.anchors.empty()) return;
  const bool is_steep = std::abs(footing.normal.y()) < std::sqrt(0.5);
  const Vector3d middle = middle_of(posed, footing);
  const Eigen::Matrix3Xd goes = moves.of_point(footing.segment, middle);
  const int first = is_steep ? 1 : 0;
  rows.push_back({goes.row(first), middle[first] - (*footing.place)[0]});
  rows.push_back({goes.row(2), middle.z() - (*footing.place)[1]});
}

/// One step as a problem of least effort: the change of the stance (as a share of `give`, from
/// what is wanted), the forces of the contact generators, and dear slacks.
///
///     moves · change + slack = -gap,    forces - opening · change + slack = needed
///
class Step {
 public:
  Step(const BodyTables& tables, const Wanted& wanted, const Stance& stance, const Here& here,
       double softness)
      : rows_(static_cast<int>(here.touch.size())), wanted_(wanted), stance_(stance) {
    problem_.b = VectorXd::Zero(rows_ + 6);
    add_coordinates(tables, here);
    first_force_ = count_;
    add_forces(here);
    for (int r = 0; r < rows_ + 6; ++r) {
      entries_.emplace_back(r, count_, softness * (r < rows_ ? kTouch : kLever));
      add_variable(1.0, -kForever, kForever);
    }
    problem_.A.resize(rows_ + 6, count_);
    problem_.A.setFromTriplets(entries_.begin(), entries_.end());
    problem_.cost = Eigen::Map<VectorXd>(cost_.data(), count_);
    problem_.low = Eigen::Map<VectorXd>(low_.data(), count_);
    problem_.high = Eigen::Map<VectorXd>(high_.data(), count_);
  }

  /// The stance after the step, and the contacts' forces there; nothing if it cannot be solved.
  [[nodiscard]] std::optional<Stepped> solve(const Here& here, StepSolver& solver) const {
    const bool fits = solver.before && solver.before->x.size() == count_;
    const auto solved =
        fits ? solver.solver.solve(problem_, *solver.before) : solver.solver.solve(problem_);
    solver.before.reset();
    if (!solved) return std::nullopt;
    solver.before = *solved;
    Stepped answer{wanted_.stance + wanted_.give.cwiseProduct(solved->x.head(stance_.size())), {}};
    int at = first_force_;
    for (const Contact& contact : here.contacts) {
      Vector3d force = Vector3d::Zero();
      for (const Vector3d& way : generators_of(contact)) {
        force += here.weight * solved->x[at++] * way;
      }
      answer.forces.push_back(force);
    }
    return answer;
  }

 private:
  static constexpr double kForever = std::numeric_limits<double>::infinity();

  void add_variable(double cost, double low, double high) {
    cost_.push_back(cost);
    low_.push_back(low);
    high_.push_back(high);
    ++count_;
  }

  void add_coordinates(const BodyTables& tables, const Here& here) {
    const VectorXd off = stance_ - wanted_.stance;
    for (Eigen::Index i = 0; i < stance_.size(); ++i) {
      const double give = wanted_.give[i];
      for (int r = 0; r < rows_; ++r) {
        const double moves = here.touch[static_cast<std::size_t>(r)].moves[i];
        if (moves != 0.0) entries_.emplace_back(r, count_, moves * give);
        problem_.b[r] += moves * off[i];
      }
      for (int r = 0; r < 6; ++r) {
        const double moves = -here.opening(r, i) / here.weight;
        if (moves != 0.0) entries_.emplace_back(rows_ + r, count_, moves * give);
        problem_.b[rows_ + r] += moves * off[i];
      }
      double low = off[i] - here.reach[i], high = off[i] + here.reach[i];
      if (i < static_cast<Eigen::Index>(tables.coordinates.size())) {
        const Coordinate& range = tables.coordinates[static_cast<std::size_t>(i)];
        low = std::max(low, range.low - wanted_.stance[i]);
        high = std::min(high, range.high - wanted_.stance[i]);
      }
      add_variable(1.0, std::min(low, high) / give, std::max(low, high) / give);
    }
    for (int r = 0; r < rows_; ++r) problem_.b[r] -= here.touch[static_cast<std::size_t>(r)].gap;
    problem_.b.tail<6>() += here.needed / here.weight;
  }

  void add_forces(const Here& here) {
    constexpr double kForceCost = 1e-3;  // so that there is one answer
    for (const Contact& contact : here.contacts) {
      for (const Vector3d& way : generators_of(contact)) {
        const Vector3d moment = contact.at.cross(way);
        for (int r = 0; r < 3; ++r) {
          entries_.emplace_back(rows_ + r, count_, way[r]);
          entries_.emplace_back(rows_ + 3 + r, count_, moment[r]);
        }
        add_variable(kForceCost, 0.0, kForever);
      }
    }
  }

  int rows_;
  int count_ = 0, first_force_ = 0;
  const Wanted& wanted_;
  const Stance& stance_;
  EffortProblem problem_;
  std::vector<Eigen::Triplet<double>> entries_;
  std::vector<double> cost_, low_, high_;
};

}  // namespace

std::vector<Touch> touches(const PosedBody& posed, const Wanted& wanted, const Moves& moves) {
  std::vector<Touch> rows;
  for (const Footing& footing : wanted.footings) {
    add_place(posed, footing, moves, rows);
    for (const Gap& gap : gaps_of(posed, footing)) {
      rows.push_back({moves.of_point_along(footing.segment, gap.at, gap.way), gap.size});
    }
  }
  return rows;
}

Eigen::MatrixXd opening(const PosedBody& posed, const std::vector<Contact>& contacts,
                        const std::vector<Vector3d>& forces, const std::vector<Pull>& pulls,
                        const Moves& moves) {
  const Eigen::Matrix3Xd& center = moves.of_center_of_mass();
  Eigen::MatrixXd open = Eigen::MatrixXd::Zero(6, center.cols());
  // d(at x force) = -force x d(at)
  const Vector3d lift = posed.total_mass() * kGravity * Vector3d::UnitY();
  open.bottomRows<3>() -= cross_matrix(lift) * center;
  for (const Pull& pull : pulls) {
    open.bottomRows<3>() += cross_matrix(pull.force) * moves.of_point(pull.segment, pull.at);
  }
  for (std::size_t c = 0; c < contacts.size(); ++c) {
    if (forces[c].isZero()) continue;
    open.bottomRows<3>() +=
        cross_matrix(forces[c]) * moves.of_point(contacts[c].segment, contacts[c].at);
  }
  return open;
}

/// Far from the supports the dear slacks are too stiff to be solved: they are softened then.
std::optional<Stepped> balance_step(const BodyTables& tables, const Wanted& wanted,
                                    const Stance& stance, const Here& here, StepSolver& solver) {
  for (const double softness : {1.0, 100.0, 1e4}) {
    if (auto answer = Step(tables, wanted, stance, here, softness).solve(here, solver)) {
      return answer;
    }
  }
  return std::nullopt;
}

}  // namespace strongback
