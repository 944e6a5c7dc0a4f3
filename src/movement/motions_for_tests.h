#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "movement/read_motion.h"
#include "movement/tables_for_tests.h"

namespace strongback {

inline constexpr const char* kFile = "test_row.motion.toml";

/// A good motion; tests break it in one place.
inline std::string row(const std::string& from = "", const std::string& to = "") {
  std::string text = R"(schema = 1
exercise = "test-row"
source = "own design"
side = "right"
[[surface]]
id = "seat"
kind = "bench"
height_m = 0.45
[[support]]
part = "foot"
on = "floor"
place_m = [0.1, 0.2]
[[support]]
part = "palm_l"
on = "seat"
[[load]]
kind = "dumbbell"
in = "hand_r"
[[keyframe]]
name = "start"
angles_deg = { pelvis_tilt = 45, knee_flexion = 20, shoulder_flexion_r = 60 }
[[keyframe]]
name = "end"
at_s = 1.0
angles_deg = { shoulder_flexion_r = -30 }
lifted = ["foot_l"]
)";
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

inline Checked<Motion> parse(const std::string& text, bool is_pose = false,
                             const std::string& file = kFile) {
  const auto document = parse_document(file, text);
  if (!document) return tl::unexpected(document.error());
  const BodyTables tables = tables_for_tests();
  return is_pose ? read_pose(*document, tables) : read_motion(*document, tables);
}

/// Problems as a person reads them, without the name of the file.
inline std::vector<std::string> problems(const std::string& text, bool is_pose = false) {
  std::vector<std::string> lines;
  const auto motion = parse(text, is_pose);
  if (motion) return lines;
  for (const Problem& problem : motion.error()) {
    lines.push_back(to_text(problem).substr(std::string(kFile).size() + 1));
  }
  return lines;
}

inline std::vector<std::string> broken(const std::string& from, const std::string& to) {
  return problems(row(from, to));
}

inline Motion good(const std::string& text) {
  const auto motion = parse(text);
  for (const Problem& problem : motion ? Problems{} : motion.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  return motion.value();
}

/// How `row` says what is held.
inline constexpr const char* kDumbbell = "kind = \"dumbbell\"\nin = \"hand_r\"";

}  // namespace strongback
