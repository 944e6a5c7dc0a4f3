#include "cli/run_cohort.h"

#include <fmt/format.h>

#include "app/play_persons.h"
#include "base/text.h"
#include "cli/log_words.h"
#include "cli/page.h"
#include "cli/say.h"
#include "exchange/cohort_json.h"

namespace strongback {
namespace {

Checked<CohortOrder> order_of(const TrainingOptions& words) {
  CohortOrder order;
  Problems problems;
  const auto take = [&](const std::string& text, const char* option, int most, int& value) {
    const auto number = understand_number(text, option, 1, most);
    if (number) value = *number;
    if (!number) problems.insert(problems.end(), number.error().begin(), number.error().end());
  };
  constexpr int kMostWeeks = 52;
  constexpr int kMostPersons = 100'000;
  constexpr int kMostSeed = 1'000'000'000;
  int seed = 1;
  take(words.weeks, "--weeks", kMostWeeks, order.weeks);
  take(words.persons, "--persons", kMostPersons, order.persons);
  take(words.seed, "--seed", kMostSeed, seed);
  order.seed = static_cast<std::uint64_t>(seed);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return order;
}

std::vector<std::string> cells_of(const std::string& name, const CohortFigures& figures) {
  long broken = 0;
  for (const auto& [rule, count] : figures.violations) broken += count;
  constexpr double kPercent = 100.0;
  return {name,
          std::to_string(figures.persons),
          std::to_string(figures.sessions),
          std::to_string(broken),
          fmt::format("{:.0f} ({:.0f})", figures.sessions_to_range_median,
                      figures.sessions_to_range_p90),
          fmt::format("{:.0f} %", kPercent * figures.interval_coverage),
          fmt::format("{:+.0f} %", kPercent * figures.strength_gain),
          std::to_string(figures.flares)};
}

std::string cohort_text(const CohortReport& report, Terminal terminal) {
  Page page(terminal);
  page.title("Virtual persons");
  page.paragraph(fmt::format("{} lived {}; nobody broke a rule where the column says 0.",
                             counted(report.all.persons, "virtual person"),
                             counted(report.all.days, "day")));
  page.blank();
  std::vector<Row> rows = {{cells_of("all", report.all), {}}};
  for (const auto& [kind, figures] : report.kinds) rows.push_back({cells_of(kind, figures), {}});
  page.table({{"Kind", false, true},
              {"Persons", true},
              {"Sessions", true},
              {"Broken", true},
              {"To range", true},
              {"Covered", true},
              {"Gain", true},
              {"Flares", true}},
             rows);
  page.paragraph(
      "To range: sessions until the chosen load allows 6 to 12 repetitions at the planned reserve, "
      "median "
      "(nine in ten); 0: no exercise with such a load. Covered: sets within the predicted interval "
      "of nine in ten. Gain: of true strength.",
      0, Ink::Dim);
  for (const auto& [rule, count] : report.all.violations)
    page.bullet(fmt::format("broken: {}, {}", rule, counted(count, "time")), 0, Ink::Bad);
  return page.text();
}

}  // namespace

Exit run_cohort(const Catalog& catalog, const TrainingOptions& words) {
  auto order = order_of(words);
  if (!order) return say(BadInput{std::move(order.error())});
  const auto report = play_persons(catalog, words.file, std::move(*order));
  if (!report) return say(report.error());
  show(words.as_json ? cohort_json(*report) : cohort_text(*report, terminal_of_stdout()));
  return report->all.violations.empty() ? Exit::Done : Exit::HonestNo;
}

}  // namespace strongback
