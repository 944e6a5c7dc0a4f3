// What the world gives to the body is what its mass needs: Σ F = Σ m (a - g), and the same of the
// moments about the origin.  The right side knows only the masses of the tables and where
// PosedBody puts their points: each segment is six point masses with its center of mass and its
// inertia, and accelerations are second differences of their places.
#include <Eigen/Eigenvalues>
#include <array>
#include <cmath>

#include "engine_motions.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

/// A mass without extent, fixed to a segment.
struct PointMass {
  int segment = 0;
  Point at{};
  double kilograms = 0.0;
};

/// Six points on the principal axes of ∫ r rᵀ dm that have the mass, center and inertia of
/// `segment`.
std::vector<PointMass> point_masses(const Body& body, const Segment& segment) {
  const auto& [xx, yy, zz, xy, xz, yz] = segment.inertia;
  Eigen::Matrix3d inertia;
  inertia << xx, xy, xz, xy, yy, yz, xz, yz, zz;
  const Eigen::Matrix3d spread = 0.5 * inertia.trace() * Eigen::Matrix3d::Identity() - inertia;
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> axes(spread);
  EXPECT_GE(axes.eigenvalues().minCoeff(), -1e-9) << segment.id << " is no solid body";
  std::vector<PointMass> points;
  for (int axis = 0; axis < 3; ++axis) {
    const double square = std::max(0.0, axes.eigenvalues()[axis]) * 3.0 / segment.mass;
    for (const double sign : {1.0, -1.0}) {
      const Vector3d off = sign * std::sqrt(square) * axes.eigenvectors().col(axis);
      points.push_back(
          {body.segment(segment.id),
           {segment.com[0] + off.x(), segment.com[1] + off.y(), segment.com[2] + off.z()},
           segment.mass / 6.0});
    }
  }
  return points;
}

std::vector<PointMass> all_masses(const Body& body) {
  std::vector<PointMass> all;
  for (const Segment& segment : body.tables().segments) {
    if (segment.mass <= 0.0) continue;
    for (const PointMass& point : point_masses(body, segment)) all.push_back(point);
  }
  return all;
}

/// Held and worn masses of a motion, by carrier.
std::array<double, 4> held_masses(const Motion& motion, double load_kg) {
  std::array<double, 4> masses{};
  for (const Load& load : motion.loads) {
    if (is_line(load.kind)) continue;
    const double mass = load_kg * load.share;
    if (load.place == LoadPlace::Hands) {
      masses[0] += 0.5 * mass;
      masses[1] += 0.5 * mass;
    } else if (load.place != LoadPlace::Part) {
      constexpr std::array<std::size_t, 6> kCarrier = {0, 1, 0, 2, 3, 0};
      masses[kCarrier[static_cast<std::size_t>(load.place)]] += mass;
    }
  }
  return masses;
}

/// Where every mass is: the points of the segments, then the four carriers.
std::vector<Vector3d> places(PosedBody& posed, const std::vector<PointMass>& masses,
                             const Stance& stance) {
  posed.pose(stance);
  std::vector<Vector3d> all;
  for (const PointMass& mass : masses) all.push_back(posed.point(mass.segment, mass.at));
  for (int c = 0; c < 4; ++c) all.push_back(posed.grip(static_cast<Carrier>(c)));
  return all;
}

/// Force and moment about the origin.
struct Wrench {
  Vector3d force = Vector3d::Zero(), moment = Vector3d::Zero();
  void add(const Vector3d& at, const Vector3d& f) {
    force += f;
    moment += at.cross(f);
  }
};

Wrench needed(PosedBody& posed, const std::vector<PointMass>& masses,
              const std::array<double, 4>& held, const PlayedFrame& frame) {
  constexpr double kStep = 1e-3;  // [s]
  const Stance& stance = frame.balanced.stance;
  const Eigen::VectorXd bow = 0.5 * kStep * kStep * frame.acceleration;
  const auto before = places(posed, masses, stance - kStep * frame.rate + bow);
  const auto after = places(posed, masses, stance + kStep * frame.rate + bow);
  const auto now = places(posed, masses, stance);
  Wrench sum;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const double mass = i < masses.size() ? masses[i].kilograms : held[i - masses.size()];
    const Vector3d a = (after[i] - 2.0 * now[i] + before[i]) / (kStep * kStep);
    sum.add(now[i], mass * (a + 9.81 * Vector3d::UnitY()));
  }
  return sum;
}

Wrench given(const EngineFrame& frame) {
  Wrench sum;
  const Setting& setting = frame.played.balanced.setting;
  for (std::size_t c = 0; c < setting.contacts.size(); ++c) {
    sum.add(setting.contacts[c].at, frame.recruited.contact[c]);
  }
  for (const Pull& pull : setting.pulls) sum.add(pull.at, pull.force);
  return sum;
}

/// Checks every frame; returns how many.
int check_equilibrium(const std::string& name, const Motion& motion, const Build& build,
                      double load_kg, int count) {
  const Body body = make_body(model_tables(), build).value();
  const EngineFrames frames = engine_frames(body, motion, load_kg, count);
  if (!frames) return 0;
  const auto masses = all_masses(body);
  const auto held = held_masses(motion, load_kg);
  PosedBody posed(body);
  double weight = 0.0;
  for (const PointMass& mass : masses) weight += 9.81 * mass.kilograms;
  EXPECT_NEAR(weight, 9.81 * build.mass.si(), 1e-6 * weight);
  for (const double mass : held) weight += 9.81 * mass;
  for (const EngineFrame& frame : *frames) {
    const Wrench need = needed(posed, masses, held, frame.played);
    const Wrench have = given(frame);
    const std::string where = fmt::format("{} at {:.2f} s with {:.1f} kg, {}", name,
                                          frame.played.time_s, load_kg, words(build));
    EXPECT_LE((have.force - need.force).norm(), 1e-6 * weight) << where;
    EXPECT_LE((have.moment - need.moment).norm(), 1e-6 * weight * 1.0) << where << " (moment)";
  }
  return static_cast<int>(frames->size());
}

TEST(EngineEquilibrium, ClosesInStillPostures) {
  Dice dice(311);
  int frames = 0;
  for (const std::string& name : posture_names()) {
    const Motion posture = posture_of(name);
    frames += check_equilibrium(name, posture, reference_man(), 10.0, 1);
    frames += check_equilibrium(name, posture, random_build(dice), dice.between(0.0, 20.0), 1);
  }
  EXPECT_GE(frames, 90);
}

TEST(EngineEquilibrium, ClosesInMotion) {
  Dice dice(312);
  int frames = 0;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    frames += check_equilibrium(name, motion, reference_man(), 5.0, 8);
    frames += check_equilibrium(name, motion, random_build(dice), dice.between(0.0, 10.0), 8);
  }
  EXPECT_GE(frames, 800);
}

}  // namespace
}  // namespace strongback
