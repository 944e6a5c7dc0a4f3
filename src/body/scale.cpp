// From the reference body to a person: lengths by stature, breadths by mass over stature, masses
// by the fractions of the person's sex, strength by mass, sex and age.
#include <algorithm>
#include <cmath>

#include "base/expects.h"
#include "body/parts.h"

namespace strongback {
namespace {

/// Factors of one segment's frame: breadth (x, z) and length (y).
struct Factors {
  double breadth = 1.0, length = 1.0;
};

Point stretched(const Point& p, const Factors& f) {
  return {p[0] * f.breadth, p[1] * f.length, p[2] * f.breadth};
}

double number(const BodyTables& tables, const std::string& name) {
  const auto found = tables.numbers.find(name);
  expects(found != tables.numbers.end(), "the tables of data/body hold each number of scaling");
  return found->second;
}

Factors factors_of(const BodyTables& tables, const Build& build) {
  const double length = build.height.si() / number(tables, "reference.height_m");
  const double mass = build.mass.si() / number(tables, "reference.mass_kg");
  return {std::sqrt(mass / length), length};
}

/// The share of one segment's mass in a woman over its share in a man, before all are summed up.
double mass_factor(const BodyTables& tables, const Build& build, const Segment& segment) {
  if (build.sex == Sex::Male) return 1.0;
  const auto found = tables.numbers.find("female_mass." + segment.scale);
  return found == tables.numbers.end() ? 1.0 : found->second;
}

void scale_masses(const BodyTables& from, const Build& build, const Factors& f, BodyTables& to) {
  double sum = 0.0;
  for (const Segment& segment : from.segments)
    sum += segment.mass * mass_factor(from, build, segment);
  for (std::size_t i = 0; i < to.segments.size(); ++i) {
    Segment& segment = to.segments[i];
    const double factor = build.mass.si() / sum * mass_factor(from, build, segment);
    segment.mass *= factor;
    // Radii of gyration follow the segment's own length and breadth.
    const auto& inertia = from.segments[i].inertia;
    const double xx = 0.5 * (inertia[1] + inertia[2] - inertia[0]);  // ∫x²
    const double yy = 0.5 * (inertia[0] + inertia[2] - inertia[1]);
    const double zz = 0.5 * (inertia[0] + inertia[1] - inertia[2]);
    const double b = f.breadth * f.breadth, l = f.length * f.length, c = f.breadth * f.length;
    segment.inertia = {factor * (yy * l + zz * b), factor * (xx * b + zz * b),
                       factor * (xx * b + yy * l), factor * inertia[3] * c,
                       factor * inertia[4] * b,    factor * inertia[5] * c};
  }
}

/// Strength of the muscles that act on a region of the body.
double strength_factor(const BodyTables& tables, const Build& build, const std::string& region) {
  const double mass = build.mass.si() / number(tables, "reference.mass_kg");
  const double by_mass = std::pow(mass, number(tables, "strength.mass_power"));
  const double by_sex = build.sex == Sex::Male ? 1.0 : number(tables, "strength.female_" + region);
  const double years = std::max(0.0, build.age - number(tables, "strength.age_from"));
  const double by_age = std::max(number(tables, "strength.age_floor"),
                                 1.0 - years * number(tables, "strength.age_loss_per_year"));
  return by_mass * by_sex * by_age;
}

std::string region_of(const Fascicle& fascicle) {
  const auto touches = [&](std::initializer_list<const char*> words) {
    return std::any_of(fascicle.path.begin(), fascicle.path.end(), [&](const PathStop& stop) {
      return std::any_of(words.begin(), words.end(),
                         [&](const char* word) { return stop.segment.rfind(word, 0) == 0; });
    });
  };
  if (touches({"femur", "tibia", "foot"})) return "leg";
  if (touches({"humerus", "ulna", "radius", "hand"})) return "arm";
  return "trunk";
}

}  // namespace

BodyTables scaled(const BodyTables& tables, const Build& build) {
  const Factors f = factors_of(tables, build);
  BodyTables to = tables;
  for (Segment& segment : to.segments) {
    segment.at = segment.parent.empty() ? Point{} : stretched(segment.at, f);
    segment.com = stretched(segment.com, f);
  }
  scale_masses(tables, build, f, to);
  for (Fascicle& fascicle : to.fascicles) {
    for (PathStop& stop : fascicle.path) stop.at = stretched(stop.at, f);
    fascicle.strength *= strength_factor(tables, build, region_of(fascicle));
    fascicle.fiber *= f.length;
    fascicle.tendon *= f.length;
  }
  for (Wrap& wrap : to.wraps) {
    wrap.at = stretched(wrap.at, f);
    wrap.side = stretched(wrap.side, f);
    wrap.radius *= f.breadth;
  }
  for (Tie& tie : to.ties) {
    tie.from.at = stretched(tie.from.at, f);
    tie.to.at = stretched(tie.to.at, f);
  }
  for (Patch& patch : to.patches) {
    for (Point& p : patch.points) p = stretched(p, f);
  }
  for (Volume& volume : to.volumes) {
    for (Ball& ball : volume.balls) {
      ball.at = stretched(ball.at, f);
      ball.radius *= f.breadth;
    }
  }
  for (Disc& disc : to.discs) {
    disc.area *= f.breadth * f.breadth;
    // A joint's moment grows with the force of the body above it and with its lever.
    const double moment = build.mass.si() / number(tables, "reference.mass_kg") * f.length;
    for (double& k : disc.stiffness) k *= moment;
  }
  for (const char* axis : {"_x", "_z"}) {
    for (const char* name : {"scapula.ribs", "scapula.root", "scapula.angle", "scapula.radius"}) {
      to.numbers.at(std::string(name) + axis) *= f.breadth;
    }
  }
  for (const char* name :
       {"scapula.ribs_y", "scapula.root_y", "scapula.angle_y", "scapula.radius_y"}) {
    to.numbers.at(name) *= f.length;
  }
  to.numbers.at("iap.in_front_m") *= f.breadth;
  to.numbers.at("iap.diaphragm_cm2") *= f.breadth * f.breadth;
  to.numbers.at("iap.wall_cm2") *= f.breadth * f.length;
  return to;
}

}  // namespace strongback
