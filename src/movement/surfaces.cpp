#include "movement/surfaces.h"

#include <fmt/format.h>

#include <cmath>

#include "base/expects.h"
#include "movement/readers.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestId = 40;
constexpr Range kHeights{0.0, 3.0, "m"};
constexpr Range kDistances{-3.0, 3.0, "m"};
constexpr Range kSlopes{-180.0, 180.0, "deg"};
constexpr Range kFrictions{0.05, 2.0, ""};

/// A plane that rises toward +x by `slope` [rad].
Point normal_of(double slope) { return {-std::sin(slope), std::cos(slope), 0.0}; }

void place_wall(Fields& fields, Surface& surface) {
  const double at = fields.need_number("at_m", kDistances);
  surface.point = {at, 0.0, 0.0};
  surface.normal = {at > 0.0 ? -1.0 : 1.0, 0.0, 0.0};
  if (at == 0.0 && fields.has("at_m")) {
    fields.problem(fields.find_node("at_m")->place, "a wall stands in front of the body or behind",
                   "'at_m' is above 0 in front and below 0 behind");
  }
  for (const char* key : {"height_m", "slope_deg"}) {
    const Node* node = fields.find_node(key);
    if (node == nullptr) continue;
    fields.problem(node->place, fmt::format("a wall has no '{}'", key),
                   "'at_m' says how far in front of the body it stands, below 0 behind");
  }
}

void place_plane(Fields& fields, Surface& surface) {
  const double height = fields.need_number("height_m", kHeights);
  const bool must_slope = surface.kind == SurfaceKind::Incline;
  const double slope = must_slope ? fields.need_number("slope_deg", kSlopes)
                                  : fields.find_number("slope_deg", kSlopes).value_or(0.0);
  const double at = fields.find_number("at_m", kDistances).value_or(0.0);
  surface.point = {at, height, 0.0};
  if (slope != 0.0) {
    surface.normal = normal_of(slope * kDegree);
  } else if (fields.has("at_m") && !fields.has("slope_deg")) {
    fields.problem(
        fields.find_node("at_m")->place, "'at_m' says nothing of a level surface",
        "leave it out, or give 'slope_deg'; 'place_m' of a support says where it stands");
  }
}

}  // namespace

const std::vector<std::string>& surface_words() {
  static const std::vector<std::string> words = {"floor", "bench", "incline", "chair",
                                                 "wall",  "table", "ball",    "step",
                                                 "pad",   "bar",   "straps",  "body"};
  return words;
}

double usual_friction(SurfaceKind kind) {
  switch (kind) {
    case SurfaceKind::Wall:
    case SurfaceKind::Table:
      return 0.5;
    case SurfaceKind::Bar:
    case SurfaceKind::Straps:
      return 0.8;
    default:
      return 0.6;
  }
}

Surface read_surface(Fields& fields) {
  Surface surface;
  const Placed id = fields.need_placed("id", kLongestId);
  surface.id = id.text;
  if (id.text.empty() && fields.has("id")) fields.problem(id.place, "'id' must not be empty");
  if (id.text == kFloor) {
    fields.problem(id.place, "the floor is always there, at height 0",
                   "leave it out, or choose another id");
  }
  // The floor is no choice: its word is the first.
  const std::vector<std::string> words(surface_words().begin() + 1, surface_words().end());
  if (!fields.has("kind")) fields.need_choice("kind", words);
  const auto choice = fields.find_choice("kind", words);
  if (!choice) return surface;  // which keys fit cannot be told
  surface.kind = static_cast<SurfaceKind>(*choice + 1);
  if (surface.kind == SurfaceKind::Wall) {
    place_wall(fields, surface);
  } else {
    place_plane(fields, surface);
  }
  surface.friction =
      fields.find_number("friction", kFrictions).value_or(usual_friction(surface.kind));
  surface.scales_with_stature = fields.find_flag("scale_with_stature").value_or(false);
  fields.finish();
  return surface;
}

}  // namespace strongback
