#include "mechanics/column_table.h"

#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;
using Numbers = std::map<std::string, double>;

constexpr double kDegree = 3.14159265358979323846 / 180.0;
constexpr std::array<const char*, 2> kMarks = {"_r", "_l"};

double reserve_unit(const Body& body, int dof) {
  const Numbers& n = body.tables().numbers;
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

void read_fascicles(const Body& body, ColumnTable& table) {
  const auto& fascicles = body.tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    table.pulls.push_back(fascicles[m].strength * std::cos(fascicles[m].pennation));
    table.costs.push_back(fascicles[m].strength / body.strength_unit());
    if (fascicles[m].cocontracts) table.wall.push_back(static_cast<int>(m));
  }
}

void read_rows(const Body& body, ColumnTable& table) {
  table.row_of.assign(static_cast<std::size_t>(body.dofs()), -1);
  const double gate = body.tables().numbers.at("reserve.gate_Nm");
  for (std::size_t r = 0; r < body.rows().size(); ++r) {
    const int dof = body.rows()[r];
    table.row_of[static_cast<std::size_t>(dof)] = static_cast<int>(r);
    const double unit = reserve_unit(body, dof);
    if (unit > 0.0) table.reserves.push_back({dof, unit, gate / unit});
  }
}

void read_spine(const Body& body, ColumnTable& table) {
  const Numbers& n = body.tables().numbers;
  const auto& discs = body.tables().discs;
  ColumnTable::Pressure& p = table.pressure;
  for (std::size_t i = 0; i < table.discs.size(); ++i) {
    const std::string& above = discs[i].above;
    table.discs[i] = {body.joint(above), body.turn_dof(above),
                      body.disc_slide(static_cast<int>(i))};
    if (i + 1 < discs.size()) p.levels.push_back(body.segment(above));
  }
  p.unit_kPa = n.at("iap.unit_kPa");
  p.front = {n.at("iap.in_front_m"), 0.0, 0.0};
  p.pelvis = body.segment("pelvis");
  p.thorax = body.segment("thorax");
  p.wall = body.segment("abdomen");
  p.lowest = body.segment(discs.front().above);
  p.diaphragm_N = 1000.0 * p.unit_kPa * 1e-4 * n.at("iap.diaphragm_cm2");
  p.wall_N = 1000.0 * p.unit_kPa * 1e-4 * n.at("iap.wall_cm2");
  p.most = n.at("iap.most_kPa") / p.unit_kPa;
}

void read_side(const Body& body, std::size_t index, ColumnTable& table) {
  const Numbers& n = body.tables().numbers;
  const std::string mark = kMarks[index];
  ColumnTable::Side& side = table.sides[index];
  side.sign = index == 0 ? 1.0 : -1.0;
  const auto at = [&](const std::string& key) {
    return Point{n.at(key + "_x"), n.at(key + "_y"), side.sign * n.at(key + "_z")};
  };
  const auto vector = [&](const std::string& key) {
    const Point p = at(key);
    return Vector3d(p[0], p[1], p[2]);
  };
  side.scapula = body.segment("scapula" + mark);
  side.humerus = body.segment("humerus" + mark);
  side.ribs = vector("scapula.ribs");
  side.leans = {at("scapula.root"), at("scapula.angle")};
  side.clavicle_joint = body.joint("clavicle" + mark);
  side.clavicle_dof = body.turn_dof("clavicle" + mark);
  side.scapula_dof = body.turn_dof("scapula" + mark);
  side.humerus_dof = body.turn_dof("humerus" + mark);
  side.clavicle_axis = body.joint_in_parent("scapula" + mark).normalized();
  side.blade_axis = vector("scapula.root").normalized();
  side.socket_axis = vector("socket.axis").normalized();
  const double elbow = n.at("stop.elbow_deg") * kDegree, knee = n.at("stop.knee_deg") * kDegree;
  table.stops.push_back({body.joint("ulna" + mark), body.turn_dof("ulna" + mark), 1.0, elbow});
  table.stops.push_back({body.joint("tibia" + mark), body.turn_dof("tibia" + mark), -1.0, knee});
  table.hands[index] = body.segment("hand" + mark);
}

void read_girdle(const Body& body, ColumnTable& table) {
  const Numbers& n = body.tables().numbers;
  for (std::size_t side = 0; side < table.sides.size(); ++side) read_side(body, side, table);
  table.stop_Nm = n.at("stop.unit_Nm");
  table.ribs_radii2 =
      Vector3d(n.at("scapula.radius_x"), n.at("scapula.radius_y"), n.at("scapula.radius_z"))
          .cwiseAbs2();
  table.blade_N = n.at("scapula.unit_N");
  table.clavicle_Nm = n.at("ligament.girdle_Nm");
  table.scapula_Nm = n.at("ligament.blade_Nm");
  table.hangs = n.at("ligament.hangs_deg") * kDegree;
  table.socket_N = n.at("socket.unit_N");
  table.capsule_N = n.at("socket.capsule_N");
  table.twist_Nm = n.at("socket.twist_Nm");
  table.most_twist = n.at("socket.most_Nm") / table.twist_Nm;
  table.rim_upward = n.at("socket.upward");
  table.rim_forward = n.at("socket.forward");
}

}  // namespace

ColumnTable::ColumnTable(const Body& body) {
  const Numbers& n = body.tables().numbers;
  read_fascicles(body, *this);
  read_rows(body, *this);
  read_spine(body, *this);
  read_girdle(body, *this);
  // What is no muscle costs less beside weak muscles, so that strength alone, which scales every
  // activation, does not move a newton.
  ease = body.strength_ratio() * body.strength_ratio();
  contact_unit = n.at("contact.unit_N");
  grip_Nm = n.at("contact.grip_Nm");
  for (const Tie& tie : body.tables().ties) {
    ties.push_back({body.segment(tie.from.segment), body.segment(tie.to.segment), tie.from.at,
                    tie.to.at, tie.unit});
  }
}

}  // namespace strongback
