#include "assess/drawing.h"

#include <fmt/format.h>

#include "base/text.h"

namespace strongback {
namespace {

constexpr const char* kStyle =
    "<style>text{font-family:system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;"
    "fill:#24292f}.small{font-size:11px}.axis{font-size:13px}.title{font-size:15px;"
    "font-weight:600}.faint{fill:#57606a}</style>\n";

}  // namespace

Drawing::Drawing(double width, double height, const std::string& title)
    : text_(fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} "
                        "{1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\">\n"
                        "<title>{2}</title>\n",
                        width, height, markup_escaped(title))) {
  text_ += kStyle;
  text_ += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" rx=\"6\" fill=\"#ffffff\"/>\n",
                       width, height);
}

void Drawing::line(Spot a, Spot b, const char* color, double width, const char* dashes) {
  text_ += fmt::format(
      "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
      "stroke-width=\"{:g}\"{}/>\n",
      a.x, a.y, b.x, b.y, color, width,
      *dashes == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes));
}

void Drawing::area(const std::vector<Spot>& corners, const char* color, double opacity) {
  std::string points;
  for (const Spot& corner : corners) points += fmt::format("{:.1f},{:.1f} ", corner.x, corner.y);
  text_ += fmt::format("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{:g}\"/>\n", points,
                       color, opacity);
}

void Drawing::dot(Spot at, const char* color, const std::string& tip) {
  text_ += fmt::format(
      "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" fill=\"{}\" stroke=\"#ffffff\">"
      "<title>{}</title></circle>\n",
      at.x, at.y, color, markup_escaped(tip));
}

void Drawing::write(Spot at, const std::string& words, const char* kind, const char* anchor,
                    bool is_upright) {
  const std::string turn =
      is_upright ? fmt::format(" transform=\"rotate(-90 {:.1f} {:.1f})\"", at.x, at.y) : "";
  text_ +=
      fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\" text-anchor=\"{}\"{}>{}</text>\n",
                  at.x, at.y, kind, anchor, turn, markup_escaped(words));
}

}  // namespace strongback
