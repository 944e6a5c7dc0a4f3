#include "figure/scene.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "figure/held.h"
#include "figure/stage.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

Vector3d place_of(const PosedBody& posed, const std::string& segment, const Point& at) {
  return posed.point(posed.body().segment(segment), at);
}

/// Does the hand of this side hold or hang on something?
bool is_closed(const Motion& motion, const BodyTables& tables, char side) {
  const std::string grip = std::string("grip_") + side;
  const auto patch = [&](int index) -> const Patch& {
    return tables.patches[static_cast<std::size_t>(index)];
  };
  const LoadPlace mine = side == 'r' ? LoadPlace::HandRight : LoadPlace::HandLeft;
  const bool holds_load =
      std::any_of(motion.loads.begin(), motion.loads.end(), [&](const Load& load) {
        return load.place == mine || load.place == LoadPlace::Hands ||
               std::any_of(load.tethers.begin(), load.tethers.end(), [&](const Tether& tether) {
                 return patch(tether.patch).name == grip ||
                        (tether.anchor_patch >= 0 && patch(tether.anchor_patch).name == grip);
               });
      });
  return holds_load ||
         std::any_of(motion.supports.begin(), motion.supports.end(),
                     [&](const Support& support) { return patch(support.patch).name == grip; });
}

bool is_drawn(const Volume& volume, const std::map<char, bool>& closed) {
  if (volume.hand == HandShape::Any) return true;
  return closed.at(volume.part.back()) == (volume.hand == HandShape::Closed);
}

Part& part_named(Scene& scene, const std::string& name) {
  const auto found = std::find_if(scene.parts.begin(), scene.parts.end(),
                                  [&](const Part& part) { return part.name == name; });
  if (found != scene.parts.end()) return *found;
  scene.parts.push_back({name, {}, {}, {}, {}});
  return scene.parts.back();
}

void add_skin(const PosedBody& posed, const Motion& motion, Scene& scene) {
  const BodyTables& tables = posed.body().tables();
  const std::map<char, bool> closed = {{'r', is_closed(motion, tables, 'r')},
                                       {'l', is_closed(motion, tables, 'l')}};
  for (const Volume& volume : tables.volumes) {
    if (!is_drawn(volume, closed)) continue;
    Shape shape;
    for (const Ball& ball : volume.balls) {
      shape.balls.push_back({place_of(posed, ball.segment, ball.at), ball.radius});
    }
    part_named(scene, volume.part).skin.push_back(std::move(shape));
  }
}

/// The middle line of each part: the mean of its balls on each segment, from the trunk outward.
void add_cores(const PosedBody& posed, Scene& scene) {
  const BodyTables& tables = posed.body().tables();
  for (Part& part : scene.parts) {
    for (const Segment& segment : tables.segments) {
      Vector3d sum = Vector3d::Zero();
      double count = 0.0;
      for (const Volume& volume : tables.volumes) {
        if (volume.part != part.name) continue;
        for (const Ball& ball : volume.balls) {
          if (ball.segment != segment.id) continue;
          sum += place_of(posed, ball.segment, ball.at);
          count += 1.0;
        }
      }
      if (count > 0.0) part.core.push_back(sum / count);
    }
  }
}

bool is_on(const std::string& segment, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return segment.starts_with(word); });
}

/// The part on whose skin a path lies: muscles of the girdle and the hip lie on the limb that they
/// move; those that come from spine or ribs lie on the trunk.
std::string part_of(const Fascicle& fascicle) {
  const std::string& from = fascicle.path.front().segment;
  const std::string& to = fascicle.path.back().segment;
  const auto lies = [&](std::initializer_list<const char*> roots,
                        std::initializer_list<const char*> limb) {
    return (is_on(from, limb) && (is_on(to, limb) || is_on(to, roots))) ||
           (is_on(to, limb) && is_on(from, roots));
  };
  if (lies({"scapula", "clavicle"}, {"humerus", "ulna", "radius", "hand"})) {
    return std::string("arm_") + fascicle.side;
  }
  if (lies({"pelvis"}, {"femur", "tibia", "foot"})) return std::string("leg_") + fascicle.side;
  return "trunk";
}

/// The path through its fixed points, in steps that a picture can hide one by one.
std::vector<Vector3d> strand_of(const PosedBody& posed, const Fascicle& fascicle) {
  constexpr double kStep = 0.03;  // [m]
  std::vector<Vector3d> points;
  for (const PathStop& stop : fascicle.path) {
    if (stop.segment.empty()) continue;
    const Vector3d next = place_of(posed, stop.segment, stop.at);
    if (!points.empty()) {
      const Vector3d from = points.back();
      const int steps = std::max(1, static_cast<int>((next - from).norm() / kStep));
      for (int i = 1; i < steps; ++i) {
        points.push_back(from + (next - from) * (static_cast<double>(i) / steps));
      }
    }
    points.push_back(next);
  }
  return points;
}

