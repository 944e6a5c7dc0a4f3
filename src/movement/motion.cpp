#include "movement/motion.h"

#include <algorithm>
#include <cmath>
#include <functional>
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

template <class Thing, class Same>
bool all_have_a_twin(const std::vector<Thing>& images, const std::vector<Thing>& things,
                     const Same& same) {
  return std::all_of(images.begin(), images.end(), [&](const Thing& image) {
    return std::any_of(things.begin(), things.end(),
                       [&](const Thing& thing) { return same(image, thing); });
  });
}

bool same_load(const Load& image, const Load& load) {
  return image.kind == load.kind && image.place == load.place && image.share == load.share &&
         image.tethers.size() == load.tethers.size() &&
         all_have_a_twin(image.tethers, load.tethers, std::equal_to<Tether>());
}

/// Does support `i` of the image stand wherever its twin in the motion stands?
bool has_twin(const Motion& image, const Motion& motion, std::size_t i) {
  for (std::size_t j = 0; j < motion.supports.size(); ++j) {
    if (!(image.supports[i] == motion.supports[j])) continue;
    const bool stands_alike = std::all_of(
        motion.keyframes.begin(), motion.keyframes.end(),
        [&](const Keyframe& keyframe) { return keyframe.stands[i] == keyframe.stands[j]; });
    if (stands_alike) return true;
  }
  return false;
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

Eigen::VectorXd MirrorMap::even(const Eigen::VectorXd& stance) const {
  Eigen::VectorXd result(stance.size());
  for (Eigen::Index i = 0; i < stance.size(); ++i) {
    result[i] = 0.5 * (stance[i] + sign[i] * stance[of[static_cast<std::size_t>(i)]]);
  }
  return result;
}

MirrorMap make_mirror_map(const BodyTables& tables) {
  MirrorMap map;
  const auto count = static_cast<Eigen::Index>(tables.coordinates.size());
  map.sign = Eigen::VectorXd::Ones(count + 3);
  for (const int other : other_sides(tables.coordinates)) map.of.push_back(other);
  for (Eigen::Index i = 0; i < count; ++i) {
    if (turns_sideways(tables.coordinates[static_cast<std::size_t>(i)].name)) map.sign[i] = -1.0;
  }
  for (Eigen::Index i = count; i < count + 3; ++i) map.of.push_back(i);
  map.sign[count + 2] = -1.0;  // to the right
  return map;
}

bool is_symmetric(const Motion& motion, const BodyTables& tables) {
  const Motion image = mirrored(motion, tables);
  constexpr double kAlike = 1e-12;  // [rad]
  for (std::size_t k = 0; k < motion.keyframes.size(); ++k) {
    for (std::size_t i = 0; i < motion.keyframes[k].angles.size(); ++i) {
      const double difference = image.keyframes[k].angles[i] - motion.keyframes[k].angles[i];
      if (std::abs(difference) > kAlike) return false;
    }
  }
  for (std::size_t i = 0; i < image.supports.size(); ++i) {
    if (!has_twin(image, motion, i)) return false;
  }
  return image.surfaces == motion.surfaces && image.give == motion.give &&
         all_have_a_twin(image.loads, motion.loads, same_load);
}

}  // namespace strongback
