#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "cli/compare_text.h"
#include "exchange/bands.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kWide = 60;  // [column]

std::string cost_reason(const TiredSet& set) {
  if (!set.set.outcome) return "not simulated yet";
  if (const NoAnswer* no = set.set.no_answer()) {
    return fmt::format("{} (at: {})", no->text, no->frame);
  }
  return "next to nothing presses on the disc, so there is no ratio";
}

bool is_open(const DiscCost& cost) { return cost.set->set.barred.empty(); }

std::string cost_headline(const DiscCosts& costs, const Muscle& muscle) {
  if (costs.ranked.empty()) {
    return fmt::format("Nothing that counts for your {} has figures.", muscle.short_name);
  }
  const auto open = std::find_if(costs.ranked.begin(), costs.ranked.end(), is_open);
  if (open == costs.ranked.end()) {
    return fmt::format("Your file leaves out for now all that counts for your {}.",
                       muscle.short_name);
  }
  const std::string counted =
      open->credit == 1.0 ? "a whole set" : credit_text(open->credit) + " of a set";
  return fmt::format(
      "\"{}\" trains your {} most for the load on L4/L5: {} for {:.1f} times what quiet standing "
      "puts there.",
      open->set->set.name, muscle.short_name, counted, open->x_standing);
}

void write_cost_table(Page& page, const std::vector<DiscCost>& costs, Units units) {
  if (costs.empty()) return;
  const bool is_wide = page.width() >= kWide;
  std::vector<Row> rows;
  for (const DiscCost& cost : costs) {
    const Simulation& set = cost.set->set;
    std::vector<std::string> cells = {set.name};
    if (is_wide) cells.push_back(set.load == Mass{} ? "–" : to_text(set.load, units));
    cells.push_back(credit_text(cost.credit));
    if (is_wide) cells.push_back(percent_text(cost.effort));
    cells.push_back(fmt::format("{:.1f}", cost.x_standing));
    cells.push_back(fmt::format("{:.2f}", cost.worth));
    std::vector<std::string> below;
    if (!is_wide) {
      below.push_back(fmt::format("{}, works at {}", simulated_load_text(set, units),
                                  percent_text(cost.effort)));
    }
    if (!set.leaves_out.empty()) below.push_back("computed without " + set.leaves_out);
    if (!set.barred.empty()) below.push_back(set.barred);
    rows.push_back({cells, below});
  }
  std::vector<Column> columns = {{"Exercise", false, true}};
  if (is_wide) columns.push_back({"Load", true});
  columns.push_back({is_wide ? "Set counts" : "Set", true});
  if (is_wide) columns.push_back({"Works at", true});
  columns.push_back({is_wide ? "x standing" : "Disc", true});
  columns.push_back({"Worth", true});
  page.table(columns, rows);
}

void write_cost_notes(Page& page, const DiscCosts& costs, const Muscle& muscle) {
  const std::string who =
      muscle.trusts_model
          ? "the model, for your body and this load; where it cannot, the exercise's own list"
          : "the exercise's own list, since the model is not trusted with this muscle (it does not "
            "keep the order that was measured, or has it rest where people do not: "
            "docs/validation.md)";
  page.paragraph(
      fmt::format("Set counts: for the {}, as in a plan; set by {}.", muscle.short_name, who), 0,
      Ink::Dim);
  page.paragraph(
      "Works at: what the model says of the muscle's own strength, between mean and peak; it does "
      "not decide the order" +
          std::string(muscle.trusts_model ? " beyond what a set counts." : "."),
      0, Ink::Dim);
  std::set<std::string> bands;
  for (const DiscCost& cost : costs.ranked) {
    bands.insert(percent_text(disc_band(*cost.set->set.answer(), kL4L5)));
  }
  page.paragraph(
      fmt::format("x standing: the peak on L4/L5 beside your own quiet standing, off by up to {} "
                  "either way. Worth: set counts over x standing; with such bands, near values say "
                  "nothing about the order.",
                  listed(std::vector<std::string>(bands.begin(), bands.end()))),
      0, Ink::Dim);
  page.paragraph(
      "Load: what tires a muscle in 6 to 12 repetitions, to compare by, not to begin with; none "
      "where the exercise is done with the body's weight or held.",
      0, Ink::Dim);
}

}  // namespace

std::string disc_costs_text(const DiscCostAnswer& answer, Terminal terminal) {
  const DiscCosts costs = rank_by_disc_cost(answer.played.sets, answer.muscle->id);
  Page page(terminal);
  page.paragraph(cost_headline(costs, *answer.muscle), 0, Ink::Bold);
  page.blank();
  std::vector<DiscCost> open = costs.ranked, barred = costs.ranked;
  std::erase_if(open, [](const DiscCost& cost) { return !is_open(cost); });
  std::erase_if(barred, is_open);
  write_cost_table(page, open, answer.played.person.units);
  if (!barred.empty()) page.heading("Left out for now by your file; the figures are no advice");
  write_cost_table(page, barred, answer.played.person.units);
  if (!costs.unknown.empty()) page.heading("No rank");
  for (const TiredSet* set : costs.unknown) {
    page.bullet(fmt::format("{}: {}", set->set.name, cost_reason(*set)), 2);
  }
  page.blank();
  if (!costs.ranked.empty()) write_cost_notes(page, costs, *answer.muscle);
  return page.text();
}

}  // namespace strongback
