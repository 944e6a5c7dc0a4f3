#pragma once

#include <string>
#include <vector>

#include "figure/camera.h"
#include "figure/scene.h"

namespace strongback {

/// One posture of a figure.
struct Panel {
  std::string caption;  ///< "arm hangs"
  Scene scene;
};

/// A line of the legend: what a muscle does, and how much it does it.
struct LegendLine {
  std::string muscle;  ///< id, to find it in the scenes
  char side = 'm';     ///< 'r', 'l', or 'm' for both
  std::string text;    ///< "Lumbar erectors 34 %"
};

/// Everything that a figure says.
struct Figure {
  std::string id;        ///< makes ids unique in a page that holds several figures
  std::string title;     ///< "One-arm row"
  std::string subtitle;  ///< "12 kg; for Ann"
  std::vector<Panel> panels;
  std::vector<LegendLine> legend;  ///< numbered in this order
  std::vector<std::string> notes;  ///< whole sentences
  bool has_activation = true;      ///< false: muscles are not colored
  bool from_right = true;          ///< side from which it is seen
};

/// The figure as SVG: the panels from the side and in three-quarter view, colors for light and dark
/// pages, a legend that does not need them.
std::string figure_svg(const Figure& figure);

/// The panels of one view alone, without title and legend: for contact sheets and the printed
/// sheet.
///   height [px] of the picture
std::string strip_svg(const Figure& figure, bool three_quarter, double height);

}  // namespace strongback
