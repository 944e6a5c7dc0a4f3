// The .osim document: bodies, joints, wraps, muscles as path actuators, markers.  Only components
// that every OpenSim 4 knows.
#include "exports/osim_model.h"

#include <fmt/format.h>

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "body/mjcf.h"
#include "exports/names.h"
#include "exports/shapes.h"
#include "exports/xml.h"

namespace strongback {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr Sequence kOrientation = {0, 1, 2};  // how OpenSim counts an orientation's angles

const char* const kCredits =
    "Strongback (Apache-2.0), its model of the body: segments after de Leva 1996, bones and joints "
    "after Bruno et al. 2015, Rajagopal et al. 2016 and Seth et al. 2019; data/body and "
    "docs/model.md name the source of each number.  Not carried over: pressure in the abdomen, the "
    "wall's sheets, stiffness of discs, ribs under the shoulder blades, the shoulder's socket, "
    "girdle ligaments, stops and reserves of joints, friction of contacts.";
const char* const kPublications = "docs/exports.md says how to check and how to cite this file.";

Vector3d vector_of(const Point& p) { return {p[0], p[1], p[2]}; }
std::string body_path(const std::string& segment) { return "/bodyset/" + segment; }

std::string look(const Vector3d& color, double opacity) {
  return group("Appearance", leaf("opacity", opacity) + leaf("color", color));
}

/// A geometry at its own place on a frame.
std::string shape_frame(const std::string& name, const Vector3d& at, const Matrix3d& turn,
                        const std::string& type, const std::string& inner) {
  const std::string geometry =
      component(type, name + "_geometry", leaf("socket_frame", "..") + inner);
  return component("PhysicalOffsetFrame", name,
                   group("attached_geometry", geometry) + leaf("socket_parent", "..") +
                       leaf("translation", at) +
                       leaf("orientation", angles_of(turn, kOrientation)));
}

std::string shape_of_segment(const Segment& segment) {
  const auto shape = ellipsoid_of(segment);
  if (!shape) return "";
  return group("components",
               shape_frame(segment.id + "_shape", shape->at, shape->turn, "Ellipsoid",
                           look({0.85, 0.75, 0.65}, 0.5) + leaf("radii", shape->radii)));
}

/// A cylinder's own axis is z; paths pass on the side of its x.
std::string wrap_text(const Wrap& wrap) {
  const Vector3d at = vector_of(wrap.at), axis = vector_of(wrap.axis).normalized();
  Vector3d aside = vector_of(wrap.side) - at;
  aside = (aside - axis * axis.dot(aside)).normalized();
  Matrix3d turn;
  turn << aside, axis.cross(aside), axis;
  if (wrap.kind == WrapKind::Sphere) turn = Matrix3d::Identity();
  std::string inner = leaf("active", "true") +
                      leaf("xyz_body_rotation", angles_of(turn, kOrientation)) +
                      leaf("translation", at);
  if (wrap.kind == WrapKind::Sphere) {
    return component("WrapSphere", fit(wrap.id),
                     inner + leaf("quadrant", "all") + leaf("radius", wrap.radius));
  }
  constexpr double kEndless = 1.0;  // [m]  longer than any path is wide
  return component(
      "WrapCylinder", fit(wrap.id),
      inner + leaf("quadrant", "+x") + leaf("radius", wrap.radius) + leaf("length", kEndless));
}

std::string wraps_of(const BodyTables& tables, const std::string& segment) {
  std::string wraps;
  for (const Wrap& wrap : tables.wraps) {
    if (wrap.segment == segment) wraps += wrap_text(wrap);
  }
  return wraps.empty() ? "" : set_of("WrapObjectSet", wraps);
}

std::string inertial(double mass, const Vector3d& center, const VectorXd& inertia) {
  return leaf("mass", mass) + leaf("mass_center", center) + leaf("inertia", inertia);
}

/// With the least mass and inertia that the engine gives a segment, too.
std::string segment_text(const BodyTables& tables, const Segment& segment) {
  constexpr double kLeast = 1e-9;
  VectorXd inertia = Eigen::Map<const VectorXd>(segment.inertia.data(), 6);
  inertia.head<3>() = inertia.head<3>().cwiseMax(kLeast);
  return component("Body", segment.id,
                   shape_of_segment(segment) + wraps_of(tables, segment.id) +
                       inertial(std::max(segment.mass, kLeast), vector_of(segment.com), inertia));
}

/// What a motion holds or wears: a point mass welded to the segment that carries it.
struct Held {
  std::string name, segment;
  Vector3d at;
  double mass = 0.0;
};

std::vector<Held> held_by(const ModelExport& model) {
  std::vector<Held> all;
  if (!model.motion) return all;
  for (std::size_t i = 0; i < kCarrierNames.size(); ++i) {
    constexpr double kSomething = 1e-6;  // [kg]
    const double mass = model.motion->carried_kg[i];
    if (mass < kSomething) continue;
    const auto& patches = model.body.tables().patches;
    const auto patch = std::find_if(patches.begin(), patches.end(), [&](const Patch& one) {
      return one.name == kCarrierPatches[i];
    });
    all.push_back(
        {kCarrierNames[i], patch->segment, model.body.joint_in_parent(kCarrierNames[i]), mass});
  }
  return all;
}

std::string held_text(const Held& held) {
  VectorXd inertia = VectorXd::Zero(6);
  inertia.head<3>().setConstant(1e-12);
  const std::string shape =
      shape_frame(held.name + "_shape", Vector3d::Zero(), Matrix3d::Identity(), "Sphere",
                  look({0.3, 0.3, 0.35}, 1.0) + leaf("radius", ball_radius(held.mass)));
  return component("Body", held.name,
                   group("components", shape) + inertial(held.mass, Vector3d::Zero(), inertia));
}

std::string offset_frame(const std::string& name, const std::string& parent, const Vector3d& at) {
  return component("PhysicalOffsetFrame", name,
                   leaf("socket_parent", parent) + leaf("translation", at) +
                       leaf("orientation", Vector3d(Vector3d::Zero())));
}

/// The frames of a joint, which both sit where it is, and the sockets that name them.
std::string joint_ends(const std::string& child, const std::string& parent, const Vector3d& at) {
  const std::string from = (parent.empty() ? "ground" : parent) + "_offset", to = child + "_offset";
  return leaf("socket_parent_frame", from) + leaf("socket_child_frame", to) +
         group("frames", offset_frame(from, parent.empty() ? "/ground" : body_path(parent), at) +
                             offset_frame(to, body_path(child), Vector3d::Zero()));
}

std::string coordinate_text(const JointCoordinate& coordinate, double value) {
  return component("Coordinate", coordinate.name,
                   leaf("default_value", value) + leaf("default_speed_value", 0.0) +
                       leaf("range", Eigen::Vector2d(coordinate.low, coordinate.high)) +
                       leaf("clamped", "false") + leaf("locked", "false"));
}

/// An axis of a joint that a coordinate moves along or about, or that stays at 0.
std::string axis_text(const std::string& name, const JointCoordinate* moved, const Vector3d& axis) {
  const std::string function =
      moved ? component("LinearFunction", "function", leaf("coefficients", Eigen::Vector2d(1, 0)))
            : component("Constant", "function", leaf("value", 0.0));
  return component("TransformAxis", name,
                   leaf("coordinates", moved ? moved->name : "") + leaf("axis", axis) + function);
}

std::string transform_text(const JointPlan& plan) {
  // Axes that nothing moves about must be square to those that something does.
  const Vector3d first = plan.turns.empty() ? Vector3d(Vector3d::UnitX()) : plan.turns[0].axis;
  const Vector3d second = first.unitOrthogonal(), third = first.cross(second);
  std::string text;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::array<Vector3d, 3> idle = {first, second, third};
    const JointCoordinate* moved = i < plan.turns.size() ? &plan.turns[i] : nullptr;
    text += axis_text(fmt::format("rotation{}", i + 1), moved, moved ? moved->axis : idle.at(i));
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const JointCoordinate* moved = i < plan.slides.size() ? &plan.slides[i] : nullptr;
    text += axis_text(fmt::format("translation{}", i + 1), moved,
                      Vector3d::Unit(static_cast<Eigen::Index>(i)));
  }
  return group("SpatialTransform", text);
}

