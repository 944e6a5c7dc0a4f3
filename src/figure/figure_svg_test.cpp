#include "figure/figure_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>
#include <string>

#include "figure/paint.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A figure of one ball with one muscle on it.
Figure ball_figure(const std::string& id) {
  Part part{"trunk", {{0.0, 0.0, 0.0}, {0.0, 0.5, 0.0}}, {}, {}, {}};
  part.skin.push_back({Matter::Skin, {{{0.0, 0.25, 0.0}, 0.2}}});
  part.muscles.push_back(
      {"multifidus", 'r', 0.36, 500.0, 0.03, {0}, {{{-0.1, 0.1, 0.05}, {-0.1, 0.4, 0.05}}}});
  Figure figure;
  figure.id = id;
  figure.title = "Row <one> & two";
  figure.panels.push_back({"start", {{part}, {}}});
  figure.legend.push_back({"multifidus", 'r', "Right multifidus 36 %"});
  figure.notes.push_back("L4/L5: twice quiet standing.");
  return figure;
}

std::multiset<std::string> ids_in(const std::string& svg) {
  static const std::regex kId(" id=\"([^\"]+)\"");
  std::multiset<std::string> ids;
  for (std::sregex_iterator at(svg.begin(), svg.end(), kId), end; at != end; ++at) {
    ids.insert((*at)[1]);
  }
  return ids;
}

TEST(FigureSvg, SaysInWordsWhatItsColorsSay) {
  const std::string svg = figure_svg(ball_figure("a"));
  EXPECT_THAT(svg, HasSubstr("Right multifidus 36 %"));
  EXPECT_THAT(svg, HasSubstr("class=\"sb-m6\""));  // 36 % is step 6 of 10
  EXPECT_THAT(svg, HasSubstr(">1</text>"));        // on the muscle, and in the list
  EXPECT_THAT(svg, HasSubstr("L4/L5: twice quiet standing."));
}

TEST(FigureSvg, TakesNoMarkupFromTexts) {
  const std::string svg = figure_svg(ball_figure("a"));
  EXPECT_THAT(svg, HasSubstr("Row &lt;one&gt; &amp; two"));
  EXPECT_THAT(svg, Not(HasSubstr("<one>")));
}

TEST(FigureSvg, NamesAreUniqueInAPageOfFigures) {
  const auto ids =
      ids_in(figure_svg(ball_figure("a")) + figure_svg(ball_figure("b")) +
             strip_svg(ball_figure("a"), false, 100.0) + strip_svg(ball_figure("a"), true, 100.0));
  ASSERT_FALSE(ids.empty());
  for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1U) << id;
}

TEST(FigureSvg, WithoutMuscleWorkThereIsNoLegendOfColors) {
  Figure figure = ball_figure("a");
  figure.has_activation = false;
  figure.legend.clear();
  EXPECT_THAT(figure_svg(figure), Not(HasSubstr("Muscle work")));
}

TEST(ColorStep, GrowsWithTheRootOfActivation) {
  EXPECT_EQ(color_step(0.0), 0);
  EXPECT_EQ(color_step(0.04), 2);
  EXPECT_EQ(color_step(0.25), 5);
  EXPECT_EQ(color_step(1.0), 10);
  EXPECT_EQ(color_step(1.7), 10);
}

/// Relative luminance of "#RRGGBB" (WCAG 2.2).
double luminance(const std::string& hex) {
  const auto channel = [&](std::size_t at) {
    const double c = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/// The fills of class `name`: on light pages, then on dark ones.
std::vector<double> luminances(const std::string& name) {
  const std::regex rule("\\." + name + "\\{fill:(#[0-9A-F]{6})");
  const std::string& style = figure_style();
  std::vector<double> found;
  for (std::sregex_iterator at(style.begin(), style.end(), rule), end; at != end; ++at) {
    found.push_back(luminance((*at)[1]));
  }
  return found;
}

TEST(FigureStyle, LightnessGoesOneWayWithActivation) {
  for (std::size_t page : {0U, 1U}) {
    const double way = page == 0 ? -1.0 : 1.0;
    for (int step = 1; step <= 10; ++step) {
      const double before = luminances("sb-k" + std::to_string(step - 1)).at(page);
      const double after = luminances("sb-k" + std::to_string(step)).at(page);
      EXPECT_GT(way * (after - before), 0.0) << page << " " << step;
    }
  }
}

TEST(FigureStyle, TextCanBeRead) {
  for (std::size_t page : {0U, 1U}) {
    const double plate = luminances("sb-plate").at(page);
    for (const char* ink : {"sb-ink", "sb-soft"}) {
      const double text = luminances(ink).at(page);
      const double contrast = (std::max(plate, text) + 0.05) / (std::min(plate, text) + 0.05);
      EXPECT_GE(contrast, 4.5) << ink << " " << page;  // WCAG 2.2, 1.4.3
    }
  }
}

}  // namespace
}  // namespace strongback
