#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "base/text.h"
#include "body/body.h"
#include "dice.h"
#include "mechanics/recruitment.h"
#include "movement/play.h"
#include "movement/read_motion.h"

namespace strongback {

/// The tables of the model, read once.
inline const BodyTables& model_tables() {
  static const BodyTables kTables = [] {
    auto read = read_body_tables(STRONGBACK_SOURCE_DIR "/data/body");
    for (const Problem& problem : read ? Problems{} : read.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return read.value();
  }();
  return kTables;
}

/// One of the project's own motions, or a posture of the measurements.
inline Motion motion_at(const std::string& path, bool is_pose) {
  const auto document = read_document(path);
  for (const Problem& problem : document ? Problems{} : document.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  const auto read = is_pose ? read_pose(document.value(), model_tables())
                            : read_motion(document.value(), model_tables());
  for (const Problem& problem : read ? Problems{} : read.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  return read.value();
}

inline Motion motion_of(std::string exercise) {
  std::replace(exercise.begin(), exercise.end(), '-', '_');
  return motion_at(STRONGBACK_SOURCE_DIR "/data/exercises/" + exercise + ".motion.toml", false);
}

inline Motion posture_of(const std::string& name) {
  return motion_at(STRONGBACK_SOURCE_DIR "/data/measured/postures/" + name + ".pose.toml", true);
}

/// Names of the files of `folder` that end in `end`, without it, in order.
inline std::vector<std::string> names_in(const std::string& folder, const std::string& end) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(end)) names.push_back(name.substr(0, name.size() - end.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline std::vector<std::string> motion_names() {
  return names_in(STRONGBACK_SOURCE_DIR "/data/exercises", ".motion.toml");
}

inline std::vector<std::string> posture_names() {
  return names_in(STRONGBACK_SOURCE_DIR "/data/measured/postures", ".pose.toml");
}

inline Build reference_man() { return {meters(1.75), kilograms(75.0), Sex::Male, 30}; }

/// Anybody of usual proportions: a body mass index from 19 to 31.
inline Build random_build(Dice& dice) {
  const double height = dice.between(1.52, 1.92);
  const double mass = dice.between(19.0, 31.0) * height * height;
  return {meters(height), kilograms(mass), dice.chance(0.5) ? Sex::Male : Sex::Female,
          dice.between(20, 75)};
}

inline std::string words(const Build& build) {
  return fmt::format("{} of {} years, {:.2f} m, {:.1f} kg",
                     build.sex == Sex::Male ? "man" : "woman", build.age, build.height.si(),
                     build.mass.si());
}

/// One played and recruited instant.
struct EngineFrame {
  PlayedFrame played;
  Recruitment recruited;
};

using EngineFrames = tl::expected<std::vector<EngineFrame>, std::string>;

/// `count` evenly spaced instants of a repetition, or what stands in their way.
inline EngineFrames engine_frames(const Body& body, const Motion& motion, double load_kg, int count,
                                  const RecruitOptions& options = {}) {
  PosedBody posed(body);
  const auto player = Player::make(posed, motion, kilograms(load_kg));
  if (!player) return tl::unexpected(player.error().frame + ": " + player.error().why.text);
  if (player->duration_s() <= 0.0) count = 1;
  Recruiter recruiter(body);
  std::vector<EngineFrame> frames;
  for (int i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 0.0;
    auto played = player->at(posed, share * player->duration_s());
    if (!played) return tl::unexpected(played.error().frame + ": " + played.error().why.text);
    auto recruited = recruiter.recruit(posed, played->balanced.setting, options);
    if (!recruited) return tl::unexpected(played->name + ": not recruited");
    frames.push_back({std::move(*played), std::move(*recruited)});
  }
  return frames;
}

}  // namespace strongback
