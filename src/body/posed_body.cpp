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

}  // namespace

/// MuJoCo's state, and a model of its own, because loads change masses.
struct PosedBody::Work {
  std::unique_ptr<mjModel, FreeModel> model;
  std::unique_ptr<mjData, FreeData> data;
  Eigen::VectorXd lengths;
};

PosedBody::PosedBody(const Body& body) : body_(body), work_(std::make_unique<Work>()) {
  work_->model.reset(mj_copyModel(nullptr, body.parts().model.get()));
  work_->data.reset(mj_makeData(work_->model.get()));
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
  const Eigen::VectorXd now = Eigen::Map<const Eigen::VectorXd>(data.qpos, model.nq);
  const Eigen::VectorXd bow = 0.5 * kStep * kStep * acceleration;
  const Eigen::VectorXd after = to_qpos(body_.parts(), stance + kStep * rate + bow);
  const Eigen::VectorXd before = to_qpos(body_.parts(), stance - kStep * rate + bow);
  Eigen::VectorXd forward(model.nv), backward(model.nv);
  mj_differentiatePos(&model, forward.data(), kStep, now.data(), after.data());
  mj_differentiatePos(&model, backward.data(), kStep, before.data(), now.data());
  Eigen::Map<Eigen::VectorXd>(data.qvel, model.nv) = 0.5 * (forward + backward);
  Eigen::Map<Eigen::VectorXd>(data.qacc, model.nv) = (forward - backward) / kStep;
  mj_comVel(&model, &data);
  mj_rne(&model, &data, 1, demand_.data());
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

double PosedBody::hinge(const std::string& segment) const {
  const int joint = mj_name2id(work_->model.get(), mjOBJ_JOINT, segment.c_str());
  expects(joint >= 0, "the hinge exists");
  return work_->data->qpos[work_->model->jnt_qposadr[joint]];
}

Eigen::Vector3d PosedBody::turning(const std::string& segment) const {
  const int joint = mj_name2id(work_->model.get(), mjOBJ_JOINT, segment.c_str());
  expects(joint >= 0, "the joint exists");
  Eigen::Vector3d turn;
  mju_quat2Vel(turn.data(), work_->data->qpos + work_->model->jnt_qposadr[joint], 1.0);
  return turn;
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

Eigen::MatrixXd PosedBody::coordinate_map(const Stance& stance) const {
  constexpr double kSmall = 1e-6;
  const mjModel& model = *work_->model;
  Eigen::MatrixXd map(model.nv, stance.size());
  Stance moved = stance;
  for (Eigen::Index i = 0; i < stance.size(); ++i) {
    moved[i] = stance[i] + kSmall;
    const Eigen::VectorXd after = to_qpos(body_.parts(), moved);
    moved[i] = stance[i] - kSmall;
    const Eigen::VectorXd before = to_qpos(body_.parts(), moved);
    moved[i] = stance[i];
    mj_differentiatePos(&model, map.col(i).data(), 2.0 * kSmall, before.data(), after.data());
  }
  return map;
}

void PosedBody::arms(std::vector<std::vector<Arm>>& arms) {
  path_arms(body_.parts(), *work_->data, arms, work_->lengths);
}

void PosedBody::arms_by_mujoco(std::vector<std::vector<Arm>>& arms) {
  const mjModel& model = *work_->model;
  mjData& data = *work_->data;
  mj_tendon(&model, &data);
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
