#include "figure/camera.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

Camera camera_from(const Vector3d& toward) {
  const Vector3d right = Vector3d::UnitY().cross(toward).normalized();
  return {right, toward.cross(right), toward};
}

/// How much muscle work the eye sees.
double work_seen(const std::vector<const Scene*>& scenes, const Camera& camera) {
  double seen = 0.0;
  for (const Scene* scene : scenes) {
    for (const Part& part : scene->parts) {
      for (const MuscleShape& muscle : part.muscles) {
        double all = 0.0, visible = 0.0;
        for (const auto& strand : muscle.strands) {
          all += static_cast<double>(strand.size());
          for (const auto& run : visible_runs(strand, part, camera)) {
            visible += static_cast<double>(run.size());
          }
        }
        seen += muscle.activation * muscle.strength * visible / std::max(all, 1.0);
      }
    }
  }
  return seen;
}

}  // namespace

Vector3d nearest_on(const std::vector<Vector3d>& line, const Vector3d& at) {
  Vector3d best = line.front();
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vector3d way = line[i] - line[i - 1];
    const double share = way.squaredNorm() > 0.0
                             ? std::clamp(way.dot(at - line[i - 1]) / way.squaredNorm(), 0.0, 1.0)
                             : 0.0;
    const Vector3d here = line[i - 1] + share * way;
    if ((here - at).squaredNorm() < (best - at).squaredNorm()) best = here;
  }
  return best;
}

std::vector<std::vector<Vector3d>> visible_runs(const std::vector<Vector3d>& strand,
                                                const Part& part, const Camera& camera) {
  // What goes around a limb is seen a little beyond its middle, most of all the buttock; the trunk
  // is too deep for that.
  const double behind = part.name == "trunk"           ? -0.005
                        : part.name.starts_with("leg") ? -0.055
                                                       : -0.03;  // [m]
  std::vector<std::vector<Vector3d>> runs;
  bool is_open = false;
  for (const Vector3d& point : strand) {
    const bool is_near = camera.toward.dot(point - nearest_on(part.core, point)) > behind;
    if (is_near && !is_open) runs.emplace_back();
    if (is_near) runs.back().push_back(point);
    is_open = is_near;
  }
  std::erase_if(runs, [](const auto& run) { return run.size() < 2; });
  return runs;
}

Camera side_camera(bool from_right) {
  return camera_from(from_right ? Vector3d::UnitZ() : Vector3d(-Vector3d::UnitZ()));
}

Camera three_quarter_camera(const std::vector<const Scene*>& scenes, bool from_right) {
  constexpr double kTurn = 50.0 * kDegree, kAbove = 20.0 * kDegree;  // (design values)
  Camera best{};
  double most = -1.0;
  for (const double behind : {1.0, -1.0}) {
    const Vector3d level(-behind * std::sin(kTurn), 0.0,
                         (from_right ? 1.0 : -1.0) * std::cos(kTurn));
    const Camera camera =
        camera_from(std::cos(kAbove) * level + std::sin(kAbove) * Vector3d::UnitY());
    constexpr double kClearly = 1.1;  // from behind, unless the front shows clearly more
    const double seen = work_seen(scenes, camera) / (behind > 0.0 ? 1.0 : kClearly);
    if (seen <= most) continue;
    most = seen;
    best = camera;
  }
  return best;
}

}  // namespace strongback
