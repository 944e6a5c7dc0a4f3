#pragma once

#include <gtest/gtest.h>

#include <string>

#include "body/man_for_tests.h"
#include "mechanics/recruitment.h"

namespace strongback {

/// Still, every angle 0 but the trunk's flexion and that of both arms [rad].
inline void stand(PosedBody& posed, double lumbar_flexion = 0.0, double arms_forward = 0.0) {
  const BodyTables& tables = posed.body().tables();
  Stance stance = Stance::Zero(static_cast<Eigen::Index>(tables.coordinates.size()) + 3);
  stance[coordinate_index(tables, "lumbar_flexion")] = lumbar_flexion;
  stance[coordinate_index(tables, "shoulder_flexion_r")] = arms_forward;
  stance[coordinate_index(tables, "shoulder_flexion_l")] = arms_forward;
  const Eigen::VectorXd still = Eigen::VectorXd::Zero(stance.size());
  posed.move(stance, still, still);
}

/// The soles of both feet on level ground.
inline Setting on_both_feet(const PosedBody& posed) {
  Setting setting;
  const Body& body = posed.body();
  for (const Patch& patch : body.tables().patches) {
    if (patch.name != "foot_r" && patch.name != "foot_l") continue;
    const int foot = body.segment(patch.segment);
    for (const Point& p : patch.points) {
      setting.contacts.push_back({foot, posed.point(foot, p), Eigen::Vector3d::UnitY()});
    }
  }
  return setting;
}

/// [kg]  of `segment` and everything that it carries.
inline double mass_from(const BodyTables& tables, const std::string& segment) {
  double mass = 0.0;
  for (const Segment& one : tables.segments) {
    if (one.id == segment) mass += one.mass;
    if (one.parent == segment) mass += mass_from(tables, one.id);
  }
  return mass;
}

}  // namespace strongback
