#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

#include "mechanics/least_effort.h"
#include "movement/balance.h"

namespace strongback {

/// [N, N·m]  force, then moment about the world's origin.
using Wrench = Eigen::Matrix<double, 6, 1>;

/// One row of a step's problem: what a change of the stance does to a gap, and the gap.
struct Touch {
  Eigen::RowVectorXd moves;
  double gap = 0.0;
};

/// What one step knows about the body where it is.
struct Here {
  std::vector<Touch> touch;
  std::vector<Contact> contacts;
  Wrench needed;
  Eigen::MatrixXd opening;
  double weight = 0.0;
  Eigen::VectorXd reach;  ///< [rad, m]  (n + 3)  how far the step may move each coordinate
};

/// How far supports are from their surfaces, their anchors, or where they are asked to stand.
/// `moves` is PosedBody::moves of the present stance.
std::vector<Touch> touches(const PosedBody& posed, const Wanted& wanted, const Moves& moves);

/// (6 x n + 3)  how what stays open changes while the center of mass, the pulls and the supports
/// move; `forces` [N] of the contacts.
Eigen::MatrixXd opening(const PosedBody& posed, const std::vector<Contact>& contacts,
                        const std::vector<Eigen::Vector3d>& forces, const std::vector<Pull>& pulls,
                        const Moves& moves);

/// A stance and the forces of its contacts [N].
struct Stepped {
  Stance stance;
  std::vector<Eigen::Vector3d> forces;
};

/// What one step leaves for the next: each search begins with the answer to the step before.
struct StepSolver {
  EffortSolver solver;
  std::optional<EffortAnswer> before;
};

/// One step toward balance from `stance`, as a problem of least effort; nothing if it cannot be
/// solved.
std::optional<Stepped> balance_step(const BodyTables& tables, const Wanted& wanted,
                                    const Stance& stance, const Here& here, StepSolver& solver);

}  // namespace strongback
