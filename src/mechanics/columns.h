#pragma once

#include <Eigen/Core>
#include <memory>
#include <vector>

#include "mechanics/column_table.h"
#include "mechanics/least_effort.h"
#include "mechanics/recruitment.h"

namespace strongback {

inline constexpr double kGravity = 9.81;  ///< [m/s²]

/// One thing that acts: its generalized force per unit, over all degrees of freedom.
struct Actuator {
  std::vector<Arm> on;  ///< sorted by degree of freedom; per unit of the variable
  double cost = 1.0;
  double low = 0.0, high = 1.0;
};

/// Everything that acts in one instant, and what it must balance.
struct Columns {
  std::shared_ptr<const ColumnTable> table;  ///< of the body
  std::vector<Actuator> all;                 ///< fascicles first
  Eigen::VectorXd needed;    ///< [N, N·m]  (dofs)  demand less pulls and passive moments
  Eigen::VectorXd external;  ///< [N, N·m]  (dofs)  demand less pulls
  int fascicles = 0;
  int first_contact = 0;  ///< then the generators of each contact
  int pressure = 0;
  int first_reserve = 0;
};

/// [N·m]  what a disc answers to a turning [rad] about its axis 0, 1 or 2.
double passive_moment(const Disc& disc, int axis, double turn);
/// [N]  what presses an unloaded disc: the pretension of its ligaments.
double rest_compression(const BodyTables& tables, const Disc& disc);
/// [N]  what presses a disc without muscles or weight: the pretension of its ligaments, and those
/// behind it when it is flexed (`turn_z` [rad], negative in flexion).
double passive_compression(const BodyTables& tables, const Disc& disc, double turn_z);
/// The directions of a contact's generators: four edges of the friction pyramid, or six ways.
std::vector<Eigen::Vector3d> generators_of(const Contact& contact);

Columns make_columns(PosedBody& posed, const Setting& setting,
                     const std::vector<std::vector<Arm>>& arms);
EffortProblem make_problem(const Body& body, const Columns& columns);

/// The same into what an earlier instant used, whose memory they take over.  `columns.table` is
/// that of the body.
void fill_columns(PosedBody& posed, const Setting& setting,
                  const std::vector<std::vector<Arm>>& arms, Columns& columns);
void fill_problem(const Body& body, const Columns& columns, EffortProblem& problem);

}  // namespace strongback
