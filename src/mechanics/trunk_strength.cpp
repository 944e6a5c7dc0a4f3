#include "mechanics/trunk_strength.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <cmath>

#include "mechanics/columns.h"

namespace strongback {
namespace {

constexpr std::array<const char*, 4> kHeld = {"pelvis", "femur", "tibia", "foot"};

/// [N·m]  (dofs)  generalized force of a pure moment of 1 N·m about `axis` on the rib cage.
Eigen::VectorXd unit_moment(const PosedBody& posed, const Eigen::Vector3d& axis) {
  return posed.turning_jacobian(posed.body().segment("thorax")).transpose() * axis;
}

}  // namespace

std::vector<TrunkTask> trunk_tasks() {
  return {{"trunk-extension", -Eigen::Vector3d::UnitZ()},
          {"trunk-flexion", Eigen::Vector3d::UnitZ()},
          {"trunk-bend", -Eigen::Vector3d::UnitX()},
          {"trunk-turn", -Eigen::Vector3d::UnitY()}};
}

TrunkStrength::TrunkStrength(const Body& body) : posed_(body) {
  const BodyTables& tables = body.tables();
  const Stance upright = Stance::Zero(static_cast<Eigen::Index>(tables.coordinates.size()) + 3);
  const Eigen::VectorXd still = Eigen::VectorXd::Zero(upright.size());
  posed_.move(upright, still, still);
  std::vector<std::vector<Arm>> arms;
  posed_.arms(arms);
  const Columns columns = make_columns(posed_, {}, arms);
  const EffortProblem whole = make_problem(body, columns);
  std::vector<Eigen::Index> kept;
  for (std::size_t r = 0; r < body.rows().size(); ++r) {
    const std::string& name = body.dof_name(body.rows()[r]);
    const bool is_held = std::any_of(
        kHeld.begin(), kHeld.end(), [&](const char* segment) { return name.starts_with(segment); });
    if (!is_held) kept.push_back(static_cast<Eigen::Index>(r));
  }
  keep(whole, kept);
  for (const Eigen::Index r : kept) dofs_.push_back(body.rows()[static_cast<std::size_t>(r)]);
  const double gate = tables.numbers.at("reserve.gate_Nm");
  for (auto c = static_cast<std::size_t>(columns.first_reserve); c < columns.all.size(); ++c) {
    const auto at = static_cast<Eigen::Index>(c);
    problem_.high[at] = gate / columns.all[c].on.front().meters;
    problem_.low[at] = -problem_.high[at];
  }
}

double TrunkStrength::greatest(const TrunkTask& task) {
  const Eigen::VectorXd moment = unit_moment(posed_, task.resisted);
  double low = 0.0, high = 1.0;
  while (high < 4096.0 && can_hold(moment, high)) {
    low = high;
    high *= 2.0;
  }
  while (high - low > 0.5) {
    const double middle = 0.5 * (low + high);
    (can_hold(moment, middle) ? low : high) = middle;
  }
  return low;
}

void TrunkStrength::keep(const EffortProblem& whole, const std::vector<Eigen::Index>& kept) {
  problem_ = whole;
  std::vector<Eigen::Triplet<double>> picks;
  problem_.b.resize(static_cast<Eigen::Index>(kept.size()));
  for (std::size_t i = 0; i < kept.size(); ++i) {
    picks.emplace_back(static_cast<int>(i), static_cast<int>(kept[i]), 1.0);
    problem_.b[static_cast<Eigen::Index>(i)] = whole.b[kept[i]];
  }
  Eigen::SparseMatrix<double> pick(static_cast<Eigen::Index>(kept.size()), whole.A.rows());
  pick.setFromTriplets(picks.begin(), picks.end());
  problem_.A = pick * whole.A;
}

bool TrunkStrength::can_hold(const Eigen::VectorXd& moment, double size) {
  EffortProblem loaded = problem_;
  for (std::size_t i = 0; i < dofs_.size(); ++i) {
    loaded.b[static_cast<Eigen::Index>(i)] -= size * moment[dofs_[i]];
  }
  return solver_.solve(loaded).has_value();
}

}  // namespace strongback
