#pragma once

#include <Eigen/Core>
#include <array>
#include <string>
#include <vector>

#include "assess/collect.h"
#include "body/body.h"

namespace strongback {

/// A point of the body that the world may push or pull during a motion.
struct OutsidePoint {
  std::string name;     ///< "foot_r_floor_0", "pull_0"; fit for a column's name
  std::string segment;  ///< that it acts on
  Point local{};        ///< [m]  in the segment
};

/// One instant of a played and solved motion, as other programs need it.  Degrees of freedom are
/// MuJoCo's (Body::dof_name).
struct RecordedFrame {
  double time_s = 0.0;
  std::string name;                    ///< "start", "between start and end"
  Eigen::VectorXd qpos, qvel, qacc;    ///< (nq), (dofs), (dofs)
  std::vector<Eigen::Vector3d> place;  ///< [m]  of each segment's frame, in the world
  std::vector<Eigen::Matrix3d> turn;   ///< [-]  likewise
  std::vector<Eigen::Vector3d> at;     ///< [m]  each outside point, in the world
  std::vector<Eigen::Vector3d> force;  ///< [N]  on the body there; 0 while nothing touches
  Eigen::VectorXd needed;              ///< [N·m, N]  (dofs)  weight and inertia less the outside
  Eigen::VectorXd activation;          ///< [-]  (fascicles)
  Eigen::VectorXd pull;                ///< [N]  (fascicles)
  Eigen::VectorXd length;              ///< [m]  (fascicles)
  Eigen::VectorXd by_muscles;          ///< [N·m, N]  (dofs)  what all fascicles do together
  double pressure = 0.0;               ///< [Pa]  in the abdomen
};

/// A plane or bar that carries during the motion, for pictures.
struct RecordedSurface {
  std::string name;
  bool is_bar = false;
  Eigen::Vector3d on;      ///< [m]  below the middle of what touches it first
  Eigen::Vector3d normal;  ///< [-]
  double half = 0.0;       ///< [m]  half a side of a square below all that touches it then
};

/// A motion as it was played and solved.
struct MotionRecord {
  std::string id;    ///< of the exercise
  std::string name;  ///< its everyday name
  double load_kg = 0.0;
  std::array<double, 4> carried_kg{};  ///< in the order of Carrier
  std::vector<OutsidePoint> points;
  std::vector<RecordedSurface> surfaces;
  std::vector<RecordedFrame> frames;
};

/// The body standing still on the floor, with nothing in its hands: nothing acts, nothing is
/// needed.
RecordedFrame standing_frame(const Body& body);

/// Goes through the solved frames once more and writes down what acts on the body.
MotionRecord record_motion(const Body& body, const Motion& motion, Mass load,
                           const std::vector<SolvedFrame>& frames);

}  // namespace strongback
