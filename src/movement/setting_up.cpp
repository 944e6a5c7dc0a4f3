#include "movement/setting_up.h"

#include <algorithm>

#include "mechanics/columns.h"

namespace strongback {
namespace {

const Patch& patch_of(const BodyTables& tables, int index) {
  return tables.patches[static_cast<std::size_t>(index)];
}

Eigen::Vector3d vector_of(const Point& p) { return {p[0], p[1], p[2]}; }

/// Furniture is as it is; what the file says scales with the person does.
double stature_factor(const Body& body, bool scales) {
  return scales ? body.build().height.si() / body.tables().numbers.at("reference.height_m") : 1.0;
}

Point middle_of(const Patch& patch) {
  Point sum{};
  for (const Point& p : patch.points) {
    for (std::size_t i = 0; i < 3; ++i) sum[i] += p[i] / static_cast<double>(patch.points.size());
  }
  return sum;
}

/// Does a limb of this side stand on something?  `words` are its segments.
bool supports(const Motion& motion, const BodyTables& tables, char side,
              std::initializer_list<const char*> words) {
  return std::any_of(motion.supports.begin(), motion.supports.end(), [&](const Support& support) {
    const std::string& segment = patch_of(tables, support.patch).segment;
    return segment.back() == side && std::any_of(words.begin(), words.end(), [&](const char* word) {
             return segment.starts_with(word);
           });
  });
}

/// Design values: a posture keeps its trunk; supporting limbs follow the floor.
double usual_give(const std::string& name, bool arm_supports, bool leg_supports) {
  const auto is = [&](const char* word) { return name.starts_with(word); };
  if (is("pelvis")) return 3.0 * kDegree;
  if (is("lumbar")) return 1.0 * kDegree;
  if (is("neck") || is("girdle")) return 2.0 * kDegree;
  if (is("wrist")) return 30.0 * kDegree;
  if (is("forearm")) return 10.0 * kDegree;
  if (is("shoulder") || is("elbow")) return (arm_supports ? 15.0 : 3.0) * kDegree;
  return (leg_supports ? 20.0 : 3.0) * kDegree;
}

}  // namespace

std::vector<Footing> footings_of(const Motion& motion, const Body& body) {
  std::vector<Footing> footings;
  for (const Support& support : motion.supports) {
    const Surface& surface = motion.surfaces[static_cast<std::size_t>(support.surface)];
    const Patch& patch = patch_of(body.tables(), support.patch);
    Footing footing;
    footing.patch = patch.name;
    footing.surface = surface.id;
    footing.segment = body.segment(patch.segment);
    footing.points = patch.points;
    footing.on = stature_factor(body, surface.scales_with_stature) * vector_of(surface.point);
    footing.normal = vector_of(surface.normal);
    footing.friction = surface.friction;
    constexpr double kLevel = 0.9;  // cosine of a slope on which things lie still
    if (patch.lies && surface.normal[1] > kLevel && !support.holds) {
      footing.friction =
          std::min(footing.friction, body.tables().numbers.at("contact.lying_friction"));
    }
    footing.holds = support.holds;
    footing.slides = support.slides;
    footing.place = support.place;
    footings.push_back(std::move(footing));
  }
  return footings;
}

Eigen::VectorXd give_of(const Motion& motion, const Body& body) {
  const auto& coordinates = body.tables().coordinates;
  const auto count = static_cast<Eigen::Index>(coordinates.size());
  constexpr double kAnywhere = 10.0;         // [m]
  constexpr double kNever = 0.01 * kDegree;  // [rad]  what must not change
  Eigen::VectorXd give = Eigen::VectorXd::Constant(count + 3, kAnywhere);
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const std::string& name = coordinates[index].name;
    const char side = name.back();
    const bool arm = supports(motion, body.tables(), side, {"hand", "ulna", "humerus", "radius"});
    const bool leg = supports(motion, body.tables(), side, {"foot", "tibia", "femur"});
    give[i] = motion.give[index].value_or(usual_give(name, arm, leg));
    give[i] = std::max(give[i], kNever);
  }
  return give;
}

std::vector<Line> lines_of(const Motion& motion, const Body& body, Mass load) {
  std::vector<Line> lines;
  for (const Load& held : motion.loads) {
    const double scale = stature_factor(body, held.scales_with_stature);
    for (const Tether& tether : held.tethers) {
      const Patch& patch = patch_of(body.tables(), tether.patch);
      Line line;
      line.segment = body.segment(patch.segment);
      line.at = middle_of(patch);
      line.tension = load.si() * held.share * kGravity / static_cast<double>(held.tethers.size());
      line.slack = held.kind == LoadKind::Band ? held.slack * scale : 0.0;
      line.anchor = scale * vector_of(tether.anchor);
      if (tether.anchor_patch >= 0) {
        const Patch& holder = patch_of(body.tables(), tether.anchor_patch);
        line.anchor_part = body.segment(holder.segment);
        line.anchor = vector_of(middle_of(holder));
      }
      lines.push_back(line);
    }
  }
  return lines;
}

void carry_loads(const Motion& motion, Mass load, PosedBody& posed) {
  std::array<double, 4> masses{};
  for (const Load& held : motion.loads) {
    if (is_line(held.kind)) continue;
    const double mass = load.si() * held.share;
    switch (held.place) {
      case LoadPlace::HandRight:
        masses[0] += mass;
        break;
      case LoadPlace::HandLeft:
        masses[1] += mass;
        break;
      case LoadPlace::Hands:
        masses[0] += 0.5 * mass;
        masses[1] += 0.5 * mass;
        break;
      case LoadPlace::Back:
        masses[2] += mass;
        break;
      case LoadPlace::Chest:
        masses[3] += mass;
        break;
      case LoadPlace::Part:
        break;  // only lines end at other parts
    }
  }
  for (std::size_t i = 0; i < masses.size(); ++i) posed.carry(static_cast<Carrier>(i), masses[i]);
}

}  // namespace strongback
