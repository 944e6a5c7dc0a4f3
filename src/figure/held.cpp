#include "figure/held.h"

#include <Eigen/Geometry>
#include <cmath>
#include <numbers>

#include "figure/stage.h"
#include "movement/setting_up.h"

namespace strongback {
namespace {

using Eigen::Vector3d;
using Shapes = std::vector<Shape>;

/// Where something sits: the middle, the way of its handle, and the way on which it hangs.
struct Seat {
  std::string part;
  Vector3d at, handle, hangs;
};

Vector3d axis_of(const PosedBody& posed, const char* segment, int axis) {
  return posed.orientation(posed.body().segment(segment)).col(axis);
}

Seat hand_seat(const PosedBody& posed, bool is_right) {
  const char* hand = is_right ? "hand_r" : "hand_l";
  return {is_right ? "arm_r" : "arm_l",
          posed.grip(is_right ? Carrier::HandRight : Carrier::HandLeft), axis_of(posed, hand, 0),
          -axis_of(posed, hand, 1)};
}

Seat seat_of(const PosedBody& posed, LoadPlace place) {
  switch (place) {
    case LoadPlace::HandRight:
      return hand_seat(posed, true);
    case LoadPlace::HandLeft:
      return hand_seat(posed, false);
    case LoadPlace::Hands: {
      const Seat right = hand_seat(posed, true), left = hand_seat(posed, false);
      const Vector3d between = right.at - left.at;
      const Vector3d across = between.norm() > 0.02 ? between.normalized() : Vector3d::UnitZ();
      return {"arm_r", 0.5 * (right.at + left.at), across, (right.hangs + left.hangs).normalized()};
    }
    case LoadPlace::Back:
      return {"trunk", posed.grip(Carrier::Back), axis_of(posed, "thorax", 2), -Vector3d::UnitY()};
    default:
      return {"trunk", posed.grip(Carrier::Chest), axis_of(posed, "thorax", 2), -Vector3d::UnitY()};
  }
}

/// [m]  half the size of a compact weight: iron with its handle, from 0.5 kg.
double iron_radius(double mass) { return 0.012 + 0.026 * std::cbrt(std::max(mass, 0.5)); }

/// A flat round thing around an axis, `thick` on both sides of its middle.
Shape drum(Matter matter, const Vector3d& middle, const Vector3d& axis, double radius,
           double thick) {
  constexpr int kCorners = 16;
  constexpr double kEdge = 0.006;  // [m]
  const Vector3d other = std::abs(axis.y()) < 0.9 ? Vector3d::UnitY() : Vector3d::UnitX();
  const Vector3d a = axis.cross(other).normalized(), b = axis.cross(a);
  Shape shape{matter, {}};
  for (int i = 0; i < kCorners; ++i) {
    const double turn = 2.0 * std::numbers::pi * i / kCorners;
    const Vector3d rim = (radius - kEdge) * (std::cos(turn) * a + std::sin(turn) * b);
    for (const double way : {-thick, thick}) {
      shape.balls.push_back({middle + rim + way * axis, kEdge});
    }
  }
  return shape;
}

/// A handle of `half` its length on either side, and an `end` on each, `out` from the middle.
Shapes two_ended(const Seat& seat, double half, double out, Matter end, double radius,
                 double thick) {
  const Vector3d tip = half * seat.handle;
  Shapes shapes = {rod(Matter::Load, seat.at - tip, seat.at + tip, 0.014)};
  for (const double way : {-out, out}) {
    shapes.push_back(drum(end, seat.at + way * seat.handle, seat.handle, radius, thick));
  }
  return shapes;
}

Shapes dumbbell(const Seat& seat, double mass) {
  const double radius = iron_radius(mass), thick = 0.35 * radius, out = 0.06 + thick;
  return two_ended(seat, out + thick + 0.01, out, Matter::Load, radius, thick);
}

Shapes kettlebell(const Seat& seat, double mass) {
  const double radius = 1.35 * iron_radius(mass);
  const Vector3d bell = seat.at + (radius + 0.05) * seat.hangs;
  Shapes shapes;
  const Vector3d half = 0.055 * seat.handle;
  shapes.push_back(rod(Matter::Load, seat.at - half, seat.at + half, 0.015));
  for (const double way : {-1.0, 1.0}) {
    shapes.push_back(rod(Matter::Load, seat.at + way * half, bell + 0.5 * way * half, 0.014));
  }
  shapes.push_back({Matter::Load, {{bell, radius}}});
  return shapes;
}

/// A long bar with plates at both ends; seen through, so that they do not hide the body.
Shapes bar(const Seat& seat, double mass) {
  constexpr double kHalf = 0.95, kPlates = 0.75, kThick = 0.012;
  const double radius = 0.09 + 0.135 * std::min(1.0, mass / 60.0);
  return two_ended(seat, kHalf, kPlates, Matter::Plate, radius, kThick);
}

Shapes bag(const Seat& seat, double mass) {
  const double radius = 1.5 * iron_radius(mass);
  const Vector3d down = -Vector3d::UnitY(), half = 0.06 * seat.handle;
  return {rod(Matter::Cord, seat.at, seat.at + 0.14 * down, 0.008),
          {Matter::Load,
           {{seat.at + 0.16 * down - half, 0.03},
            {seat.at + 0.16 * down + half, 0.03},
            {seat.at + (0.16 + 2.0 * radius) * down - half, radius},
            {seat.at + (0.16 + 2.0 * radius) * down + half, radius}}}};
}

Shapes object(const Seat& seat, double mass) {
  const double radius = 0.02 + 0.018 * std::cbrt(std::max(mass, 0.3));
  return {rod(Matter::Load, seat.at - 0.05 * seat.handle, seat.at + 0.05 * seat.handle, radius)};
}

Shapes weight(LoadKind kind, const Seat& seat, double mass) {
  switch (kind) {
    case LoadKind::Kettlebell:
      return kettlebell(seat, mass);
    case LoadKind::Bar:
      return bar(seat, mass);
    case LoadKind::Bag:
      return bag(seat, mass);
    case LoadKind::Object:
      return object(seat, mass);
    case LoadKind::Vest:
      return {};  // worn close: the body hides it
    default:
      return dumbbell(seat, mass);
  }
}

}  // namespace

std::vector<std::pair<std::string, Shape>> held_shapes(const PosedBody& posed, const Motion& motion,
                                                       Mass load) {
  std::vector<std::pair<std::string, Shape>> held;
  for (const Load& one : motion.loads) {
    if (is_line(one.kind)) continue;
    const Seat seat = seat_of(posed, one.place);
    for (Shape& shape : weight(one.kind, seat, load.si() * one.share)) {
      held.emplace_back(seat.part, std::move(shape));
    }
  }
  for (const Line& line : lines_of(motion, posed.body(), load)) {
    const Point anchor{line.anchor.x(), line.anchor.y(), line.anchor.z()};
    const Vector3d end = line.anchor_part ? posed.point(*line.anchor_part, anchor) : line.anchor;
    const Vector3d from = posed.point(line.segment, line.at);
    constexpr double kLongest = 0.7;  // [m]  so that a far anchor does not make the body small
    const double length = (end - from).norm();
    const bool is_whole = line.anchor_part || length <= kLongest;
    const Vector3d drawn = is_whole ? end : from + kLongest / length * (end - from);
    held.emplace_back("trunk", rod(Matter::Cord, from, drawn, line.slack > 0.0 ? 0.010 : 0.005));
    if (line.anchor_part || !is_whole) continue;
    const Vector3d half = Vector3d::Constant(0.03);
    held.emplace_back("trunk", box(Matter::Furniture, end - half, end + half));
  }
  return held;
}

}  // namespace strongback
