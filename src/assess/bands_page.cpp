// How far the answers may be off: the part of docs/validation.md that data/bands/ fills.
#include "assess/bands_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "assess/drawing.h"
#include "assess/sampling.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr double kDegrees = 1.0 / kDegree;

std::string percent(double share) { return fmt::format("{:.0f} %", 100.0 * share); }

double share_of(const VarianceOf& shares, const std::string& id) {
  const auto found = shares.find(id);
  return found == shares.end() ? 0.0 : found->second;
}

/// What a share of variance may be named after, for people.
struct Cause {
  std::string id, title;
};

std::vector<Cause> causes_of(const Uncertainty& uncertainty) {
  std::vector<Cause> causes = {{kWholePose, "Posture: all its angles"}};
  for (const Doubt& doubt : uncertainty.doubts) causes.push_back({doubt.id, doubt.title});
  return causes;
}

std::vector<const Bands*> bands_of(const Catalog& catalog, const std::string& model) {
  std::vector<const Bands*> all;
  for (const auto& [exercise, bands] : catalog.bands) {
    if (bands.model == model) all.push_back(&bands);
  }
  return all;
}

/// The shares of one cause over the catalog.
struct Scatter {
  std::vector<double> shares;
  double largest = 0.0;
  std::string where;  ///< exercise of the largest

  void add(double share, const std::string& exercise) {
    shares.push_back(share);
    if (share <= largest) return;
    largest = share;
    where = exercise;
  }
  [[nodiscard]] double at(double part) const {
    return shares.empty() ? 0.0 : quantile(shares, part);
  }
};

Scatter of_compression(const std::vector<const Bands*>& all, const std::string& id) {
  Scatter scatter;
  for (const Bands* one : all) scatter.add(share_of(one->compression_from, id), one->exercise);
  return scatter;
}

/// `muscle` empty: every back muscle that works.
Scatter of_activation(const std::vector<const Bands*>& all, const std::string& id,
                      const std::string& muscle = "") {
  Scatter scatter;
  for (const Bands* one : all) {
    for (const auto& [name, shares] : one->activation_from) {
      if (muscle.empty() || name == muscle) scatter.add(share_of(shares, id), one->exercise);
    }
  }
  return scatter;
}

std::string scatter_cells(const Scatter& scatter) {
  return fmt::format(" {} | {} |", percent(scatter.at(0.5)),
                     scatter.largest > 0.0
                         ? fmt::format("{} ({})", percent(scatter.largest), scatter.where)
                         : "0 %");
}

std::string causes_table(const std::vector<const Bands*>& all, const Uncertainty& uncertainty) {
  std::string text =
      "| what may be off | one standard deviation | L4/L5: median | largest | back muscles: median "
      "| largest | source |\n|---|---|---:|---:|---:|---:|---|\n";
  const auto row = [&](const std::string& title, const std::string& id, const std::string& spread,
                       const std::string& source) {
    text +=
        fmt::format("| {} | {} |{}{} {} |\n", title, spread, scatter_cells(of_compression(all, id)),
                    scatter_cells(of_activation(all, id)), source);
  };
  row("Posture: all its angles", kWholePose, "see below", "see below");
  for (const Doubt& doubt : uncertainty.doubts) {
    row(doubt.title, doubt.id, doubt.spread, doubt.source);
  }
  row("Curvature and interplay of these", "rest", "", "");
  text += "\nAngles of the posture, each keyframe with a draw of its own:\n\n";
  text += "| angle | one standard deviation | source |\n|---|---:|---|\n";
  for (const PoseDoubt& pose : uncertainty.pose) {
    text += fmt::format("| `{}` | {:.0f} deg | {} |\n", pose.coordinate, pose.sd * kDegrees,
                        pose.source);
  }
  return text;
}

/// "posture 58 %, paths of ... 30 %, ...": the first few, largest first.
std::string first_causes(const std::vector<Cause>& causes, std::size_t count,
                         const std::function<double(const std::string&)>& share) {
  std::vector<std::pair<double, std::string>> ranked;
  for (const Cause& cause : causes) ranked.emplace_back(share(cause.id), cause.id);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) {
    if (ranked[i].first < 0.01) break;
    words.push_back(fmt::format("{} {}", ranked[i].second, percent(ranked[i].first)));
  }
  return joined(words, ", ");
}

/// Half the width of the band of a muscle's mean on its harder side, in shares of it.
double half_width(const MuscleSpread& spread) {
  return 0.5 * std::max(spread.left_mean.high - spread.left_mean.low,
                        spread.right_mean.high - spread.right_mean.low);
}

