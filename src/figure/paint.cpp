#include "figure/paint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "figure/outline.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

constexpr int kSteps = 10;  // of activation, besides 0

struct Color {
  double r = 0.0, g = 0.0, b = 0.0;
};

using Ramp = std::array<Color, 6>;

// Bone to madder on light pages, dusk to flame on dark ones: lightness goes one way all along.
constexpr Ramp kOnLight = {{{0xEF, 0xE6, 0xDA},
                            {0xE9, 0xC4, 0xA9},
                            {0xDB, 0x8D, 0x6C},
                            {0xBF, 0x4B, 0x3D},
                            {0x8A, 0x1F, 0x24},
                            {0x4F, 0x0D, 0x16}}};
constexpr Ramp kOnDark = {{{0x4A, 0x47, 0x44},
                           {0x76, 0x4E, 0x42},
                           {0xA8, 0x55, 0x42},
                           {0xD8, 0x6A, 0x4C},
                           {0xF4, 0x98, 0x6E},
                           {0xFF, 0xD9, 0xB0}}};

std::string color_at(const Ramp& ramp, int step) {
  const double at = static_cast<double>(step) * static_cast<double>(ramp.size() - 1) / kSteps;
  const auto low = std::min(static_cast<std::size_t>(at), ramp.size() - 2);
  const double share = at - static_cast<double>(low);
  const auto mix = [&](double a, double b) {
    return static_cast<int>(std::lround(a + share * (b - a)));
  };
  const Color& a = ramp[low];
  const Color& b = ramp[low + 1];
  return fmt::format("#{:02X}{:02X}{:02X}", mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b));
}

struct Inks {
  const char* raised;  // the plate on which all stands
  const char* ink;     // text
  const char* soft;    // quiet text
  const char* line;    // outlines of the body
  const char* skin;
  const char* floor;
  const char* furniture;
  const char* edge;  // of furniture
  const char* load;
  const char* cord;
};
constexpr Inks kLight = {"#FFFFFF", "#1E2326", "#56605F", "#A79C8E", "#F6F0E6",
                         "#F3EFE8", "#E4E6E4", "#9BA3A1", "#4A5356", "#1F5A6B"};
constexpr Inks kDark = {"#1D2326", "#ECE7DF", "#A9B1AE", "#A39B90", "#343A3C",
                        "#262C2F", "#3A4245", "#7B8785", "#C7CDCA", "#7FC1D0"};

std::string rules(const Inks& inks, const Ramp& ramp) {
  std::string css = fmt::format(
      ".sb-plate{{fill:{}}}.sb-ink{{fill:{}}}.sb-soft{{fill:{}}}.sb-line{{stroke:{};fill:none}}"
      ".sb-skin{{fill:{};stroke:none}}.sb-floor{{fill:{}}}.sb-wood{{fill:{};stroke:{}}}"
      ".sb-load{{fill:{};stroke:{}}}.sb-plate-ring{{fill:none;stroke:{}}}"
      ".sb-cord{{fill:{};stroke:{}}}.sb-rim{{stroke:{}}}"
      ".sb-tag{{fill:{};stroke:{}}}",
      inks.raised, inks.ink, inks.soft, inks.line, inks.skin, inks.floor, inks.furniture, inks.edge,
      inks.load, inks.raised, inks.load, inks.cord, inks.cord, inks.line, inks.raised, inks.ink);
  for (int step = 0; step <= kSteps; ++step) {
    css += fmt::format(".sb-m{0}{{stroke:{1}}}.sb-k{0}{{fill:{1}}}", step, color_at(ramp, step));
  }
  return css;
}

struct Spot {
  double x = 0.0, y = 0.0;
};

Spot spot_of(const Vector3d& at, const Camera& camera, const Placing& placing) {
  const Vector3d seen = camera.seen(at);
  return {placing.left + placing.scale * (seen.x() - placing.from_right),
          placing.bottom - placing.scale * (seen.y() - placing.from_up)};
}

