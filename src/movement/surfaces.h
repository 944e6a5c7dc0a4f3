#pragma once

#include <string>
#include <vector>

#include "movement/motion.h"
#include "reading/fields.h"

namespace strongback {

inline constexpr const char* kFloor = "floor";  ///< the surface that is always there, at height 0

/// The words for SurfaceKind, in its order.
const std::vector<std::string>& surface_words();

/// Friction of skin, clothes or shoes against a surface of this kind [-]: design values, a little
/// below what dry shoes (0.6 to 0.9) and hands have, so that a posture does not rest on the limit.
double usual_friction(SurfaceKind kind);

/// One [[surface]].
Surface read_surface(Fields& fields);

}  // namespace strongback
