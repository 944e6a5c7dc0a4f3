#include <fmt/format.h>

#include <algorithm>

#include "body/readers.h"

namespace strongback {
namespace {

using Reader = void (*)(Fields&, BodyTables&);

struct File {
  const char* name;
  Reader read;
};

/// In this order: a later file may name what an earlier one defines.
constexpr std::array<File, 11> kFiles = {{{"segments.toml", read_segments},
                                          {"joints.toml", read_coordinates},
                                          {"wraps.toml", read_wraps},
                                          {"muscles.toml", read_fascicles},
                                          {"ties.toml", read_ties},
                                          {"discs.toml", read_discs},
                                          {"contacts.toml", read_patches},
                                          {"volumes.toml", read_volumes},
                                          {"rhythm.toml", read_rhythm},
                                          {"anthropometry.toml", read_numbers},
                                          {"mechanics.toml", read_numbers}}};

void read_file(const std::string& folder, const File& file, BodyTables& tables,
               Problems& problems) {
  const auto document = read_document(folder + "/" + file.name);
  if (!document) {
    problems.insert(problems.end(), document.error().begin(), document.error().end());
    return;
  }
  Fields fields(*document, problems);
  fields.need_whole("schema", {1, 1, ""});
  fields.find_text("source", 1000);
  file.read(fields, tables);
  fields.finish();
}

}  // namespace

Point need_point(Fields& fields, std::string_view key, double largest) {
  const auto numbers = fields.find_numbers(key, {-largest, largest, ""});
  if (numbers.size() == 3) return {numbers[0], numbers[1], numbers[2]};
  fields.problem(fields.place(), fmt::format("'{}' must be a list of three numbers: x, y, z", key));
  return {};
}

Point mirrored(const Point& p) { return {p[0], p[1], -p[2]}; }

std::string with_side(const std::string& id, char side) {
  return side == 'm' ? id : fmt::format("{}_{}", id, side);
}

bool has_segment(const BodyTables& tables, const std::string& id) {
  return std::any_of(tables.segments.begin(), tables.segments.end(),
                     [&](const Segment& one) { return one.id == id; });
}

std::string sided_segment(const BodyTables& tables, const std::string& id, char side) {
  return has_segment(tables, id) ? id : with_side(id, side);
}

int coordinate_index(const BodyTables& tables, const std::string& name) {
  const auto& all = tables.coordinates;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Coordinate& one) { return one.name == name; });
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

Checked<BodyTables> read_body_tables(const std::string& folder) {
  BodyTables tables;
  tables.version = "2";
  Problems problems;
  for (const File& file : kFiles) read_file(folder, file, tables, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return tables;
}

}  // namespace strongback
