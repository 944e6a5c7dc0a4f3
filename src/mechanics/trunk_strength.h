#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "body/body.h"
#include "mechanics/least_effort.h"

namespace strongback {

/// A way to turn the trunk against resistance, about an axis of the world.
struct TrunkTask {
  std::string name;          ///< "trunk-extension"; the `moment` of a norm names it
  Eigen::Vector3d resisted;  ///< [-]  axis of the moment that is put on the rib cage
};

/// Extension is resisted by a moment that bends forward, and so on; right side and left are alike.
std::vector<TrunkTask> trunk_tasks();

/// How strong the upright trunk is.  Pelvis and legs are held, arms hang, pressure in the abdomen
/// is free up to its limit, and a pure moment on the rib cage, the same at every disc, grows until
/// no muscle forces keep every equation above the pelvis; what joints take without muscles is
/// bounded by the gate.
class TrunkStrength {
 public:
  explicit TrunkStrength(const Body& body);
  /// [N·m]  the greatest moment that the upright trunk can hold against `task`, to 0.5 N·m.
  double greatest(const TrunkTask& task);

 private:
  void keep(const EffortProblem& whole, const std::vector<Eigen::Index>& kept);
  [[nodiscard]] bool can_hold(const Eigen::VectorXd& moment, double size);

  PosedBody posed_;
  EffortProblem problem_;
  std::vector<int> dofs_;
  EffortSolver solver_;
};

}  // namespace strongback
