#include "mechanics/columns.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <cmath>

#include "mechanics/passive_columns.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

/// A muscle's cost is its squared activation, weighted by strength: how finely the tables cut a
/// muscle into fascicles does not matter.
void add_fascicles(const Body& body, const std::vector<std::vector<Arm>>& arms, Columns& columns) {
  const double unit = body.strength_unit();
  const auto& tables = body.tables();
  for (std::size_t m = 0; m < arms.size(); ++m) {
    const Fascicle& fascicle = tables.fascicles[m];
    const double pull = fascicle.strength * std::cos(fascicle.pennation);
    Actuator column;
    column.on = arms[m];
    for (Arm& arm : column.on) arm.meters *= pull;
    column.cost = fascicle.strength / unit;
    columns.all.push_back(std::move(column));
    if (fascicle.cocontracts) columns.wall.push_back(static_cast<int>(m));
  }
  columns.fascicles = static_cast<int>(arms.size());
}

void add_contacts(const PosedBody& posed, const Setting& setting, Columns& columns) {
  columns.first_contact = static_cast<int>(columns.all.size());
  const double unit = contact_unit(posed.body());
  for (const Contact& contact : setting.contacts) {
    const Eigen::Matrix3Xd jacobian = posed.jacobian(contact.segment, contact.at);
    for (const Vector3d& direction : generators_of(contact)) {
      columns.all.push_back({sparse(unit * jacobian.transpose() * direction), 1.0, 0.0, kHolds});
    }
  }
}

/// Pressure lifts the diaphragm off the pelvic floor in front of the discs, and presses the wall
/// forward off the lumbar spine; both pairs are in equilibrium with themselves.
void add_pressure(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = 1000.0 * n.at("iap.unit_kPa");
  const double front = n.at("iap.in_front_m");
  const int pelvis = body.segment("pelvis"), thorax = body.segment("thorax");
  const auto& discs = body.tables().discs;
  Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
  const Vector3d low = posed.point(body.segment(discs.front().above), {front, 0.0, 0.0});
  const Vector3d high = posed.point(thorax, {front, 0.0, 0.0});
  const Vector3d up = (high - low).normalized() * unit * 1e-4 * n.at("iap.diaphragm_cm2");
  add_force(posed, thorax, high, up, on);
  add_force(posed, pelvis, low, -up, on);

  const int wall = body.segment("abdomen");
  const Vector3d node = posed.point(wall, {0.0, 0.0, 0.0});
  Vector3d spine = Vector3d::Zero();
  std::vector<std::pair<int, Vector3d>> levels;
  for (std::size_t i = 0; i + 1 < discs.size(); ++i) {
    const int vertebra = body.segment(discs[i].above);
    levels.emplace_back(vertebra, posed.point(vertebra, {0.0, 0.0, 0.0}));
    spine += levels.back().second / static_cast<double>(discs.size() - 1);
  }
  const Vector3d out = (node - spine).normalized() * unit * 1e-4 * n.at("iap.wall_cm2");
  add_force(posed, wall, node, out, on);
  for (const auto& [vertebra, at] : levels) {
    add_force(posed, vertebra, at, -out / static_cast<double>(levels.size()), on);
  }
  columns.pressure = static_cast<int>(columns.all.size());
  columns.all.push_back({sparse(on), 1.0, 0.0, n.at("iap.most_kPa") / n.at("iap.unit_kPa")});
}

/// Two hands on one bar: it passes a push along itself, and it bends and shears, so each hand may
/// turn it against the other across its length (not about it, where it rolls in the grip).  Each
/// column is in equilibrium with itself.
void add_bar(const PosedBody& posed, const Setting& setting, Columns& columns) {
  if (!setting.hands_on_one_bar) return;
  const Body& body = posed.body();
  const int right = body.segment("hand_r"), left = body.segment("hand_l");
  const Vector3d at_right = posed.grip(Carrier::HandRight), at_left = posed.grip(Carrier::HandLeft);
  const Vector3d between = at_right - at_left;
  const Vector3d along = between.normalized();
  const auto pair = [&](const Vector3d& force, const Vector3d& moment_right,
                        const Vector3d& moment_left) {
    Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
    add_force(posed, right, at_right, force, on);
    add_force(posed, left, at_left, -force, on);
    on.noalias() += posed.turning_jacobian(right).transpose() * moment_right;
    on.noalias() += posed.turning_jacobian(left).transpose() * moment_left;
    columns.all.push_back({sparse(on), 1.0, -kHolds, kHolds});
  };
  const Vector3d none = Vector3d::Zero();
  pair(contact_unit(body) * along, none, none);
  const Vector3d aside = std::abs(along.y()) < 0.9 ? Vector3d::UnitY() : Vector3d::UnitX();
  const Vector3d across = along.cross(aside).normalized();
  const double turn = body.tables().numbers.at("contact.grip_Nm");
  for (const Vector3d& way : {across, Vector3d(along.cross(across))}) {
    pair(none, turn * way, -turn * way);
    const Vector3d couple = -0.5 * between.cross(way);
    const double size = turn / std::max(couple.norm(), 1e-3);
    pair(size * way, size * couple, size * couple);
  }
}

double reserve_unit(const Body& body, int dof) {
  const auto& n = body.tables().numbers;
  const auto starts = [&](const char* word) { return body.dof_name(dof).starts_with(word); };
  if (starts("pelvis")) return n.at("reserve.pelvis");
  // The socket and its capsule hold the sliding of the humerus.
  if (starts("humerus")) return body.is_slide(dof) ? 0.0 : n.at("reserve.shoulder_Nm");
  if (starts("ulna") || starts("radius")) return n.at("reserve.elbow_Nm");
  if (starts("clavicle") || starts("scapula")) return n.at("reserve.girdle_Nm");
  if (starts("head")) return n.at("reserve.neck_Nm");
  if (starts("femur") || starts("tibia") || starts("foot")) return n.at("reserve.leg_Nm");
  return 0.0;
}

