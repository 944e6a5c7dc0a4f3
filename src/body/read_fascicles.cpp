// Muscles, wraps, rhythms and plain numbers.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "body/readers.h"

namespace strongback {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180.0;

double number_of(const Node& node) {
  if (const auto* real = std::get_if<double>(&node.value)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&node.value))
    return static_cast<double>(*whole);
  return std::numeric_limits<double>::quiet_NaN();
}

bool has_wrap(const BodyTables& tables, const std::string& id) {
  return std::any_of(tables.wraps.begin(), tables.wraps.end(),
                     [&](const Wrap& one) { return one.id == id; });
}

/// ["pelvis", x, y, z] or ["around", "knee-front"].
PathStop stop_of(const Node& node, Fields& fields) {
  const auto* list = std::get_if<Array>(&node.value);
  const bool has_word =
      list != nullptr && !list->empty() && std::holds_alternative<std::string>(list->front().value);
  PathStop stop;
  if (has_word && list->size() == 2 && std::get<std::string>(list->front().value) == "around" &&
      std::holds_alternative<std::string>((*list)[1].value)) {
    stop.wrap = std::get<std::string>((*list)[1].value);
    return stop;
  }
  if (!has_word || list->size() != 4) {
    fields.problem(node.place, "a path needs [segment, x, y, z] or [\"around\", wrap]");
    return stop;
  }
  stop.segment = std::get<std::string>(list->front().value);
  for (std::size_t i = 0; i < 3; ++i) {
    stop.at[i] = number_of((*list)[i + 1]);
    if (!(std::abs(stop.at[i]) < 2.0)) fields.problem(node.place, "a point must lie within 2 m");
  }
  return stop;
}

PathStop on_side(const BodyTables& tables, PathStop stop, char side) {
  const char mark = side == 'm' ? 'r' : side;
  if (!stop.wrap.empty()) {
    if (!has_wrap(tables, stop.wrap)) stop.wrap = with_side(stop.wrap, mark);
    return stop;
  }
  stop.segment = sided_segment(tables, stop.segment, mark);
  if (side == 'l') stop.at = mirrored(stop.at);
  return stop;
}

std::vector<PathStop> need_path(Fields& fields) {
  std::vector<PathStop> path;
  const Node* node = fields.find_node("path");
  const auto* list = node == nullptr ? nullptr : std::get_if<Array>(&node->value);
  if (list == nullptr || list->size() < 2) {
    fields.problem(fields.place(), "'path' must be a list of at least two stops");
    return path;
  }
  for (const Node& one : *list) path.push_back(stop_of(one, fields));
  return path;
}

void check_path(const BodyTables& tables, const Fascicle& fascicle, Fields& fields) {
  for (const PathStop& stop : fascicle.path) {
    const bool known =
        stop.wrap.empty() ? has_segment(tables, stop.segment) : has_wrap(tables, stop.wrap);
    if (!known) {
      fields.problem(fields.place(),
                     fmt::format("'{}' is no {}", stop.wrap.empty() ? stop.segment : stop.wrap,
                                 stop.wrap.empty() ? "segment" : "wrap"));
    }
  }
}

}  // namespace

Point point_of(const Node& node, Fields& fields) {
  const auto* list = std::get_if<Array>(&node.value);
  Point p{};
  if (list == nullptr || list->size() != 3) {
    fields.problem(node.place, "a point must be three numbers: x, y, z");
    return p;
  }
  for (std::size_t i = 0; i < 3; ++i) {
    p[i] = number_of((*list)[i]);
    if (!(std::abs(p[i]) < 2.0)) fields.problem(node.place, "a point must lie within 2 m");
  }
  return p;
}

