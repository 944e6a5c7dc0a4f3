// What the body stands, lies, leans or hangs on: [[surface]] and [[support]].
#include <fmt/format.h>

#include <algorithm>

#include "movement/readers.h"
#include "movement/surfaces.h"

namespace strongback {
namespace {

constexpr std::size_t kMostSurfaces = 8;
constexpr std::size_t kMostSupports = 24;
constexpr std::size_t kLongestWord = 40;
constexpr Range kPlaces{-3.0, 3.0, "m"};

std::vector<std::string> ids_of(const std::vector<Surface>& surfaces) {
  std::vector<std::string> ids;
  for (const Surface& surface : surfaces) ids.push_back(surface.id);
  return ids;
}

std::vector<int> find_patches(Fields& fields, const BodyTables& tables) {
  const Placed part = fields.need_placed("part", kLongestWord);
  if (!fields.has("part")) return {};
  const std::vector<int> patches = patches_named(tables, part.text);
  if (patches.empty()) fields.unknown_word(part, "no part of the body", patch_words(tables));
  return patches;
}

std::optional<int> find_surface(Fields& fields, const std::vector<Surface>& surfaces) {
  if (!fields.has("on")) fields.need_placed("on");
  const auto on = fields.find_placed("on", kLongestWord);
  if (!on) return std::nullopt;
  const auto found = std::find_if(surfaces.begin(), surfaces.end(),
                                  [&](const Surface& one) { return one.id == on->text; });
  if (found != surfaces.end()) return static_cast<int>(found - surfaces.begin());
  fields.unknown_word(*on, "no surface of this file", ids_of(surfaces));
  return std::nullopt;
}

std::optional<std::array<double, 2>> find_place(Fields& fields) {
  const auto row = find_row(fields, "place_m", kPlaces, 2,
                            "two numbers in m, forward and to the right, such as [0.1, 0.15]");
  return row ? std::optional(std::array<double, 2>{(*row)[0], (*row)[1]}) : std::nullopt;
}

void add_support(Fields& fields, const Support& support, MotionReading& reading) {
  auto& supports = reading.motion.supports;
  const bool is_known = std::any_of(supports.begin(), supports.end(), [&](const Support& one) {
    return one.patch == support.patch && one.surface == support.surface;
  });
  if (is_known) {
    const auto& patch = reading.tables.patches[static_cast<std::size_t>(support.patch)];
    const auto& surface = reading.motion.surfaces[static_cast<std::size_t>(support.surface)];
    fields.problem(fields.place(),
                   fmt::format("'{}' stands on '{}' already", patch.name, surface.id));
    return;
  }
  supports.push_back(support);
}

void read_support(Fields& fields, MotionReading& reading) {
  const std::vector<int> patches = find_patches(fields, reading.tables);
  const auto surface = find_surface(fields, reading.motion.surfaces);
  Support support;
  support.holds = fields.find_flag("holds").value_or(false);
  support.slides = fields.find_flag("slides").value_or(false);
  support.place = find_place(fields);
  fields.finish();
  if (!surface) return;
  support.surface = *surface;
  for (const int patch : patches) {
    support.patch = patch;
    add_support(fields, support, reading);
    if (support.place) (*support.place)[1] = -(*support.place)[1];  // the left is the mirror image
  }
}

}  // namespace

void read_surfaces(Fields& file, MotionReading& reading) {
  auto& surfaces = reading.motion.surfaces;
  surfaces.push_back(Surface{.id = kFloor});
  for (Fields& fields : file.find_tables("surface")) {
    Surface surface = read_surface(fields);
    const auto ids = ids_of(surfaces);
    if (surface.id.empty()) continue;
    if (surface.id != kFloor && std::find(ids.begin(), ids.end(), surface.id) != ids.end()) {
      fields.problem(fields.find_node("id")->place,
                     fmt::format("'{}' is there already", surface.id), "choose another id");
    } else if (surface.id != kFloor) {
      surfaces.push_back(std::move(surface));
    }
    if (surfaces.size() <= kMostSurfaces + 1) continue;
    fields.problem(fields.place(), fmt::format("more than {} surfaces", kMostSurfaces));
    return;
  }
}

void read_supports(Fields& file, MotionReading& reading) {
  if (!file.has("support")) {
    file.problem(file.place(), "'support' is missing: what carries the body",
                 "write [[support]] with 'part' and 'on'");
  }
  for (Fields& fields : file.find_tables("support")) {
    read_support(fields, reading);
    if (reading.motion.supports.size() <= kMostSupports) continue;
    fields.problem(fields.place(), fmt::format("more than {} supports", kMostSupports));
    return;
  }
}

}  // namespace strongback
