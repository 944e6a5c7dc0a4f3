#include "exports/joints.h"

#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>

#include "base/expects.h"

namespace strongback {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr std::array<const char*, 3> kAxes = {"x", "y", "z"};
constexpr Sequence kOfPostures = {2, 0, 1};

Vector3d vector_of(const Point& p) { return {p[0], p[1], p[2]}; }

std::size_t index_of(const BodyTables& tables, const std::string& segment) {
  const auto found = std::find_if(tables.segments.begin(), tables.segments.end(),
                                  [&](const Segment& one) { return one.id == segment; });
  expects(found != tables.segments.end(), "a segment's parent exists");
  return static_cast<std::size_t>(found - tables.segments.begin());
}

/// How a segment is placed in its parent.
struct Relative {
  Matrix3d turn;
  Vector3d shift;  ///< [m]  off the joint's place
};

Relative relative(const BodyTables& tables, const JointPlan& plan, const RecordedFrame& frame) {
  const std::size_t child = index_of(tables, plan.segment);
  if (plan.parent.empty()) return {frame.turn[child], frame.place[child]};
  const std::size_t parent = index_of(tables, plan.parent);
  const Matrix3d back = frame.turn[parent].transpose();
  return {back * frame.turn[child], back * (frame.place[child] - frame.place[parent]) - plan.at};
}

/// The first sequence that stays well away from its gimbal lock, else the one that stays farthest.
Sequence choose_sequence(const BodyTables& tables, const JointPlan& plan,
                         const std::vector<RecordedFrame>& frames) {
  constexpr std::array<Sequence, 5> kSequences = {
      {kOfPostures, {0, 2, 1}, {2, 1, 0}, {1, 2, 0}, {1, 0, 1}}};
  constexpr double kWell = 0.5;  // 30 deg away
  Sequence best = kOfPostures;
  double most = -1.0;
  for (const Sequence& sequence : kSequences) {
    double least = 1.0;
    for (const RecordedFrame& frame : frames) {
      const Matrix3d turn = relative(tables, plan, frame).turn;
      least = std::min(least, openness(sequence, angles_of(turn, sequence)));
    }
    if (least >= kWell) return sequence;
    if (least > most) best = sequence;
    most = std::max(most, least);
  }
  return best;
}

void add_three_turns(JointPlan& plan) {
  for (std::size_t i = 0; i < 3; ++i) {
    const int axis = plan.sequence[i];
    const bool again = i == 2 && axis == plan.sequence[0];
    plan.turns.push_back(
        {plan.segment + "_r" + kAxes.at(static_cast<std::size_t>(axis)) + (again ? "2" : ""),
         Vector3d::Unit(axis), false, -M_PI, M_PI});
  }
}

void add_slides(JointPlan& plan) {
  constexpr double kFar = 3.0;  // [m]
  for (int axis = 0; axis < 3; ++axis) {
    plan.slides.push_back({plan.segment + "_t" + kAxes.at(static_cast<std::size_t>(axis)),
                           Vector3d::Unit(axis), true, -kFar, kFar});
  }
}

JointPlan plan_joint(const BodyTables& tables, const Segment& segment,
                     const std::vector<RecordedFrame>& frames) {
  JointPlan plan;
  plan.segment = segment.id;
  plan.parent = segment.parent;
  plan.at = vector_of(segment.at);
  switch (segment.joint) {
    case Joint::Free:
    case Joint::Node:
      add_slides(plan);
      [[fallthrough]];
    case Joint::Disc:
    case Joint::Ball:
    case Joint::Socket:
      plan.sequence = choose_sequence(tables, plan, frames);
      add_three_turns(plan);
      break;
    case Joint::Hinge:
      plan.turns.push_back(
          {segment.id + "_turn", vector_of(segment.axis).normalized(), false, -M_PI, M_PI});
      break;
    case Joint::Fixed:
      break;
  }
  return plan;
}

double hinge_angle(const Matrix3d& turn, const Vector3d& axis) {
  const Vector3d twice_sine = {turn(2, 1) - turn(1, 2), turn(0, 2) - turn(2, 0),
                               turn(1, 0) - turn(0, 1)};
  return std::atan2(axis.dot(twice_sine), turn.trace() - 1.0);
}

/// Writes one joint's part of a frame, beginning at `at`; `before` is the frame before.
class JointWriter {
 public:
  JointWriter(const Body& body, const RecordedFrame& from, const JointFrame* before, JointFrame& to)
      : body_(body), from_(from), before_(before), to_(to) {}

  void write(const JointPlan& plan, Eigen::Index at) {
    const Relative placed = relative(body_.tables(), plan, from_);
    const int dof = body_.turn_dof(plan.segment);
    if (plan.turns.size() == 1) {
      to_.value[at] = hinge_angle(placed.turn, plan.turns.front().axis);
      copy(dof, 1, at);
    } else if (plan.turns.size() == 3) {
      turn(plan.sequence, placed.turn, dof, at);
    }
    if (plan.slides.empty()) return;
    to_.value.segment<3>(at + 3) = placed.shift;
    copy(dof - 3, 3, at + 3);
  }

 private:
  void copy(int dof, Eigen::Index count, Eigen::Index at) {
    to_.rate.segment(at, count) = from_.qvel.segment(dof, count);
    to_.acceleration.segment(at, count) = from_.qacc.segment(dof, count);
    to_.needed.segment(at, count) = from_.needed.segment(dof, count);
    to_.by_muscles.segment(at, count) = from_.by_muscles.segment(dof, count);
  }

