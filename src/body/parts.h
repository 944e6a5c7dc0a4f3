#pragma once

#include <mujoco/mujoco.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "body/body.h"

namespace strongback {

struct FreeModel {
  void operator()(mjModel* model) const { mj_deleteModel(model); }
};

/// Where the coordinates of one side stand in a stance; -1 where the tables name none.
struct SideCoordinates {
  int shoulder_flexion = -1, shoulder_abduction = -1, shoulder_rotation = -1;
  int girdle_protraction = -1, girdle_elevation = -1;
  int elbow_flexion = -1, forearm_pronation = -1, wrist_extension = -1;
  int hip_flexion = -1, hip_abduction = -1, hip_rotation = -1;
  int knee_flexion = -1, ankle_dorsiflexion = -1;
};

/// A rhythm's rows, looked up once; what the tables do not name is 0.
struct GirdleRows {
  GirdleAngle clavicle_protraction, clavicle_elevation, clavicle_rotation;
  GirdleAngle scapula_internal_rotation, scapula_upward_rotation, scapula_posterior_tilt;
};

/// Places in a stance and in MuJoCo's qpos, looked up once.
struct StanceMap {
  int pelvis_tilt = -1, pelvis_list = -1, pelvis_turn = -1;
  int lumbar_flexion = -1, lumbar_bend = -1, lumbar_twist = -1;
  int neck_flexion = -1, neck_bend = -1, neck_twist = -1;
  std::array<SideCoordinates, 2> sides;  ///< right, left
  int place = 0;                         ///< first of the three meters

  int root = 0;                ///< qpos of the free joint
  std::array<int, 6> discs{};  ///< qpos of the turning of each disc
  int head = 0, node = 0;      ///< qpos of the neck's turning and of the wall node's sliding
  struct SideJoints {
    int clavicle, scapula, humerus, ulna, radius, hand, femur, tibia, foot;
  };
  std::array<SideJoints, 2> joints{};
  std::array<Eigen::Vector3d, 6> disc_at;  ///< [m]  disc centers in the segment below
  Eigen::Vector3d node_at;                 ///< [m]  wall node in the pelvis, neutral
  GirdleRows girdle;

  /// Coordinates that turn joints of one part of the body, and no others.
  struct Part {
    std::vector<int> coordinates;
    std::vector<int> joints;  ///< MuJoCo's
  };
  std::vector<Part> parts;  ///< in the order of `place_part`
};

/// One straight piece of paths' making: a point of a body, or a wrap.
struct PathPiece {
  int body = 0;        ///< MuJoCo's
  Eigen::Vector3d at;  ///< [m]  in the body; a wrap's center
  bool is_wrap = false;
  WrapKind kind = WrapKind::Cylinder;
  double radius = 0.0;    ///< [m]
  Eigen::Matrix3d frame;  ///< wrap's axes in the body, its own axis last
  Eigen::Vector3d side;   ///< [m]  in the wrap's frame
};

/// The pieces of every fascicle, and the degrees of freedom between any two bodies.
struct PathTable {
  std::vector<std::vector<PathPiece>> fascicles;
  /// For each fascicle the degrees of freedom that it may pull on, rising.
  std::vector<std::vector<int>> dofs;
  /// For bodies a and b: degrees of freedom that move b but not a (+), then a but not b (-).
  struct Between {
    std::vector<int> only_to, only_from;
  };
  std::vector<Between> between;  ///< index from * bodies + to; empty where never asked
  int bodies = 0;
};

/// What a Body holds: the scaled tables, MuJoCo's model of them, and the lookups.
struct Body::Parts {
  BodyTables tables;
  Build build;
  std::unique_ptr<mjModel, FreeModel> model;
  std::string mjcf;
  StanceMap map;
  PathTable paths;
  double strength_unit = 0.0;   ///< [N]
  double strength_ratio = 0.0;  ///< [-]
  std::vector<int> rows;
  std::vector<std::string> dof_names;
  std::array<int, 6> disc_slides{};
  std::array<int, 4> carriers{};  ///< MuJoCo bodies, in the order of Carrier
};

/// Looks up where everything stands.
StanceMap make_stance_map(const BodyTables& tables, const mjModel& model);

/// [-]  (nq)  MuJoCo's position of a stance.
Eigen::VectorXd to_qpos(const Body::Parts& parts, const Stance& stance);
/// The same of `StanceMap::parts[part]` alone: changes only its joints in `qpos`.
void place_part(const Body::Parts& parts, std::size_t part, const Stance& stance,
                Eigen::VectorXd& qpos);

/// Scales the tables of the reference body to `build`.
BodyTables scaled(const BodyTables& tables, const Build& build);

}  // namespace strongback
