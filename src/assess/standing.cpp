#include "assess/standing.h"

namespace strongback {

Motion standing_posture(const BodyTables& tables) {
  Motion motion;
  motion.surfaces.push_back({});
  motion.surfaces.back().id = "floor";
  for (std::size_t i = 0; i < tables.patches.size(); ++i) {
    const std::string& name = tables.patches[i].name;
    if (name != "foot_r" && name != "foot_l") continue;
    Support support;
    support.patch = static_cast<int>(i);
    motion.supports.push_back(support);
  }
  Keyframe keyframe;
  keyframe.name = "standing";
  keyframe.angles.assign(tables.coordinates.size(), 0.0);
  keyframe.stands.assign(motion.supports.size(), true);
  motion.keyframes.push_back(std::move(keyframe));
  motion.give.resize(tables.coordinates.size());
  return motion;
}

}  // namespace strongback
