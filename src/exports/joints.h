#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "body/body.h"
#include "exports/record.h"
#include "exports/turns.h"

namespace strongback {

/// A joint's angle or way, as OpenSim counts it.
struct JointCoordinate {
  std::string name;      ///< "femur_r_rz", "tibia_r_turn", "pelvis_tx"
  Eigen::Vector3d axis;  ///< of a turn: as the turns before have turned it; of a way: the parent's
  bool slides = false;
  double low = 0.0, high = 0.0;  ///< [rad, m]  what a person can reach, and the motion reaches
};

/// A segment's joint: turns one after another, and ways along the parent's axes.  What the engine
/// only reads out (the sliding of discs and of the shoulder's head, which stay where they are) has
/// no coordinates.
struct JointPlan {
  std::string segment, parent;          ///< parent: empty for the ground
  Eigen::Vector3d at;                   ///< [m]  in the parent
  Sequence sequence{};                  ///< of a joint that turns about three axes
  std::vector<JointCoordinate> turns;   ///< none, one, or three
  std::vector<JointCoordinate> slides;  ///< none or three: x, y, z
};

/// One instant in these coordinates, in the order of the plans, each with its turns first.
struct JointFrame {
  Eigen::VectorXd value;         ///< [rad, m]
  Eigen::VectorXd rate;          ///< [rad/s, m/s]
  Eigen::VectorXd acceleration;  ///< [rad/s², m/s²]
  Eigen::VectorXd needed;        ///< [N·m, N]  weight and inertia less what acts from outside
  Eigen::VectorXd by_muscles;    ///< [N·m, N]
};

/// One plan for each segment.  Where three turns follow each other, their order is the one of
/// postures (about z, x, y) unless `frames` come near its gimbal lock.
std::vector<JointPlan> plan_joints(const Body& body, const std::vector<RecordedFrame>& frames);

std::vector<JointFrame> joint_frames(const Body& body, const std::vector<JointPlan>& plans,
                                     const std::vector<RecordedFrame>& frames);

/// Every coordinate in the order of JointFrame.
std::vector<JointCoordinate> coordinates_of(const std::vector<JointPlan>& plans);

}  // namespace strongback
