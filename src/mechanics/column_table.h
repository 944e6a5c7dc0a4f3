#pragma once

#include <Eigen/Core>
#include <array>
#include <vector>

#include "body/body.h"

namespace strongback {

/// What the columns of a body take from its tables and its model: names and numbers looked up once,
/// for many instants.
struct ColumnTable {
  explicit ColumnTable(const Body& body);

  std::vector<double> pulls;  ///< [N]  (fascicles)  along the tendon at full effort
  std::vector<double> costs;  ///< [-]  (fascicles)
  std::vector<int> wall;      ///< fascicles that the co-contraction rule names
  double ease = 1.0;          ///< [-]  what the cost of all but fascicles is divided by
  std::vector<int> row_of;    ///< (dofs)  index in Body::rows, or -1
  double contact_unit = 0.0;  ///< [N]

  struct DiscPlace {
    int joint = 0, turn_dof = 0, slide_dof = 0;
  };
  std::array<DiscPlace, 6> discs;

  struct Pressure {
    int pelvis = 0, thorax = 0, wall = 0;
    std::vector<int> levels;  ///< vertebrae that the wall is pressed off
    int lowest = 0;           ///< segment above the lowest disc
    Point front{};            ///< [m]  in front of the spine
    double diaphragm_N = 0.0, wall_N = 0.0;
    double most = 0.0;  ///< [-]  of the unit
    double unit_kPa = 0.0;
  } pressure;

  struct Stop {
    int joint = 0, dof = 0;
    double sense = 1.0;
    double reach = 0.0;  ///< [rad]
  };
  std::vector<Stop> stops;
  double stop_Nm = 0.0;

  /// The girdle and shoulder of one side.
  struct Side {
    double sign = 1.0;  ///< 1 on the right
    int scapula = 0, humerus = 0;
    Eigen::Vector3d ribs;          ///< [m]  center of the rib cage's ellipsoid in the thorax
    std::array<Point, 2> leans{};  ///< [m]  points of the blade that lean on it
    int clavicle_joint = 0, clavicle_dof = 0, scapula_dof = 0, humerus_dof = 0;
    Eigen::Vector3d clavicle_axis, blade_axis;  ///< [-]  about which ligaments hold
    Eigen::Vector3d socket_axis;                ///< [-]  in the scapula
  };
  std::array<Side, 2> sides;
  Eigen::Vector3d ribs_radii2;  ///< [m²]
  double blade_N = 0.0, clavicle_Nm = 0.0, scapula_Nm = 0.0;
  double hangs = 0.0;  ///< [rad]
  double socket_N = 0.0, capsule_N = 0.0, twist_Nm = 0.0, most_twist = 0.0;
  double rim_upward = 0.0, rim_forward = 0.0;  ///< [-]

  struct Cord {
    int from = 0, to = 0;
    Point at_from{}, at_to{};  ///< [m]
    double unit = 0.0;         ///< [N]
  };
  std::vector<Cord> ties;

  struct Reserve {
    int dof = 0;
    double unit = 0.0;  ///< [N, N·m]
    double most = 0.0;  ///< [-]
  };
  std::vector<Reserve> reserves;

  std::array<int, 2> hands{};  ///< right, left
  double grip_Nm = 0.0;
};

}  // namespace strongback
