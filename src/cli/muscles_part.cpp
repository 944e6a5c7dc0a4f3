#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "exchange/plain_words.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kBarCells = 16;
constexpr std::size_t kAllColumnsNeed = 78;   // [column]
constexpr std::size_t kMostColumnsNeed = 60;  // [column] all but the bar

std::string rest_of(const std::string& muscle, const Program& program) {
  const auto row = std::find_if(program.recovery.begin(), program.recovery.end(),
                                [&](const Recovery& r) { return r.muscle == muscle; });
  if (row == program.recovery.end()) return "";
  if (row->needed_h <= 0.0) return fmt::format("{:.0f} h", std::floor(row->shortest_gap_h));
  if (row->shortest_gap_h <= 0.0) return fmt::format("needs {:.0f} h", row->needed_h);
  return fmt::format("{:.0f} h, needs {:.0f}", std::floor(row->shortest_gap_h),
                     std::ceil(row->needed_h));
}

std::string range_of(const MuscleWeek& row) {
  return fmt::format("{}-{}", plain(row.low, 1), plain(row.high, 1));
}

}  // namespace

std::string set_bar(const MuscleWeek& row, double most, std::size_t cells) {
  const double per_cell = most / static_cast<double>(cells);
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) {
    const double middle = (static_cast<double>(i) + 0.5) * per_cell;
    if (middle < row.sets) {
      bar += "█";
    } else {
      bar += middle >= row.low && middle <= row.high ? "░" : " ";
    }
  }
  return bar;
}

void write_muscles(Page& page, const Program& program, const PartStyle& style) {
  if (program.weekly_sets.empty()) return;
  page.heading("What each muscle gets in the fullest week");
  double most = 1.0;
  for (const MuscleWeek& row : program.weekly_sets) most = std::max({most, row.sets, row.high});
  const bool has_bar = page.width() >= kAllColumnsNeed;
  const bool has_rest = page.width() >= kMostColumnsNeed;
  std::vector<Column> columns = {{"Muscle", false, true}, {"Sets", true}, {"Range"}};
  if (has_bar) columns.push_back({"█ planned  ░ range"});
  columns.push_back({""});
  if (has_rest) columns.push_back({"Rest between"});
  std::vector<Row> rows;
  for (const MuscleWeek& row : program.weekly_sets) {
    std::vector<std::string> cells = {short_name(row.muscle, *style.catalog), plain(row.sets, 2),
                                      range_of(row)};
    if (has_bar) cells.push_back(set_bar(row, most, kBarCells));
    cells.push_back(range_word(row, style.with_reasons));
    const std::string rest = rest_of(row.muscle, program);
    if (has_rest) cells.push_back(rest);
    const bool is_below = !has_rest && !rest.empty();
    rows.push_back(
        {cells, is_below ? std::vector<std::string>{"rest " + rest} : std::vector<std::string>{}});
  }
  page.table(columns, rows, 2);
  page.blank();
  page.paragraph(range_legend(program.weekly_sets), 2, Ink::Dim);
  for (const std::string& note : model_notes(program)) page.paragraph(note, 2, Ink::Dim);
}

namespace {

/// How an activity loads the back, behind a colon of its own.
std::string back_load_text(std::string how) {
  if (const auto colon = how.find(": "); colon != std::string::npos) how.replace(colon, 1, ",");
  return ". Load on the back: " + how;
}

}  // namespace

void write_activities_and_energy(Page& page, const Program& program) {
  if (program.weeks.empty()) return;
  const PlannedWeek& first = program.weeks.front();
  if (!first.activities.empty()) page.heading("Walking and chores");
  for (const PlannedActivity& activity : first.activities) {
    std::string text =
        fmt::format("{}: {} x {} a week, about {:.0f} kcal", capitalized(activity.label),
                    activity.times, minutes_text(activity.minutes), activity.kcal_net);
    if (!activity.back_load.empty()) text += back_load_text(activity.back_load);
    page.bullet(sentence(text), 2);
  }
  page.heading("Energy");
  page.paragraph(fmt::format("Above what you would use at rest, the first week costs {}.",
                             energy_text(first.kcal_net, first.kcal_range)),
                 2);
  const PlannedWeek& last = program.weeks.back();
  if (last.number != first.number) {
    page.paragraph(
        fmt::format("Week {} costs {}.", last.number, energy_text(last.kcal_net, last.kcal_range)),
        2);
  }
}

void write_left_out(Page& page, const Program& program, const PartStyle& style) {
  if (program.left_out.empty()) return;
  page.heading("Left out, and why");
  const Assessment* plainly = style.with_reasons ? nullptr : &program.care;
  for (const LeftOutGroup& group : left_out_groups(program.left_out, *style.catalog, plainly)) {
    const std::string names =
        style.with_reasons ? joined(group.names, "; ") : names_or_count(group);
    page.bullet(fmt::format("{}: {}", capitalized(group.because), names), 2);
  }
}

}  // namespace strongback
