#include "body/wrapping.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector2d;
using Eigen::Vector3d;

double cross(const Vector2d& a, const Vector2d& b) { return a.x() * b.y() - a.y() * b.x(); }

/// Do the segments a-b and c-d meet?
bool meet(const Vector2d& a, const Vector2d& b, const Vector2d& c, const Vector2d& d) {
  const double det = cross(d - c, b - a);
  if (std::abs(det) < 1e-15) return false;
  const double s = cross(d - c, c - a) / det;
  const double t = cross(b - a, c - a) / det;
  return s >= 0.0 && s <= 1.0 && t >= 0.0 && t <= 1.0;
}

struct Tangents {
  Vector2d on, off;
};

/// The two tangent points of one turning sense (+1 or -1).
Tangents tangents(const Vector2d& from, const Vector2d& to, double radius, double sense) {
  const auto touch = [&](const Vector2d& p, double sign) {
    const double square = p.squaredNorm();
    const double rest = std::sqrt(square - radius * radius);
    return Vector2d((p * radius * radius + sign * radius * rest * Vector2d(p.y(), -p.x())) /
                    square);
  };
  return {touch(from, sense), touch(to, -sense)};
}

double arc_length(const Tangents& t, double radius, double sense) {
  double angle = std::acos(std::clamp(t.on.dot(t.off) / (radius * radius), -1.0, 1.0));
  const double turn = cross(t.off, t.on) * sense;
  if (turn < 0.0) angle = 2.0 * M_PI - angle;
  return radius * angle;
}

struct Circle {
  Tangents points;
  double arc = 0.0;
};

/// The way around a circle that passes on the side of `side`; without one, the shorter way.
std::optional<Circle> around_circle(const Vector2d& from, const Vector2d& to,
                                    const std::optional<Vector2d>& side, double radius) {
  if (from.norm() < radius || to.norm() < radius) return std::nullopt;
  const Vector2d way = to - from;
  if (way.squaredNorm() < 1e-30) return std::nullopt;
  const double at = std::clamp(-way.dot(from) / way.squaredNorm(), 0.0, 1.0);
  const Vector2d nearest = from + at * way;
  if (nearest.norm() > radius && (!side || side->dot(nearest) >= 0.0)) return std::nullopt;
  double best = 0.0;
  double best_sense = 0.0;
  Tangents chosen;
  for (const double sense : {1.0, -1.0}) {
    const Tangents t = tangents(from, to, radius, sense);
    double good = side ? (t.on + t.off).normalized().dot(*side) : -(t.on - t.off).squaredNorm();
    if (meet(from, t.on, to, t.off)) good = -10000.0;
    if (best_sense != 0.0 && good <= best) continue;
    best = good;
    best_sense = sense;
    chosen = t;
  }
  if (meet(from, chosen.on, to, chosen.off)) return std::nullopt;
  return Circle{chosen, arc_length(chosen, radius, best_sense)};
}

}  // namespace

std::optional<WrapPoints> around_cylinder(const Vector3d& from, const Vector3d& to,
                                          const Vector3d& side, double radius) {
  const Vector2d flat_side = side.head<2>().normalized() * radius;
  const auto circle = around_circle(from.head<2>(), to.head<2>(), flat_side, radius);
  if (!circle) return std::nullopt;
  const double before = (circle->points.on - from.head<2>()).norm();
  const double after = (circle->points.off - to.head<2>()).norm();
  const double whole = before + circle->arc + after;
  const double rise = to.z() - from.z();
  WrapPoints points;
  points.on << circle->points.on, from.z() + rise * before / whole;
  points.off << circle->points.off, from.z() + rise * (before + circle->arc) / whole;
  points.arc = std::hypot(circle->arc, points.off.z() - points.on.z());
  return points;
}

std::optional<WrapPoints> around_sphere(const Vector3d& from, const Vector3d& to, double radius) {
  const Vector3d normal = from.cross(to);
  if (normal.norm() < 1e-15) return std::nullopt;  // in line with the center: no plane to bend in
  const Vector3d first = from.normalized(), second = normal.normalized().cross(first);
  const auto flat = [&](const Vector3d& p) { return Vector2d(p.dot(first), p.dot(second)); };
  const auto circle = around_circle(flat(from), flat(to), std::nullopt, radius);
  if (!circle) return std::nullopt;
  const auto back = [&](const Vector2d& p) -> Vector3d { return p.x() * first + p.y() * second; };
  return WrapPoints{back(circle->points.on), back(circle->points.off), circle->arc};
}

}  // namespace strongback