/// `at` is the place of the joint's first coordinate in `values`.
std::string joint_text(const JointPlan& plan, const VectorXd& values, Eigen::Index at) {
  const std::string ends = joint_ends(plan.segment, plan.parent, plan.at);
  const std::string name = plan.segment + "_joint";
  if (plan.turns.empty()) return component("WeldJoint", name, ends);
  std::string coordinates;
  for (const auto* all : {&plan.turns, &plan.slides}) {
    for (const JointCoordinate& coordinate : *all) {
      coordinates += coordinate_text(coordinate, values[at++]);
    }
  }
  return component("CustomJoint", name,
                   ends + group("coordinates", coordinates) + transform_text(plan));
}

std::string path_point(const std::string& name, const PathStop& stop) {
  return component(
      "PathPoint", name,
      leaf("socket_parent_frame", body_path(stop.segment)) + leaf("location", vector_of(stop.at)));
}

/// A stop around a wrap lies between the points before and after it, counted from 1.
std::string path_text(const Fascicle& fascicle) {
  std::string points, wraps;
  int count = 0, wrapped = 0;
  for (const PathStop& stop : fascicle.path) {
    if (stop.wrap.empty()) {
      points += path_point(fmt::format("{}-P{}", fascicle.id, ++count), stop);
      continue;
    }
    wraps += component("PathWrap", fmt::format("pathwrap_{}", wrapped++),
                       leaf("wrap_object", fit(stop.wrap)) + leaf("method", "hybrid") +
                           leaf("range", fmt::format("{} {}", count, count + 1)));
  }
  return component("GeometryPath", "geometrypath",
                   set_of("PathPointSet", points) +
                       (wraps.empty() ? "" : set_of("PathWrapSet", wraps)) +
                       look({0.7, 0.15, 0.15}, 1.0));
}