std::string muscles_table(const Catalog& catalog, const std::vector<const Bands*>& all,
                          const std::vector<Cause>& causes) {
  std::string text =
      "| muscle | exercises | half width of the band: median | largest | explained by, in the "
      "median |\n|---|---:|---:|---:|---|\n";
  for (const Muscle& muscle : catalog.muscles) {
    Scatter widths;
    for (const Bands* one : all) {
      const auto spread = one->muscles.find(muscle.id);
      if (spread == one->muscles.end() || !one->activation_from.contains(muscle.id)) continue;
      widths.add(half_width(spread->second), one->exercise);
    }
    if (!muscle.is_back || widths.shares.empty()) continue;
    const std::string by = first_causes(causes, 4, [&](const std::string& id) {
      return of_activation(all, id, muscle.id).at(0.5);
    });
    text += fmt::format("| {} | {} | {} | {} ({}) | {} |\n", muscle.name, widths.shares.size(),
                        percent(widths.at(0.5)), percent(widths.largest), widths.where, by);
  }
  return text;
}

std::string exercises_table(const std::vector<const Bands*>& all,
                            const std::vector<Cause>& causes) {
  std::string text =
      "| exercise | load kg | drawn models: 5 % | median | 95 % | likely | not solved | explained "
      "by |\n|---|---:|---:|---:|---:|---:|---:|---|\n";
  for (const Bands* one : all) {
    const DiscSpread& disc = one->discs[kL4L5];
    const Likely likely = likely_compression(one)[kL4L5];
    const std::string by = first_causes(
        causes, 3, [&](const std::string& id) { return share_of(one->compression_from, id); });
    text += fmt::format("| {} | {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} to {:.2f} | {} | {} |\n",
                        one->exercise, plain(in_kilograms(one->load), 1), disc.p5, disc.p50,
                        disc.p95, likely.low, likely.high, percent(one->not_solved), by);
  }
  return text;
}

/// "160 times", "64 to 160 times"
std::string times_words(const std::vector<const Bands*>& all) {
  const auto [least, most] = std::minmax_element(
      all.begin(), all.end(),
      [](const Bands* one, const Bands* other) { return one->samples < other->samples; });
  const int low = (*least)->samples, high = (*most)->samples;
  return low == high ? fmt::format("{} times", low) : fmt::format("{} to {} times", low, high);
}

std::string opening(const std::vector<const Bands*>& all, const Uncertainty& uncertainty) {
  Scatter low, high, lost;
  for (const Bands* one : all) {
    const Likely likely = likely_compression(one)[kL4L5];
    low.add(1.0 - likely.low, one->exercise);
    high.add(likely.high - 1.0, one->exercise);
    lost.add(one->not_solved, one->exercise);
  }
  const Bands& first = *all.front();
  return fmt::format(
      "\n## How far the answers may be off\n\n"
      "`./dev bands` plays each of {} simulated exercises {} for a man of 1.75 m, 75 kg and "
      "30 years with his usual first load. Each time all assumptions below and the angles of the "
      "posture are drawn at once (Latin hypercube, normal distributions cut at {:g} standard "
      "deviations, `data/body/uncertainty.toml`), and the body is balanced and solved anew. What "
      "nine in ten of them say is the band of the drawn models. A sample whose posture cannot be "
      "balanced, or that asks more of a muscle than it has, says nothing and is counted: {} of the "
      "samples in the median exercise, {} in the worst ({}).\n\n"
      "**What people see** for the peak of a disc is wider: the model can be off in ways that none "
      "of these assumptions covers. Against the measured ratios above that are judged upright it "
      "is "
      "off by {} nine times in ten (1.645 times their root mean square error), and both widths are "
      "added as independent ones: the root of the sum of their squares. This is our choice; it "
      "counts some errors twice, since what was measured differs by these assumptions, too, so the "
      "bands are rather too wide than too narrow. Over the catalog L4/L5 is likely between {} "
      "below "
      "and {} above the computed figure in the median exercise, {} below ({}) and {} above ({}) at "
      "the widest. The planner holds the upper edge against its limits. Bands are shares, so they "
      "go with any person and load. For a posture of one's own and an exercise without bands, a "
      "quarter either way stands in, a design value.\n\n"
      "**Muscles** have bands from the drawn models alone: an electromyogram in % MVC does not say "
      "how far an activation is off. A band is stored in shares of the activation plus {:g}, so "
      "that a muscle that hardly works has one, too.\n",
      all.size(), times_words(all), uncertainty.cut, percent(lost.at(0.5)), percent(lost.largest),
      lost.where.empty() ? "none" : lost.where, percent(first.measured_error), percent(low.at(0.5)),
      percent(high.at(0.5)), percent(low.largest), low.where, percent(high.largest), high.where,
      kAtRest);
}

/// A line of the plot.
struct Line {
  std::string title;
  Scatter compression, activation;
};

double mean_share(const Line& line) {
  double sum = 0.0;
  for (const double share : line.compression.shares) sum += share;
  return line.compression.shares.empty()
             ? 0.0
             : sum / static_cast<double>(line.compression.shares.size());
}

