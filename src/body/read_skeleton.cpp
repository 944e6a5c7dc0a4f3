// Segments, coordinates, discs and contact patches.
#include <fmt/format.h>

#include <algorithm>

#include "body/readers.h"

namespace strongback {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180.0;

const std::vector<std::string>& joint_words() {
  static const std::vector<std::string> words = {"free", "disc",  "ball",  "hinge",
                                                 "node", "fixed", "socket"};
  return words;
}

void add(BodyTables& tables, Segment segment, bool paired) {
  if (!paired) {
    tables.segments.push_back(std::move(segment));
    return;
  }
  const std::string id = segment.id, parent = segment.parent;
  for (const char side : {'r', 'l'}) {
    Segment one = segment;
    one.id = with_side(id, side);
    one.parent = sided_segment(tables, parent, side);
    if (side == 'l') {
      one.at = mirrored(one.at);
      one.com = mirrored(one.com);
      one.axis = {-one.axis[0], -one.axis[1], one.axis[2]};  // a turn's axis mirrors the other way
      one.inertia[4] = -one.inertia[4];
      one.inertia[5] = -one.inertia[5];
    }
    tables.segments.push_back(std::move(one));
  }
}

std::array<double, 6> need_inertia(Fields& fields) {
  const auto numbers = fields.find_numbers("inertia_kg_m2", {-10.0, 10.0, "kg·m²"});
  std::array<double, 6> inertia{};
  if (numbers.size() != 6) {
    fields.problem(fields.place(), "'inertia_kg_m2' must be six numbers: xx, yy, zz, xy, xz, yz");
    return inertia;
  }
  std::copy(numbers.begin(), numbers.end(), inertia.begin());
  return inertia;
}

Point need_degrees(Fields& fields, std::string_view key) {
  Point p = need_point(fields, key, 180.0);
  for (double& angle : p) angle *= kDegree;
  return p;
}

}  // namespace

void read_segments(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("segment")) {
    Segment segment;
    segment.id = fields.need_text("id", 30);
    const Placed parent = fields.find_placed("parent", 30).value_or(Placed{});
    segment.parent = parent.text;
    segment.paired = fields.find_flag("paired").value_or(false);
    segment.joint = static_cast<Joint>(fields.need_choice("joint", joint_words()));
    segment.at = need_point(fields, "at_m");
    if (fields.has("axis")) segment.axis = need_point(fields, "axis", 1.0);
    segment.mass = fields.need_number("mass_kg", {0.0, 60.0, "kg"});
    segment.com = need_point(fields, "com_m");
    segment.inertia = need_inertia(fields);
    segment.scale = fields.need_text("scale", 30);
    fields.find_text("source", 1000);
    fields.finish();
    const bool known = parent.text.empty() || has_segment(tables, parent.text) ||
                       has_segment(tables, parent.text + "_r");
    if (!known) {
      fields.problem(parent.place, fmt::format("'{}' is no segment above this one", parent.text));
    }
    const bool paired = segment.paired;
    add(tables, std::move(segment), paired);
  }
}

void read_coordinates(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("coordinate")) {
    const std::string name = fields.need_text("name", 40);
    const double low = kDegree * fields.need_number("low_deg", {-180.0, 180.0, "deg"});
    const double high = kDegree * fields.need_number("high_deg", {-180.0, 190.0, "deg"});
    if (fields.find_flag("paired").value_or(false)) {
      tables.coordinates.push_back({with_side(name, 'r'), low, high});
      tables.coordinates.push_back({with_side(name, 'l'), low, high});
    } else {
      tables.coordinates.push_back({name, low, high});
    }
    fields.finish();
  }
}

void read_discs(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("disc")) {
    Disc disc;
    disc.name = fields.need_text("name", 10);
    const Placed above = fields.need_placed("above", 30);
    disc.above = above.text;
    disc.tilt = kDegree * fields.need_number("tilt_deg", {-60.0, 60.0, "deg"});
    disc.area = 1e-4 * fields.need_number("area_cm2", {5.0, 40.0, "cm²"});
    disc.low = need_degrees(fields, "low_deg");
    disc.high = need_degrees(fields, "high_deg");
    disc.neutral_zone = need_degrees(fields, "neutral_zone_deg");
    disc.stiffness = need_point(fields, "stiffness_Nm_per_deg", 50.0);
    for (double& k : disc.stiffness) k /= kDegree;
    fields.find_text("source", 1000);
    fields.finish();
    if (!has_segment(tables, disc.above)) {
      fields.problem(above.place, fmt::format("'{}' is no segment", above.text));
    }
    tables.discs.push_back(std::move(disc));
  }
}

void read_patches(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("patch")) {
    const std::string name = fields.need_text("name", 30);
    const Placed segment = fields.need_placed("segment", 30);
    const bool paired = fields.find_flag("paired").value_or(false);
    const bool lies = fields.find_flag("lies").value_or(false);
    std::vector<Point> points;
    if (const Node* node = fields.find_node("points_m")) {
      const auto* list = std::get_if<Array>(&node->value);
      for (const Node& one : list == nullptr ? Array{} : *list) {
        points.push_back(point_of(one, fields));
      }
    }
    if (points.empty())
      fields.problem(fields.place(), "'points_m' must be a list of points [x, y, z]");
    fields.find_text("used_for", 200);
    fields.find_text("source", 1000);
    fields.finish();
    for (const char side : paired ? std::string("rl") : std::string("m")) {
      Patch patch{with_side(name, side),
                  sided_segment(tables, segment.text, side == 'm' ? 'r' : side), points, lies};
      if (side == 'l') {
        for (Point& p : patch.points) p = mirrored(p);
      }
      if (!has_segment(tables, patch.segment)) {
        fields.problem(segment.place, fmt::format("'{}' is no segment", segment.text));
      }
      tables.patches.push_back(std::move(patch));
    }
  }
}

}  // namespace strongback
