// The postures of a repetition and when they are reached: [[keyframe]].
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/expects.h"
#include "base/text.h"
#include "movement/readers.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kMostKeyframes = 24;
constexpr double kShortestStep = 0.05;  // [s]
constexpr Range kTimes{0.0, 60.0, "s"};
constexpr Range kRepetitions{0.2, 60.0, "s"};
constexpr Range kLeans{-30.0, 110.0, "deg"};

/// What [[keyframe]] tables share while they are read.
struct KeyframeReading {
  MotionReading& all;
  std::vector<Place> places;  // of each keyframe
  bool times_are_known = true;
};

/// Rounded, so that the limits themselves are within.
Range degrees_of(const Coordinate& coordinate) {
  const auto degrees = [](double angle) { return std::round(angle / kDegree * 1e6) * 1e-6; };
  return {degrees(coordinate.low), degrees(coordinate.high), "deg"};
}

/// Sets the angles that the table names; a name with its side wins over the paired name.
void read_angles(Fields& table, const BodyTables& tables, std::vector<double>& angles) {
  for (const bool is_paired : {true, false}) {
    for (const Entry& entry : table.table()) {
      const auto named = coordinates_named(tables, entry.key);
      if (named.empty() && is_paired) {
        table.unknown_word({entry.key, entry.place}, "no joint angle", coordinate_words(tables));
      }
      if (named.empty() || (named.size() > 1) != is_paired) continue;
      const auto& coordinate = tables.coordinates[static_cast<std::size_t>(named[0])];
      const auto angle = table.find_number(entry.key, degrees_of(coordinate));
      if (!angle) continue;
      for (const int index : named) angles[static_cast<std::size_t>(index)] = *angle * kDegree;
    }
  }
}

/// [-]  the lumbar spine's share of a trunk inclined by `lean` [rad], between the table's rows.
double lumbar_share(const Rhythm& rhythm, double lean) {
  const auto& rows = rhythm.lumbar_share;
  expects(!rows.empty(), "the tables hold the lumbar share");
  std::size_t i = 0;
  while (i + 2 < rows.size() && rows[i + 1][0] < lean) ++i;
  if (rows.size() == 1 || lean <= rows.front()[0]) return rows.front()[1];
  if (lean >= rows.back()[0]) return rows.back()[1];
  const double part = (lean - rows[i][0]) / (rows[i + 1][0] - rows[i][0]);
  return rows[i][1] + part * (rows[i + 1][1] - rows[i][1]);
}

/// Splits the inclination of the rib cage between hips and lumbar spine.
void set_lean(const BodyTables& tables, double lean, std::vector<double>& angles) {
  const int tilt = coordinate_index(tables, "pelvis_tilt");
  const int flexion = coordinate_index(tables, "lumbar_flexion");
  expects(tilt >= 0 && flexion >= 0, "the tables hold the angles of the trunk");
  const Coordinate& lumbar = tables.coordinates[static_cast<std::size_t>(flexion)];
  const double wanted = lean * lumbar_share(tables.rhythm, std::abs(lean));
  const double bent = std::clamp(wanted, lumbar.low, lumbar.high);
  angles[static_cast<std::size_t>(flexion)] = bent;
  angles[static_cast<std::size_t>(tilt)] = lean - bent;
}

void read_posture(Fields& fields, const BodyTables& tables, std::vector<double>& angles) {
  auto table = fields.find_table("angles_deg");
  if (table) read_angles(*table, tables, angles);
  const auto lean = fields.find_number("trunk_lean_deg", kLeans);
  if (!fields.has("trunk_lean_deg")) return;
  for (const char* name : {"pelvis_tilt", "lumbar_flexion"}) {
    if (!table || !table->has(name)) continue;
    fields.problem(fields.find_node("trunk_lean_deg")->place,
                   fmt::format("'trunk_lean_deg' and '{}' exclude each other", name),
                   "'trunk_lean_deg' sets pelvis_tilt and lumbar_flexion together");
  }
  if (lean) set_lean(tables, *lean * kDegree, angles);
}

/// The angles from which a keyframe departs: of the keyframe that `like` names, or the one before.
std::vector<double> departure(Fields& fields, const Motion& motion, std::size_t coordinates) {
  const auto like = fields.find_placed("like", kLongestName);
  if (like) {
    std::vector<std::string> names;
    for (const Keyframe& before : motion.keyframes) {
      if (before.name == like->text) return before.angles;
      names.push_back(before.name);
    }
    fields.unknown_word(*like, "no earlier keyframe", names);
  }
  return motion.keyframes.empty() ? std::vector<double>(coordinates, 0.0)
                                  : motion.keyframes.back().angles;
}

