#include "movement/balance.h"

#include <fmt/format.h>

#include <Eigen/Cholesky>
#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <limits>

#include "mechanics/columns.h"
#include "mechanics/least_effort.h"

namespace strongback {
namespace {

using Eigen::Matrix3Xd;
using Eigen::Vector3d;
using Eigen::VectorXd;
using Wrench = Eigen::Matrix<double, 6, 1>;  // force, then moment about the world's origin

constexpr double kTouch = 1e-5;   // [m]  a gap of this size costs as much as `give`
constexpr double kLever = 1e-5;   // [m]  likewise the weight's lever about the supports
constexpr double kInside = 0.85;  // [-]  of a support's size carries while balance is sought
constexpr int kMostSteps = 40;

double weight_of(const PosedBody& posed) { return posed.total_mass() * kGravity; }

/// A support's points as contacts; `size` 1 is the whole support, less is nearer its middle.
void add_contacts(const PosedBody& posed, const Footing& footing, double size,
                  std::vector<Contact>& contacts) {
  Vector3d middle = Vector3d::Zero();
  for (const Point& p : footing.points) {
    middle += posed.point(footing.segment, p) / static_cast<double>(footing.points.size());
  }
  for (const Point& p : footing.points) {
    const Vector3d at = middle + size * (posed.point(footing.segment, p) - middle);
    contacts.push_back({footing.segment, at, footing.normal, footing.friction, footing.holds});
  }
}

/// What the supports must give together: the equation of the whole body's motion.
Wrench needed_wrench(const PosedBody& posed, const std::vector<Pull>& pulls) {
  const Body& body = posed.body();
  const int pelvis = body.segment("pelvis");
  const int turn = body.turn_dof("pelvis");
  Wrench needed;
  const Vector3d at = posed.point(pelvis, {0.0, 0.0, 0.0});
  const Vector3d force = posed.demand().segment<3>(turn - 3);
  needed.head<3>() = force;
  needed.tail<3>() = posed.orientation(pelvis) * posed.demand().segment<3>(turn) + at.cross(force);
  for (const Pull& pull : pulls) {
    needed.head<3>() -= pull.force;
    needed.tail<3>() -= pull.at.cross(pull.force);
  }
  return needed;
}

/// Contact forces that come nearest to what is needed, and what stays open.
struct Carried {
  std::vector<Vector3d> force;  // of each contact
  Wrench open;
};

Carried carry(const std::vector<Contact>& contacts, const Wrench& needed, double weight) {
  std::vector<Eigen::Triplet<double>> entries;
  std::vector<std::pair<std::size_t, Vector3d>> ways;
  for (std::size_t c = 0; c < contacts.size(); ++c) {
    for (const Vector3d& way : generators_of(contacts[c])) ways.emplace_back(c, way);
  }
  const auto count = static_cast<Eigen::Index>(ways.size());
  EffortProblem problem;
  problem.A.resize(6, count + 6);
  problem.b = needed / weight;
  problem.cost = VectorXd::Constant(count + 6, 1.0);
  problem.low = VectorXd::Constant(count + 6, 0.0);
  problem.high = VectorXd::Constant(count + 6, std::numeric_limits<double>::infinity());
  constexpr double kOpenUnit = 1e-4;  // what stays open is dear
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto& [contact, way] = ways[static_cast<std::size_t>(i)];
    const Vector3d moment = contacts[contact].at.cross(way);
    for (int r = 0; r < 3; ++r) {
      entries.emplace_back(r, i, way[r]);
      entries.emplace_back(r + 3, i, moment[r]);
    }
  }
  for (int r = 0; r < 6; ++r) {
    entries.emplace_back(r, count + r, kOpenUnit);
    problem.low[count + r] = -std::numeric_limits<double>::infinity();
  }
  problem.A.setFromTriplets(entries.begin(), entries.end());
  Carried carried{std::vector<Vector3d>(contacts.size(), Vector3d::Zero()), needed};
  const auto answer = least_effort(problem);
  if (!answer) return carried;
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto& [contact, way] = ways[static_cast<std::size_t>(i)];
    carried.force[contact] += weight * answer->x[i] * way;
  }
  carried.open = weight * kOpenUnit * answer->x.tail<6>();
  return carried;
}

Eigen::Matrix3d cross_matrix(const Vector3d& v) {
  Eigen::Matrix3d m;
  m << 0.0, -v.z(), v.y(), v.z(), 0.0, -v.x(), -v.y(), v.x(), 0.0;
  return m;
}

/// One row of a step's problem: what a change of the stance does to a gap, and the gap.
struct Touch {
  Eigen::RowVectorXd moves;
  double gap = 0.0;
};

