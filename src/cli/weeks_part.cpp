#include <fmt/format.h>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kAllColumnsNeed = 60;  // [column]

/// When the week starts, where that is known.
std::string from(const PlannedWeek& week) {
  const bool is_dated = !week.sessions.empty() && week.sessions.front().date;
  return is_dated ? short_date(*week.sessions.front().date) : "";
}

}  // namespace

void write_weeks(Page& page, const std::vector<PlannedWeek>& weeks) {
  if (weeks.size() < 2) return;
  page.heading("How it grows");
  const bool is_wide = page.width() >= kAllColumnsNeed;
  const bool is_dated = is_wide && !from(weeks.front()).empty();
  std::vector<Column> columns = {{"Week", true}};
  if (is_dated) columns.push_back({"From"});
  columns.push_back({"Sets", true});
  if (is_wide) columns.push_back({"kcal", true});
  columns.push_back({"What changes", false, true});
  std::vector<Row> rows;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const PlannedWeek& week = weeks[i];
    std::vector<std::string> cells = {fmt::format("{}", week.number)};
    if (is_dated) cells.push_back(from(week));
    cells.push_back(fmt::format("{}", week.sets_total));
    if (is_wide) cells.push_back(fmt::format("{:.0f}", week.kcal_net));
    cells.push_back(joined(week_news(i == 0 ? nullptr : &weeks[i - 1], week), "\n"));
    rows.push_back({cells, {}});
  }
  page.table(columns, rows, 2);
}

}  // namespace strongback
