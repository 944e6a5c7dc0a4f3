#include "exchange/look_back_svg.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr double kWidth = 640.0;
constexpr double kPlot_height = 120.0;
constexpr double kLeft = 84.0;
constexpr double kRight = 20.0;
constexpr double kTop = 34.0;   // of a plot, for its title
constexpr double kFoot = 26.0;  // for its scale

struct Point {
  double x = 0.0;  // 0 to 1
  double low = 0.0, middle = 0.0, high = 0.0;
};

struct Plot {
  std::string title;
  std::string unit;
  std::vector<Point> points;
  bool is_bars = false;
};

double x_of(const Point& point) { return kLeft + point.x * (kWidth - kLeft - kRight); }

/// One plot with its own scale from 0 or the lowest value.
std::string plot_svg(const Plot& plot, double top) {
  double high = 0.0;
  double low = plot.is_bars ? 0.0 : plot.points.front().low;
  for (const Point& point : plot.points) {
    high = std::max(high, point.high);
    low = std::min(low, point.low);
  }
  if (high <= low) high = low + 1.0;
  const auto y_of = [&](double value) {
    return top + kTop + (1.0 - (value - low) / (high - low)) * kPlot_height;
  };
  std::string svg = fmt::format("<text class=\"title\" x=\"{}\" y=\"{}\">{}</text>\n", kLeft,
                                top + 20.0, markup_escaped(plot.title));
  for (const double value : {low, high}) {
    svg += fmt::format("<text class=\"scale\" x=\"{:.0f}\" y=\"{:.1f}\">{} {}</text>\n",
                       kLeft - 6.0, y_of(value) + 4.0, plain(value, 1), plot.unit);
    svg += fmt::format("<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n",
                       kLeft, kWidth - kRight, y_of(value), y_of(value));
  }
  if (plot.is_bars) {
    const double width = 0.7 * (kWidth - kLeft - kRight) /
                         static_cast<double>(std::max<std::size_t>(8, plot.points.size()));
    for (const Point& point : plot.points)
      svg += fmt::format(
          "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n",
          x_of(point) - width / 2.0, y_of(point.middle), width, y_of(low) - y_of(point.middle));
    return svg;
  }
  std::string band, line;
  for (const Point& point : plot.points)
    band += fmt::format("{:.1f},{:.1f} ", x_of(point), y_of(point.high));
  for (auto point = plot.points.rbegin(); point != plot.points.rend(); ++point)
    band += fmt::format("{:.1f},{:.1f} ", x_of(*point), y_of(point->low));
  for (const Point& point : plot.points)
    line += fmt::format("{:.1f},{:.1f} ", x_of(point), y_of(point.middle));
  return svg +
         fmt::format(
             "<polygon class=\"band\" points=\"{}\"/>\n<polyline class=\"line\" points=\"{}\"/>\n",
             band, line);
}

std::vector<Plot> plots_of(const LookBack& back, const Catalog& catalog) {
  std::vector<Plot> plots;
  constexpr std::size_t kMostStrengths = 4;
  for (const StrengthBack& strength : back.strengths) {
    if (plots.size() == kMostStrengths) break;
    if (strength.points.size() < 2) continue;
    const Exercise* exercise = find_exercise(catalog, strength.exercise);
    Plot plot{fmt::format("{}: most for one repetition, nine in ten",
                          exercise == nullptr ? strength.exercise : exercise->name),
              "kg",
              {},
              false};
    const double days =
        static_cast<double>((strength.points.back().first - strength.points.front().first).count());
    for (const auto& [date, estimate] : strength.points) {
      const double since = static_cast<double>((date - strength.points.front().first).count());
      plot.points.push_back({days > 0.0 ? since / days : 0.0, in_kilograms(estimate.low),
                             in_kilograms(estimate.middle), in_kilograms(estimate.high)});
    }
    plots.push_back(std::move(plot));
  }
  const auto add = [&](const std::string& title, const std::string& unit, auto value) {
    Plot plot{title, unit, {}, true};
    const double slots = static_cast<double>(std::max<std::size_t>(8, back.weeks.size()));
    for (std::size_t i = 0; i < back.weeks.size(); ++i) {
      const double amount = value(back.weeks[i]);
      plot.points.push_back({(static_cast<double>(i) + 0.5) / slots, 0.0, amount, amount});
    }
    if (!plot.points.empty()) plots.push_back(std::move(plot));
  };
  constexpr double kThousand = 1000.0;
  add("Sets a week", "", [](const WeekBack& week) { return 1.0 * week.sets; });
  add("Load on the low back a week", "kN s",
      [](const WeekBack& week) { return week.disc_N_s / kThousand; });
  add("Mean pain a week", "", [](const WeekBack& week) { return week.mean_pain.value_or(0.0); });
  return plots;
}

constexpr std::string_view kStyle =
    "<style>text{font:12px "
    "sans-serif;fill:#222}.title{font-weight:bold}.scale{text-anchor:end;fill:#666;font-size:11px}"
    ".grid{stroke:#ccc}.bar{fill:#2b6c8f}.band{fill:#2b6c8f;opacity:.22}.line{fill:none;stroke:#"
    "2b6c8f;stroke-width:2}"
    ".ground{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#eee}.scale{fill:#aaa}.grid{"
    "stroke:#444}.bar{fill:#6fb3d6}"
    ".band{fill:#6fb3d6}.line{stroke:#6fb3d6}.ground{fill:#15191c}}</style>\n";

}  // namespace

std::string look_back_svg(const LookBack& back, const Catalog& catalog) {
  const auto plots = plots_of(back, catalog);
  const double each = kTop + kPlot_height + kFoot;
  const double height = each * static_cast<double>(std::max<std::size_t>(1, plots.size()));
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" aria-label=\"Training so far\">\n",
      kWidth, height);
  svg += kStyle;
  svg += fmt::format("<rect class=\"ground\" width=\"{}\" height=\"{}\"/>\n", kWidth, height);
  double top = 0.0;
  for (const Plot& plot : plots) {
    svg += plot_svg(plot, top);
    top += each;
  }
  return svg + "</svg>\n";
}

}  // namespace strongback
