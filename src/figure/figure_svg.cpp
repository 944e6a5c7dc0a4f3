#include "figure/figure_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "figure/paint.h"

namespace strongback {
namespace {

constexpr double kWidth = 760.0, kMargin = 20.0, kGap = 16.0;  // [px]
constexpr double kCaption = 24.0, kTextLine = 21.0;            // [px]

std::string words(double x, double y, int size, const char* ink, const std::string& text,
                  const char* anchor = "start", bool is_bold = false) {
  return fmt::format(
      "<text class=\"sb-text {}\" x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\"{}>"
      "{}</text>\n",
      ink, x, y, size, anchor, is_bold ? " font-weight=\"600\"" : "", markup_escaped(text));
}

/// One view of all panels, side by side.
struct Row {
  Camera camera;
  Extent extent;
  [[nodiscard]] double width() const { return extent.high_right - extent.low_right; }
  [[nodiscard]] double height() const { return extent.high_up - extent.low_up; }
};

Row row_of(const Figure& figure, const Camera& camera) {
  Row row{camera, extent_of(figure.panels.front().scene, camera)};
  for (const Panel& panel : figure.panels) {
    row.extent = both(row.extent, extent_of(panel.scene, camera));
  }
  return row;
}

Camera camera_of(const Figure& figure, bool three_quarter) {
  if (!three_quarter) return side_camera(figure.from_right);
  std::vector<const Scene*> scenes;
  for (const Panel& panel : figure.panels) scenes.push_back(&panel.scene);
  return three_quarter_camera(scenes, figure.from_right);
}

/// The numbers of the legend's muscles, where they are seen and do not cover each other.
std::string tags(const Figure& figure, const Scene& scene, const Camera& camera,
                 const Placing& placing) {
  constexpr double kRadius = 8.0, kApart = 2.2 * kRadius;
  std::vector<Seen> taken;
  std::string text;
  for (std::size_t i = 0; i < figure.legend.size(); ++i) {
    const LegendLine& line = figure.legend[i];
    for (const Seen& at : where_seen(scene, camera, placing, line.muscle, line.side)) {
      const bool is_free = std::none_of(taken.begin(), taken.end(), [&](const Seen& other) {
        return std::hypot(at.x - other.x, at.y - other.y) < kApart;
      });
      if (!is_free) continue;
      taken.push_back(at);
      text += fmt::format("<circle class=\"sb-tag\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>\n", at.x,
                          at.y, kRadius);
      text += words(at.x, at.y + 4.0, 12, "sb-ink", std::to_string(i + 1), "middle", true);
      break;
    }
  }
  return text;
}

/// A row of panels: all with one scale, each in the middle of its cell.
std::string painted_row(const Figure& figure, const Row& row, double top, double cell, double scale,
                        const std::string& id, bool with_tags) {
  std::string text;
  const double bottom = top + scale * row.height();
  double left = kMargin;
  for (std::size_t p = 0; p < figure.panels.size(); ++p) {
    const Placing placing{scale, left + 0.5 * (cell - scale * row.width()), bottom,
                          row.extent.low_right, row.extent.low_up};
    text += painted(figure.panels[p].scene, row.camera, placing, fmt::format("{}{}", id, p));
    if (with_tags && figure.has_activation) {
      text += tags(figure, figure.panels[p].scene, row.camera, placing);
    }
    left += cell + kGap;
  }
  return text;
}

std::string legend(const Figure& figure, double top, double& bottom) {
  constexpr double kSwatch = 34.0, kThick = 12.0;
  std::string text;
  double y = top;
  if (figure.has_activation) {
    text += words(kMargin, y + 10.0, 13, "sb-soft", "Muscle work, % of its most");
    double x = kMargin + 190.0;
    for (int step = 0; step <= 10; step += 2) {
      text += fmt::format(
          "<rect class=\"sb-k{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\"/>\n", step,
          x, y, kSwatch, kThick);
      text += words(x + 0.5 * kSwatch, y + kThick + 13.0, 12, "sb-soft",
                    std::to_string(step * step), "middle");
      x += kSwatch + 2.0;
    }
    y += 46.0;
  }
  const double column = 0.5 * (kWidth - 2.0 * kMargin);
  for (std::size_t i = 0; i < figure.legend.size(); ++i) {
    const double x = kMargin + (i % 2 == 0 ? 0.0 : column);
    text += fmt::format("<circle class=\"sb-tag\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"8\"/>\n", x + 9.0,
                        y - 4.0);
    text += words(x + 9.0, y, 12, "sb-ink", std::to_string(i + 1), "middle", true);
    text += words(x + 26.0, y, 15, "sb-ink", figure.legend[i].text);
    if (i % 2 == 1 || i + 1 == figure.legend.size()) y += kTextLine + 3.0;
  }
  for (const std::string& note : figure.notes) {
    for (const std::string& line : wrapped(note, 100)) {
      text += words(kMargin, y, 14, "sb-soft", line);
      y += kTextLine;
    }
  }
  bottom = y;
  return text;
}

std::string document(double width, double height, const std::string& title,
                     const std::string& body) {
  return fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
             "width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\">\n<title>{2}</title>\n{3}",
             width, height, markup_escaped(title), figure_style()) +
         body + "</svg>\n";
}

}  // namespace

