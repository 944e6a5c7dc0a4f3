#include "figure/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>

namespace strongback {
namespace {

/// A point of a circle's rim.
struct Rim {
  double x = 0.0, y = 0.0;
  std::size_t circle = 0;
};

double turn(const Rim& o, const Rim& a, const Rim& b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

std::vector<Rim> rims_of(const std::vector<Circle>& circles) {
  constexpr int kRims = 64;
  std::vector<Rim> rims;
  constexpr double kDot = 1.0;  // [px]  a smaller circle is a corner
  for (std::size_t c = 0; c < circles.size(); ++c) {
    if (circles[c].r < kDot) {
      rims.push_back({circles[c].x, circles[c].y, c});
      continue;
    }
    for (int i = 0; i < kRims; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / kRims;
      rims.push_back({circles[c].x + circles[c].r * std::cos(angle),
                      circles[c].y + circles[c].r * std::sin(angle), c});
    }
  }
  return rims;
}

/// Andrew's monotone chain (1979 Inf Process Lett 9:216), counterclockwise where y points up.
std::vector<Rim> hull_of(std::vector<Rim> rims) {
  std::sort(rims.begin(), rims.end(),
            [](const Rim& a, const Rim& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::vector<Rim> hull;
  const auto add = [&](const Rim& rim, std::size_t kept) {
    while (hull.size() >= kept + 2 && turn(hull[hull.size() - 2], hull.back(), rim) <= 0.0) {
      hull.pop_back();
    }
    hull.push_back(rim);
  };
  for (const Rim& rim : rims) add(rim, 0);
  const std::size_t lower = hull.size() - 1;
  for (auto rim = std::next(rims.rbegin()); rim != rims.rend(); ++rim) add(*rim, lower);
  hull.pop_back();
  return hull;
}

}  // namespace

std::string hull_path(const std::vector<Circle>& circles) {
  auto hull = hull_of(rims_of(circles));
  // Begin where one circle's arc begins.
  const auto begins = std::adjacent_find(
      hull.begin(), hull.end(), [](const Rim& a, const Rim& b) { return a.circle != b.circle; });
  if (begins == hull.end()) {
    const Circle& only = circles[hull.front().circle];
    return fmt::format(
        "M{0:.1f} {1:.1f}a{2:.1f} {2:.1f} 0 1 1 {3:.1f} 0a{2:.1f} {2:.1f} 0 1 1 {4:.1f} 0z",
        only.x - only.r, only.y, only.r, 2.0 * only.r, -2.0 * only.r);
  }
  std::rotate(hull.begin(), std::next(begins), hull.end());
  std::string path = fmt::format("M{:.1f} {:.1f}", hull.front().x, hull.front().y);
  for (std::size_t i = 0; i < hull.size();) {
    std::size_t last = i;
    while (last + 1 < hull.size() && hull[last + 1].circle == hull[i].circle) ++last;
    const Circle& circle = circles[hull[i].circle];
    if (i > 0) path += fmt::format("L{:.1f} {:.1f}", hull[i].x, hull[i].y);
    if (last > i) {
      const bool is_large = turn({circle.x, circle.y, 0}, hull[i], hull[last]) < 0.0;
      path += fmt::format("A{0:.1f} {0:.1f} 0 {1} 1 {2:.1f} {3:.1f}", circle.r, is_large ? 1 : 0,
                          hull[last].x, hull[last].y);
    }
    i = last + 1;
  }
  return path + "z";
}

}  // namespace strongback
