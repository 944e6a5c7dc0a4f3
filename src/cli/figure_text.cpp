#include "cli/figure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/answer_parts.h"

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

}  // namespace strongback
