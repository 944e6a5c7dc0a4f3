#include "mechanics/passive_columns.h"

#include <Eigen/Geometry>
#include <array>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

constexpr double kDegree = 3.14159265358979323846 / 180.0;

/// A hinge at the straight end of its range leans on bone: a moment that only bends it.
void add_stops(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = n.at("stop.unit_Nm");
  const auto add = [&](const std::string& segment, double sense, double reach_deg) {
    const double bent = sense * posed.hinge(segment);
    if (bent > reach_deg * kDegree) return;
    columns.all.push_back({{{body.turn_dof(segment), sense * unit}}, 1.0, 0.0, kHolds});
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
      columns.all.push_back({sparse(on), 1.0, 0.0, kHolds});
    }
  }
}

/// A moment about `axis` of a segment's own frame, both ways.
void add_turning(const Body& body, const std::string& segment, const Vector3d& axis, double unit,
                 Columns& columns) {
  Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
  on.segment<3>(body.turn_dof(segment)) = unit * axis.normalized();
  columns.all.push_back({sparse(on), 1.0, -kHolds, kHolds});
}

/// Ligaments hold the shoulder blade to the collar bone against tilting about its spine, and that
/// to the first rib against turning about its length (coracoclavicular, costoclavicular), which no
/// muscle does.  And the collar bone hangs near the lower end of its range: capsule and first rib
/// carry the shoulder there, which is why the trapezius rests in quiet standing (Johnson et al.
/// 1994 Clin Biomech 9:44).
void add_girdle_ligaments(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = n.at("ligament.girdle_Nm");
  for (const std::string side : {"_r", "_l"}) {
    const double sign = side == "_r" ? 1.0 : -1.0;
    const Vector3d spine = {n.at("scapula.root_x"), n.at("scapula.root_y"),
                            sign * n.at("scapula.root_z")};
    add_turning(body, "clavicle" + side, body.joint_in_parent("scapula" + side), unit, columns);
    add_turning(body, "scapula" + side, spine, n.at("ligament.blade_Nm"), columns);
    const double lifts = -sign;  // turning about x that raises the outer end
    const double raised = lifts * posed.turning("clavicle" + side).x();
    if (raised > n.at("ligament.hangs_deg") * kDegree) continue;
    columns.all.push_back({{{body.turn_dof("clavicle" + side), lifts * unit}}, 1.0, 0.0, kHolds});
  }
}

/// The socket of the shoulder presses on the head of the humerus within an ellipse of directions
/// about its axis: beyond it the head would roll over the rim (stability ratios: Lippitt et al.
/// 1993, Halder et al. 2001).  What presses elsewhere or pulls out is left to the capsule, which is
/// dear, so that the cuff works.
void add_sockets(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double unit = n.at("socket.unit_N"), capsule = n.at("socket.capsule_N");
  for (const char* side : {"_r", "_l"}) {
    const double sign = side[1] == 'r' ? 1.0 : -1.0;
    const int scapula = body.segment(std::string("scapula") + side);
    const int humerus = body.segment(std::string("humerus") + side);
    const Eigen::Matrix3d turn = posed.orientation(scapula);
    const Vector3d axis =
        Vector3d(n.at("socket.axis_x"), n.at("socket.axis_y"), sign * n.at("socket.axis_z"))
            .normalized();
    const Vector3d up = (Vector3d::UnitY() - axis * axis.y()).normalized();
    const Vector3d along = axis.cross(up);
    const Vector3d at = posed.point(humerus, {0.0, 0.0, 0.0});
    // How the head moves against the socket, by degree of freedom.
    const Eigen::Matrix3Xd apart = posed.jacobian(humerus, at) - posed.jacobian(scapula, at);
    const auto push = [&](const Vector3d& way, double size, double low) {
      columns.all.push_back({sparse(apart.transpose() * (size * (turn * way))), 1.0, low, kHolds});
    };
    constexpr int kEdges = 8;
    for (int i = 0; i < kEdges; ++i) {
      const double turned = 2.0 * M_PI * i / kEdges;
      push(axis + n.at("socket.upward") * std::cos(turned) * up +
               n.at("socket.forward") * std::sin(turned) * along,
           unit, 0.0);
    }
    for (int i = 0; i < 3; ++i) push(Vector3d::Unit(i), capsule, -kHolds);
    constexpr int kLength = 1;  // the humerus's own y
    const double twist = n.at("socket.twist_Nm"), most = n.at("socket.most_Nm") / twist;
    columns.all.push_back(
        {{{body.turn_dof(std::string("humerus") + side) + kLength, twist}}, 1.0, -most, most});
  }
}

/// Sheets and cords that only pull: data/body/ties.toml.
void add_ties(const PosedBody& posed, Columns& columns) {
  const Body& body = posed.body();
  for (const Tie& tie : body.tables().ties) {
    const int from = body.segment(tie.from.segment), to = body.segment(tie.to.segment);
    const Vector3d a = posed.point(from, tie.from.at), b = posed.point(to, tie.to.at);
    const Vector3d pull = tie.unit * (b - a).normalized();
    Eigen::VectorXd on = Eigen::VectorXd::Zero(body.dofs());
    add_force(posed, from, a, pull, on);
    add_force(posed, to, b, -pull, on);
    columns.all.push_back({sparse(on), 1.0, 0.0, kHolds});
  }
}

}  // namespace

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

void add_passive(const PosedBody& posed, Columns& columns) {
  add_stops(posed, columns);
  add_blades(posed, columns);
  add_sockets(posed, columns);
  add_girdle_ligaments(posed, columns);
  add_ties(posed, columns);
}

}  // namespace strongback
