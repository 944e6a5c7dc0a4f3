#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace strongback {

/// The tables of data/body/: what experts edit, read and checked.  Frame everywhere: x forward,
/// y up, z to the right; meters, newtons, radians; each segment's frame sits at its proximal joint
/// center and is parallel to the world in the neutral posture (standing, arms hanging, palms at
/// the thighs).  Only midline and right side are written; the left is the mirror image in z.

using Point = std::array<double, 3>;

enum class Joint { Free, Disc, Ball, Hinge, Node, Fixed, Socket };

struct Segment {
  std::string id;
  std::string parent;  ///< empty for the pelvis
  Joint joint = Joint::Fixed;
  Point at{};                       ///< [m]  joint center in the parent's frame
  Point axis{0.0, 0.0, 1.0};        ///< of a hinge
  double mass = 0.0;                ///< [kg]  of the reference body
  Point com{};                      ///< [m]
  std::array<double, 6> inertia{};  ///< [kg·m²]  about the com: xx yy zz xy xz yz
  bool paired = false;
  std::string scale;  ///< which length scales it: "trunk", "thigh", ...
};

/// An angle that a posture names; its range is what a person can reach.
struct Coordinate {
  std::string name;   ///< with its side: "knee_flexion_r"
  double low = 0.0;   ///< [rad]
  double high = 0.0;  ///< [rad]
};

/// One stop of a muscle's path: a point fixed to a segment, or the way around a wrap.
struct PathStop {
  std::string segment;  ///< with its side; empty when `wrap` is set
  Point at{};           ///< [m]
  std::string wrap;     ///< with its side; empty when `segment` is set
};

struct Fascicle {
  std::string id;            ///< with its side: "psoas-L1-body_r"
  std::string muscle;        ///< id of data/muscles.toml; empty: works, but is not reported
  char side = 'm';           ///< 'r', 'l', or 'm' for the midline
  double strength = 0.0;     ///< [N]
  double pennation = 0.0;    ///< [rad]
  double fiber = 0.0;        ///< [m]  optimal length
  double tendon = 0.0;       ///< [m]  slack length
  bool cocontracts = false;  ///< held by the rule of co-contraction
  std::vector<PathStop> path;
};

enum class WrapKind { Cylinder, Sphere };

/// What paths bend around: an endless cylinder, or a sphere.
struct Wrap {
  std::string id;  ///< with its side
  std::string segment;
  WrapKind kind = WrapKind::Cylinder;
  Point at{}, axis{0.0, 0.0, 1.0};  ///< center, and the axis of a cylinder
  double radius = 0.0;              ///< [m]
  Point side{};  ///< a point outside a cylinder, where the path must pass; a sphere is passed on
                 ///< the shorter way
};

/// A sheet or cord that only pulls: a ligament, an aponeurosis.
struct Tie {
  std::string id;  ///< with its side
  PathStop from, to;
  double unit = 0.0;  ///< [N]  the pull that costs as much as a muscle at full effort
};

struct Disc {
  std::string name;      ///< "L4/L5"
  std::string above;     ///< the segment above: the joint's child
  double tilt = 0.0;     ///< [rad]  of the disc's normal about z; negative leans forward
  double area = 0.0;     ///< [m²]
  Point low{}, high{};   ///< [rad]  range of motion about x, y, z
  Point neutral_zone{};  ///< [rad]  half width without stiffness
  Point stiffness{};     ///< [N·m/rad]  beyond it
};

/// Where a body part touches: points on one segment.
struct Patch {
  std::string name;  ///< with its side when paired: "foot_r", "chest"
  std::string segment;
  std::vector<Point> points;
  bool lies = false;  ///< soft parts of the trunk and the head: pass little shear
};

/// One ball of a volume.
struct Ball {
  std::string segment;  ///< with its side
  Point at{};           ///< [m]
  double radius = 0.0;  ///< [m]
};

/// What a hand does in a picture.
enum class HandShape { Any, Open, Closed };

/// A piece of the body's outside, for pictures only: the convex hull of balls, which may sit on
/// several segments, so that it bends with them.
struct Volume {
  std::string part;                 ///< with its side: what is drawn as one piece, "trunk", "arm_r"
  HandShape hand = HandShape::Any;  ///< drawn only while the hand is so
  std::vector<Ball> balls;
};

/// A row of the shoulder girdle's rhythm: angle = rest + per_elevation · humeral elevation
/// + per_protraction · protraction + per_raise · girdle elevation.
struct GirdleAngle {
  double rest = 0.0, per_elevation = 0.0, per_protraction = 0.0, per_raise = 0.0;
};

struct Rhythm {
  std::array<Point, 6> lumbar{};  ///< [-]  L5/S1 first: share of bend (x), twist (y), flexion (z)
  std::vector<std::array<double, 2>> lumbar_share;  ///< [rad], [-]  by trunk inclination
  std::map<std::string, GirdleAngle> girdle;        ///< "clavicle_elevation", ...
};

struct BodyTables {
  std::string version;                  ///< of the model
  std::vector<Segment> segments;        ///< parents first, both sides
  std::vector<Coordinate> coordinates;  ///< in the order of a posture's angles
  std::vector<Fascicle> fascicles;
  std::vector<Wrap> wraps;
  std::vector<Tie> ties;
  std::vector<Disc> discs;  ///< L5/S1 first
  std::vector<Patch> patches;
  std::vector<Volume> volumes;  ///< in no order
  Rhythm rhythm;
  std::map<std::string, double> numbers;  ///< "trunk.stature_share", ... of the other tables
};

/// Reads and checks data/body/; every problem of every file at once.
Checked<BodyTables> read_body_tables(const std::string& folder);

/// Position of the coordinate `name` in `tables.coordinates`, or -1.
int coordinate_index(const BodyTables& tables, const std::string& name);

}  // namespace strongback
