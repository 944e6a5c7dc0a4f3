// Plots as SVG.  Every plot brings its own light background and stays readable on dark pages.
#include "assess/plots.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "assess/drawing.h"
#include "base/text.h"

namespace strongback {
namespace {

/// From figures to pixels, both axes from 0.
struct Frame {
  Spot corner;  // lower left
  double width = 0.0, height = 0.0;
  double most_x = 1.0, most_y = 1.0;
  [[nodiscard]] Spot at(double x, double y) const {
    return {corner.x + x / most_x * width, corner.y - y / most_y * height};
  }
};

/// 1, 2 or 5 times a power of ten, so that `most` has about `count` steps.
double step_for(double most, double count) {
  const double raw = most / count;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * power >= raw) return step * power;
  }
  return 10.0 * power;
}

void draw_axes(Drawing& drawing, const Frame& frame, double steps) {
  const double step_x = step_for(frame.most_x, steps), step_y = step_for(frame.most_y, steps);
  constexpr double kHair = 1e-9;
  for (double x = 0.0; x <= frame.most_x + kHair; x += step_x) {
    drawing.line(frame.at(x, 0.0), frame.at(x, frame.most_y), kGrid);
    const Spot foot = frame.at(x, 0.0);
    drawing.write({foot.x, foot.y + 16.0}, plain(x), "small", "middle");
  }
  for (double y = 0.0; y <= frame.most_y + kHair; y += step_y) {
    drawing.line(frame.at(0.0, y), frame.at(frame.most_x, y), kGrid);
    const Spot foot = frame.at(0.0, y);
    drawing.write({foot.x - 7.0, foot.y + 4.0}, plain(y), "small", "end");
  }
  drawing.line(frame.at(0.0, 0.0), frame.at(frame.most_x, 0.0), kInk, 1.2);
  drawing.line(frame.at(0.0, 0.0), frame.at(0.0, frame.most_y), kInk, 1.2);
}

/// The band of computed figures within `share` of the measured ones.
void draw_band(Drawing& drawing, const Frame& frame, double share, double opacity) {
  const double most = frame.most_x;
  const double upper = most / (1.0 + share);  // where the upper edge leaves the plot
  drawing.area({frame.at(0.0, 0.0), frame.at(upper, most), frame.at(most, most),
                frame.at(most, most * (1.0 - share))},
               kStanding, opacity);
}

const char* color_of(SpinePosition position) {
  if (position == SpinePosition::Lying) return kLying;
  return position == SpinePosition::Sitting ? kSitting : kStanding;
}

using Box = std::array<double, 4>;  // left, right, top, bottom [px]

/// Where a label of `length` begins: beside its dot, where it covers nothing if there is such a
/// place inside `frame`.
Spot free_place(Spot dot, double length, const Frame& frame, std::vector<Box>& taken) {
  constexpr double kHalf = 5.0, kGap = 8.0, kLine = 13.0;
  const auto box_at = [&](Spot at) { return Box{at.x, at.x + length, at.y - kHalf, at.y + kHalf}; };
  const auto is_free = [&](const Box& box) {
    const bool fits = box[1] <= frame.corner.x + frame.width && box[0] >= frame.corner.x &&
                      box[3] <= frame.corner.y && box[2] >= frame.corner.y - frame.height;
    return fits && std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
             return box[0] < other[1] && other[0] < box[1] && box[2] < other[3] &&
                    other[2] < box[3];
           });
  };
  const double right = dot.x + kGap, left = dot.x - kGap - length;
  const std::array<Spot, 7> places = {{{right, dot.y},
                                       {left, dot.y},
                                       {right, dot.y + kLine},
                                       {right, dot.y - kLine},
                                       {left, dot.y - kLine},
                                       {left, dot.y + kLine},
                                       {right + length + kGap, dot.y}}};
  const auto found =
      std::find_if(places.begin(), places.end(), [&](Spot at) { return is_free(box_at(at)); });
  const Spot place = found == places.end() ? places.front() : *found;
  taken.push_back(box_at(place));
  return place;
}

struct Dot {
  double measured = 0.0, computed = 0.0;
  const char* color = kInk;
  std::string label, tip;
};

void draw_dots(Drawing& drawing, const Frame& frame, const std::vector<Dot>& dots) {
  constexpr double kLetter = 7.0;  // [px]  about the width of a letter
  std::vector<Box> taken;
  for (const Dot& dot : dots) {
    const Spot at = frame.at(dot.measured, dot.computed);
    taken.push_back({at.x - 5.0, at.x + 5.0, at.y - 5.0, at.y + 5.0});
  }
  for (const Dot& dot : dots) {
    const Spot at = frame.at(dot.measured, dot.computed);
    drawing.dot(at, dot.color, dot.tip);
    if (dot.label.empty()) continue;
    const double length = kLetter * static_cast<double>(width(dot.label));
    const Spot place = free_place(at, length, frame, taken);
    drawing.write({place.x, place.y + 4.0}, dot.label, "small");
  }
}

std::string figure(const std::optional<double>& value) {
  return value ? fmt::format("{:.2f}", *value) : "not defined";
}

