#include "figure/stage.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

using Eigen::Vector3d;

constexpr double kEdge = 0.008;  // [m]  roundness of corners

/// The range of points along each axis of the world.
struct Reach {
  Vector3d low, high;
  [[nodiscard]] Vector3d middle() const { return 0.5 * (low + high); }
  /// At least `least` wide along an axis.
  void widen(int axis, double margin, double least) {
    low[axis] -= margin;
    high[axis] += margin;
    const double lacks = 0.5 * std::max(0.0, least - (high[axis] - low[axis]));
    low[axis] -= lacks;
    high[axis] += lacks;
  }
};

Reach reach_of(const std::vector<Touched>& touched) {
  Reach reach{touched.front().point, touched.front().point};
  for (const Touched& one : touched) {
    reach.low = reach.low.cwiseMin(one.point);
    reach.high = reach.high.cwiseMax(one.point);
  }
  return reach;
}

bool touches_with(const std::vector<Touched>& touched, std::initializer_list<const char*> words) {
  return std::any_of(touched.begin(), touched.end(), [&](const Touched& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return one.patch.starts_with(word); });
  });
}

void add_legs(const Reach& top, double height, double radius, std::vector<Shape>& shapes) {
  for (const double x : {top.low.x() + 0.03, top.high.x() - 0.03}) {
    for (const double z : {top.low.z() + 0.03, top.high.z() - 0.03}) {
      shapes.push_back(rod(Matter::Furniture, {x, radius, z}, {x, height - 0.03, z}, radius));
    }
  }
}

/// A level top on four legs.
void add_table(Reach top, double height, double thickness, std::vector<Shape>& shapes) {
  top.low.y() = height - thickness;
  top.high.y() = height;
  add_legs(top, height, 0.012, shapes);
  shapes.push_back(box(Matter::Furniture, top.low, top.high));
}

/// A back rest, standing at `x` on the seat side `seat_x`.
void add_back_rest(const Reach& seat, double x, double height, std::vector<Shape>& shapes) {
  for (const double z : {seat.low.z() + 0.03, seat.high.z() - 0.03}) {
    shapes.push_back(rod(Matter::Furniture, {x, 0.02, z}, {x, height, z}, 0.012));
  }
  shapes.push_back(box(Matter::Furniture, {x - 0.012, height - 0.22, seat.low.z() + 0.02},
                       {x + 0.012, height, seat.high.z() - 0.02}));
}

void add_chair(const std::vector<Touched>& touched, double height, std::vector<Shape>& shapes) {
  constexpr double kSeat = 0.45, kDepth = 0.42, kWidth = 0.44, kBackRest = 0.42, kHighSeat = 0.62;
  Reach seat = reach_of(touched);
  seat.widen(2, 0.05, kWidth);
  if (height > kHighSeat) {  // hands on the back of a chair that faces away
    const double x = seat.middle().x();
    seat.low.x() = x;
    seat.high.x() = x + kDepth;
    add_table(seat, kSeat, 0.035, shapes);
    add_back_rest(seat, x, height, shapes);
    return;
  }
  const bool is_sat_on = touches_with(touched, {"seat"});
  if (is_sat_on) {
    const double sits = seat.low.x();
    seat.low.x() = sits - 0.14;
    seat.high.x() = std::max(seat.high.x() + 0.04, seat.low.x() + kDepth);
  } else {
    seat.widen(0, 0.08, kDepth);
  }
  add_table(seat, height, 0.035, shapes);
  if (is_sat_on) add_back_rest(seat, seat.low.x() + 0.01, height + kBackRest, shapes);
}

/// A slab of a sloping surface around what touches it.
void add_slab(const Surface& surface, const std::vector<Touched>& touched, double margin,
              std::vector<Shape>& shapes) {
  const Vector3d normal(surface.normal[0], surface.normal[1], surface.normal[2]);
  const Vector3d along(normal.y(), -normal.x(), 0.0);
  const Vector3d on = touched.front().point;
  double low = 0.0, high = 0.0;
  for (const Touched& one : touched) {
    low = std::min(low, along.dot(one.point - on));
    high = std::max(high, along.dot(one.point - on));
  }
  Reach width = reach_of(touched);
  width.widen(2, 0.06, 0.30);
  Shape slab{Matter::Furniture, {}};
  for (const double way : {low - margin, high + margin}) {
    for (const double depth : {-kEdge, -0.05}) {
      for (const double z : {width.low.z(), width.high.z()}) {
        Vector3d corner = on + way * along + depth * normal;
        corner.z() = z;
        slab.balls.push_back({corner, kEdge});
      }
    }
  }
  const Vector3d middle = on + 0.5 * (low + high) * along - 0.05 * normal;
  if (normal.y() >= 0.0 && middle.y() > 0.15) {
    const double z = width.middle().z();
    shapes.push_back(
        rod(Matter::Furniture, {middle.x(), 0.02, z}, {middle.x(), middle.y(), z}, 0.02));
  }
  shapes.push_back(std::move(slab));
}

void add_bar(Reach reach, std::vector<Shape>& shapes) {
  reach.widen(2, 0.3, 1.1);
  Vector3d from = reach.middle(), to = from;
  from.z() = reach.low.z();
  to.z() = reach.high.z();
  shapes.push_back(rod(Matter::Furniture, from, to, 0.014));
}

void add_wall(Reach reach, double x, double height, bool faces_back, std::vector<Shape>& shapes) {
  reach.widen(2, 0.25, 0.9);
  const double behind = faces_back ? 0.03 : -0.03;
  shapes.push_back(box(Matter::Floor, {std::min(x, x + behind), 0.0, reach.low.z()},
                       {std::max(x, x + behind), height, reach.high.z()}));
}