/// What explains most of the compression first.
std::vector<Line> lines_of(const std::vector<const Bands*>& all, const std::vector<Cause>& causes) {
  std::vector<Line> lines;
  for (const Cause& cause : causes) {
    lines.push_back({cause.title, of_compression(all, cause.id), of_activation(all, cause.id)});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return mean_share(a) > mean_share(b); });
  return lines;
}

constexpr double kLeft = 330.0, kPanel = 220.0, kGap = 30.0, kTop = 84.0, kRow = 19.0;  // [px]

double row_at(std::size_t line) { return kTop + kRow * (static_cast<double>(line) + 0.5); }

void draw_panel(Drawing& drawing, const std::vector<Line>& lines, double left, const char* color,
                const Scatter Line::* which) {
  const double foot = kTop + kRow * static_cast<double>(lines.size());
  const auto x = [&](double share) { return left + kPanel * std::min(1.0, share); };
  for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    drawing.line({x(tick), kTop}, {x(tick), foot}, kGrid);
    drawing.write({x(tick), foot + 16.0}, percent(tick), "small", "middle");
  }
  constexpr double kHalf = 4.0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Scatter& scatter = lines[i].*which;
    const double y = row_at(i), low = x(scatter.at(0.25)), high = x(scatter.at(0.75));
    drawing.line({x(0.0), y}, {x(scatter.largest), y}, color);
    drawing.area({{low, y - kHalf}, {high, y - kHalf}, {high, y + kHalf}, {low, y + kHalf}}, color,
                 0.35);
    drawing.dot({x(scatter.at(0.5)), y}, color,
                fmt::format("{}: median {}, largest {} ({})", lines[i].title,
                            percent(scatter.at(0.5)), percent(scatter.largest), scatter.where));
  }
}

/// Where the bands end: what they leave out.
constexpr const char* kNotCovered =
    "- People differ from the scaled body in more than is drawn: vertebrae, the paths of every "
    "single muscle, weak or painful tissue.\n"
    "- Recruitment stays that of least effort; only what effort costs is drawn. People who brace, "
    "tire or guard a sore back load it more.\n"
    "- Muscles pull at any length and speed as at rest length; ties, ribs and reserves stay as "
    "they "
    "are.\n"
    "- A motion that is alike on both sides stays so; the pace changes, the course between "
    "keyframes does not.\n"
    "- One person and one load stand for all; samples without an answer, which would mostly lie "
    "high, are missing above.\n"
    "- Shear, twist, abdominal pressure and contact forces have no bands.\n";

}  // namespace

std::string bands_part(const Catalog& catalog, const Uncertainty& uncertainty,
                       const std::string& model) {
  const auto all = bands_of(catalog, model);
  if (all.empty()) return "";
  const auto causes = causes_of(uncertainty);
  return opening(all, uncertainty) +
         fmt::format(
             "\n### What matters\n\n"
             "Shares of the variance between the 5th and the 95th percentile, over the exercises: "
             "of the peak compression of L4/L5, and of the mean activation of each back muscle "
             "that works, on its harder side. An assumption's share is its linear effect; the "
             "posture's is the variance in runs in which nothing else is drawn.\n\n"
             "![Shares of variance over the catalog]({})\n\n{}"
             "\n### Back muscles\n\n{}"
             "\n### Exercises\n\nL4/L5, peak compression as a share of the computed one.\n\n{}"
             "\n### What is not covered\n\n{}",
             kBandsPlotName, causes_table(all, uncertainty), muscles_table(catalog, all, causes),
             exercises_table(all, causes), kNotCovered);
}

std::string bands_plot(const Catalog& catalog, const Uncertainty& uncertainty,
                       const std::string& model) {
  const auto all = bands_of(catalog, model);
  const auto lines = lines_of(all, causes_of(uncertainty));
  const double foot = kTop + kRow * static_cast<double>(lines.size());
  const char* title = "What explains how far the answers may be off";
  Drawing drawing(kLeft + 2.0 * kPanel + kGap + 24.0, foot + 58.0, title);
  drawing.write({20.0, 28.0}, title, "title");
  drawing.write({20.0, 48.0},
                fmt::format("share of variance over {} exercises: dot the median, bar the middle "
                            "half, line up to the largest",
                            all.size()),
                "axis faint");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    drawing.write({kLeft - 14.0, row_at(i) + 4.0}, lines[i].title, "small", "end");
  }
  constexpr double kSecond = kLeft + kPanel + kGap;
  drawing.write({kLeft, kTop - 12.0}, "peak at L4/L5", "axis");
  drawing.write({kSecond, kTop - 12.0}, "activation of back muscles", "axis");
  draw_panel(drawing, lines, kLeft, kStanding, &Line::compression);
  draw_panel(drawing, lines, kSecond, kLying, &Line::activation);
  drawing.write({20.0, foot + 44.0}, fmt::format("model {}; data/bands/", model), "small faint");
  return drawing.done();
}

}  // namespace strongback