void draw_legend(Drawing& drawing, const Frame& frame) {
  const std::array<std::pair<const char*, const char*>, 3> kinds = {
      {{kStanding, "standing"}, {kSitting, "sitting"}, {kLying, "lying"}}};
  double y = frame.corner.y - frame.height + 18.0;
  for (const auto& [color, word] : kinds) {
    drawing.dot({frame.corner.x + 16.0, y - 4.0}, color, word);
    drawing.write({frame.corner.x + 28.0, y}, word, "small");
    y += 17.0;
  }
  drawing.write({frame.corner.x + 12.0, y}, "bands: ±15 % and ±35 %", "small faint");
}

/// The first words of a study: "Wilke 1999".
std::string short_name(const MeasuredStudy& study) {
  const std::size_t end = study.citation.find_first_of(",;");
  return study.citation.substr(0, std::min<std::size_t>(end, 40));
}

Dot spine_dot(const SpineResult& result) {
  const SpineCase& one = result.measured;
  const std::string tip = fmt::format("{} ({}): measured {:.2f}, computed {:.2f}", one.task,
                                      short_name(one.study), *one.ratio, *result.computed_ratio);
  return {*one.ratio, *result.computed_ratio, color_of(one.position), one.id, tip};
}

/// "obliques: external oblique, mean" over two lines at the head of a panel.
void draw_panel(Drawing& drawing, const EmgGroup& group, Spot corner) {
  Frame frame{{corner.x + 46.0, corner.y + 204.0}, 196.0, 146.0};
  std::vector<Dot> dots;
  double most_x = 1.0, most_y = 0.01;
  for (const EmgPair& pair : group.pairs) {
    if (!pair.computed) continue;
    const double percent = pair.measured.percent, activation = 100.0 * pair.computed->mean;
    most_x = std::max(most_x, percent);
    most_y = std::max(most_y, activation);
    dots.push_back({percent, activation, kStanding, "",
                    fmt::format("{}: {:.0f} % MVC, {:.0f} % of strength", pair.measured.movement,
                                percent, activation)});
  }
  frame.most_x = 1.1 * most_x;
  frame.most_y = 1.1 * most_y;
  drawing.write({corner.x + 10.0, corner.y + 18.0}, group.electrode, "axis");
  drawing.write({corner.x + 10.0, corner.y + 34.0},
                group.study + (group.kind == EmgKind::Mean ? "" : ", peak"), "small faint");
  drawing.write({corner.x + 242.0, corner.y + 34.0},
                fmt::format("rank r = {}, n = {}", figure(group.spearman), group.n), "small",
                "end");
  draw_axes(drawing, frame, 4.0);
  draw_dots(drawing, frame, dots);
}

}  // namespace

std::string spine_plot(const Validation& validation) {
  Drawing drawing(760.0, 640.0, "compression relative to standing, measured and computed");
  Frame frame{{70.0, 570.0}, 660.0, 500.0};
  std::vector<Dot> dots;
  double most = 1.0;
  for (const SpineResult& result : validation.spine.cases) {
    if (!result.measured.ratio || !result.computed_ratio || result.is_reference()) continue;
    most = std::max({most, *result.measured.ratio, *result.computed_ratio});
    dots.push_back(spine_dot(result));
  }
  frame.most_x = frame.most_y = 1.08 * most;
  draw_band(drawing, frame, kLargestError, 0.07);
  draw_band(drawing, frame, kLargestMeanError, 0.12);
  draw_axes(drawing, frame, 8.0);
  drawing.line(frame.at(0.0, 0.0), frame.at(frame.most_x, frame.most_y), kInk, 1.2, "6 4");
  draw_dots(drawing, frame, dots);
  draw_legend(drawing, frame);
  drawing.write({70.0, 28.0}, "L4/L5 load as a multiple of quiet standing", "title");
  drawing.write({70.0, 48.0},
                fmt::format("n = {}, r = {}, root mean square error {:.2f}", validation.spine.n,
                            figure(validation.spine.r), validation.spine.rmse),
                "axis faint");
  drawing.write({400.0, 612.0}, "measured (pressure in the disc)", "axis", "middle");
  drawing.write({24.0, 320.0}, "computed (compression)", "axis", "middle", true);
  return drawing.done();
}

std::string activity_plot(const Validation& validation) {
  constexpr double kWide = 262.0, kHigh = 236.0, kHead = 64.0, kFoot = 34.0;
  constexpr std::size_t kColumns = 3;
  const std::size_t count = validation.emg.size();
  const auto rows = static_cast<double>((count + kColumns - 1) / kColumns);
  const double total = kHead + std::max(1.0, rows) * kHigh + kFoot;
  Drawing drawing(kColumns * kWide + 20.0, total, "muscle activity, measured and computed");
  drawing.write({20.0, 28.0}, "Muscle activity: measured (% MVC) and computed (% of strength)",
                "title");
  drawing.write({20.0, 48.0},
                fmt::format("one panel a muscle of a study with {} movements or more; median rank "
                            "correlation {}",
                            kSmallestGroup, figure(validation.emg_median)),
                "axis faint");
  for (std::size_t i = 0; i < count; ++i) {
    draw_panel(drawing, validation.emg[i],
               {10.0 + kWide * static_cast<double>(i % kColumns),
                kHead + kHigh * static_cast<double>(i / kColumns)});
  }
  if (count == 0) drawing.write({20.0, kHead + 40.0}, "no group is large enough", "axis");
  drawing.write({20.0, total - 14.0},
                "across: mean or peak of the electromyogram; up: mean activation of the model",
                "small faint");
  return drawing.done();
}

}  // namespace strongback