std::string figure_svg(const Figure& figure) {
  const Row side = row_of(figure, camera_of(figure, false));
  const Row quarter = row_of(figure, camera_of(figure, true));
  const auto count = static_cast<double>(figure.panels.size());
  const double cell = (kWidth - 2.0 * kMargin - (count - 1.0) * kGap) / count;
  constexpr double kHighest = 330.0;  // [px]
  const double scale = std::min(cell / std::max(side.width(), quarter.width()),
                                kHighest / std::max(side.height(), quarter.height()));
  std::string body;
  double y = 36.0;
  body += words(kMargin, y, 22, "sb-ink", figure.title, "start", true);
  if (!figure.subtitle.empty()) {
    y += 24.0;
    body += words(kMargin, y, 15, "sb-soft", figure.subtitle);
  }
  y += 20.0;
  double left = kMargin;
  for (const Panel& panel : figure.panels) {
    body += words(left + 0.5 * cell, y + 6.0, 15, "sb-ink", panel.caption, "middle");
    left += cell + kGap;
  }
  y += kCaption;
  body += painted_row(figure, side, y, cell, scale, figure.id + "-s", true);
  y += scale * side.height() + kGap;
  body += painted_row(figure, quarter, y, cell, scale, figure.id + "-q", true);
  y += scale * quarter.height() + 2.0 * kGap;
  double bottom = y;
  body += legend(figure, y, bottom);
  const double height = bottom + 4.0;
  return document(kWidth, height, figure.title,
                  fmt::format("<rect class=\"sb-plate\" width=\"{:.0f}\" height=\"{:.0f}\" "
                              "rx=\"12\"/>\n",
                              kWidth, height) +
                      body);
}

std::string strip_svg(const Figure& figure, bool three_quarter, double height) {
  const Row row = row_of(figure, camera_of(figure, three_quarter));
  const double scale = (height - 2.0 * kMargin) / std::max(row.height(), 1.2);
  const double cell = scale * row.width();
  const auto count = static_cast<double>(figure.panels.size());
  const double width = 2.0 * kMargin + count * cell + (count - 1.0) * kGap;
  const double top = height - kMargin - scale * row.height();
  return document(width, height, figure.title,
                  fmt::format("<rect class=\"sb-plate\" width=\"{:.0f}\" height=\"{:.0f}\"/>\n",
                              width, height) +
                      painted_row(figure, row, top, cell, scale,
                                  figure.id + (three_quarter ? "-tq" : "-ts"), false));
}

}  // namespace strongback
