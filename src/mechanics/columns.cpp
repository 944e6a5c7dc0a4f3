#include "mechanics/columns.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace strongback {
namespace {

using Eigen::Vector3d;

constexpr double kDegree = 3.14159265358979323846 / 180.0;
constexpr double kForever = std::numeric_limits<double>::infinity();

/// Adds the generalized force of `force` at the world point `at` of `segment`.
void add_force(const PosedBody& posed, int segment, const Vector3d& at, const Vector3d& force,
               Eigen::VectorXd& on) {
  on.noalias() += posed.jacobian(segment, at).transpose() * force;
}

std::vector<Arm> sparse(const Eigen::VectorXd& on) {
  constexpr double kNothing = 1e-12;
  std::vector<Arm> arms;
  for (Eigen::Index dof = 0; dof < on.size(); ++dof) {
    if (std::abs(on[dof]) > kNothing) arms.push_back({static_cast<int>(dof), on[dof]});
  }
  return arms;
}

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
      columns.all.push_back({sparse(unit * jacobian.transpose() * direction), 1.0, 0.0, kForever});
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

/// A hinge at the straight end of its range leans on bone: a moment that only bends it.
void add_stops(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = n.at("stop.unit_Nm");
  const auto add = [&](const std::string& segment, double sense, double reach_deg) {
    const double bent = sense * posed.hinge(segment);
    if (bent > reach_deg * kDegree) return;
    columns.all.push_back({{{body.turn_dof(segment), sense * unit}}, 1.0, 0.0, kForever});
  };
  for (const char* side : {"_r", "_l"}) {
    add(std::string("ulna") + side, 1.0, n.at("stop.elbow_deg"));
    add(std::string("tibia") + side, -1.0, n.at("stop.knee_deg"));
  }
}

/// The blade's spine root and lower angle lean on the ribs: forces that only push it off them.
void add_blades(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const int thorax = body.segment("thorax");
  const Eigen::Matrix3d turn = posed.orientation(thorax);
  const double unit = n.at("scapula.unit_N");
  for (const char* side : {"_r", "_l"}) {
    const std::string mark = side;
    const double sign = mark == "_r" ? 1.0 : -1.0;
    const int scapula = body.segment("scapula" + mark);
    const Vector3d center = {n.at("scapula.ribs_x"), n.at("scapula.ribs_y"),
                             sign * n.at("scapula.ribs_z")};
    const Vector3d radii = {n.at("scapula.radius_x"), n.at("scapula.radius_y"),
                            n.at("scapula.radius_z")};
    for (const char* name : {"root", "angle"}) {
      const std::string key = std::string("scapula.") + name;
      const Vector3d at =
          posed.point(scapula, {n.at(key + "_x"), n.at(key + "_y"), sign * n.at(key + "_z")});
      const Vector3d inside =
          turn.transpose() * (at - posed.point(thorax, {0.0, 0.0, 0.0})) - center;
      const Vector3d normal = turn * inside.cwiseQuotient(radii.cwiseAbs2()).normalized();
      Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
      add_force(posed, scapula, at, unit * normal, on);
      add_force(posed, thorax, at, -unit * normal, on);
      columns.all.push_back({sparse(on), 1.0, 0.0, kForever});
    }
  }
}

/// Two hands on one bar may push or pull each other along it.
void add_bar(const PosedBody& posed, const Setting& setting, Columns& columns) {
  if (!setting.hands_on_one_bar) return;
  const Body& body = posed.body();
  const int right = body.segment("hand_r"), left = body.segment("hand_l");
  const Vector3d at_right = posed.grip(Carrier::HandRight), at_left = posed.grip(Carrier::HandLeft);
  const Vector3d along = (at_right - at_left).normalized() * contact_unit(body);
  Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
  add_force(posed, right, at_right, along, on);
  add_force(posed, left, at_left, -along, on);
  columns.all.push_back({sparse(on), 1.0, -kForever, kForever});
}

/// Ligaments hold the shoulder blade to the collar bone and that to the first rib against turning
/// about the bone's long axis (coracoclavicular, costoclavicular): no muscle does.  And the collar
/// bone hangs near the lower end of its range: capsule and first rib carry the shoulder there,
/// which is why the trapezius rests in quiet standing (Johnson et al. 1994 Clin Biomech 9:44).
void add_girdle_ligaments(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = n.at("ligament.girdle_Nm");
  for (const std::string side : {"_r", "_l"}) {
    for (const char* bone : {"clavicle", "scapula"}) {
      columns.all.push_back({{{body.turn_dof(bone + side) + 2, unit}}, 1.0, -kForever, kForever});
    }
    const double lifts = side == "_r" ? -1.0 : 1.0;  // turning about x that raises the outer end
    const double raised = lifts * posed.turning("clavicle" + side).x();
    if (raised > n.at("ligament.hangs_deg") * kDegree) continue;
    columns.all.push_back({{{body.turn_dof("clavicle" + side), lifts * unit}}, 1.0, 0.0, kForever});
  }
}

double reserve_unit(const Body& body, const std::string& dof) {
  const auto& n = body.tables().numbers;
  const auto starts = [&](const char* word) { return dof.rfind(word, 0) == 0; };
  if (starts("pelvis")) return n.at("reserve.pelvis");
  if (starts("humerus")) return n.at("reserve.shoulder_Nm");
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
    const double unit = reserve_unit(body, body.dof_name(dof));
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
  add_stops(posed, columns);
  add_blades(posed, columns);
  add_bar(posed, setting, columns);
  add_girdle_ligaments(posed, columns);
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
