#include "movement/footings.h"

namespace strongback {

using Eigen::Vector3d;

std::vector<Gap> gaps_of(const PosedBody& posed, const Footing& footing) {
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < footing.points.size(); ++i) {
    const Vector3d at = posed.point(footing.segment, footing.points[i]);
    if (footing.anchors.empty()) {
      gaps.push_back({i, at, footing.normal, footing.normal.dot(at - footing.on)});
      continue;
    }
    for (int axis = 0; axis < 3; ++axis) {
      gaps.push_back({i, at, Vector3d::Unit(axis), (at - footing.anchors[i])[axis]});
    }
  }
  return gaps;
}

Vector3d middle_of(const PosedBody& posed, const Footing& footing) {
  Vector3d middle = Vector3d::Zero();
  for (const Point& p : footing.points) middle += posed.point(footing.segment, p);
  return middle / static_cast<double>(footing.points.size());
}

}  // namespace strongback
