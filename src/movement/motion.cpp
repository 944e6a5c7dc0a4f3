#include "movement/motion.h"

#include <algorithm>
#include <string_view>

#include "base/expects.h"

namespace strongback {
namespace {

/// "foot_l" for "foot_r" and back; a name of the midline is its own mirror image.
std::string other_side(const std::string& name) {
  const std::string stem = name.substr(0, name.size() - std::min<std::size_t>(2, name.size()));
  if (name.ends_with("_r")) return stem + "_l";
  return name.ends_with("_l") ? stem + "_r" : name;
}

/// For each of `all` the index of its mirror image.
template <class Named>
std::vector<int> other_sides(const std::vector<Named>& all) {
  std::vector<int> others;
  for (const Named& one : all) {
    const std::string name = other_side(one.name);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Named& two) { return two.name == name; });
    expects(found != all.end(), "a paired name exists on both sides");
    others.push_back(static_cast<int>(found - all.begin()));
  }
  return others;
}

/// Midline angles toward one side change their sign; paired ones are counted alike on both sides.
bool turns_sideways(const std::string& name) {
  constexpr std::string_view kSideways[] = {"_list", "_turn", "_bend", "_twist"};
  return std::any_of(std::begin(kSideways), std::end(kSideways),
                     [&](std::string_view end) { return name.ends_with(end); });
}

LoadPlace other_place(LoadPlace place) {
  if (place == LoadPlace::HandRight) return LoadPlace::HandLeft;
  return place == LoadPlace::HandLeft ? LoadPlace::HandRight : place;
}

void mirror_load(const std::vector<int>& patches, Load& load) {
  load.place = other_place(load.place);
  for (Tether& tether : load.tethers) {
    tether.patch = patches[static_cast<std::size_t>(tether.patch)];
    tether.anchor[2] = -tether.anchor[2];
    if (tether.anchor_patch < 0) continue;
    tether.anchor_patch = patches[static_cast<std::size_t>(tether.anchor_patch)];
  }
}

}  // namespace

bool is_line(LoadKind kind) { return kind == LoadKind::Band || kind == LoadKind::Cable; }

Motion mirrored(const Motion& motion, const BodyTables& tables) {
  const auto coordinates = other_sides(tables.coordinates);
  const auto patches = other_sides(tables.patches);
  Motion image = motion;
  if (motion.side != 'm') image.side = motion.side == 'r' ? 'l' : 'r';
  for (Surface& surface : image.surfaces) {
    surface.point[2] = -surface.point[2];
    surface.normal[2] = -surface.normal[2];
  }
  for (Support& support : image.supports) {
    support.patch = patches[static_cast<std::size_t>(support.patch)];
    if (support.place) (*support.place)[1] = -(*support.place)[1];
  }
  for (Load& load : image.loads) mirror_load(patches, load);
  for (std::size_t i = 0; i < coordinates.size(); ++i) {
    const auto from = static_cast<std::size_t>(coordinates[i]);
    const double sign = turns_sideways(tables.coordinates[i].name) ? -1.0 : 1.0;
    for (std::size_t k = 0; k < motion.keyframes.size(); ++k) {
      image.keyframes[k].angles[i] = sign * motion.keyframes[k].angles[from];
    }
    image.give[i] = motion.give[from];
  }
  return image;
}

}  // namespace strongback