void add_level(const Surface& surface, const std::vector<Touched>& touched, double height,
               std::vector<Shape>& shapes) {
  Reach reach = reach_of(touched);
  switch (surface.kind) {
    case SurfaceKind::Chair:
      add_chair(touched, height, shapes);
      break;
    case SurfaceKind::Step:
      reach.widen(0, 0.08, 0.34);
      reach.widen(2, 0.1, 0.5);
      reach.low.y() = 0.0;
      reach.high.y() = height;
      shapes.push_back(box(Matter::Furniture, reach.low, reach.high));
      break;
    case SurfaceKind::Bar:
      add_bar(reach, shapes);
      break;
    case SurfaceKind::Table:
      reach.high.x() += 0.45;
      reach.widen(2, 0.15, 0.7);
      reach.low.x() -= 0.06;
      add_table(reach, height, 0.035, shapes);
      break;
    case SurfaceKind::Floor:
      break;
    default:
      reach.widen(0, 0.12, 0.3);
      reach.widen(2, 0.04, 0.3);
      constexpr double kPile = 0.6, kThinnest = 0.01;  // [m]  of pillows and mats
      if (surface.kind == SurfaceKind::Pad && height < kPile) {
        reach.low.y() = std::min(0.0, height - kThinnest);
        reach.high.y() = height;
        shapes.push_back(box(Matter::Furniture, reach.low, reach.high));
      } else {
        add_table(reach, height, 0.06, shapes);
      }
  }
}

/// What touches a ball lies around its middle.
void add_ball(const Surface& surface, const Reach& reach, std::vector<Shape>& shapes) {
  constexpr double kRadius = 0.32;  // [m]  of a ball of 65 cm, a little pressed
  const Vector3d normal(surface.normal[0], surface.normal[1], surface.normal[2]);
  const Vector3d middle = reach.middle() - kRadius * normal;
  shapes.push_back({Matter::Furniture, {{{middle.x(), kRadius, middle.z()}, kRadius}}});
}

/// Straps pull square to their surface.
void add_straps(const Surface& surface, const std::vector<Touched>& touched,
                std::vector<Shape>& shapes) {
  const Vector3d normal(surface.normal[0], surface.normal[1], surface.normal[2]);
  for (const Touched& one : touched) {
    shapes.push_back(rod(Matter::Cord, one.point, one.point + 0.7 * normal, 0.008));
  }
}

void add_floor(const std::vector<Touched>& all, std::vector<Shape>& shapes) {
  if (all.empty()) return;
  Reach reach = reach_of(all);
  reach.widen(0, 0.25, 1.1);
  reach.widen(2, 0.25, 0.9);
  Shape floor{Matter::Floor, {}};
  for (const double x : {reach.low.x(), reach.high.x()}) {
    for (const double z : {reach.low.z(), reach.high.z()}) {
      floor.balls.push_back({{x, -0.004, z}, 0.004});
    }
  }
  shapes.push_back(std::move(floor));
}

std::vector<Touched> on_surface(const std::vector<Touched>& touched, int surface) {
  std::vector<Touched> here;
  std::copy_if(touched.begin(), touched.end(), std::back_inserter(here),
               [&](const Touched& one) { return one.surface == surface; });
  return here;
}

}  // namespace

Shape rod(Matter matter, const Vector3d& from, const Vector3d& to, double radius) {
  return {matter, {{from, radius}, {to, radius}}};
}

Shape box(Matter matter, const Vector3d& low, const Vector3d& high) {
  Shape shape{matter, {}};
  const Vector3d edge = Vector3d::Constant(kEdge).cwiseMin(0.5 * (high - low));
  const double radius = edge.minCoeff();
  const Vector3d in = Vector3d::Constant(radius);
  const Vector3d a = low + in, b = high - in;
  for (const double x : {a.x(), b.x()}) {
    for (const double y : {a.y(), b.y()}) {
      for (const double z : {a.z(), b.z()}) shape.balls.push_back({{x, y, z}, radius});
    }
  }
  return shape;
}

std::vector<Shape> make_stage(const Motion& motion, const std::vector<Touched>& touched,
                              const std::vector<Touched>& now, double scale) {
  std::vector<Shape> shapes;
  add_floor(touched, shapes);
  for (std::size_t s = 1; s < motion.surfaces.size(); ++s) {
    const Surface& surface = motion.surfaces[s];
    const bool is_strap = surface.kind == SurfaceKind::Straps;
    const auto here = on_surface(is_strap ? now : touched, static_cast<int>(s));
    const double factor = surface.scales_with_stature ? scale : 1.0;
    constexpr double kLevel = 0.999;
    if (surface.kind == SurfaceKind::Wall && !touched.empty()) {
      constexpr double kHigh = 2.0, kAbove = 0.9;  // [m]  a wall touched low down is cut low
      const Reach reach = reach_of(here.empty() ? touched : here);
      const double height = here.empty() ? kHigh : std::min(kHigh, reach.high.y() + kAbove);
      add_wall(reach, surface.point[0] * factor, height, surface.normal[0] < 0.0, shapes);
    } else if (here.empty() || surface.kind == SurfaceKind::Body) {
      continue;
    } else if (surface.kind == SurfaceKind::Ball) {
      add_ball(surface, reach_of(here), shapes);
    } else if (surface.kind == SurfaceKind::Straps) {
      add_straps(surface, here, shapes);
    } else if (surface.normal[1] > kLevel) {
      add_level(surface, here, surface.point[1] * factor, shapes);
    } else {
      add_slab(surface, here, surface.kind == SurfaceKind::Pad ? 0.08 : 0.16, shapes);
    }
  }
  return shapes;
}

}  // namespace strongback