/// Where the middle of a footing is asked to stand: forward (on a steep surface: up), and right.
void add_place(const PosedBody& posed, const Footing& footing, const Eigen::MatrixXd& map,
               std::vector<Touch>& rows) {
  if (!footing.place || !footing.anchors.empty()) return;
  const bool is_steep = std::abs(footing.normal.y()) < std::sqrt(0.5);
  Vector3d middle = Vector3d::Zero();
  Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(3, map.cols());
  const double share = 1.0 / static_cast<double>(footing.points.size());
  for (const Point& p : footing.points) {
    const Vector3d at = posed.point(footing.segment, p);
    middle += share * at;
    moves += share * posed.jacobian(footing.segment, at) * map;
  }
  const int first = is_steep ? 1 : 0;
  rows.push_back({moves.row(first), middle[first] - (*footing.place)[0]});
  rows.push_back({moves.row(2), middle.z() - (*footing.place)[1]});
}

/// How far supports are from their surfaces, or from their anchors.
std::vector<Touch> touches(const PosedBody& posed, const Wanted& wanted,
                           const Eigen::MatrixXd& map) {
  std::vector<Touch> rows;
  for (const Footing& footing : wanted.footings) {
    add_place(posed, footing, map, rows);
    for (std::size_t i = 0; i < footing.points.size(); ++i) {
      const Vector3d at = posed.point(footing.segment, footing.points[i]);
      const Eigen::MatrixXd moves = posed.jacobian(footing.segment, at) * map;
      if (footing.anchors.empty()) {
        rows.push_back({footing.normal.transpose() * moves, footing.normal.dot(at - footing.on)});
        continue;
      }
      for (int axis = 0; axis < 3; ++axis) {
        rows.push_back({moves.row(axis), (at - footing.anchors[i])[axis]});
      }
    }
  }
  return rows;
}

/// How what stays open changes while the center of mass, the pulls and the supports move.
Eigen::MatrixXd opening(const PosedBody& posed, const std::vector<Contact>& contacts,
                        const std::vector<Vector3d>& forces, const std::vector<Pull>& pulls,
                        const Eigen::MatrixXd& map) {
  Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(6, map.cols());
  // d(at x force) = -force x d(at)
  const Vector3d lift = weight_of(posed) * Vector3d::UnitY();
  moves.bottomRows<3>() -= cross_matrix(lift) * (posed.center_of_mass_jacobian() * map);
  for (const Pull& pull : pulls) {
    moves.bottomRows<3>() +=
        cross_matrix(pull.force) * (posed.jacobian(pull.segment, pull.at) * map);
  }
  for (std::size_t c = 0; c < contacts.size(); ++c) {
    if (forces[c].isZero()) continue;
    moves.bottomRows<3>() +=
        cross_matrix(forces[c]) * (posed.jacobian(contacts[c].segment, contacts[c].at) * map);
  }
  return moves;
}

