#pragma once

#include <Eigen/Core>
#include <vector>

#include "figure/scene.h"

namespace strongback {

/// A view from infinity: what is to the right, up, and toward the eye.
struct Camera {
  Eigen::Vector3d right, up, toward;
  /// [m]  right, up, toward
  [[nodiscard]] Eigen::Vector3d seen(const Eigen::Vector3d& at) const {
    return {right.dot(at), up.dot(at), toward.dot(at)};
  }
};

/// From the right of the room's middle, or from its left.
Camera side_camera(bool from_right);

/// From behind or before, on that side, a little above: from where the working muscles of `scenes`
/// are seen best.
Camera three_quarter_camera(const std::vector<const Scene*>& scenes, bool from_right);

/// The runs of a strand that lie on the near side of their part's middle line.
std::vector<std::vector<Eigen::Vector3d>> visible_runs(const std::vector<Eigen::Vector3d>& strand,
                                                       const Part& part, const Camera& camera);

/// The point of a middle line next to `at`.
Eigen::Vector3d nearest_on(const std::vector<Eigen::Vector3d>& line, const Eigen::Vector3d& at);

}  // namespace strongback