std::string path_of(const Shape& shape, const Camera& camera, const Placing& placing) {
  std::vector<Circle> circles;
  for (const WorldBall& ball : shape.balls) {
    const Spot spot = spot_of(ball.at, camera, placing);
    circles.push_back({spot.x, spot.y, placing.scale * ball.radius});
  }
  return hull_path(circles);
}

const char* class_of(Matter matter) {
  switch (matter) {
    case Matter::Floor:
      return "sb-floor";
    case Matter::Furniture:
      return "sb-wood";
    case Matter::Load:
      return "sb-load";
    case Matter::Plate:
      return "sb-plate-ring";
    case Matter::Cord:
      return "sb-cord";
    case Matter::Skin:
      break;
  }
  return "sb-skin";
}

std::string thing(const Shape& shape, const Camera& camera, const Placing& placing) {
  return fmt::format("<path class=\"{}\" d=\"{}\"/>\n", class_of(shape.matter),
                     path_of(shape, camera, placing));
}

double depth_of(const std::vector<Vector3d>& points, const Camera& camera) {
  double sum = 0.0;
  for (const Vector3d& point : points) sum += camera.toward.dot(point);
  return points.empty() ? 0.0 : sum / static_cast<double>(points.size());
}

/// A muscle as it is seen: its visible runs, and how far above the middle line they lie.
struct VisibleMuscle {
  const MuscleShape* muscle = nullptr;
  std::vector<std::vector<Vector3d>> runs;
  double above = 0.0;  // [m]
};

VisibleMuscle visible(const MuscleShape& muscle, const Part& part, const Camera& camera) {
  VisibleMuscle seen{&muscle, {}, 0.0};
  double points = 0.0;
  for (const auto& strand : muscle.strands) {
    for (auto& run : visible_runs(strand, part, camera)) {
      for (const Vector3d& point : run) {
        seen.above += camera.toward.dot(point - nearest_on(part.core, point));
        points += 1.0;
      }
      seen.runs.push_back(std::move(run));
    }
  }
  if (points > 0.0) seen.above /= points;
  return seen;
}

/// The corners of a run on the page: what lies on the line between its neighbors is left out.
std::vector<Spot> corners_of(const std::vector<Vector3d>& run, const Camera& camera,
                             const Placing& placing) {
  std::vector<Spot> corners;
  for (const Vector3d& point : run) {
    const Spot next = spot_of(point, camera, placing);
    if (corners.size() >= 2) {
      const Spot& a = corners[corners.size() - 2];
      const Spot& b = corners.back();
      const double length = std::hypot(next.x - a.x, next.y - a.y);
      const double off = (b.x - a.x) * (next.y - a.y) - (b.y - a.y) * (next.x - a.x);
      constexpr double kStraight = 0.3;  // [px]
      if (std::abs(off) <= kStraight * length) corners.pop_back();
    }
    corners.push_back(next);
  }
  return corners;
}

std::string muscle_path(const VisibleMuscle& seen, const Camera& camera, const Placing& placing) {
  std::string path;
  for (const auto& run : seen.runs) {
    char word = 'M';
    for (const Spot& spot : corners_of(run, camera, placing)) {
      path += fmt::format("{}{:.1f} {:.1f}", word, spot.x, spot.y);
      word = 'L';
    }
  }
  return path;
}

std::string painted_muscles(const Part& part, const Camera& camera, const Placing& placing,
                            const std::string& id) {
  std::vector<VisibleMuscle> all;
  for (const MuscleShape& muscle : part.muscles) {
    auto seen = visible(muscle, part, camera);
    if (!seen.runs.empty()) all.push_back(std::move(seen));
  }
  std::stable_sort(all.begin(), all.end(), [](const VisibleMuscle& a, const VisibleMuscle& b) {
    return a.above < b.above;
  });
  std::string text;
  int number = 0;
  for (const VisibleMuscle& seen : all) {
    // The same strands twice: a thin rim, then the color.
    const std::string mine = fmt::format("{}-{}", id, number++);
    const double width = placing.scale * seen.muscle->width;
    text += fmt::format(
        "<g class=\"sb-rim\" stroke-width=\"{0:.1f}\"><path id=\"{1}\" d=\"{2}\"/></g>\n"
        "<use href=\"#{1}\" class=\"sb-m{3}\" stroke-width=\"{4:.1f}\"/>\n",
        width + 1.0, mine, muscle_path(seen, camera, placing), color_step(seen.muscle->activation),
        width);
  }
  return text;
}

