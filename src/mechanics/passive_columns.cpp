#include "mechanics/passive_columns.h"

#include <Eigen/Geometry>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

/// A hinge at the straight end of its range leans on bone: a moment that only bends it.
void add_stops(const PosedBody& posed, ColumnWriter& writer) {
  const double unit = writer.table().stop_Nm;
  for (const ColumnTable::Stop& stop : writer.table().stops) {
    const double bent = stop.sense * posed.hinge(stop.joint);
    if (bent <= stop.reach) writer.add(stop.dof, stop.sense * unit, 0.0, kHolds);
  }
}

/// The blade's spine root and lower angle lean on the ribs: forces that only push it off them.
void add_blades(const PosedBody& posed, ColumnWriter& writer) {
  const ColumnTable& table = writer.table();
  const int thorax = table.pressure.thorax;
  const Eigen::Matrix3d turn = posed.orientation(thorax);
  const Vector3d origin = posed.point(thorax, {0.0, 0.0, 0.0});
  for (const ColumnTable::Side& side : table.sides) {
    for (const Point& lean : side.leans) {
      const Vector3d at = posed.point(side.scapula, lean);
      const Vector3d inside = turn.transpose() * (at - origin) - side.ribs;
      const Vector3d push =
          table.blade_N * (turn * inside.cwiseQuotient(table.ribs_radii2).normalized());
      posed.add_pair(side.scapula, thorax, at, push, writer.on());
      writer.add(0.0, kHolds);
    }
  }
}

/// A moment about `axis` of a segment's own frame, both ways.
void add_turning(int turn_dof, const Vector3d& axis, double unit, ColumnWriter& writer) {
  writer.on().segment<3>(turn_dof) = unit * axis;
  writer.add(-kHolds, kHolds);
}

/// Ligaments hold the shoulder blade to the collar bone against tilting about its spine, and that
/// to the first rib against turning about its length (coracoclavicular, costoclavicular), which no
/// muscle does.  And the collar bone hangs near the lower end of its range: capsule and first rib
/// carry the shoulder there, which is why the trapezius rests in quiet standing (Johnson et al.
/// 1994 Clin Biomech 9:44).
void add_girdle_ligaments(const PosedBody& posed, ColumnWriter& writer) {
  const ColumnTable& table = writer.table();
  for (const ColumnTable::Side& side : table.sides) {
    add_turning(side.clavicle_dof, side.clavicle_axis, table.clavicle_Nm, writer);
    add_turning(side.scapula_dof, side.blade_axis, table.scapula_Nm, writer);
    const double lifts = -side.sign;  // turning about x that raises the outer end
    const double raised = lifts * posed.turning(side.clavicle_joint).x();
    if (raised > table.hangs) continue;
    writer.add(side.clavicle_dof, lifts * table.clavicle_Nm, 0.0, kHolds);
  }
}

/// The socket of the shoulder presses on the head of the humerus within an ellipse of directions
/// about its axis: beyond it the head would roll over the rim (stability ratios: Lippitt et al.
/// 1993, Halder et al. 2001).  What presses elsewhere or pulls out is left to the capsule, which is
/// dear, so that the cuff works.
void add_sockets(const PosedBody& posed, ColumnWriter& writer) {
  const ColumnTable& table = writer.table();
  for (const ColumnTable::Side& side : table.sides) {
    const Eigen::Matrix3d turn = posed.orientation(side.scapula);
    const Vector3d& axis = side.socket_axis;
    const Vector3d up = (Vector3d::UnitY() - axis * axis.y()).normalized();
    const Vector3d along = axis.cross(up);
    const Vector3d at = posed.point(side.humerus, {0.0, 0.0, 0.0});
    const auto push = [&](const Vector3d& way, double size, double low) {
      posed.add_pair(side.humerus, side.scapula, at, size * (turn * way), writer.on());
      writer.add(low, kHolds);
    };
    constexpr int kEdges = 8;
    for (int i = 0; i < kEdges; ++i) {
      const double turned = 2.0 * M_PI * i / kEdges;
      push(axis + table.rim_upward * std::cos(turned) * up +
               table.rim_forward * std::sin(turned) * along,
           table.socket_N, 0.0);
    }
    for (int i = 0; i < 3; ++i) push(Vector3d::Unit(i), table.capsule_N, -kHolds);
    constexpr int kLength = 1;  // the humerus's own y
    writer.add(side.humerus_dof + kLength, table.twist_Nm, -table.most_twist, table.most_twist);
  }
}

/// Sheets and cords that only pull: data/body/ties.toml.
void add_ties(const PosedBody& posed, ColumnWriter& writer) {
  for (const ColumnTable::Cord& tie : writer.table().ties) {
    const Vector3d a = posed.point(tie.from, tie.at_from), b = posed.point(tie.to, tie.at_to);
    posed.add_pair(tie.from, tie.to, a, tie.unit * (b - a).normalized(), writer.on());
    writer.add(0.0, kHolds);
  }
}

}  // namespace

Actuator& ColumnWriter::next(double low, double high) {
  if (count_ == columns_.all.size()) columns_.all.emplace_back();
  Actuator& column = columns_.all[count_++];
  column.cost = 1.0 / table().ease;
  column.low = low;
  column.high = high;
  return column;
}

void ColumnWriter::add(double low, double high) {
  constexpr double kNothing = 1e-12;
  Actuator& column = next(low, high);
  column.on.clear();
  for (Eigen::Index dof = 0; dof < on_.size(); ++dof) {
    if (std::abs(on_[dof]) > kNothing) column.on.push_back({static_cast<int>(dof), on_[dof]});
  }
  on_.setZero();
}

void ColumnWriter::add(int dof, double unit, double low, double high) {
  next(low, high).on.assign(1, {dof, unit});
}

void add_passive(const PosedBody& posed, ColumnWriter& writer) {
  add_stops(posed, writer);
  add_blades(posed, writer);
  add_sockets(posed, writer);
  add_girdle_ligaments(posed, writer);
  add_ties(posed, writer);
}

}  // namespace strongback
