#pragma once

#include <Eigen/Core>
#include <cmath>
#include <string>
#include <vector>

#include "body/body.h"

namespace strongback {

/// Lever arms of all fascicles while one coordinate goes through its range, all others at 0.
struct ArmSweep {
  std::string coordinate;
  std::vector<double> degrees;
  /// [m]  (fascicles x dofs)  one for each of `degrees`: generalized force per newton of pull.
  std::vector<Eigen::MatrixXd> arms;
  std::vector<Eigen::Matrix3d> humerus;  ///< orientation of the right upper arm
};

/// In whole degrees from the lowest to the highest angle.
inline ArmSweep sweep_arms(const Body& body, const std::string& coordinate) {
  constexpr double kDegreesPerRadian = 180.0 / 3.14159265358979323846;
  const BodyTables& tables = body.tables();
  const int index = coordinate_index(tables, coordinate);
  const Coordinate& range = tables.coordinates.at(static_cast<std::size_t>(index));
  ArmSweep sweep{coordinate, {}, {}, {}};
  PosedBody posed(body);
  Stance stance = Stance::Zero(static_cast<Eigen::Index>(tables.coordinates.size()) + 3);
  std::vector<std::vector<Arm>> arms;
  const int low = static_cast<int>(std::lround(range.low * kDegreesPerRadian));
  const int high = static_cast<int>(std::lround(range.high * kDegreesPerRadian));
  for (int degree = low; degree <= high; ++degree) {
    stance[index] = degree / kDegreesPerRadian;
    posed.pose(stance);
    posed.arms(arms);
    Eigen::MatrixXd all =
        Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(arms.size()), body.dofs());
    for (std::size_t m = 0; m < arms.size(); ++m) {
      for (const Arm& arm : arms[m]) all(static_cast<Eigen::Index>(m), arm.dof) += arm.meters;
    }
    sweep.degrees.push_back(degree);
    sweep.arms.push_back(std::move(all));
    sweep.humerus.push_back(posed.orientation(body.segment("humerus_r")));
  }
  return sweep;
}

/// A place where a fascicle's lever arm about a turning changes more than it may.
struct ArmJump {
  std::string fascicle, coordinate, dof;
  double degree = 0.0;
  double mm = 0.0;  ///< within the degree before `degree`
};

/// The greatest change within one degree of every fascicle of the right side and the midline that
/// has one above `most_mm`.
inline std::vector<ArmJump> jumps_of(const Body& body, const ArmSweep& sweep, double most_mm) {
  std::vector<ArmJump> jumps;
  const auto& fascicles = body.tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    if (fascicles[m].side == 'l') continue;
    ArmJump worst{fascicles[m].id, sweep.coordinate, "", 0.0, most_mm};
    for (std::size_t i = 1; i < sweep.arms.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(m);
      for (int dof = 0; dof < body.dofs(); ++dof) {
        const double mm = 1000.0 * std::abs(sweep.arms[i](row, dof) - sweep.arms[i - 1](row, dof));
        if (body.is_slide(dof) || mm <= worst.mm) continue;
        worst.dof = body.dof_name(dof);
        worst.degree = sweep.degrees[i];
        worst.mm = mm;
      }
    }
    if (!worst.dof.empty()) jumps.push_back(worst);
  }
  return jumps;
}

}  // namespace strongback