/// What joints of the limbs and the neck take without muscles; dear, so that it stays small.
void add_reserves(const Body& body, Columns& columns) {
  columns.first_reserve = static_cast<int>(columns.all.size());
  for (const int dof : body.rows()) {
    const double unit = reserve_unit(body, dof);
    if (unit <= 0.0) continue;
    const double most = body.tables().numbers.at("reserve.gate_Nm") / unit;
    columns.all.push_back({{{dof, unit}}, 1.0, -most, most});
  }
}

/// Passive moments of the discs, which act against their turning beyond the neutral zone.
void subtract_disc_moments(const PosedBody& posed, Eigen::VectorXd& needed) {
  const Body& body = posed.body();
  for (const Disc& disc : body.tables().discs) {
    const Vector3d turn = posed.turning(disc.above);
    const int first = body.turn_dof(disc.above);
    for (int axis = 0; axis < 3; ++axis)
      needed[first + axis] -= passive_moment(disc, axis, turn[axis]);
  }
}

}  // namespace

double passive_moment(const Disc& disc, int axis, double turn) {
  constexpr double kEndStiffening = 5.0;  // design value: slope beyond the range of motion
  const auto i = static_cast<std::size_t>(axis);
  const double beyond = std::abs(turn) - disc.neutral_zone[i];
  if (beyond <= 0.0) return 0.0;
  const double end = turn > 0.0 ? disc.high[i] : -disc.low[i];
  const double past = std::max(0.0, std::abs(turn) - end);
  return -std::copysign(disc.stiffness[i] * (beyond + (kEndStiffening - 1.0) * past), turn);
}

double rest_compression(const BodyTables& tables, const Disc& disc) {
  constexpr double kOfNucleus = 0.66;  // area that the pressure acts on: Nachemson 1960
  return kOfNucleus * disc.area * 1000.0 * tables.numbers.at("disc.rest_kPa");
}

double passive_compression(const BodyTables& tables, const Disc& disc, double turn_z) {
  const auto& n = tables.numbers;
  const double flexed = std::max(0.0, passive_moment(disc, 2, turn_z));
  return rest_compression(tables, disc) +
         flexed * n.at("disc.ligament_share") / n.at("disc.ligament_lever_m");
}

double contact_unit(const Body& body) { return body.tables().numbers.at("contact.unit_N"); }

std::vector<Vector3d> generators_of(const Contact& contact) {
  const Vector3d n = contact.normal.normalized();
  const Vector3d aside = std::abs(n.x()) < 0.9 ? Vector3d::UnitX() : Vector3d::UnitZ();
  const Vector3d t = (aside - n * n.dot(aside)).normalized(), u = n.cross(t);
  if (contact.holds) return {n, -n, t, -t, u, -u};
  const double f = contact.friction;
  return {n + f * t, n - f * t, n + f * u, n - f * u};
}

Columns make_columns(PosedBody& posed, const Setting& setting,
                     const std::vector<std::vector<Arm>>& arms) {
  Columns columns;
  columns.external = posed.demand();
  for (const Pull& pull : setting.pulls) {
    add_force(posed, pull.segment, pull.at, -pull.force, columns.external);
  }
  columns.needed = columns.external;
  subtract_disc_moments(posed, columns.needed);
  add_fascicles(posed.body(), arms, columns);
  add_contacts(posed, setting, columns);
  add_pressure(posed, columns);
  add_bar(posed, setting, columns);
  add_passive(posed, columns);
  add_reserves(posed.body(), columns);
  // What is no muscle costs less beside weak muscles, so that strength alone, which scales every
  // activation, does not move a newton.
  const double ratio = posed.body().strength_ratio();
  for (auto c = static_cast<std::size_t>(columns.fascicles); c < columns.all.size(); ++c) {
    columns.all[c].cost /= ratio * ratio;
  }
  return columns;
}

EffortProblem make_problem(const Body& body, const Columns& columns) {
  std::vector<int> row_of(static_cast<std::size_t>(body.dofs()), -1);
  const auto rows = static_cast<Eigen::Index>(body.rows().size());
  const auto count = static_cast<Eigen::Index>(columns.all.size());
  EffortProblem problem;
  problem.b.resize(rows);
  for (Eigen::Index r = 0; r < rows; ++r) {
    const int dof = body.rows()[static_cast<std::size_t>(r)];
    row_of[static_cast<std::size_t>(dof)] = static_cast<int>(r);
    problem.b[r] = columns.needed[dof];
  }
  problem.cost.resize(count);
  problem.low.resize(count);
  problem.high.resize(count);
  problem.A.resize(rows, count);
  problem.A.reserve(count * 16);
  for (Eigen::Index c = 0; c < count; ++c) {
    const Actuator& column = columns.all[static_cast<std::size_t>(c)];
    problem.cost[c] = column.cost;
    problem.low[c] = column.low;
    problem.high[c] = column.high;
    problem.A.startVec(c);
    for (const Arm& arm : column.on) {
      const int row = row_of[static_cast<std::size_t>(arm.dof)];
      if (row >= 0) problem.A.insertBack(row, c) = arm.meters;
    }
  }
  problem.A.finalize();
  return problem;
}

}  // namespace strongback