/// "foot_r on bench" for a support.
std::string support_name(const MotionReading& all, const Support& support) {
  return fmt::format("{} on {}", all.tables.patches[static_cast<std::size_t>(support.patch)].name,
                     all.motion.surfaces[static_cast<std::size_t>(support.surface)].id);
}

/// Takes the supports that `word` names, "foot", "foot_r" or "foot_r on bench", out of `stands`.
void lift(Fields& fields, const Placed& word, const MotionReading& all, std::vector<bool>& stands) {
  const std::size_t split = std::min(word.text.find(" on "), word.text.size());
  const auto patches = patches_named(all.tables, word.text.substr(0, split));
  bool is_known = false;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < stands.size(); ++i) {
    const Support& support = all.motion.supports[i];
    const auto& surface = all.motion.surfaces[static_cast<std::size_t>(support.surface)].id;
    known.push_back(all.tables.patches[static_cast<std::size_t>(support.patch)].name);
    const bool is_meant =
        std::find(patches.begin(), patches.end(), support.patch) != patches.end() &&
        (split == word.text.size() || word.text.substr(split + 4) == surface);
    if (is_meant) stands[i] = false;
    is_known = is_known || is_meant;
  }
  if (!is_known) fields.unknown_word(word, "no support of this file", known);
}

void check_stands(Fields& fields, const Keyframe& keyframe, const MotionReading& all) {
  const auto& supports = all.motion.supports;
  if (supports.empty()) return;  // reported already
  if (std::find(keyframe.stands.begin(), keyframe.stands.end(), true) == keyframe.stands.end()) {
    fields.problem(fields.place(), fmt::format("nothing carries the body in '{}'", keyframe.name),
                   "take a support out of 'lifted'");
  }
  for (std::size_t i = 0; i < supports.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (supports[i].patch != supports[k].patch) continue;
      if (!keyframe.stands[i] || !keyframe.stands[k]) continue;
      fields.problem(fields.place(),
                     fmt::format("in '{}' both '{}' and '{}' carry", keyframe.name,
                                 support_name(all, supports[k]), support_name(all, supports[i])),
                     "name one of them in 'lifted'");
    }
  }
}

void check_passage(Fields& fields, const Keyframe& before, const Keyframe& keyframe) {
  const auto carries = [](const Keyframe& one) {
    return std::find(one.stands.begin(), one.stands.end(), true) != one.stands.end();
  };
  if (!carries(before) || !carries(keyframe)) return;
  for (std::size_t i = 0; i < keyframe.stands.size(); ++i) {
    if (before.stands[i] && keyframe.stands[i]) return;
  }
  fields.problem(
      fields.place(),
      fmt::format("nothing carries the body between '{}' and '{}'", before.name, keyframe.name),
      "between two keyframes a support carries if neither lifts it");
}

std::string read_name(Fields& fields, const MotionReading& all) {
  if (all.is_pose && !fields.has("name")) return "posture";
  const Placed name = fields.need_placed("name", kLongestName);
  if (name.text.empty() && fields.has("name")) {
    fields.problem(name.place, "'name' must not be empty");
  }
  for (const Keyframe& before : all.motion.keyframes) {
    if (before.name != name.text || name.text.empty()) continue;
    fields.problem(name.place, fmt::format("'{}' is a keyframe already", name.text),
                   "choose another name; like = \"...\" repeats a posture");
  }
  return name.text;
}

double read_first_time(Fields& fields) {
  if (fields.find_number("at_s", kTimes).value_or(0.0) != 0.0) {
    fields.problem(fields.find_node("at_s")->place, "the first keyframe is at 0 s");
  }
  return 0.0;
}

double read_time(Fields& fields, KeyframeReading& reading) {
  const auto& earlier = reading.all.motion.keyframes;
  if (earlier.empty()) return read_first_time(fields);
  const double before = earlier.back().time_s;
  if (!fields.has("at_s")) fields.need_number("at_s", kTimes);
  const auto time = fields.find_number("at_s", kTimes);
  if (time && *time >= before + kShortestStep) return *time;
  reading.times_are_known = false;
  if (time) {
    fields.problem(fields.find_node("at_s")->place,
                   fmt::format("'at_s' is {} s: it must be at least {} s later than the keyframe "
                               "before, which is at {} s",
                               plain(*time), plain(kShortestStep), plain(before)));
  }
  return before + kShortestStep;
}