std::string muscle_text(const Fascicle& fascicle) {
  return component("PathActuator", fascicle.id,
                   leaf("min_control", 0.0) + leaf("max_control", 1.0) + path_text(fascicle) +
                       leaf("optimal_force", fascicle.strength * std::cos(fascicle.pennation)));
}

std::string markers_text(const BodyTables& tables) {
  std::string text;
  for (const Patch& patch : tables.patches) {
    for (std::size_t i = 0; i < patch.points.size(); ++i) {
      text += component("Marker", fmt::format("{}_{}", fit(patch.name), i),
                        leaf("socket_parent_frame", body_path(patch.segment)) +
                            leaf("location", vector_of(patch.points[i])) + leaf("fixed", "true"));
    }
  }
  return text;
}

/// What is stood or lain on, to look at.
std::string ground_text(const ModelExport& model) {
  if (!model.motion) return "";
  constexpr double kThick = 0.01, kRod = 0.014;  // [m]  half of it
  std::string shapes;
  for (const RecordedSurface& surface : model.motion->surfaces) {
    const Vector3d at = surface.on - (surface.is_bar ? kRod : kThick) * surface.normal;
    // A brick's thin side is y, and so is a cylinder's length, which a bar has along z.
    const Vector3d y = surface.is_bar ? Vector3d(Vector3d::UnitZ()) : surface.normal;
    const Matrix3d turn =
        Eigen::Quaterniond::FromTwoVectors(Vector3d::UnitY(), y).toRotationMatrix();
    const std::string color = look({0.6, 0.65, 0.7}, 0.5);
    shapes += shape_frame(
        "surface_" + surface.name, at, turn, surface.is_bar ? "Cylinder" : "Brick",
        surface.is_bar
            ? color + leaf("radius", kRod) + leaf("half_height", 0.6)
            : color + leaf("half_lengths", Vector3d(surface.half, kThick, surface.half)));
  }
  return component("Ground", "ground", group("components", shapes));
}

}  // namespace

std::string osim_model(const ModelExport& model, const std::vector<JointPlan>& plans,
                       const JointFrame& first) {
  const BodyTables& tables = model.body.tables();
  std::string bodies, joints, muscles;
  for (const Segment& segment : tables.segments) bodies += segment_text(tables, segment);
  Eigen::Index at = 0;
  for (const JointPlan& plan : plans) {
    joints += joint_text(plan, first.value, at);
    at += static_cast<Eigen::Index>(plan.turns.size() + plan.slides.size());
  }
  for (const Held& held : held_by(model)) {
    bodies += held_text(held);
    joints +=
        component("WeldJoint", held.name + "_joint", joint_ends(held.name, held.segment, held.at));
  }
  for (const Fascicle& fascicle : tables.fascicles) muscles += muscle_text(fascicle);
  return opensim_document(
      component("Model", "strongback",
                leaf("credits", fmt::format("{}  Model {}, scaled to {}.", kCredits, tables.version,
                                            in_words(model.body.build()))) +
                    leaf("publications", kPublications) + leaf("length_units", "meters") +
                    leaf("force_units", "N") + ground_text(model) +
                    leaf("gravity", Vector3d(0.0, -9.81, 0.0)) + set_of("BodySet", bodies) +
                    set_of("JointSet", joints) + set_of("ForceSet", muscles) +
                    set_of("MarkerSet", markers_text(tables))));
}

}  // namespace strongback
