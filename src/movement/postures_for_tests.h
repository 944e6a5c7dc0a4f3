#pragma once

#include <gtest/gtest.h>

#include <string>

#include "body/body.h"
#include "movement/read_motion.h"

namespace strongback {

/// The model's own body of a man of 1.75 m and 75 kg.
inline const Body& man_for_tests() {
  static const Body kMan = [] {
    const auto tables = read_body_tables(std::string(STRONGBACK_SOURCE_DIR) + "/data/body");
    for (const Problem& problem : tables ? Problems{} : tables.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return make_body(tables.value(), {meters(1.75), kilograms(75.0), Sex::Male, 30}).value();
  }();
  return kMan;
}

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