  /// The engine turns a ball joint about the segment's own axes: w = W(q) q', and the power of a
  /// moment m there is m · W q'.
  void turn(const Sequence& sequence, const Matrix3d& placed, int dof, Eigen::Index at) {
    const Vector3d near = before_ ? Vector3d(before_->value.segment<3>(at)) : Vector3d::Zero();
    const Vector3d angles = angles_of(placed, sequence, near);
    const Matrix3d turning = turning_of_rates(sequence, angles);
    const auto solver = turning.partialPivLu();
    const Vector3d rates = solver.solve(from_.qvel.segment<3>(dof));
    const Matrix3d changes = turning_of_rates_changes(sequence, angles, rates);
    to_.value.segment<3>(at) = angles;
    to_.rate.segment<3>(at) = rates;
    to_.acceleration.segment<3>(at) =
        solver.solve(Vector3d(from_.qacc.segment<3>(dof) - changes * rates));
    to_.needed.segment<3>(at) = turning.transpose() * from_.needed.segment<3>(dof);
    to_.by_muscles.segment<3>(at) = turning.transpose() * from_.by_muscles.segment<3>(dof);
  }

  const Body& body_;
  const RecordedFrame& from_;
  const JointFrame* before_;
  JointFrame& to_;
};

/// A turn of a joint that is an angle of postures, for its range.
struct Named {
  const char* segment;  ///< without its side
  const char* turn;
  const char* angle;
  double sign;  ///< on the right
};

constexpr std::array<Named, 11> kNamed = {{{"femur", "rz", "hip_flexion", 1.0},
                                           {"femur", "rx", "hip_abduction", -1.0},
                                           {"femur", "ry", "hip_rotation", 1.0},
                                           {"tibia", "turn", "knee_flexion", -1.0},
                                           {"foot", "turn", "ankle_dorsiflexion", 1.0},
                                           {"ulna", "turn", "elbow_flexion", 1.0},
                                           {"radius", "turn", "forearm_pronation", 1.0},
                                           {"hand", "turn", "wrist_extension", -1.0},
                                           {"head", "rz", "neck_flexion", -1.0},
                                           {"head", "rx", "neck_bend", 1.0},
                                           {"head", "ry", "neck_twist", 1.0}}};

void limit(JointCoordinate& coordinate, double sign, double low, double high) {
  coordinate.low = sign > 0.0 ? low : -high;
  coordinate.high = sign > 0.0 ? high : -low;
}

/// The ranges that the tables know, where the turns are those of postures.
void limit_turns(const BodyTables& tables, JointPlan& plan) {
  if (plan.turns.size() == 3 && plan.sequence != kOfPostures) return;
  for (const Disc& disc : tables.discs) {
    if (disc.above != plan.segment) continue;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto axis = static_cast<std::size_t>(plan.sequence[i]);
      limit(plan.turns[i], 1.0, disc.low[axis], disc.high[axis]);
    }
  }
  for (const Named& named : kNamed) {
    for (const std::string side : {"", "_r", "_l"}) {
      if (named.segment + side != plan.segment) continue;
      const int angle = coordinate_index(tables, named.angle + side);
      if (angle < 0) continue;
      const Coordinate& range = tables.coordinates[static_cast<std::size_t>(angle)];
      const bool flips = side == "_l" && (named.turn[1] == 'x' || named.turn[1] == 'y');
      for (JointCoordinate& turn : plan.turns) {
        if (turn.name != plan.segment + "_" + named.turn) continue;
        limit(turn, flips ? -named.sign : named.sign, range.low, range.high);
      }
    }
  }
}

/// Balance may go past a range by a little: the motion's own values are within.
void widen(const std::vector<JointFrame>& frames, std::vector<JointPlan>& plans) {
  Eigen::Index at = 0;
  for (JointPlan& plan : plans) {
    for (auto* coordinates : {&plan.turns, &plan.slides}) {
      for (JointCoordinate& coordinate : *coordinates) {
        for (const JointFrame& frame : frames) {
          coordinate.low = std::min(coordinate.low, frame.value[at]);
          coordinate.high = std::max(coordinate.high, frame.value[at]);
        }
        ++at;
      }
    }
  }
}

}  // namespace

std::vector<JointPlan> plan_joints(const Body& body, const std::vector<RecordedFrame>& frames) {
  const BodyTables& tables = body.tables();
  std::vector<JointPlan> plans;
  for (const Segment& segment : tables.segments) {
    plans.push_back(plan_joint(tables, segment, frames));
    limit_turns(tables, plans.back());
  }
  widen(joint_frames(body, plans, frames), plans);
  return plans;
}

std::vector<JointFrame> joint_frames(const Body& body, const std::vector<JointPlan>& plans,
                                     const std::vector<RecordedFrame>& frames) {
  const auto count = static_cast<Eigen::Index>(coordinates_of(plans).size());
  std::vector<JointFrame> all;
  for (const RecordedFrame& frame : frames) {
    const VectorXd none = VectorXd::Zero(count);
    JointFrame row{none, none, none, none, none};
    JointWriter writer(body, frame, all.empty() ? nullptr : &all.back(), row);
    Eigen::Index at = 0;
    for (const JointPlan& plan : plans) {
      writer.write(plan, at);
      at += static_cast<Eigen::Index>(plan.turns.size() + plan.slides.size());
    }
    all.push_back(std::move(row));
  }
  return all;
}

std::vector<JointCoordinate> coordinates_of(const std::vector<JointPlan>& plans) {
  std::vector<JointCoordinate> all;
  for (const JointPlan& plan : plans) {
    all.insert(all.end(), plan.turns.begin(), plan.turns.end());
    all.insert(all.end(), plan.slides.begin(), plan.slides.end());
  }
  return all;
}

}  // namespace strongback
