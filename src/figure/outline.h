#pragma once

#include <string>
#include <vector>

namespace strongback {

/// A circle on the page.
struct Circle {
  double x = 0.0, y = 0.0, r = 0.0;  ///< [px]
};

/// The outline of the convex hull of circles as an SVG path: arcs and the tangents between them.
std::string hull_path(const std::vector<Circle>& circles);

}  // namespace strongback