void read_keyframe(Fields& fields, KeyframeReading& reading) {
  MotionReading& all = reading.all;
  Keyframe keyframe;
  keyframe.name = read_name(fields, all);
  keyframe.time_s = read_time(fields, reading);
  keyframe.angles = departure(fields, all.motion, all.tables.coordinates.size());
  read_posture(fields, all.tables, keyframe.angles);
  keyframe.stands.assign(all.motion.supports.size(), true);
  for (const Placed& word : fields.find_texts("lifted", 90)) {
    lift(fields, word, all, keyframe.stands);
  }
  fields.finish();
  check_stands(fields, keyframe, all);
  if (!all.motion.keyframes.empty()) check_passage(fields, all.motion.keyframes.back(), keyframe);
  all.motion.keyframes.push_back(std::move(keyframe));
  reading.places.push_back(fields.place());
}

/// What the last keyframe has different from the first, or "".
std::string difference(const Motion& motion, const BodyTables& tables) {
  constexpr double kAlike = 1e-9;  // [rad]
  const Keyframe& first = motion.keyframes.front();
  const Keyframe& last = motion.keyframes.back();
  for (std::size_t i = 0; i < first.angles.size(); ++i) {
    if (std::abs(first.angles[i] - last.angles[i]) <= kAlike) continue;
    return fmt::format("{} is {} deg, at first {} deg", tables.coordinates[i].name,
                       plain(last.angles[i] / kDegree), plain(first.angles[i] / kDegree));
  }
  return first.stands == last.stands ? "" : "other supports carry";
}

/// Closes a repetition of several keyframes: it ends in the posture in which it began.
void read_return(Fields& file, KeyframeReading& reading) {
  Motion& motion = reading.all.motion;
  const bool returns = file.find_flag("returns").value_or(true);
  const Keyframe& last = motion.keyframes.back();
  const Range way_back{kShortestStep, kTimes.high, "s"};
  const double back = file.find_number("return_s", way_back).value_or(last.time_s);
  if (returns) {
    Keyframe end = motion.keyframes.front();
    end.time_s = last.time_s + back;
    check_passage(file, last, end);
    motion.keyframes.push_back(std::move(end));
  } else if (file.has("return_s")) {
    file.problem(file.find_node("return_s")->place, "'return_s' needs 'returns = true'");
  } else if (const auto text = difference(motion, reading.all.tables); !text.empty()) {
    file.problem(
        reading.places.back(),
        fmt::format("'{}' does not end the repetition where it began: {}", last.name, text),
        fmt::format("end with a keyframe of like = \"{}\", or leave out 'returns = false'",
                    motion.keyframes.front().name));
  }
  const double duration = motion.keyframes.back().time_s;
  if (!reading.times_are_known) return;
  if (duration >= kRepetitions.low && duration <= kRepetitions.high) return;
  file.problem(reading.places.back(),
               fmt::format("a repetition takes {} s: it must be from {} to {} s", plain(duration),
                           plain(kRepetitions.low), plain(kRepetitions.high)));
}

void refuse_return(Fields& file, const char* what) {
  for (const char* key : {"returns", "return_s"}) {
    const Node* node = file.find_node(key);
    if (node != nullptr) file.problem(node->place, fmt::format("{} has no '{}'", what, key));
  }
}

}  // namespace

void read_keyframes(Fields& file, MotionReading& reading) {
  KeyframeReading keyframes{reading, {}, true};
  if (!file.has("keyframe")) {
    file.problem(file.place(), "'keyframe' is missing: the postures",
                 "write [[keyframe]] with 'angles_deg'");
  }
  auto tables = file.find_tables("keyframe");
  for (Fields& fields : tables) {
    if (keyframes.places.size() == kMostKeyframes) {
      fields.problem(fields.place(), fmt::format("more than {} keyframes", kMostKeyframes));
      break;
    }
    read_keyframe(fields, keyframes);
  }
  const std::size_t count = tables.size();
  if (reading.is_pose && count > 1) {
    file.problem(keyframes.places[1],
                 fmt::format("a still posture has one keyframe, not {}", count));
  }
  if (reading.is_pose || count < 2) {
    refuse_return(file, reading.is_pose ? "a still posture" : "a hold, which has one keyframe,");
  } else {
    read_return(file, keyframes);
  }
}

}  // namespace strongback
