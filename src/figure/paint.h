#pragma once

#include <string>
#include <vector>

#include "figure/camera.h"
#include "figure/scene.h"

namespace strongback {

/// Where a view lies on the page.
struct Placing {
  double scale = 1.0;                      ///< [px/m]
  double left = 0.0, bottom = 0.0;         ///< [px]  of the page
  double from_right = 0.0, from_up = 0.0;  ///< [m]  what is drawn there
};

/// What a scene covers in a view.
struct Extent {
  double low_right = 0.0, high_right = 0.0, low_up = 0.0, high_up = 0.0;  ///< [m]
};
Extent extent_of(const Scene& scene, const Camera& camera);
Extent both(const Extent& a, const Extent& b);

/// The elements of one scene in one view, painted from far to near.  `id` makes names unique.
std::string painted(const Scene& scene, const Camera& camera, const Placing& placing,
                    const std::string& id);

/// Where on the page a muscle is seen best, if it is.
struct Seen {
  double x = 0.0, y = 0.0;  ///< [px]
};
std::vector<Seen> where_seen(const Scene& scene, const Camera& camera, const Placing& placing,
                             const std::string& muscle, char side);

/// The style of all elements, for light and dark pages.
const std::string& figure_style();

/// 0 to 10, for the color of an activation: steps of its square root.
int color_step(double activation);

}  // namespace strongback
