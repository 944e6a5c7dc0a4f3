#pragma once

#include "body/tables.h"
#include "movement/readers.h"

namespace strongback {

/// Enough of a body to name postures and supports.
inline BodyTables tables_for_tests() {
  BodyTables tables;
  const auto add = [&](const char* name, double low, double high) {
    tables.coordinates.push_back({name, low * kDegree, high * kDegree});
  };
  add("pelvis_tilt", -180, 180);
  add("pelvis_list", -89, 89);
  add("pelvis_turn", -180, 180);
  add("lumbar_flexion", -30, 65);
  add("lumbar_bend", -35, 35);
  add("lumbar_twist", -15, 15);
  for (const char* side : {"_r", "_l"}) {
    add((std::string("shoulder_flexion") + side).c_str(), -70, 185);
    add((std::string("hip_flexion") + side).c_str(), -30, 135);
    add((std::string("knee_flexion") + side).c_str(), -5, 155);
  }
  for (const char* name : {"foot", "knee", "palm", "grip", "thigh-back"}) {
    for (const char* side : {"_r", "_l"}) {
      tables.patches.push_back({std::string(name) + side, "any", {{0.0, 0.0, 0.0}}});
    }
  }
  tables.patches.push_back({"chest", "thorax", {{0.0, 0.0, 0.0}}});
  tables.rhythm.lumbar_share = {{0.0, 0.7}, {30.0 * kDegree, 0.6}, {90.0 * kDegree, 0.4}};
  return tables;
}

}  // namespace strongback
