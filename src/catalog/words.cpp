#include "catalog/condition.h"
#include "catalog/exercise.h"
#include "catalog/red_flag.h"

namespace strongback {

using Words = std::vector<std::string>;

const Words& property_words() {
  static const Words words = {"flexion",
                              "extension",
                              "twist",
                              "lateral_flexion",
                              "axial_compression",
                              "overhead",
                              "prone",
                              "supine",
                              "quadruped",
                              "impact",
                              "breath_hold",
                              "neural_tension",
                              "hanging",
                              "kneeling",
                              "floor_transfer",
                              "balance",
                              "grip"};
  return words;
}

std::string spoken(Property property) {
  static const Words words = {"bending forward",
                              "arching backward",
                              "turning the trunk",
                              "bending sideways",
                              "load along the spine",
                              "reaching overhead",
                              "lying face down",
                              "lying on the back",
                              "being on hands and knees",
                              "impact",
                              "holding the breath",
                              "stretching the nerves of the legs",
                              "hanging",
                              "kneeling",
                              "getting down to the floor",
                              "demand on balance",
                              "demand on grip"};
  return words.at(static_cast<std::size_t>(property));
}

bool is_position(Property property) {
  switch (property) {
    case Property::Prone:
    case Property::Supine:
    case Property::Quadruped:
    case Property::Hanging:
    case Property::Kneeling:
    case Property::FloorTransfer:
      return true;
    default:
      return false;
  }
}

const Words& right_words() {
  static const Words words = {"list", "model", "both"};
  return words;
}

std::string spoken(Right right) {
  if (right == Right::Both) return "both are right";
  return "the " + right_words().at(static_cast<std::size_t>(right)) + " is right";
}

const Words& stimulus_words() {
  static const Words words = {"strength", "control", "mobility", "relief", "aerobic"};
  return words;
}

const Words& pattern_words() {
  static const Words words = {"horizontal_pull",
                              "vertical_pull",
                              "shoulder_extension",
                              "scapular",
                              "trunk_extension",
                              "hip_extension",
                              "hinge",
                              "squat_pattern",
                              "anti_rotation",
                              "anti_extension",
                              "anti_lateral_flexion",
                              "carry",
                              "neck",
                              "aerobic",
                              "mobility",
                              "relief"};
  return words;
}

const Words& position_words() {
  static const Words words = {"seated",         "standing",      "standing_bent", "standing_lean",
                              "supported_bent", "supine",        "supine_bench",  "supine_hang",
                              "prone",          "prone_incline", "prone_ball",    "prone_plank",
                              "plank",          "side_lying",    "quadruped",     "kneeling",
                              "hang",           "walking"};
  return words;
}

const Words& laterality_words() {
  static const Words words = {"bilateral", "unilateral", "alternating"};
  return words;
}

const Words& mode_words() {
  static const Words words = {"reps", "hold", "distance", "time"};
  return words;
}

const Words& load_basis_words() {
  static const Words words = {"none",  "per_hand", "one_hand",  "total",
                              "stack", "band",     "bodyweight"};
  return words;
}

const Words& external_load_words() {
  static const Words words = {"none", "optional", "required"};
  return words;
}

const Words& gate_words() {
  static const Words words = {"none", "limits", "clearance", "stop"};
  return words;
}

const Words& allowance_words() {
  static const Words words = {"allow", "limit", "avoid"};
  return words;
}

const Words& care_words() {
  static const Words words = {"none", "self", "routine", "urgent", "same_day", "emergency"};
  return words;
}

const Words& block_words() {
  static const Words words = {"none",         "caution",  "caution_as",
                              "stop_loading", "stop_all", "release"};
  return words;
}

const Words& answer_kind_words() {
  static const Words words = {"yes_no", "yes_no_skip",    "count",   "minutes",
                              "scale",  "blood_pressure", "derived", "cleared"};
  return words;
}

const Words& ask_when_words() {
  static const Words words = {"onboard",
                              "every_session",
                              "every_session_if_pain",
                              "every_session_if_pregnant",
                              "pain_jump",
                              "during_session",
                              "weekly",
                              "weekly_if_pain",
                              "weekly_if_htn",
                              "monthly",
                              "quarterly",
                              "derived",
                              "optional_off_by_default"};
  return words;
}

std::vector<Share> set_credits(const Exercise& exercise) {
  return set_credits(exercise, exercise.shares);
}

std::vector<Share> set_credits(const Exercise& exercise, const std::vector<Share>& shares) {
  const bool counts =
      exercise.stimulus == Stimulus::Strength || exercise.stimulus == Stimulus::Control;
  if (!counts) return {};
  const double factor = exercise.stimulus == Stimulus::Control ? 0.5 : 1.0;  // rules 1.22
  std::vector<Share> credits = shares;
  for (Share& share : credits) share.credit *= factor;
  return credits;
}

}  // namespace strongback