void read_wraps(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("wrap")) {
    Wrap wrap;
    wrap.id = fields.need_text("id", 40);
    const Placed segment = fields.need_placed("segment", 30);
    wrap.kind = static_cast<WrapKind>(fields.need_choice("kind", {"cylinder", "sphere"}));
    wrap.at = need_point(fields, "at_m");
    wrap.radius = fields.need_number("radius_m", {0.001, 0.4, "m"});
    if (wrap.kind == WrapKind::Cylinder) {
      wrap.axis = need_point(fields, "axis", 1.0);
      wrap.side = need_point(fields, "side_m");
    }
    const bool paired = fields.find_flag("paired").value_or(!has_segment(tables, segment.text));
    fields.find_text("source", 1000);
    fields.find_text("used_for", 200);
    fields.finish();
    for (const char side : paired ? std::string("rl") : std::string("m")) {
      Wrap one = wrap;
      one.id = with_side(wrap.id, side);
      one.segment = sided_segment(tables, segment.text, side == 'm' ? 'r' : side);
      if (side == 'l') {
        one.at = mirrored(one.at);
        one.side = mirrored(one.side);
        one.axis = mirrored(one.axis);
      }
      if (!has_segment(tables, one.segment)) {
        fields.problem(segment.place, fmt::format("'{}' is no segment", segment.text));
      }
      tables.wraps.push_back(std::move(one));
    }
  }
}

void read_fascicles(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("fascicle")) {
    Fascicle fascicle;
    fascicle.id = fields.need_text("id", 60);
    fascicle.muscle = fields.find_text("muscle", 60).value_or("");
    fascicle.strength = fields.need_number("strength_N", {0.1, 10000.0, "N"});
    fascicle.pennation =
        kDegree * fields.find_number("pennation_deg", {0.0, 45.0, "deg"}).value_or(0.0);
    fascicle.fiber = fields.find_number("fiber_m", {0.0, 1.0, "m"}).value_or(0.0);
    fascicle.tendon = fields.find_number("tendon_m", {0.0, 1.0, "m"}).value_or(0.0);
    fascicle.cocontracts = fields.find_flag("cocontracts").value_or(false);
    const bool paired = fields.find_flag("paired").value_or(true);
    fascicle.path = need_path(fields);
    fields.find_text("source", 1000);
    fields.finish();
    for (const char side : paired ? std::string("rl") : std::string("m")) {
      Fascicle one = fascicle;
      one.id = with_side(fascicle.id, side);
      one.side = side;
      for (PathStop& stop : one.path) stop = on_side(tables, stop, side);
      if (side != 'l') check_path(tables, one, fields);
      tables.fascicles.push_back(std::move(one));
    }
  }
}

void read_ties(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("tie")) {
    const std::string id = fields.need_text("id", 40);
    const bool paired = fields.find_flag("paired").value_or(false);
    const double unit = fields.need_number("unit_N", {1.0, 10000.0, "N"});
    const std::vector<PathStop> path = need_path(fields);
    fields.find_text("used_for", 200);
    fields.find_text("source", 1000);
    fields.finish();
    const bool is_straight = path.size() == 2 && path[0].wrap.empty() && path[1].wrap.empty();
    if (!is_straight) {
      fields.problem(fields.place(), "a tie runs straight between two points");
      continue;
    }
    for (const char side : paired ? std::string("rl") : std::string("m")) {
      Tie tie{with_side(id, side), on_side(tables, path[0], side), on_side(tables, path[1], side),
              unit};
      for (const PathStop& end : {tie.from, tie.to}) {
        if (has_segment(tables, end.segment)) continue;
        fields.problem(fields.place(), fmt::format("'{}' is no segment", end.segment));
      }
      tables.ties.push_back(std::move(tie));
    }
  }
}

void read_numbers(Fields& file, BodyTables& tables) {
  const Table table = file.table();
  for (const Entry& entry : table) {
    if (!std::holds_alternative<Table>(entry.node.value)) continue;
    auto fields = file.find_table(entry.key);
    if (!fields) continue;
    for (const Entry& number : fields->table()) {
      if (std::holds_alternative<std::string>(number.node.value)) {
        fields->find_text(number.key, 1000);
      } else if (const auto value = fields->find_number(number.key, {-1e6, 1e6, ""})) {
        tables.numbers[entry.key + "." + number.key] = *value;
      }
    }
    fields->finish();
  }
}

}  // namespace strongback
