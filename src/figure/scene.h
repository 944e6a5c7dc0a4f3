#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "base/units.h"
#include "body/body.h"
#include "movement/motion.h"

namespace strongback {

/// A ball in the world.
struct WorldBall {
  Eigen::Vector3d at;   ///< [m]
  double radius = 0.0;  ///< [m]
};

/// What a shape is made of, for its color.
enum class Matter { Skin, Floor, Furniture, Load, Plate, Cord };

/// The convex hull of balls.
struct Shape {
  Matter matter = Matter::Skin;
  std::vector<WorldBall> balls;
};

/// A muscle of one side as strands on the body.
struct MuscleShape {
  std::string muscle;  ///< id of data/muscles.toml
  char side = 'm';
  double activation = 0.0;                            ///< [-]  weighted by strength
  double strength = 0.0;                              ///< [N]
  double width = 0.0;                                 ///< [m]  of a strand
  std::vector<std::size_t> fascicles;                 ///< in BodyTables::fascicles
  std::vector<std::vector<Eigen::Vector3d>> strands;  ///< [m]  points in short steps
};

/// Everything that is painted as one piece, from far to near.
struct Part {
  std::string name;                   ///< "trunk", "arm_r"
  std::vector<Eigen::Vector3d> core;  ///< [m]  the middle line
  std::vector<Shape> skin;
  std::vector<Shape> held;  ///< in the hand, on the back
  std::vector<MuscleShape> muscles;
};

/// One posture in space.
struct Scene {
  std::vector<Part> parts;
  std::vector<Shape> furniture;  ///< and the floor
};

/// A posture to be drawn.
struct Posture {
  Stance stance;
  Eigen::VectorXd activation;  ///< [-]  (fascicles); empty where nothing was computed
};

/// The scenes of some postures of one motion, with the same furniture in each.  Moves `posed`.
std::vector<Scene> make_scenes(PosedBody& posed, const Motion& motion, Mass load,
                               const std::vector<Posture>& postures);

}  // namespace strongback
