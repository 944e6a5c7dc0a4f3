// The MJCF document and the table beside it.  Everything that is added to the model that computes
// has neither mass nor contact, so it moves and weighs as it did.
#include <fmt/format.h>

#include <Eigen/Geometry>
#include <cmath>

#include "base/text.h"
#include "body/mjcf.h"
#include "exports/files.h"
#include "exports/names.h"
#include "exports/shapes.h"

namespace strongback {
namespace {

using Eigen::Quaterniond;
using Eigen::Vector3d;
using Eigen::VectorXd;

std::string exact(const Eigen::Ref<const VectorXd>& values) {
  std::string text;
  for (const double value : values) text += fmt::format("{}{}", text.empty() ? "" : " ", value);
  return text;
}

std::string turned(const Quaterniond& q) {
  return fmt::format("{:.6f} {:.6f} {:.6f} {:.6f}", q.w(), q.x(), q.y(), q.z());
}

std::string drawn(const Vector3d& v) {
  return fmt::format("{:.5f} {:.5f} {:.5f}", v.x(), v.y(), v.z());
}

void draw_segments(const BodyTables& tables, MjcfExtras& extras) {
  for (const Segment& segment : tables.segments) {
    const auto shape = ellipsoid_of(segment);
    if (!shape) continue;
    extras.in_body[segment.id] += fmt::format(
        "<geom name=\"shape {}\" type=\"ellipsoid\" size=\"{}\" pos=\"{}\" quat=\"{}\" "
        "rgba=\"0.85 0.75 0.65 0.5\"/>\n",
        segment.id, drawn(shape->radii), drawn(shape->at), turned(Quaterniond(shape->turn)));
  }
}

void draw_loads(const MotionRecord& record, MjcfExtras& extras) {
  for (std::size_t i = 0; i < record.carried_kg.size(); ++i) {
    const double mass = record.carried_kg[i];
    extras.carried_kg[i] = mass;
    constexpr double kSomething = 1e-3;  // [kg]
    if (mass < kSomething) continue;
    extras.in_body[kCarrierNames[i]] += fmt::format(
        "<geom name=\"shape {}\" type=\"sphere\" size=\"{:.4f}\" rgba=\"0.3 0.3 0.35 1\"/>",
        kCarrierNames[i], ball_radius(mass));
  }
}

void draw_points(const MotionRecord& record, MjcfExtras& extras) {
  for (const OutsidePoint& point : record.points) {
    extras.in_body[point.segment] += fmt::format(
        "<site name=\"{}\" group=\"1\" size=\"0.01\" pos=\"{} {} {}\" "
        "rgba=\"0 0.4 0.8 1\"/>\n",
        point.name, point.local[0], point.local[1], point.local[2]);
  }
}

/// Planes as thin plates below what touches them, bars as rods from side to side.
void draw_surfaces(const MotionRecord& record, MjcfExtras& extras) {
  constexpr const char* kColor = "0.6 0.65 0.7 0.5";
  constexpr double kThick = 0.01, kRod = 0.014;  // [m]  half of it
  for (const RecordedSurface& surface : record.surfaces) {
    const Vector3d at = surface.on - (surface.is_bar ? kRod : kThick) * surface.normal;
    const Quaterniond turn = Quaterniond::FromTwoVectors(Vector3d::UnitZ(), surface.normal);
    extras.in_world +=
        surface.is_bar
            ? fmt::format(
                  "<geom name=\"surface {}\" type=\"cylinder\" size=\"{} 0.6\" pos=\"{}\" "
                  "rgba=\"{}\"/>\n",
                  surface.name, kRod, drawn(at), kColor)
            : fmt::format(
                  "<geom name=\"surface {}\" type=\"box\" size=\"{} {} {}\" pos=\"{}\" "
                  "quat=\"{}\" rgba=\"{}\"/>\n",
                  surface.name, surface.half, surface.half, kThick, drawn(at), turned(turn),
                  kColor);
  }
}

/// A control of 1 is full effort; a positive force of MuJoCo's lengthens a tendon.
std::string actuators(const BodyTables& tables) {
  std::string out = "<actuator>\n";
  for (const Fascicle& fascicle : tables.fascicles) {
    out += fmt::format(
        "<general name=\"{0}\" tendon=\"{0}\" gainprm=\"{1}\" ctrllimited=\"true\" "
        "ctrlrange=\"0 1\"/>\n",
        fascicle.id, -fascicle.strength * std::cos(fascicle.pennation));
  }
  return out + "</actuator>\n";
}

std::string keyframes(const std::vector<RecordedFrame>& frames) {
  std::string out = "<keyframe>\n";
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const RecordedFrame& frame = frames[i];
    out += fmt::format("<key name=\"{} {}\" time=\"{}\" qpos=\"{}\" qvel=\"{}\" ctrl=\"{}\"/>\n", i,
                       frame.name, frame.time_s, exact(frame.qpos), exact(frame.qvel),
                       exact(frame.activation));
  }
  return out + "</keyframe>\n";
}

std::string document(const ModelExport& model) {
  const BodyTables& tables = model.body.tables();
  MjcfExtras extras;
  draw_segments(tables, extras);
  extras.after = actuators(tables) + keyframes(frames_of(model));
  std::string what = "at rest";
  if (model.motion) {
    draw_loads(*model.motion, extras);
    draw_points(*model.motion, extras);
    draw_surfaces(*model.motion, extras);
    what = fmt::format("{} with {} kg", model.motion->id, plain(model.motion->load_kg));
  }
  return fmt::format(
             "<!-- Strongback, model {}, scaled to {}; {}.  Units: m, kg, s, N, rad; y is up. "
             "-->\n",
             tables.version, in_words(model.body.build()), what) +
         mjcf_of(tables, extras);
}

std::string heading(const ModelExport& model) {
  const MotionRecord& record = *model.motion;
  std::vector<std::string> names = {"time_s"};
  for (Eigen::Index i = 0; i < record.frames.front().qpos.size(); ++i) {
    names.push_back(fmt::format("qpos_{}", i));
  }
  const auto add_dofs = [&](const char* what, const char* slide, const char* turn) {
    for (int dof = 0; dof < model.body.dofs(); ++dof) {
      names.push_back(fmt::format("{}_{}_{}", what, fit(model.body.dof_name(dof)),
                                  model.body.is_slide(dof) ? slide : turn));
    }
  };
  add_dofs("qvel", "m_per_s", "rad_per_s");
  add_dofs("qacc", "m_per_s2", "rad_per_s2");
  for (const OutsidePoint& point : record.points) {
    for (const char* what : {"at_x_m", "at_y_m", "at_z_m", "force_x_N", "force_y_N", "force_z_N"}) {
      names.push_back(fmt::format("{}_{}", point.name, what));
    }
  }
  add_dofs("needed", "N", "Nm");
  return joined(names, ",");
}

std::string row(const RecordedFrame& frame) {
  std::string text = fmt::format("{}", frame.time_s);
  const auto add = [&](const Eigen::Ref<const VectorXd>& values) {
    for (const double value : values) text += fmt::format(",{}", value);
  };
  add(frame.qpos);
  add(frame.qvel);
  add(frame.qacc);
  for (std::size_t p = 0; p < frame.at.size(); ++p) {
    add(frame.at[p]);
    add(frame.force[p]);
  }
  add(frame.needed);
  return text;
}

std::string table(const ModelExport& model) {
  std::string text = heading(model) + "\n";
  for (const RecordedFrame& frame : model.motion->frames) text += row(frame) + "\n";
  return text;
}

}  // namespace

std::vector<RecordedFrame> frames_of(const ModelExport& model) {
  return model.motion ? model.motion->frames
                      : std::vector<RecordedFrame>{standing_frame(model.body)};
}

std::vector<TextFile> mjcf_files(const ModelExport& model) {
  std::vector<TextFile> files = {{"strongback.xml", document(model)}};
  if (model.motion) files.push_back({"motion.csv", table(model)});
  return files;
}

}  // namespace strongback
