#include "cli/figure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "exchange/html.h"

namespace strongback {
namespace {

constexpr std::size_t kMuscles = 6;  // in the legend
constexpr double kLeastPeak = 0.05;  // [-]  below that nothing works enough to be named

/// The working muscles, the hardest first; both sides in one line where they work alike.
std::vector<LegendLine> legend_of(const ExerciseAnswer& answer, const Catalog& catalog) {
  struct Work {
    std::string muscle;
    char side;
    double peak;
  };
  std::vector<Work> works;
  for (const auto& [muscle, work] : answer.muscles) {
    const double right = work.right.peak, left = work.left.peak;
    constexpr double kAlike = 0.15;  // of the greater
    const bool is_even = std::abs(right - left) <= kAlike * std::max(right, left);
    works.push_back({muscle, is_even ? 'm' : right > left ? 'r' : 'l', std::max(right, left)});
  }
  std::stable_sort(works.begin(), works.end(),
                   [](const Work& a, const Work& b) { return a.peak > b.peak; });
  std::vector<LegendLine> legend;
  for (const Work& work : works) {
    if (legend.size() == kMuscles || work.peak < kLeastPeak) break;
    const std::string side = work.side == 'm' ? "" : work.side == 'r' ? "right " : "left ";
    legend.push_back(
        {work.muscle, work.side,
         capitalized(side + muscle_name(work.muscle, catalog)) + " " + percent_text(work.peak)});
  }
  return legend;
}

std::vector<std::string> notes_of(const DrawAnswer& answer) {
  std::vector<std::string> notes;
  const Simulation& simulation = answer.simulation;
  if (const ExerciseAnswer* figures = simulation.answer()) {
    constexpr std::size_t kL4L5 = 1;
    const DiscLoad& disc = figures->discs[kL4L5];
    notes.push_back(fmt::format(
        "Disc between the lowest two vertebrae (L4/L5): {} at its highest, {:.1f} times quiet "
        "standing.",
        force_text(disc.compression_N.peak, answer.person.units), disc.relative_to_standing));
    notes.push_back(
        "Each picture has the colors of its own instant; the list gives each muscle's "
        "highest value in the whole repetition.");
  }
  if (const NoAnswer* no = simulation.no_answer()) {
    notes.push_back(fmt::format("No muscle work is shown: {} (at: {}).", no->text, no->frame));
  }
  if (!simulation.leaves_out.empty()) {
    notes.push_back(fmt::format("Computed without {}.", simulation.leaves_out));
  }
  if (!simulation.barred.empty()) {
    notes.push_back(
        fmt::format("This person's file leaves the exercise out for now: {}.", simulation.barred));
  }
  return notes;
}

}  // namespace

Figure figure_with_words(const DrawAnswer& answer, const Catalog& catalog) {
  Figure figure = answer.figure;
  figure.subtitle = simulated_load_text(answer.simulation, answer.person.units);
  if (!answer.person.name.empty()) figure.subtitle += fmt::format("; {}", answer.person.name);
  if (const ExerciseAnswer* figures = answer.simulation.answer()) {
    figure.legend = legend_of(*figures, catalog);
  }
  figure.notes = notes_of(answer);
  return figure;
}

std::string contact_sheet_html(const std::vector<DrawAnswer>& answers, const Catalog& catalog) {
  constexpr double kHeight = 190.0;  // [px]
  constexpr const char* kStyle =
      "body{font:16px/1.4 system-ui,sans-serif;margin:1.5rem auto;max-width:90rem;padding:0 1rem;"
      "color-scheme:light dark}h2{font-size:1.1em;margin:1.2em 0 .2em}p{margin:.2em 0}"
      ".strips{display:flex;flex-wrap:wrap;gap:8px}.strips svg{max-width:100%;height:auto}"
      "section{break-inside:avoid}";
  std::string body = fmt::format(
      "<h1>Every exercise that moves: {}</h1>\n<p>Start, middle and end, "
      "from the side and in three-quarter view.</p>\n",
      answers.size());
  for (const DrawAnswer& answer : answers) {
    const Figure figure = figure_with_words(answer, catalog);
    body += fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n<p>{}</p>\n", markup_escaped(figure.id),
                        markup_escaped(figure.title), markup_escaped(figure.subtitle));
    if (!figure.panels.empty()) {
      std::vector<std::string> names;
      for (const Panel& panel : figure.panels) names.push_back(panel.caption);
      body += "<p>" + markup_escaped(joined(names, " / ")) + "</p>\n<div class=\"strips\">\n" +
              strip_svg(figure, false, kHeight) + strip_svg(figure, true, kHeight) + "</div>\n";
    }
    std::vector<std::string> works;
    for (const LegendLine& line : figure.legend) works.push_back(line.text);
    if (!works.empty()) body += "<p>" + markup_escaped(joined(works, ", ")) + "</p>\n";
    for (const std::string& note : figure.notes) body += "<p>" + markup_escaped(note) + "</p>\n";
    body += "</section>\n";
  }
  return html_page("Every exercise that moves", kStyle, body);
}

}  // namespace strongback
