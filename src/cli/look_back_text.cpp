#include "cli/look_back_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "cli/page.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

/// One block a value, from the lowest to the highest.
std::string blocks(const std::vector<double>& values, double low, double high) {
  constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string text;
  for (const double value : values) {
    const double share = high > low ? (value - low) / (high - low) : 0.0;
    const double place = std::clamp(share, 0.0, 1.0) * (kBlocks.size() - 1);
    text += kBlocks[static_cast<std::size_t>(std::lround(place))];
  }
  return text;
}

std::string kilograms_text(Mass mass, Units units) {
  constexpr double kTenth = 10.0;
  const double value = units == Units::Metric ? in_kilograms(mass) : in_pounds(mass);
  return plain(std::round(value * kTenth) / kTenth, 1);
}

void write_strength(Page& page, const LookBack& back, const Catalog& catalog) {
  if (back.strengths.empty()) return;
  page.heading("Estimated strength: the most for one repetition");
  const std::string unit = back.units == Units::Metric ? "kg" : "lb";
  std::vector<Row> rows;
  constexpr std::size_t kMostRows = 8;
  for (const StrengthBack& strength : back.strengths) {
    if (rows.size() == kMostRows) break;
    std::vector<double> values;
    for (const auto& [date, estimate] : strength.points)
      values.push_back(in_kilograms(estimate.middle));
    constexpr std::size_t kMostPoints = 16;
    if (values.size() > kMostPoints) values.erase(values.begin(), values.end() - kMostPoints);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const StrengthEstimate& now = strength.points.back().second;
    const Exercise* exercise = find_exercise(catalog, strength.exercise);
    const NameParts name = name_parts(exercise == nullptr ? strength.exercise : exercise->name);
    rows.push_back({{name.head, fmt::format("{} {}", kilograms_text(now.middle, back.units), unit),
                     fmt::format("{} to {}", kilograms_text(now.low, back.units),
                                 kilograms_text(now.high, back.units)),
                     blocks(values, *low, *high)},
                    {}});
    if (!name.rest.empty()) rows.back().below.push_back(name.rest);
  }
  page.table({{"Exercise", false, true}, {"Now", true}, {"Nine in ten"}, {"Trend"}}, rows, 2);
}

void write_weeks(Page& page, const LookBack& back) {
  page.heading("Week by week");
  std::vector<Row> rows;
  constexpr std::size_t kMostRows = 12;
  const std::size_t from = back.weeks.size() > kMostRows ? back.weeks.size() - kMostRows : 0;
  constexpr double kThousand = 1000.0;
  for (std::size_t i = from; i < back.weeks.size(); ++i) {
    const WeekBack& week = back.weeks[i];
    rows.push_back({{fmt::format("{}", week.number), short_date(week.first),
                     fmt::format("{} of {}", week.sessions, week.planned),
                     fmt::format("{}", week.sets), plain(week.disc_N_s / kThousand, 1),
                     week.budget_N_s ? plain(*week.budget_N_s / kThousand, 1) : "-",
                     week.mean_pain ? plain(*week.mean_pain, 1) : "-", plain(week.walk_min, 0),
                     plain(week.kcal_net, 0)},
                    {}});
  }
  page.table({{"Week", true},
              {"From"},
              {"Sessions"},
              {"Sets", true},
              {"Disc kN s", true},
              {"Budget", true},
              {"Pain", true},
              {"Walk min", true},
              {"kcal", true}},
             rows, 2);
  page.paragraph(
      "Disc: compression of L4/L5 above quiet standing times its time, as far as the exercises are "
      "computed; its budget is 1.2 times the mean of the four weeks before, once they exist. kcal: "
      "an estimate.",
      2, Ink::Dim);
}

void write_muscles(Page& page, const LookBack& back, const Catalog& catalog) {
  std::vector<Row> rows;
  const WeekBack& last = back.weeks.back();
  for (const Muscle& muscle : catalog.muscles) {
    std::vector<double> values;
    for (const WeekBack& week : back.weeks) {
      const auto found = week.counted.find(muscle.id);
      values.push_back(found == week.counted.end() ? 0.0 : found->second);
    }
    if (!muscle.is_back ||
        std::all_of(values.begin(), values.end(), [](double sets) { return sets == 0.0; }))
      continue;
    const double cap = back.caps.at(muscle.id);
    constexpr std::size_t kMostWeeks = 16;
    if (values.size() > kMostWeeks) values.erase(values.begin(), values.end() - kMostWeeks);
    const auto found = last.counted.find(muscle.id);
    rows.push_back({{muscle.short_name, plain(found == last.counted.end() ? 0.0 : found->second, 1),
                     plain(cap), blocks(values, 0.0, cap)},
                    {}});
  }
  if (rows.empty()) return;
  page.heading("Counted sets of the back's muscles, by week");
  page.table({{"Muscle"}, {"This week", true}, {"Most", true}, {"Weeks"}}, rows, 2);
}

}  // namespace

std::string look_back_text(const LookBack& back, const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  page.title("Looking back");
  const bool has_sets = std::any_of(back.weeks.begin(), back.weeks.end(),
                                    [](const WeekBack& week) { return week.sets > 0; });
  if (!has_sets) page.paragraph("No sets are logged yet: begin with 'strongback train'.");
  write_strength(page, back, catalog);
  if (!back.weeks.empty()) {
    write_weeks(page, back);
    write_muscles(page, back, catalog);
  }
  return page.text();
}

std::string import_text(const ImportReport& report, const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  page.paragraph(
      fmt::format("{} read as a log of {}: {} taken over, {} already there.", report.file,
                  report.source, counted(report.added, "event"), report.already_there),
      0, Ink::Bold);
  if (report.warm_ups > 0)
    page.paragraph(
        fmt::format("{} left out: they do not count.", counted(report.warm_ups, "warm-up set")));
  if (!report.matched.empty()) {
    page.heading("Matched");
    std::vector<Row> rows;
    for (const auto& [name, match] : report.matched) {
      const Exercise* exercise = find_exercise(catalog, match.exercise);
      rows.push_back({{printable(name), exercise == nullptr ? match.exercise : exercise->id,
                       std::to_string(match.sets)},
                      {}});
    }
    page.table({{"Their name", false, true}, {"Ours"}, {"Sets", true}}, rows, 2);
  }
  if (!report.unmatched.empty()) {
    page.heading("Not matched, and left out");
    for (const auto& [name, sets] : report.unmatched)
      page.bullet(fmt::format("{}: {}", printable(name), counted(sets, "set")), 2);
  }
  if (!report.problems.empty()) {
    page.heading("Rows that could not be read");
    constexpr std::size_t kMost = 10;
    for (std::size_t i = 0; i < std::min(kMost, report.problems.size()); ++i)
      page.bullet(to_text(report.problems[i]), 2);
    if (report.problems.size() > kMost)
      page.bullet(fmt::format("and {} more", report.problems.size() - kMost), 2);
  }
  if (!report.weekly_sets.empty()) {
    page.heading("What that past did for the back: counted sets a week");
    for (const auto& [muscle, sets] : report.weekly_sets)
      page.bullet(fmt::format("{}: {}", short_name(muscle, catalog), plain(sets, 1)), 2);
  }
  return page.text();
}

}  // namespace strongback
