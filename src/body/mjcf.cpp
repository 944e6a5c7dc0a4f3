#include "body/mjcf.h"

#include <fmt/format.h>

#include <algorithm>

namespace strongback {
namespace {

std::string triple(const Point& p) {
  return fmt::format("{:.17g} {:.17g} {:.17g}", p[0], p[1], p[2]);
}

const Patch* find_patch(const BodyTables& tables, const std::string& name) {
  const auto at = std::find_if(tables.patches.begin(), tables.patches.end(),
                               [&](const Patch& patch) { return patch.name == name; });
  return at == tables.patches.end() ? nullptr : &*at;
}

Point middle_of(const Patch& patch) {
  Point sum{};
  for (const Point& p : patch.points) {
    for (std::size_t i = 0; i < 3; ++i) sum[i] += p[i] / static_cast<double>(patch.points.size());
  }
  return sum;
}

void write_joint(std::string& out, const Segment& segment) {
  const auto slides = [&] {
    constexpr std::array<const char*, 3> kAxes = {"1 0 0", "0 1 0", "0 0 1"};
    constexpr std::array<const char*, 3> kNames = {"x", "y", "z"};
    for (std::size_t i = 0; i < 3; ++i) {
      out += fmt::format("<joint name=\"{} slide {}\" type=\"slide\" axis=\"{}\"/>\n", segment.id,
                         kNames[i], kAxes[i]);
    }
  };
  switch (segment.joint) {
    case Joint::Free:
      out += fmt::format("<freejoint name=\"{}\"/>\n", segment.id);
      break;
    case Joint::Disc:
    case Joint::Node:
    case Joint::Socket:
      slides();
      [[fallthrough]];
    case Joint::Ball:
      out += fmt::format("<joint name=\"{}\" type=\"ball\"/>\n", segment.id);
      break;
    case Joint::Hinge:
      out += fmt::format("<joint name=\"{}\" type=\"hinge\" axis=\"{}\"/>\n", segment.id,
                         triple(segment.axis));
      break;
    case Joint::Fixed:
      break;
  }
}

void write_inertia(std::string& out, const Segment& segment) {
  constexpr double kLeast = 1e-9;  // MuJoCo wants every moving body to have some mass
  const double mass = std::max(segment.mass, kLeast);
  out += fmt::format("<inertial pos=\"{}\" mass=\"{:.17g}\" fullinertia=\"", triple(segment.com),
                     mass);
  for (std::size_t i = 0; i < 6; ++i) {
    out +=
        fmt::format("{:.17g} ", i < 3 ? std::max(segment.inertia[i], kLeast) : segment.inertia[i]);
  }
  out += "\"/>\n";
}

void write_wraps(std::string& out, const BodyTables& tables, const Segment& segment) {
  for (const Wrap& wrap : tables.wraps) {
    if (wrap.segment != segment.id) continue;
    if (wrap.kind == WrapKind::Sphere) {
      out += fmt::format(
          "<geom name=\"{}\" group=\"3\" type=\"sphere\" size=\"{:.17g}\" pos=\"{}\"/>\n", wrap.id,
          wrap.radius, triple(wrap.at));
      continue;
    }
    out += fmt::format("<site name=\"side {}\" pos=\"{}\"/>\n", wrap.id, triple(wrap.side));
    constexpr double kHalf = 0.05;  // drawn length; MuJoCo wraps an endless cylinder
    Point from = wrap.at, to = wrap.at;
    for (std::size_t i = 0; i < 3; ++i) {
      from[i] -= kHalf * wrap.axis[i];
      to[i] += kHalf * wrap.axis[i];
    }
    out += fmt::format(
        "<geom name=\"{}\" group=\"3\" type=\"cylinder\" size=\"{:.17g}\" fromto=\"{} {}\"/>\n",
        wrap.id, wrap.radius, triple(from), triple(to));
  }
}

/// What an export adds to a body.
std::string added_to(const MjcfExtras& extras, const std::string& body) {
  const auto found = extras.in_body.find(body);
  return found == extras.in_body.end() ? "" : found->second;
}

void write_carrier(std::string& out, const BodyTables& tables, const MjcfExtras& extras,
                   const Segment& segment) {
  constexpr double kLeast = 1e-9;
  for (std::size_t i = 0; i < kCarrierNames.size(); ++i) {
    const Patch* patch = find_patch(tables, kCarrierPatches[i]);
    if (patch == nullptr || patch->segment != segment.id) continue;
    out += fmt::format(
        "<body name=\"{}\" pos=\"{}\"><inertial pos=\"0 0 0\" mass=\"{:.17g}\" "
        "diaginertia=\"1e-12 1e-12 1e-12\"/>{}</body>\n",
        kCarrierNames[i], triple(middle_of(*patch)), std::max(extras.carried_kg[i], kLeast),
        added_to(extras, kCarrierNames[i]));
  }
}

void write_segment(std::string& out, const BodyTables& tables, const MjcfExtras& extras,
                   const Segment& segment) {
  out += fmt::format("<body name=\"{}\" pos=\"{}\">\n", segment.id, triple(segment.at));
  write_joint(out, segment);
  write_inertia(out, segment);
  write_wraps(out, tables, segment);
  for (const Fascicle& fascicle : tables.fascicles) {
    for (std::size_t i = 0; i < fascicle.path.size(); ++i) {
      if (fascicle.path[i].segment != segment.id) continue;
      out += fmt::format("<site name=\"{} {}\" pos=\"{}\"/>\n", fascicle.id, i,
                         triple(fascicle.path[i].at));
    }
  }
  write_carrier(out, tables, extras, segment);
  out += added_to(extras, segment.id);
  for (const Segment& child : tables.segments) {
    if (child.parent == segment.id) write_segment(out, tables, extras, child);
  }
  out += "</body>\n";
}

bool is_sphere(const BodyTables& tables, const std::string& wrap) {
  return std::any_of(tables.wraps.begin(), tables.wraps.end(), [&](const Wrap& one) {
    return one.id == wrap && one.kind == WrapKind::Sphere;
  });
}

void write_tendons(std::string& out, const BodyTables& tables) {
  out += "<tendon>\n";
  for (const Fascicle& fascicle : tables.fascicles) {
    out += fmt::format("<spatial name=\"{}\">\n", fascicle.id);
    for (std::size_t i = 0; i < fascicle.path.size(); ++i) {
      const PathStop& stop = fascicle.path[i];
      if (stop.wrap.empty()) {
        out += fmt::format("<site site=\"{} {}\"/>\n", fascicle.id, i);
      } else if (is_sphere(tables, stop.wrap)) {
        out += fmt::format("<geom geom=\"{}\"/>\n", stop.wrap);
      } else {
        out += fmt::format("<geom geom=\"{0}\" sidesite=\"side {0}\"/>\n", stop.wrap);
      }
    }
    out += "</spatial>\n";
  }
  out += "</tendon>\n";
}

}  // namespace

std::string mjcf_of(const BodyTables& tables, const MjcfExtras& extras) {
  std::string out =
      "<mujoco model=\"strongback\">\n"
      "<compiler angle=\"radian\" inertiafromgeom=\"false\" balanceinertia=\"false\"/>\n"
      "<option gravity=\"0 -9.81 0\" jacobian=\"dense\"/>\n"
      "<size nconmax=\"0\" njmax=\"0\"/>\n"
      "<default><geom contype=\"0\" conaffinity=\"0\" mass=\"0\"/><site group=\"3\"/>"
      "<tendon width=\"0.002\" rgba=\"0.7 0.15 0.15 1\"/></default>\n"
      "<worldbody>\n";
  for (const Segment& segment : tables.segments) {
    if (segment.parent.empty()) write_segment(out, tables, extras, segment);
  }
  out += extras.in_world + "</worldbody>\n";
  write_tendons(out, tables);
  return out + extras.after + "</mujoco>\n";
}

}  // namespace strongback
