#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace strongback {

/// One line of a panel.
struct PlotLine {
  std::string name;
  std::vector<double> y;  ///< in the order of the panel's x
};

/// Lines over a common range.
struct PlotPanel {
  std::string title;     ///< "flexes the elbow"
  std::string sideways;  ///< what x is: "elbow flexion [deg]"
  std::vector<double> x;
  std::vector<PlotLine> lines;
};

/// Draws panels in three columns, as an SVG with its own light background.
class PanelSheet {
 public:
  static std::string draw(const std::string& title, const std::vector<PlotPanel>& panels) {
    PanelSheet sheet;
    const int rows = (static_cast<int>(panels.size()) + 2) / 3;
    const int width = 3 * kWidth, height = rows * kHeight + 30;
    sheet.text_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" role=\"img\">\n<title>{2}</title>\n<style>text{{font-family:system-ui,"
        "-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:#24292f;font-size:11px}}"
        ".title{{font-size:13px;font-weight:600}}</style>\n"
        "<rect width=\"{0}\" height=\"{1}\" rx=\"6\" fill=\"#ffffff\"/>\n",
        width, height, title);
    sheet.write(16, 22, title, "class=\"title\"");
    for (std::size_t i = 0; i < panels.size(); ++i) {
      const int at = static_cast<int>(i);
      sheet.panel(panels[i], (at % 3) * kWidth, (at / 3) * kHeight + 30);
    }
    return sheet.text_ + "</svg>\n";
  }

 private:
  static constexpr int kWidth = 360, kHeight = 300, kLegend = 98;
  static constexpr std::array<const char*, 8> kColors = {
      "#0969da", "#cf222e", "#1a7f37", "#9a6700", "#8250df", "#bf3989", "#57606a", "#1b7c83"};

  void write(double x, double y, const std::string& words, const std::string& more) {
    text_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, more, words);
  }

  static double step_for(double span) {
    for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 100.0}) {
      if (span / step <= 7.0) return step;
    }
    return 200.0;
  }

  void panel(const PlotPanel& panel, double left, double top) {
    double low = 0.0, high = 0.0;
    for (const PlotLine& line : panel.lines) {
      for (const double y : line.y) {
        low = std::min(low, y);
        high = std::max(high, y);
      }
    }
    const double step_y = step_for(high - low);
    low = step_y * std::floor(low / step_y);
    high = step_y * std::ceil(high / step_y);
    const double x0 = left + 44, x1 = left + kWidth - 16, y0 = top + kHeight - 40,
                 y1 = top + kLegend;
    const double from = panel.x.front(), to = panel.x.back();
    const auto px = [&](double x) { return x0 + (x - from) / (to - from) * (x1 - x0); };
    const auto py = [&](double y) { return y0 - (y - low) / (high - low) * (y0 - y1); };
    write(left + 16, top + 18, panel.title, "class=\"title\"");
    for (double y = low; y <= high + 1e-9; y += step_y) {
      text_ += fmt::format("<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"{}\"/>\n", x0, py(y), x1,
                           std::abs(y) < 1e-9 ? "#57606a" : "#d8dee4");
      write(x0 - 6, py(y) + 4, fmt::format("{:.0f}", std::round(y) + 0.0), "text-anchor=\"end\"");
    }
    const double step_x = step_for(to - from);
    for (double x = step_x * std::ceil(from / step_x); x <= to + 1e-9; x += step_x) {
      text_ += fmt::format("<path d=\"M{:.1f} {:.1f}v4\" stroke=\"#57606a\"/>\n", px(x), y0);
      write(px(x), y0 + 15, fmt::format("{:.0f}", std::round(x) + 0.0), "text-anchor=\"middle\"");
    }
    write(0.5 * (x0 + x1), y0 + 30, panel.sideways, "text-anchor=\"middle\"");
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
      const char* color = kColors.at(i % kColors.size());
      std::string points;
      for (std::size_t k = 0; k < panel.x.size(); ++k) {
        points += fmt::format("{:.1f},{:.1f} ", px(panel.x[k]), py(panel.lines[i].y[k]));
      }
      text_ += fmt::format(
          "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\"/>\n", points,
          color);
      const double at = left + 16 + 168.0 * static_cast<double>(i % 2);
      const double row = top + 34 + 14.0 * static_cast<double>(i / 2);
      text_ += fmt::format("<path d=\"M{:.1f} {:.1f}h14\" stroke=\"{}\" stroke-width=\"2.5\"/>\n",
                           at, row - 4, color);
      write(at + 18, row, panel.lines[i].name, "");
    }
  }

  std::string text_;
};

}  // namespace strongback
