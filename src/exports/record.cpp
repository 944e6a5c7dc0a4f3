#include "exports/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/expects.h"
#include "exports/names.h"
#include "movement/setting_up.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

constexpr Point kOrigin{};

/// What the world does to a body at one instant.
struct Outside {
  int segment = 0;
  Vector3d at, force;
};

/// Contacts and pulls by name; the points of a footing are counted.
std::map<std::string, Outside> outside_of(const SolvedFrame& frame) {
  const Balanced& balanced = frame.played.balanced;
  std::map<std::string, Outside> all;
  const auto add = [&](const std::string& name, const Outside& outside) {
    expects(all.emplace(name, outside).second, "no two outside forces share a name");
  };
  std::map<int, int> points;
  for (std::size_t c = 0; c < balanced.setting.contacts.size(); ++c) {
    const Contact& contact = balanced.setting.contacts[c];
    const int footing = balanced.footing_of[c];
    const auto& [part, surface] = balanced.footing_names[static_cast<std::size_t>(footing)];
    const std::string name = fmt::format("{}_{}_{}", fit(part), fit(surface), points[footing]++);
    add(name, {contact.segment, contact.at, frame.recruited.contact[c]});
  }
  for (std::size_t p = 0; p < balanced.setting.pulls.size(); ++p) {
    const Pull& pull = balanced.setting.pulls[p];
    add(fmt::format("pull_{}", p), {pull.segment, pull.at, pull.force});
  }
  return all;
}

std::string segment_id(const Body& body, int segment) {
  const auto& segments = body.tables().segments;
  const auto found = std::find_if(segments.begin(), segments.end(), [&](const Segment& one) {
    return body.segment(one.id) == segment;
  });
  return found->id;
}

/// Every point that is pushed or pulled at some instant.
std::vector<OutsidePoint> points_of(PosedBody& posed, const std::vector<SolvedFrame>& frames) {
  std::vector<OutsidePoint> points;
  for (const SolvedFrame& frame : frames) {
    posed.pose(frame.played.balanced.stance);
    for (const auto& [name, outside] : outside_of(frame)) {
      const auto is_it = [&, wanted = name](const OutsidePoint& one) { return one.name == wanted; };
      if (std::any_of(points.begin(), points.end(), is_it)) continue;
      const Vector3d local = posed.orientation(outside.segment).transpose() *
                             (outside.at - posed.point(outside.segment, kOrigin));
      points.push_back(
          {name, segment_id(posed.body(), outside.segment), {local.x(), local.y(), local.z()}});
    }
  }
  return points;
}

void record_body(PosedBody& posed, RecordedFrame& row) {
  const Body& body = posed.body();
  row.qpos = posed.qpos();
  row.qvel = posed.qvel();
  row.qacc = posed.qacc();
  for (const Segment& segment : body.tables().segments) {
    row.place.push_back(posed.point(body.segment(segment.id), kOrigin));
    row.turn.push_back(posed.orientation(body.segment(segment.id)));
  }
}

void record_muscles(PosedBody& posed, const Recruitment& recruited, RecordedFrame& row) {
  std::vector<std::vector<Arm>> arms;
  posed.arms(arms);
  row.length = posed.lengths();
  row.activation = recruited.activation;
  row.pull = recruited.force;
  row.by_muscles = Eigen::VectorXd::Zero(posed.body().dofs());
  for (std::size_t m = 0; m < arms.size(); ++m) {
    for (const Arm& arm : arms[m]) {
      row.by_muscles[arm.dof] += arm.meters * row.pull[static_cast<Eigen::Index>(m)];
    }
  }
}

/// Surfaces that something touches at the start, each below the middle of what does.
std::vector<RecordedSurface> surfaces_of(const Body& body, const Motion& motion,
                                         const SolvedFrame& first) {
  const Balanced& balanced = first.played.balanced;
  std::map<std::string, std::vector<Vector3d>> touching;
  for (std::size_t c = 0; c < balanced.setting.contacts.size(); ++c) {
    const auto footing = static_cast<std::size_t>(balanced.footing_of[c]);
    touching[balanced.footing_names[footing].second].push_back(balanced.setting.contacts[c].at);
  }
  std::vector<RecordedSurface> surfaces;
  for (const Footing& footing : footings_of(motion, body)) {
    const auto points = touching.extract(footing.surface);
    if (points.empty()) continue;
    Vector3d middle = Vector3d::Zero();
    for (const Vector3d& at : points.mapped()) {
      middle += at / static_cast<double>(points.mapped().size());
    }
    const auto kind = std::find_if(motion.surfaces.begin(), motion.surfaces.end(),
                                   [&](const Surface& one) { return one.id == footing.surface; });
    constexpr double kRim = 0.15;  // [m]
    RecordedSurface surface{fit(footing.surface), kind->kind == SurfaceKind::Bar, middle,
                            footing.normal.normalized(), kRim};
    surface.on -= surface.normal * surface.normal.dot(middle - footing.on);
    for (const Vector3d& at : points.mapped()) {
      surface.half = std::max(surface.half, (at - middle).norm() + kRim);
    }
    surfaces.push_back(std::move(surface));
  }
  return surfaces;
}

}  // namespace

RecordedFrame standing_frame(const Body& body) {
  const BodyTables& tables = body.tables();
  PosedBody posed(body);
  Stance stance = Stance::Zero(static_cast<Eigen::Index>(tables.coordinates.size()) + 3);
  posed.pose(stance);
  double lowest = 0.0;
  for (const Patch& patch : tables.patches) {
    for (const Point& point : patch.points) {
      lowest = std::min(lowest, posed.point(body.segment(patch.segment), point).y());
    }
  }
  stance[stance.size() - 2] = -lowest;
  const Eigen::VectorXd still = Eigen::VectorXd::Zero(stance.size());
  posed.move(stance, still, still);
  RecordedFrame row;
  row.name = "standing";
  record_body(posed, row);
  row.needed = row.by_muscles = Eigen::VectorXd::Zero(body.dofs());
  row.activation = row.pull =
      Eigen::VectorXd::Zero(static_cast<Eigen::Index>(tables.fascicles.size()));
  return row;
}

MotionRecord record_motion(const Body& body, const Motion& motion, Mass load,
                           const std::vector<SolvedFrame>& frames) {
  MotionRecord record;
  record.id = motion.id;
  record.load_kg = in_kilograms(load);
  record.surfaces = surfaces_of(body, motion, frames.front());
  PosedBody posed(body);
  carry_loads(motion, load, posed);
  for (std::size_t i = 0; i < record.carried_kg.size(); ++i) {
    record.carried_kg[i] = posed.carried(static_cast<Carrier>(i));
  }
  record.points = points_of(posed, frames);
  for (const SolvedFrame& frame : frames) {
    RecordedFrame row;
    row.time_s = frame.played.time_s;
    row.name = frame.played.name;
    posed.move(frame.played.balanced.stance, frame.played.rate, frame.played.acceleration);
    record_body(posed, row);
    record_muscles(posed, frame.recruited, row);
    row.pressure = frame.recruited.iap;
    row.needed = posed.demand();
    const auto outside = outside_of(frame);
    for (const OutsidePoint& point : record.points) {
      const int segment = body.segment(point.segment);
      const auto acts = outside.find(point.name);
      row.at.push_back(posed.point(segment, point.local));
      row.force.push_back(acts == outside.end() ? Vector3d::Zero() : acts->second.force);
      row.needed -= posed.jacobian(segment, row.at.back()).transpose() * row.force.back();
    }
    record.frames.push_back(std::move(row));
  }
  return record;
}

}  // namespace strongback
