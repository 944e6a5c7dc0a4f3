#include "cli/validation_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/page.h"

namespace strongback {
namespace {

constexpr std::size_t kNewtonsNeed = 70;  // [column]

std::string number(const std::optional<double>& value, int digits = 2) {
  return value ? plain(*value, digits) : "-";
}

std::string newtons_text(const std::optional<double>& value) {
  return value ? fmt::format("{:.0f}", *value) : "-";
}

std::string percent(const std::optional<double>& error) {
  return error ? fmt::format("{:.0f} %", 100.0 * *error) : "-";
}

void write_gate(Page& page, const Validation& validation) {
  std::vector<Row> rows;
  for (const GateLine& line : validation.gate) {
    rows.push_back(
        {{line.text, number(line.value), line.asked, line.is_met ? "met" : "missed"}, {}});
  }
  page.table({{"What is asked of the model", false, true}, {"Reached", true}, {"Asked"}, {""}},
             rows, 2);
}

/// Study and, where there is no figure, the reason.
std::vector<std::string> below(const SpineResult& result) {
  std::vector<std::string> lines = {
      fmt::format("{}, {}", result.measured.study.id, result.measured.level)};
  if (!result.missing.empty()) lines.push_back("not computed: " + result.missing);
  return lines;
}

void write_cases(Page& page, const std::string& heading, const std::vector<SpineResult>& results) {
  if (results.empty()) return;
  page.heading(heading);
  const bool has_newtons = page.width() >= kNewtonsNeed;
  std::vector<Column> columns = {{"Task", false, true}};
  if (has_newtons) {
    columns.push_back({"N measured", true});
    columns.push_back({"N model", true});
  }
  columns.insert(columns.end(), {{"x measured", true}, {"x model", true}, {"Off", true}});
  std::vector<Row> rows;
  for (const SpineResult& result : results) {
    std::vector<std::string> cells = {result.measured.task};
    if (has_newtons) {
      cells.push_back(newtons_text(result.measured_N));
      cells.push_back(newtons_text(result.computed_N));
    }
    cells.insert(cells.end(), {number(result.measured.ratio), number(result.computed_ratio),
                               percent(result.ratio_error())});
    rows.push_back({cells, below(result)});
  }
  page.table(columns, rows, 2);
}

void write_orders(Page& page, const std::string& heading, const std::vector<OrderResult>& results) {
  if (results.empty()) return;
  page.heading(heading);
  std::vector<Row> rows;
  for (const OrderResult& result : results) {
    const std::string verdict = !result.holds ? "-" : *result.holds ? "holds" : "does not";
    std::vector<std::string> lines;
    if (!result.computed.empty()) lines.push_back("model: " + result.computed);
    if (!result.missing.empty()) lines.push_back("not computed: " + result.missing);
    rows.push_back({{result.text, verdict}, lines});
  }
  page.table({{"Fact", false, true}, {"Model"}}, rows, 2);
}

void write_groups(Page& page, const Validation& validation) {
  if (validation.emg.empty()) return;
  page.heading("Muscle activity: rank correlation of measured and computed");
  std::vector<Row> rows;
  for (const EmgGroup& group : validation.emg) {
    rows.push_back({{group.study, group.electrode, fmt::format("{}", group.n),
                     number(group.spearman), number(group.spearman_peak)},
                    {}});
  }
  page.table({{"Study", false, true},
              {"Electrode", false, true},
              {"n", true},
              {"Mean", true},
              {"Peak", true}},
             rows, 2);
  page.blank();
  page.paragraph(
      fmt::format("Median {}. {} with fewer than {} movements left out of it.",
                  number(validation.emg_median),
                  counted(static_cast<long>(validation.emg_small.size()), "group"), kSmallestGroup),
      2, Ink::Dim);
}

}  // namespace

std::string validation_text(const Validation& validation, Terminal terminal) {
  Page page(terminal);
  page.title("Measured and computed, model " + validation.model);
  write_gate(page, validation);
  page.blank();
  const SpineSummary& spine = validation.spine;
  page.paragraph(fmt::format("Ratios to quiet standing: n {}, r {}, RMSE {}, mean error {}, worst "
                             "{}{}.",
                             spine.n, number(spine.r), plain(spine.rmse), percent(spine.mean_error),
                             percent(spine.worst),
                             spine.worst_case.empty() ? "" : " (" + spine.worst_case + ")"),
                 2);
  write_cases(page, "Cases that the model is judged by", spine.cases);
  write_orders(page, "Facts of order", validation.ordinals);
  write_groups(page, validation);
  write_orders(page, "Which exercise works a muscle more", validation.emg_orders);
  write_cases(page, "Others, side by side", validation.reported);
  return page.text();
}

}  // namespace strongback