/// What one step knows about the body where it is.
struct Here {
  std::vector<Touch> touch;
  std::vector<Contact> contacts;
  Wrench needed;
  Eigen::MatrixXd opening;
  double weight = 0.0;
};

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
  struct Answer {
    Stance stance;
    std::vector<Vector3d> forces;
  };
  [[nodiscard]] std::optional<Answer> solve(const Here& here, EffortSolver& solver) const {
    const auto solved = solver.solve(problem_);
    if (!solved) return std::nullopt;
    Answer answer{wanted_.stance + wanted_.give.cwiseProduct(solved->x.head(stance_.size())), {}};
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
    constexpr double kLongest = 0.35;  // [rad, m]  one step
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
      double low = off[i] - kLongest, high = off[i] + kLongest;
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

Balanced finish(const PosedBody& posed, const Wanted& wanted, const Stance& stance) {
  Balanced balanced;
  balanced.stance = stance;
  balanced.setting.pulls = pulls_of(posed, wanted.lines);
  balanced.setting.hands_on_one_bar = wanted.hands_on_one_bar;
  for (std::size_t f = 0; f < wanted.footings.size(); ++f) {
    add_contacts(posed, wanted.footings[f], 1.0, balanced.setting.contacts);
    balanced.footing_names.emplace_back(wanted.footings[f].patch, wanted.footings[f].surface);
    balanced.footing_of.resize(balanced.setting.contacts.size(), static_cast<int>(f));
  }
  const Carried carried = carry(balanced.setting.contacts,
                                needed_wrench(posed, balanced.setting.pulls), weight_of(posed));
  balanced.open_N = carried.open.head<3>().cwiseAbs().maxCoeff();
  balanced.open_Nm = carried.open.tail<3>().cwiseAbs().maxCoeff();
  return balanced;
}

std::pair<double, std::string> worst_gap(const PosedBody& posed, const Wanted& wanted) {
  std::string text;
  double worst = 0.0;
  for (const Footing& footing : wanted.footings) {
    for (std::size_t i = 0; i < footing.points.size(); ++i) {
      const Vector3d at = posed.point(footing.segment, footing.points[i]);
      const double gap = footing.anchors.empty() ? std::abs(footing.normal.dot(at - footing.on))
                                                 : (at - footing.anchors[i]).norm();
      if (gap <= worst) continue;
      worst = gap;
      text = fmt::format("{} stays {:.1f} cm from the {}", footing.patch, 100.0 * gap,
                         footing.anchors.empty() ? footing.surface : "place where it stands");
    }
  }
  return {worst, text};
}

/// Far from the supports the dear slacks are too stiff to be solved: they are softened then.
std::optional<Step::Answer> next_step(const BodyTables& tables, const Wanted& wanted,
                                      const Stance& stance, const Here& here,
                                      EffortSolver& solver) {
  for (const double softness : {1.0, 100.0, 1e4}) {
    if (auto answer = Step(tables, wanted, stance, here, softness).solve(here, solver)) {
      return answer;
    }
  }
  return std::nullopt;
}

/// Steps until nothing moves any more; the stance where that ends.
Stance settle(PosedBody& posed, const Wanted& wanted) {
  Stance stance = wanted.stance;
  std::vector<Vector3d> forces;
  EffortSolver solver;
  for (int step = 0; step < kMostSteps; ++step) {
    posed.move(stance, wanted.rate, wanted.acceleration);
    const Eigen::MatrixXd map = posed.coordinate_map(stance);
    Here here;
    here.weight = weight_of(posed);
    here.touch = touches(posed, wanted, map);
    for (const Footing& footing : wanted.footings) {
      add_contacts(posed, footing, kInside, here.contacts);
    }
    forces.resize(here.contacts.size(), Vector3d::Zero());
    const auto pulls = pulls_of(posed, wanted.lines);
    here.needed = needed_wrench(posed, pulls);
    here.opening = opening(posed, here.contacts, forces, pulls, map);
    const auto answer = next_step(posed.body().tables(), wanted, stance, here, solver);
    if (!answer) break;
    const double longest = (answer->stance - stance).cwiseAbs().maxCoeff();
    stance = answer->stance;
    forces = answer->forces;
    constexpr double kStill = 1e-6;  // [rad, m]
    if (longest < kStill) break;
  }
  return stance;
}

}  // namespace

std::vector<Pull> pulls_of(const PosedBody& posed, const std::vector<Line>& lines) {
  std::vector<Pull> pulls;
  for (const Line& line : lines) {
    const Vector3d at = posed.point(line.segment, line.at);
    const Vector3d end =
        line.anchor_part
            ? posed.point(*line.anchor_part, {line.anchor.x(), line.anchor.y(), line.anchor.z()})
            : line.anchor;
    const Vector3d way = end - at;
    const double length = way.norm();
    if (length < 1e-6) continue;
    const bool is_band = line.full > line.slack && line.slack > 0.0;
    const double stretch =
        is_band ? std::clamp((length - line.slack) / (line.full - line.slack), 0.0, 1.5) : 1.0;
    const Vector3d force = way / length * line.tension * stretch;
    pulls.push_back({line.segment, at, force});
    if (line.anchor_part) pulls.push_back({*line.anchor_part, end, -force});
  }
  return pulls;
}

tl::expected<Balanced, Unbalanced> balance(PosedBody& posed, const Wanted& wanted) {
  const Stance stance = settle(posed, wanted);
  posed.move(stance, wanted.rate, wanted.acceleration);
  Balanced balanced = finish(posed, wanted, stance);
  const auto [gap, where] = worst_gap(posed, wanted);
  balanced.gap_m = gap;
  if (!std::isfinite(gap) || gap > kLargestGap) {
    return tl::unexpected(Unbalanced{where, balanced.open_N, balanced.open_Nm});
  }
  if (balanced.open_N > kLargestOpenForce || balanced.open_Nm > kLargestOpenMoment) {
    return tl::unexpected(
        Unbalanced{fmt::format("it would fall: {:.0f} N and {:.0f} Nm are missing at the supports",
                               balanced.open_N, balanced.open_Nm),
                   balanced.open_N, balanced.open_Nm});
  }
  return balanced;
}

}  // namespace strongback
