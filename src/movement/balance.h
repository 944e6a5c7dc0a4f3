#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "mechanics/recruitment.h"
#include "movement/motion.h"

namespace strongback {

/// A body part on a surface: its points lie in the plane and do not slide once they stand.
struct Footing {
  std::string patch;    ///< "foot_r"
  std::string surface;  ///< "floor"
  int segment = 0;
  std::vector<Point> points;  ///< [m]  in the segment
  Eigen::Vector3d on;         ///< [m]  a point of the surface
  Eigen::Vector3d normal;     ///< [-]
  double friction = 0.6;
  bool holds = false;                          ///< a grip or a strap
  bool slides = false;                         ///< has no anchor
  std::optional<std::array<double, 2>> place;  ///< [m]  where its middle stands, see Support
  std::vector<Eigen::Vector3d> anchors;  ///< [m]  where the points stand; empty: anywhere on it
};

/// A cable or band from a point of the body to its anchor.
struct Line {
  int segment = 0;
  Point at{};                      ///< [m]  in the segment
  std::optional<int> anchor_part;  ///< a segment that holds the other end
  Eigen::Vector3d anchor;          ///< [m]  in the world, or in that segment
  double tension = 0.0;            ///< [N]  of a cable; of a band at `full` length
  double slack = 0.0;              ///< [m]  where a band begins to pull; 0 for a cable
  double full = 0.0;               ///< [m]  length at which a band pulls `tension`
};

/// The posture that is wanted, and how far each coordinate may give way for contacts and balance.
struct Wanted {
  Stance stance;
  Eigen::VectorXd give;          ///< [rad, m]  (n + 3)  a change of this size costs 1
  Eigen::VectorXd rate;          ///< [rad/s, m/s]  (n + 3)
  Eigen::VectorXd acceleration;  ///< [rad/s², m/s²]  (n + 3)
  std::vector<Footing> footings;
  std::vector<Line> lines;
  bool hands_on_one_bar = false;
  const MirrorMap* mirror = nullptr;  ///< of a posture that is its own mirror image
};

/// A posture whose supports touch and can carry it.
struct Balanced {
  Stance stance;
  Setting setting;
  std::vector<int> footing_of;  ///< for each contact of the setting, which footing it belongs to
  std::vector<std::pair<std::string, std::string>> footing_names;  ///< part, surface
  double gap_m = 0.0;                  ///< worst distance of a support from where it should be
  double open_N = 0.0, open_Nm = 0.0;  ///< what the supports cannot carry
};

/// Why a posture cannot stand.
struct Unbalanced {
  std::string text;  ///< "foot_r stays 12 cm from the floor", "it would tip: 35 Nm are missing"
  double open_N = 0.0, open_Nm = 0.0;
};

/// Supports may miss their place by this much [m], and the whole body's equilibrium by these.
inline constexpr double kLargestGap = 0.01;
inline constexpr double kLargestOpenForce = 5.0;   ///< [N]
inline constexpr double kLargestOpenMoment = 2.0;  ///< [N·m]

/// Moves the wanted posture as little as its `give` allows until every support touches, keeps its
/// anchor, and the supports can carry weight, inertia and pulls (Gauss-Newton on the coordinates;
/// contact forces by least squares inside the friction pyramids, a little inside the supports'
/// edges).  Leaves `posed` moving in the balanced posture.
tl::expected<Balanced, Unbalanced> balance(PosedBody& posed, const Wanted& wanted);

/// The pull of each line in the present posture.
std::vector<Pull> pulls_of(const PosedBody& posed, const std::vector<Line>& lines);

}  // namespace strongback
