#include <Eigen/Geometry>

#include "base/expects.h"
#include "body/body.h"
#include "body/parts.h"
#include "body/paths.h"

namespace strongback {
namespace {

struct FreeData {
  void operator()(mjData* data) const { mj_deleteData(data); }
};

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowMajor3 = Eigen::Matrix<double, 3, Eigen::Dynamic, Eigen::RowMajor>;

constexpr double kStep = 1e-3;  // [s]  for velocities and accelerations from positions
constexpr int kPelvis = 1;      // MuJoCo counts the world as body 0

/// mj_differentiatePos for one joint: the velocity that leads from `before` to `after` in `time`.
void differentiate(const mjModel& model, int joint, double time, const Eigen::VectorXd& before,
                   const Eigen::VectorXd& after, Eigen::Ref<Eigen::VectorXd> rate) {
  int at = model.jnt_qposadr[joint], dof = model.jnt_dofadr[joint];
  const int type = model.jnt_type[joint];
  const int slides = type == mjJNT_FREE ? 3 : (type == mjJNT_BALL ? 0 : 1);
  for (int i = 0; i < slides; ++i) rate[dof++] = (after[at + i] - before[at + i]) / time;
  if (slides == 1) return;
  at += slides;
  Eigen::Vector4d back, turn;
  mju_negQuat(back.data(), before.data() + at);
  mju_mulQuat(turn.data(), back.data(), after.data() + at);
  mju_quat2Vel(rate.data() + dof, turn.data(), time);
}

/// Adds `sign` times what a moment about the center of mass and a force there do along the joints
/// between a segment and its parent.
void add_wrench(const mjModel& model, const mjData& data, int segment, double sign,
                const Eigen::Vector3d& moment, const Eigen::Vector3d& force, Eigen::VectorXd& on) {
  const int first = model.body_dofadr[segment], count = model.body_dofnum[segment];
  for (int dof = first; dof < first + count; ++dof) {
    const mjtNum* c = data.cdof + 6 * dof;  // turning, then sliding at the center
    on[dof] += sign * (c[0] * moment.x() + c[1] * moment.y() + c[2] * moment.z() +
                       c[3] * force.x() + c[4] * force.y() + c[5] * force.z());
  }
}

}  // namespace

Eigen::Matrix3Xd Moves::of_point(int segment, const Eigen::Vector3d& at) const {
  const Twists& twists = twists_[static_cast<std::size_t>(segment)];
  const Eigen::Vector3d r = at - about_;
  Eigen::Matrix3Xd moves(3, twists.cols());
  for (Eigen::Index i = 0; i < twists.cols(); ++i) {
    moves.col(i) = twists.col(i).tail<3>() + Eigen::Vector3d(twists.col(i).head<3>()).cross(r);
  }
  return moves;
}

Eigen::RowVectorXd Moves::of_point_along(int segment, const Eigen::Vector3d& at,
                                         const Eigen::Vector3d& way) const {
  Eigen::Matrix<double, 1, 6> wrench;
  wrench << (at - about_).cross(way).transpose(), way.transpose();
  return wrench * twists_[static_cast<std::size_t>(segment)];
}

/// MuJoCo's state, and a model of its own, because loads change masses.  That one names no sites
/// and shapes, except while tendons ask for them: they make the most of MuJoCo's kinematics.
struct PosedBody::Work {
  std::unique_ptr<mjModel, FreeModel> model;
  std::unique_ptr<mjData, FreeData> data;
  Eigen::VectorXd lengths;
};

PosedBody::PosedBody(const Body& body) : body_(body), work_(std::make_unique<Work>()) {
  work_->model.reset(mj_copyModel(nullptr, body.parts().model.get()));
  work_->data.reset(mj_makeData(work_->model.get()));
  work_->model->nsite = work_->model->ngeom = 0;
  demand_ = Eigen::VectorXd::Zero(body.dofs());
}

PosedBody::~PosedBody() = default;

void PosedBody::carry(Carrier carrier, double kilograms) {
  const int load = body_.parts().carriers[static_cast<std::size_t>(carrier)];
  expects(load >= 0, "the body has a place for the load");
  mjModel& model = *work_->model;
  constexpr double kLeast = 1e-9;
  const double mass = std::max(kilograms, kLeast);
  const double added = mass - model.body_mass[load];
  model.body_mass[load] = mass;
  for (int b = load; b > 0; b = model.body_parentid[b]) model.body_subtreemass[b] += added;
  model.body_subtreemass[0] += added;
}

double PosedBody::carried(Carrier carrier) const {
  return work_->model->body_mass[body_.parts().carriers[static_cast<std::size_t>(carrier)]];
}

void PosedBody::pose(const Stance& stance) {
  expects(stance.size() == body_.parts().map.place + 3, "a stance names every coordinate");
  mjData& data = *work_->data;
  Eigen::Map<Eigen::VectorXd>(data.qpos, work_->model->nq) = to_qpos(body_.parts(), stance);
  mj_kinematics(work_->model.get(), &data);
  mj_comPos(work_->model.get(), &data);
}

void PosedBody::move(const Stance& stance, const Eigen::VectorXd& rate,
                     const Eigen::VectorXd& acceleration) {
  const mjModel& model = *work_->model;
  mjData& data = *work_->data;
  pose(stance);
  Eigen::Map<Eigen::VectorXd> velocity(data.qvel, model.nv), change(data.qacc, model.nv);
  velocity.setZero();
  change.setZero();
  if (!rate.isZero(0.0) || !acceleration.isZero(0.0)) {
    const Eigen::VectorXd now = Eigen::Map<const Eigen::VectorXd>(data.qpos, model.nq);
    const Eigen::VectorXd bow = 0.5 * kStep * kStep * acceleration;
    const Eigen::VectorXd after = to_qpos(body_.parts(), stance + kStep * rate + bow);
    const Eigen::VectorXd before = to_qpos(body_.parts(), stance - kStep * rate + bow);
    Eigen::VectorXd forward(model.nv), backward(model.nv);
    mj_differentiatePos(&model, forward.data(), kStep, now.data(), after.data());
    mj_differentiatePos(&model, backward.data(), kStep, before.data(), now.data());
    velocity = 0.5 * (forward + backward);
    change = (forward - backward) / kStep;
  }
  mj_comVel(&model, &data);
  mj_rne(&model, &data, 1, demand_.data());
}

Eigen::VectorXd PosedBody::qpos() const {
  return Eigen::Map<const Eigen::VectorXd>(work_->data->qpos, work_->model->nq);
}

Eigen::VectorXd PosedBody::qvel() const {
  return Eigen::Map<const Eigen::VectorXd>(work_->data->qvel, work_->model->nv);
}

Eigen::VectorXd PosedBody::qacc() const {
  return Eigen::Map<const Eigen::VectorXd>(work_->data->qacc, work_->model->nv);
}

Eigen::Vector3d PosedBody::point(int segment, const Point& local) const {
  const mjData& data = *work_->data;
  return Eigen::Map<const Eigen::Vector3d>(data.xpos + 3 * segment) +
         orientation(segment) * Eigen::Vector3d(local[0], local[1], local[2]);
}

Eigen::Matrix3d PosedBody::orientation(int segment) const {
  return Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(work_->data->xmat +
                                                                        9 * segment);
}

double PosedBody::hinge(const std::string& segment) const { return hinge(body_.joint(segment)); }

Eigen::Vector3d PosedBody::turning(const std::string& segment) const {
  return turning(body_.joint(segment));
}

double PosedBody::hinge(int joint) const {
  return work_->data->qpos[work_->model->jnt_qposadr[joint]];
}

Eigen::Vector3d PosedBody::turning(int joint) const {
  Eigen::Vector3d turn;
  mju_quat2Vel(turn.data(), work_->data->qpos + work_->model->jnt_qposadr[joint], 1.0);
  return turn;
}

void PosedBody::add_force(int segment, const Eigen::Vector3d& at, const Eigen::Vector3d& force,
                          Eigen::VectorXd& on) const {
  constexpr int kWorld = 0;  // which feels nothing
  add_pair(segment, kWorld, at, force, on);
}

void PosedBody::add_pair(int segment, int other, const Eigen::Vector3d& at,
                         const Eigen::Vector3d& force, Eigen::VectorXd& on) const {
  const mjModel& model = *work_->model;
  const Eigen::Vector3d moment = (at - center_of_mass()).cross(force);
  while (segment != other) {  // children come after their parents
    int& outer = segment > other ? segment : other;
    const double sign = segment > other ? 1.0 : -1.0;
    add_wrench(model, *work_->data, outer, sign, moment, force, on);
    outer = model.body_parentid[outer];
  }
}

void PosedBody::add_moment(int segment, const Eigen::Vector3d& moment, Eigen::VectorXd& on) const {
  const mjModel& model = *work_->model;
  for (int b = segment; b > 0; b = model.body_parentid[b]) {
    add_wrench(model, *work_->data, b, 1.0, moment, Eigen::Vector3d::Zero(), on);
  }
}

Eigen::Matrix3Xd PosedBody::jacobian(int segment, const Eigen::Vector3d& at) const {
  RowMajor3 result(3, body_.dofs());
  mj_jac(work_->model.get(), work_->data.get(), result.data(), nullptr, at.data(), segment);
  return result;
}

Eigen::Matrix3Xd PosedBody::turning_jacobian(int segment) const {
  RowMajor3 result(3, body_.dofs());
  mj_jacBody(work_->model.get(), work_->data.get(), nullptr, result.data(), segment);
  return result;
}

Eigen::Vector3d PosedBody::grip(Carrier carrier) const {
  const int load = body_.parts().carriers[static_cast<std::size_t>(carrier)];
  return Eigen::Map<const Eigen::Vector3d>(work_->data->xpos + 3 * load);
}

Eigen::Vector3d PosedBody::center_of_mass() const {
  return Eigen::Map<const Eigen::Vector3d>(work_->data->subtree_com + 3 * kPelvis);
}

Eigen::Matrix3Xd PosedBody::center_of_mass_jacobian() const {
  RowMajor3 result(3, body_.dofs());
  mj_jacSubtreeCom(work_->model.get(), work_->data.get(), result.data(), kPelvis);
  return result;
}

double PosedBody::total_mass() const { return work_->model->body_subtreemass[kPelvis]; }

/// A coordinate moves the joints of its own part alone, so only those are differenced.
Eigen::MatrixXd PosedBody::coordinate_map(const Stance& stance) const {
  constexpr double kSmall = 1e-6;
  const mjModel& model = *work_->model;
  Eigen::MatrixXd map = Eigen::MatrixXd::Zero(model.nv, stance.size());
  Stance moved = stance;
  Eigen::VectorXd before = Eigen::Map<const Eigen::VectorXd>(model.qpos0, model.nq);
  Eigen::VectorXd after = before;
  const auto& parts = body_.parts().map.parts;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const int i : parts[part].coordinates) {
      moved[i] = stance[i] + kSmall;
      place_part(body_.parts(), part, moved, after);
      moved[i] = stance[i] - kSmall;
      place_part(body_.parts(), part, moved, before);
      moved[i] = stance[i];
      for (const int joint : parts[part].joints) {
        differentiate(model, joint, 2.0 * kSmall, before, after, map.col(i));
      }
    }
  }
  return map;
}