std::string painted_part(const Part& part, const Camera& camera, const Placing& placing,
                         const std::string& id) {
  std::string text;
  for (const Shape& shape : part.held) text += thing(shape, camera, placing);
  std::string skin;
  for (const Shape& shape : part.skin) skin += path_of(shape, camera, placing);
  text += fmt::format(
      "<g class=\"sb-line\"><path id=\"{0}\" d=\"{1}\"/></g>\n"
      "<use href=\"#{0}\" class=\"sb-skin\"/>\n",
      id, skin);
  text += "<g class=\"sb-muscles\">" + painted_muscles(part, camera, placing, id) + "</g>\n";
  return text;
}

}  // namespace

int color_step(double activation) {
  return static_cast<int>(std::lround(kSteps * std::sqrt(std::clamp(activation, 0.0, 1.0))));
}

Extent both(const Extent& a, const Extent& b) {
  return {std::min(a.low_right, b.low_right), std::max(a.high_right, b.high_right),
          std::min(a.low_up, b.low_up), std::max(a.high_up, b.high_up)};
}

Extent extent_of(const Scene& scene, const Camera& camera) {
  constexpr double kFar = std::numeric_limits<double>::max();
  Extent extent{kFar, -kFar, kFar, -kFar};
  const auto take = [&](const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) {
      for (const WorldBall& ball : shape.balls) {
        const Vector3d seen = camera.seen(ball.at);
        extent = both(extent, {seen.x() - ball.radius, seen.x() + ball.radius,
                               seen.y() - ball.radius, seen.y() + ball.radius});
      }
    }
  };
  take(scene.furniture);
  for (const Part& part : scene.parts) {
    take(part.skin);
    take(part.held);
  }
  return extent;
}

std::string painted(const Scene& scene, const Camera& camera, const Placing& placing,
                    const std::string& id) {
  std::string text;
  for (const Shape& shape : scene.furniture) text += thing(shape, camera, placing);
  std::vector<const Part*> parts;
  for (const Part& part : scene.parts) parts.push_back(&part);
  std::stable_sort(parts.begin(), parts.end(), [&](const Part* a, const Part* b) {
    return depth_of(a->core, camera) < depth_of(b->core, camera);
  });
  for (const Part* part : parts) {
    text += painted_part(*part, camera, placing, fmt::format("{}-{}", id, part->name));
  }
  return text;
}

std::vector<Seen> where_seen(const Scene& scene, const Camera& camera, const Placing& placing,
                             const std::string& muscle, char side) {
  std::vector<Seen> places;
  for (const Part& part : scene.parts) {
    for (const MuscleShape& one : part.muscles) {
      if (one.muscle != muscle || (side != 'm' && one.side != side)) continue;
      const auto seen = visible(one, part, camera);
      const auto longest =
          std::max_element(seen.runs.begin(), seen.runs.end(),
                           [](const auto& a, const auto& b) { return a.size() < b.size(); });
      if (longest == seen.runs.end()) continue;
      const Spot spot = spot_of((*longest)[longest->size() / 2], camera, placing);
      places.push_back({spot.x, spot.y});
    }
  }
  return places;
}

const std::string& figure_style() {
  static const std::string style =
      "<style>.sb-text{font-family:'Atkinson Hyperlegible Next',system-ui,-apple-system,'Segoe "
      "UI',Helvetica,Arial,sans-serif}.sb-muscles{fill:none;stroke-linecap:round;"
      "stroke-linejoin:round}.sb-line{stroke-width:2.4;stroke-linejoin:round}.sb-wood,.sb-load{"
      "stroke-width:1}.sb-cord{stroke-width:1}.sb-plate-ring{stroke-width:3}" +
      rules(kLight, kOnLight) + "@media screen and (prefers-color-scheme:dark){" +
      rules(kDark, kOnDark) + "}</style>\n";
  return style;
}

}  // namespace strongback
