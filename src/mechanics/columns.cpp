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
void add_fascicles(const std::vector<std::vector<Arm>>& arms, ColumnWriter& writer) {
  const ColumnTable& table = writer.table();
  for (std::size_t m = 0; m < arms.size(); ++m) {
    Actuator& column = writer.next(0.0, 1.0);
    column.cost = table.costs[m];
    column.on = arms[m];
    for (Arm& arm : column.on) arm.meters *= table.pulls[m];
  }
}

void add_contacts(const PosedBody& posed, const Setting& setting, ColumnWriter& writer) {
  for (const Contact& contact : setting.contacts) {
    for (const Vector3d& direction : generators_of(contact)) {
      posed.add_force(contact.segment, contact.at, writer.table().contact_unit * direction,
                      writer.on());
      writer.add(0.0, kHolds);
    }
  }
}

/// Pressure lifts the diaphragm off the pelvic floor in front of the discs, and presses the wall
/// forward off the lumbar spine; both pairs are in equilibrium with themselves.
void add_pressure(const PosedBody& posed, ColumnWriter& writer) {
  const ColumnTable::Pressure& p = writer.table().pressure;
  const Vector3d low = posed.point(p.lowest, p.front), high = posed.point(p.thorax, p.front);
  const Vector3d up = (high - low).normalized() * p.diaphragm_N;
  posed.add_pair(p.thorax, p.pelvis, high, up, writer.on());

  const Vector3d node = posed.point(p.wall, {0.0, 0.0, 0.0});
  const double share = 1.0 / static_cast<double>(p.levels.size());
  Vector3d spine = Vector3d::Zero();
  for (const int vertebra : p.levels) spine += share * posed.point(vertebra, {0.0, 0.0, 0.0});
  const Vector3d out = (node - spine).normalized() * p.wall_N;
  posed.add_force(p.wall, node, out, writer.on());
  for (const int vertebra : p.levels) {
    posed.add_force(vertebra, posed.point(vertebra, {0.0, 0.0, 0.0}), -share * out, writer.on());
  }
  writer.add(0.0, p.most);
}

/// Two hands on one bar: it passes a push along itself, and it bends and shears, so each hand may
/// turn it against the other across its length (not about it, where it rolls in the grip).  Each
/// column is in equilibrium with itself.
void add_bar(const PosedBody& posed, const Setting& setting, ColumnWriter& writer) {
  if (!setting.hands_on_one_bar) return;
  const ColumnTable& table = writer.table();
  const auto [right, left] = table.hands;
  const Vector3d at_right = posed.grip(Carrier::HandRight), at_left = posed.grip(Carrier::HandLeft);
  const Vector3d between = at_right - at_left;
  const Vector3d along = between.normalized();
  const auto pair = [&, right = right, left = left](const Vector3d& force,
                                                    const Vector3d& moment_right,
                                                    const Vector3d& moment_left) {
    posed.add_force(right, at_right, force, writer.on());
    posed.add_force(left, at_left, -force, writer.on());
    posed.add_moment(right, moment_right, writer.on());
    posed.add_moment(left, moment_left, writer.on());
    writer.add(-kHolds, kHolds);
  };
  const Vector3d none = Vector3d::Zero();
  pair(table.contact_unit * along, none, none);
  const Vector3d aside = std::abs(along.y()) < 0.9 ? Vector3d::UnitY() : Vector3d::UnitX();
  const Vector3d across = along.cross(aside).normalized();
  for (const Vector3d& way : {across, Vector3d(along.cross(across))}) {
    pair(none, table.grip_Nm * way, -table.grip_Nm * way);
    const Vector3d couple = -0.5 * between.cross(way);
    const double size = table.grip_Nm / std::max(couple.norm(), 1e-3);
    pair(size * way, size * couple, size * couple);
  }
}

/// What joints of the limbs and the neck take without muscles; dear, so that it stays small.
void add_reserves(ColumnWriter& writer) {
  for (const ColumnTable::Reserve& reserve : writer.table().reserves) {
    writer.add(reserve.dof, reserve.unit, -reserve.most, reserve.most);
  }
}

/// Passive moments of the discs, which act against their turning beyond the neutral zone.
void subtract_disc_moments(const PosedBody& posed, const ColumnTable& table,
                           Eigen::VectorXd& needed) {
  for (std::size_t i = 0; i < table.discs.size(); ++i) {
    const Vector3d turn = posed.turning(table.discs[i].joint);
    for (int axis = 0; axis < 3; ++axis) {
      needed[table.discs[i].turn_dof + axis] -=
          passive_moment(posed.body().tables().discs[i], axis, turn[axis]);
    }
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
  columns.table = std::make_shared<const ColumnTable>(posed.body());
  fill_columns(posed, setting, arms, columns);
  return columns;
}

void fill_columns(PosedBody& posed, const Setting& setting,
                  const std::vector<std::vector<Arm>>& arms, Columns& columns) {
  columns.external = posed.demand();
  for (const Pull& pull : setting.pulls) {
    posed.add_force(pull.segment, pull.at, -pull.force, columns.external);
  }
  columns.needed = columns.external;
  subtract_disc_moments(posed, *columns.table, columns.needed);
  ColumnWriter writer(columns);
  add_fascicles(arms, writer);
  columns.fascicles = columns.first_contact = writer.count();
  add_contacts(posed, setting, writer);
  columns.pressure = writer.count();
  add_pressure(posed, writer);
  add_bar(posed, setting, writer);
  add_passive(posed, writer);
  columns.first_reserve = writer.count();
  add_reserves(writer);
  columns.all.resize(static_cast<std::size_t>(writer.count()));
}

EffortProblem make_problem(const Body& body, const Columns& columns) {
  EffortProblem problem;
  fill_problem(body, columns, problem);
  return problem;
}

void fill_problem(const Body& body, const Columns& columns, EffortProblem& problem) {
  const auto rows = static_cast<Eigen::Index>(body.rows().size());
  const auto count = static_cast<Eigen::Index>(columns.all.size());
  problem.b.resize(rows);
  for (Eigen::Index r = 0; r < rows; ++r) {
    problem.b[r] = columns.needed[body.rows()[static_cast<std::size_t>(r)]];
  }
  problem.cost.resize(count);
  problem.low.resize(count);
  problem.high.resize(count);
  std::size_t entries = 0;
  for (const Actuator& column : columns.all) entries += column.on.size();
  problem.A.resize(rows, count);
  problem.A.resizeNonZeros(static_cast<Eigen::Index>(entries));
  int* const starts = problem.A.outerIndexPtr();
  int* const rows_of = problem.A.innerIndexPtr();
  double* const values = problem.A.valuePtr();
  int at = 0;
  for (Eigen::Index c = 0; c < count; ++c) {
    const Actuator& column = columns.all[static_cast<std::size_t>(c)];
    problem.cost[c] = column.cost;
    problem.low[c] = column.low;
    problem.high[c] = column.high;
    starts[c] = at;
    for (const Arm& arm : column.on) {
      const int row = columns.table->row_of[static_cast<std::size_t>(arm.dof)];
      if (row < 0) continue;
      rows_of[at] = row;
      values[at++] = arm.meters;
    }
  }
  starts[count] = at;
  problem.A.resizeNonZeros(at);
}

}  // namespace strongback
