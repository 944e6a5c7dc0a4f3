#pragma once

#include <array>
#include <string>
#include <vector>

#include "body/tables.h"
#include "figure/scene.h"

namespace strongback {

/// Where a segment is at an instant.
struct SegmentPlace {
  Point at{};                              ///< [m]  of its frame
  std::array<double, 4> turn{1, 0, 0, 0};  ///< [-]  unit quaternion w x y z
};

/// One instant of a motion, for a view in three dimensions.
struct MotionInstant {
  double time_s = 0.0;
  std::vector<SegmentPlace> segments;  ///< in the order of BodyTables::segments
  Scene scene;                         ///< what is held, and each muscle's activation
};

/// A repetition of one exercise for one body.
struct PlayedMotion {
  std::string exercise;
  std::string model;  ///< version
  double load_kg = 0.0;
  bool has_activation = true;
  std::vector<MotionInstant> instants;
};

/// schema "strongback.motion/1": the body's volumes and muscle paths once, each fixed to segments;
/// then where the segments are and how hard each muscle works at each instant.
std::string motion_json(const PlayedMotion& played, const BodyTables& tables);

}  // namespace strongback
