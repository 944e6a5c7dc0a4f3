#pragma once

#include <Eigen/Core>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "body/tables.h"

namespace strongback {

/// A motion as its file tells it (docs/movement.md): what one stands on and holds, and the postures
/// of one repetition.  Plain values; playing it through a body is movement/play.h.

inline constexpr double kDegree = 3.14159265358979323846 / 180.0;  ///< [rad]

enum class SurfaceKind {
  Floor,
  Bench,
  Incline,
  Chair,
  Wall,
  Table,
  Ball,
  Step,
  Pad,
  Bar,
  Straps,
  Body
};

/// A plane that the body touches.  The origin is on the floor, below the pelvis at the start.
struct Surface {
  std::string id;
  SurfaceKind kind = SurfaceKind::Floor;
  Point point{};                     ///< [m]
  Point normal{0.0, 1.0, 0.0};       ///< [-]  toward the body
  double friction = 0.6;             ///< [-]
  bool scales_with_stature = false;  ///< `point` is for the reference body

  bool operator==(const Surface&) const = default;
};

/// A body part that stands on a surface.
struct Support {
  int patch = 0;        ///< in BodyTables::patches
  int surface = 0;      ///< in Motion::surfaces
  bool holds = false;   ///< gripped or strapped: pulls as well as presses
  bool slides = false;  ///< moves along the surface instead of staying where it stood first
  /// [m]  where the middle of the part stands: forward of the origin (on a surface steeper than
  /// 45°: above the floor), and to the right.  Without it the first posture tells.
  std::optional<std::array<double, 2>> place;

  bool operator==(const Support&) const = default;
};

enum class LoadKind { Dumbbell, Kettlebell, Bar, Object, Bag, Vest, Band, Cable };

enum class LoadPlace {
  HandRight,
  HandLeft,
  Hands,  ///< one thing in both hands
  Back,
  Chest,
  Part  ///< the end of a band or cable at any other part
};

/// The line of a band or cable: from the middle of a patch to a fixed point or another patch.
struct Tether {
  int patch = 0;          ///< in BodyTables::patches
  int anchor_patch = -1;  ///< likewise; -1: `anchor` says where
  Point anchor{};         ///< [m]

  bool operator==(const Tether&) const = default;
};

/// Something held, worn or pulled.
struct Load {
  LoadKind kind = LoadKind::Dumbbell;
  LoadPlace place = LoadPlace::HandRight;
  double share = 1.0;  ///< [-]  of the load that a set names
  /// Of a band or cable, which pull `share` together, each alike; none of a weight.
  std::vector<Tether> tethers;
  double slack = 0.0;                ///< [m]  length of each tether at which a band begins to pull
  bool scales_with_stature = false;  ///< anchors are for the reference body

  bool operator==(const Load&) const = default;
};

struct Keyframe {
  std::string name;
  double time_s = 0.0;
  std::vector<double> angles;  ///< [rad]  in the order of BodyTables::coordinates
  /// In the order of Motion::supports.  Between two keyframes a support carries if it stands in
  /// both.
  std::vector<bool> stands;

  bool operator==(const Keyframe&) const = default;
};

struct Motion {
  std::string id;  ///< of the exercise; empty for a posture of its own
  std::string file;
  std::string source;
  /// What really happens in the exercise and is not computed: "the steps"; empty: all of it is.
  std::string leaves_out;
  char side = 'm';                ///< the working side, 'r' or 'l'; 'm': none
  std::vector<Surface> surfaces;  ///< the floor first
  std::vector<Support> supports;  ///< paired parts one by one
  std::vector<Load> loads;
  /// One for a posture that is held.  Otherwise a whole repetition: the last has the posture and
  /// the supports of the first.
  std::vector<Keyframe> keyframes;
  /// [rad]  in the order of BodyTables::coordinates: how readily balance may change an angle, 0 if
  /// it must not; nothing where the file leaves that to balance.
  std::vector<std::optional<double>> give;

  bool operator==(const Motion&) const = default;
};

/// True for a band or cable, which pulls along a line; false for a weight.
bool is_line(LoadKind kind);

/// The same motion of the other side; its own mirror image twice is itself.  Every paired name of
/// `tables` must exist on both sides.
Motion mirrored(const Motion& motion, const BodyTables& tables);

/// Which coordinate is which one's mirror image, and whether it changes its sign.
struct MirrorMap {
  std::vector<Eigen::Index> of;
  Eigen::VectorXd sign;  ///< [-]  (n + 3)

  /// Half way between a stance and its mirror image.
  [[nodiscard]] Eigen::VectorXd even(const Eigen::VectorXd& stance) const;
};
MirrorMap make_mirror_map(const BodyTables& tables);

/// Is the motion its own mirror image, but for the order in which things are named?
bool is_symmetric(const Motion& motion, const BodyTables& tables);

}  // namespace strongback
