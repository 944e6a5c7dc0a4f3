#include "mechanics/read_out.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

/// [N, N·m]  (dofs)  what `first` to `last` do together.
Eigen::VectorXd acted(const Columns& columns, const Eigen::VectorXd& x, int first, int last) {
  Eigen::VectorXd on = Eigen::VectorXd::Zero(columns.needed.size());
  for (int c = first; c < last; ++c) {
    if (x[c] == 0.0) continue;
    for (const Arm& arm : columns.all[static_cast<std::size_t>(c)].on) {
      on[arm.dof] += arm.meters * x[c];
    }
  }
  return on;
}

/// The disc's normal and forward direction in the frame of the segment below it: its tilt, and
/// half of what the joint is turned.
struct DiscFrame {
  Vector3d up, forward, right;
};

DiscFrame frame_of(const PosedBody& posed, const Disc& disc) {
  const Vector3d turn = posed.turning(disc.above);
  const double angle = turn.norm();
  const Eigen::AngleAxisd half(0.5 * angle,
                               angle > 0.0 ? Vector3d(turn / angle) : Vector3d::UnitZ());
  const Eigen::Matrix3d frame =
      half.toRotationMatrix() * Eigen::AngleAxisd(disc.tilt, Vector3d::UnitZ()).toRotationMatrix();
  return {frame.col(1), frame.col(0), frame.col(2)};
}

}  // namespace

std::array<DiscForce, 6> disc_forces(const PosedBody& posed, const Columns& columns,
                                     const Eigen::VectorXd& x) {
  const Body& body = posed.body();
  const int all = static_cast<int>(columns.all.size());
  const Eigen::VectorXd left_open = columns.needed - acted(columns, x, 0, all);
  const Eigen::VectorXd outside =
      columns.external - acted(columns, x, columns.first_contact, columns.pressure);
  std::array<DiscForce, 6> forces;
  for (int i = 0; i < 6; ++i) {
    const Disc& disc = body.tables().discs[static_cast<std::size_t>(i)];
    const DiscFrame frame = frame_of(posed, disc);
    // The sliding rows ask for the force of the lower vertebra on the upper one.
    const Vector3d on_upper = left_open.segment<3>(body.disc_slide(i));
    const Vector3d moment = outside.segment<3>(body.turn_dof(disc.above));
    DiscForce& force = forces[static_cast<std::size_t>(i)];
    force.compression = on_upper.dot(frame.up) +
                        passive_compression(body.tables(), disc, posed.turning(disc.above).z());
    force.shear = -on_upper.dot(frame.forward);
    force.side_shear = -on_upper.dot(frame.right);
    force.twist = -moment.dot(frame.up);
  }
  return forces;
}

Recruitment read_out(const PosedBody& posed, const Setting& setting, const Columns& columns,
                     const EffortAnswer& answer) {
  const Body& body = posed.body();
  const Eigen::VectorXd& x = answer.x;
  Recruitment result;
  result.activation = x.head(columns.fascicles);
  result.force.resize(columns.fascicles);
  for (int m = 0; m < columns.fascicles; ++m) {
    const Fascicle& fascicle = body.tables().fascicles[static_cast<std::size_t>(m)];
    result.force[m] = x[m] * fascicle.strength * std::cos(fascicle.pennation);
  }
  result.discs = disc_forces(posed, columns, x);
  int at = columns.first_contact;
  for (std::size_t c = 0; c < setting.contacts.size(); ++c) {
    Vector3d force = Vector3d::Zero();
    for (const Vector3d& direction : generators_of(setting.contacts[c])) {
      force += contact_unit(body) * x[at++] * direction;
    }
    result.contact.push_back(force);
  }
  result.iap = x[columns.pressure] * 1000.0 * body.tables().numbers.at("iap.unit_kPa");
  const Eigen::VectorXd open = columns.needed - acted(columns, x, 0, columns.first_reserve);
  for (const int dof : body.rows()) {
    double& worst = body.is_slide(dof) ? result.residual_force : result.residual_moment;
    worst = std::max(worst, std::abs(open[dof]));
  }
  for (std::size_t c = static_cast<std::size_t>(columns.first_reserve); c < columns.all.size();
       ++c) {
    const Arm& arm = columns.all[c].on.front();
    result.reserves.emplace_back(arm.dof, arm.meters * x[static_cast<Eigen::Index>(c)]);
  }
  return result;
}

}  // namespace strongback
