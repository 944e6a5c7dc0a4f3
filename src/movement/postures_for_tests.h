#pragma once

#include <gtest/gtest.h>

#include <string>

#include "body/man_for_tests.h"
#include "movement/read_motion.h"

namespace strongback {

/// The motion that `text` tells; a posture of its own where it names no exercise.
inline Motion motion_from(const std::string& text) {
  const bool is_pose = text.find("exercise =") == std::string::npos;
  const auto document = parse_document(is_pose ? "a.pose.toml" : "a_b.motion.toml",
                                       "schema = 1\nsource = \"own design\"\n" + text);
  for (const Problem& problem : document ? Problems{} : document.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  const auto& tables = man_for_tests().tables();
  const auto motion =
      is_pose ? read_pose(document.value(), tables) : read_motion(document.value(), tables);
  for (const Problem& problem : motion ? Problems{} : motion.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  return motion.value();
}

inline double angle_of(const Stance& stance, const std::string& name) {
  return stance[coordinate_index(man_for_tests().tables(), name)];
}

}  // namespace strongback
