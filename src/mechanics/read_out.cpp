#include "mechanics/read_out.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

/// [N, N·m]  (dofs)  `given` less what `first` to `last` do together.
Eigen::VectorXd less(const Eigen::VectorXd& given, const Columns& columns, const Eigen::VectorXd& x,
                     int first, int last) {
  Eigen::VectorXd rest = given;
  for (int c = first; c < last; ++c) {
    if (x[c] == 0.0) continue;
    for (const Arm& arm : columns.all[static_cast<std::size_t>(c)].on) {
      rest[arm.dof] -= arm.meters * x[c];
    }
  }
  return rest;
}

/// [N, N·m]  (dofs)  what all columns together leave open.
Eigen::VectorXd left_open_by(const Columns& columns, const Eigen::VectorXd& x) {
  return less(columns.needed, columns, x, 0, static_cast<int>(columns.all.size()));
}

/// The disc's normal and forward direction in the frame of the segment below it: its tilt, and
/// half of what the joint is turned.
struct DiscFrame {
  Vector3d up, forward, right;
};

DiscFrame frame_of(const Disc& disc, const Vector3d& turn) {
  const double angle = turn.norm();
  const Eigen::AngleAxisd half(0.5 * angle,
                               angle > 0.0 ? Vector3d(turn / angle) : Vector3d::UnitZ());
  const Eigen::Matrix3d frame =
      half.toRotationMatrix() * Eigen::AngleAxisd(disc.tilt, Vector3d::UnitZ()).toRotationMatrix();
  return {frame.col(1), frame.col(0), frame.col(2)};
}

std::array<DiscForce, 6> disc_forces_of(const PosedBody& posed, const Columns& columns,
                                        const Eigen::VectorXd& x,
                                        const Eigen::VectorXd& left_open) {
  const BodyTables& tables = posed.body().tables();
  const Eigen::VectorXd outside =
      less(columns.external, columns, x, columns.first_contact, columns.pressure);
  std::array<DiscForce, 6> forces;
  for (std::size_t i = 0; i < forces.size(); ++i) {
    const Disc& disc = tables.discs[i];
    const ColumnTable::DiscPlace& place = columns.table->discs[i];
    const Vector3d turn = posed.turning(place.joint);
    const DiscFrame frame = frame_of(disc, turn);
    // The sliding rows ask for the force of the lower vertebra on the upper one.
    const Vector3d on_upper = left_open.segment<3>(place.slide_dof);
    const Vector3d moment = outside.segment<3>(place.turn_dof);
    forces[i].compression = on_upper.dot(frame.up) + passive_compression(tables, disc, turn.z());
    forces[i].shear = -on_upper.dot(frame.forward);
    forces[i].side_shear = -on_upper.dot(frame.right);
    forces[i].twist = -moment.dot(frame.up);
  }
  return forces;
}

}  // namespace

std::array<DiscForce, 6> disc_forces(const PosedBody& posed, const Columns& columns,
                                     const Eigen::VectorXd& x) {
  return disc_forces_of(posed, columns, x, left_open_by(columns, x));
}

Recruitment read_out(const PosedBody& posed, const Setting& setting, const Columns& columns,
                     const EffortAnswer& answer) {
  const Body& body = posed.body();
  const Eigen::VectorXd& x = answer.x;
  Recruitment result;
  result.activation = x.head(columns.fascicles);
  result.force.resize(columns.fascicles);
  for (int m = 0; m < columns.fascicles; ++m) {
    result.force[m] = x[m] * columns.table->pulls[static_cast<std::size_t>(m)];
  }
  Eigen::VectorXd open = left_open_by(columns, x);
  result.discs = disc_forces_of(posed, columns, x, open);
  int at = columns.first_contact;
  for (std::size_t c = 0; c < setting.contacts.size(); ++c) {
    Vector3d force = Vector3d::Zero();
    for (const Vector3d& direction : generators_of(setting.contacts[c])) {
      force += columns.table->contact_unit * x[at++] * direction;
    }
    result.contact.push_back(force);
  }
  result.iap = x[columns.pressure] * 1000.0 * columns.table->pressure.unit_kPa;
  for (std::size_t c = static_cast<std::size_t>(columns.first_reserve); c < columns.all.size();
       ++c) {
    const Arm& arm = columns.all[c].on.front();
    result.reserves.emplace_back(arm.dof, arm.meters * x[static_cast<Eigen::Index>(c)]);
    open[arm.dof] += result.reserves.back().second;  // what a reserve carries is missing, too
  }
  for (const int dof : body.rows()) {
    double& worst = body.is_slide(dof) ? result.residual_force : result.residual_moment;
    worst = std::max(worst, std::abs(open[dof]));
  }
  return result;
}

}  // namespace strongback