/// How wide a strand must be for all of them together to have the muscle's cross-section, or to
/// close the gaps of a sheet.
double width_of(const MuscleShape& muscle) {
  constexpr double kTension = 60.0e4;  // [N/m²]  of muscle: Maganaris 2001 J Appl Physiol 90:865,
                                       // 10 to 60 N/cm² in people, from memory
  constexpr double kThinnest = 0.010, kWidest = 0.045;  // [m]  (design values)
  const auto count = static_cast<double>(muscle.strands.size());
  const double area = muscle.strength / kTension / count;
  double width = 2.0 * std::sqrt(area / std::numbers::pi);
  double gaps = 0.0;
  for (std::size_t i = 1; i < muscle.strands.size(); ++i) {
    const auto& a = muscle.strands[i - 1];
    const auto& b = muscle.strands[i];
    gaps += (a[a.size() / 2] - b[b.size() / 2]).norm() / (count - 1.0);
  }
  width = std::max(width, 0.9 * gaps);
  return std::clamp(width, kThinnest, kWidest);
}

void add_muscles(const PosedBody& posed, const Eigen::VectorXd& activation, Scene& scene) {
  const auto& fascicles = posed.body().tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    const Fascicle& fascicle = fascicles[m];
    if (fascicle.muscle.empty()) continue;
    auto& muscles = part_named(scene, part_of(fascicle)).muscles;
    auto found = std::find_if(muscles.begin(), muscles.end(), [&](const MuscleShape& one) {
      return one.muscle == fascicle.muscle && one.side == fascicle.side;
    });
    if (found == muscles.end()) {
      found =
          muscles.insert(muscles.end(), {fascicle.muscle, fascicle.side, 0.0, 0.0, 0.0, {}, {}});
    }
    if (activation.size() > 0) {
      found->activation += activation[static_cast<Eigen::Index>(m)] * fascicle.strength;
    }
    found->strength += fascicle.strength;
    found->fascicles.push_back(m);
    found->strands.push_back(strand_of(posed, fascicle));
  }
  for (Part& part : scene.parts) {
    for (MuscleShape& muscle : part.muscles) {
      muscle.activation /= muscle.strength;
      muscle.width = width_of(muscle);
    }
  }
}

/// What touches in the present posture.
std::vector<Touched> touched_by(const PosedBody& posed, const Motion& motion) {
  std::vector<Touched> touched;
  const BodyTables& tables = posed.body().tables();
  for (const Support& support : motion.supports) {
    const Patch& patch = tables.patches[static_cast<std::size_t>(support.patch)];
    for (const Point& point : patch.points) {
      touched.push_back({support.surface, patch.name, place_of(posed, patch.segment, point)});
    }
  }
  return touched;
}

/// Lifted parts do not touch: only what lies on its surface does.
void drop_lifted(const Motion& motion, double scale, std::vector<Touched>& touched) {
  constexpr double kNear = 0.03;  // [m]
  std::erase_if(touched, [&](const Touched& one) {
    const Surface& surface = motion.surfaces[static_cast<std::size_t>(one.surface)];
    const double factor = surface.scales_with_stature ? scale : 1.0;
    const Vector3d on(surface.point[0], surface.point[1], surface.point[2]);
    const Vector3d normal(surface.normal[0], surface.normal[1], surface.normal[2]);
    return std::abs(normal.dot(one.point - factor * on)) > kNear;
  });
}

}  // namespace

std::vector<Scene> make_scenes(PosedBody& posed, const Motion& motion, Mass load,
                               const std::vector<Posture>& postures) {
  const Body& body = posed.body();
  const double scale = body.build().height.si() / body.tables().numbers.at("reference.height_m");
  std::vector<std::vector<Touched>> each;
  std::vector<Touched> touched;
  for (const Posture& posture : postures) {
    posed.pose(posture.stance);
    each.push_back(touched_by(posed, motion));
    drop_lifted(motion, scale, each.back());
    touched.insert(touched.end(), each.back().begin(), each.back().end());
  }
  std::vector<Scene> scenes;
  for (const Posture& posture : postures) {
    posed.pose(posture.stance);
    Scene scene;
    scene.furniture = make_stage(motion, touched, each[scenes.size()], scale);
    add_skin(posed, motion, scene);
    add_cores(posed, scene);
    add_muscles(posed, posture.activation, scene);
    for (auto& [part, shape] : held_shapes(posed, motion, load)) {
      part_named(scene, part).held.push_back(std::move(shape));
    }
    scenes.push_back(std::move(scene));
  }
  return scenes;
}

}  // namespace strongback