Moves PosedBody::moves(const Stance& stance) const {
  const mjModel& model = *work_->model;
  const mjData& data = *work_->data;
  const Eigen::MatrixXd map = coordinate_map(stance);
  Moves moves;
  moves.about_ = center_of_mass();
  moves.twists_.resize(static_cast<std::size_t>(model.nbody));
  moves.twists_[0].setZero(6, stance.size());
  moves.center_of_mass_.setZero(3, stance.size());
  for (int b = kPelvis; b < model.nbody; ++b) {
    Moves::Twists& twists = moves.twists_[static_cast<std::size_t>(b)];
    twists = moves.twists_[static_cast<std::size_t>(model.body_parentid[b])];
    for (int dof = model.body_dofadr[b]; dof < model.body_dofadr[b] + model.body_dofnum[b]; ++dof) {
      const Eigen::Map<const Eigen::Matrix<double, 6, 1>> axis(data.cdof + 6 * dof);
      for (Eigen::Index i = 0; i < stance.size(); ++i) {
        if (map(dof, i) != 0.0) twists.col(i) += map(dof, i) * axis;
      }
    }
    const Eigen::Vector3d middle = Eigen::Map<const Eigen::Vector3d>(data.xipos + 3 * b);
    moves.center_of_mass_ += model.body_mass[b] / total_mass() * moves.of_point(b, middle);
  }
  return moves;
}

void PosedBody::arms(std::vector<std::vector<Arm>>& arms) {
  path_arms(body_.parts(), *work_->data, arms, work_->lengths);
}

void PosedBody::arms_by_mujoco(std::vector<std::vector<Arm>>& arms) {
  mjModel& model = *work_->model;
  mjData& data = *work_->data;
  model.nsite = body_.parts().model->nsite;
  model.ngeom = body_.parts().model->ngeom;
  mj_kinematics(&model, &data);
  mj_tendon(&model, &data);
  model.nsite = model.ngeom = 0;
  const Eigen::Map<const RowMajor> lengthening(data.ten_J, model.ntendon, model.nv);
  arms.resize(static_cast<std::size_t>(model.ntendon));
  work_->lengths = Eigen::Map<const Eigen::VectorXd>(data.ten_length, model.ntendon);
  for (int m = 0; m < model.ntendon; ++m) {
    auto& mine = arms[static_cast<std::size_t>(m)];
    mine.clear();
    for (int dof = 0; dof < model.nv; ++dof) {
      if (lengthening(m, dof) != 0.0) mine.push_back({dof, -lengthening(m, dof)});
    }
  }
}

const Eigen::VectorXd& PosedBody::lengths() const { return work_->lengths; }

}  // namespace strongback
