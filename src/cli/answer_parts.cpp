#include "cli/answer_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/starting_load.h"
#include "base/text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kBarCells = 12;
constexpr std::size_t kBarNeeds = 76;     // [column]
constexpr std::size_t kLikelyNeeds = 60;  // [column]
constexpr std::size_t kSharesNeed = 50;   // [column]
constexpr double kShownFrom = 0.10;       // [-]  of a muscle's strength, at the peak
constexpr double kAlike = 0.01;           // [-]  sides that differ by less are told once

std::string side_word(char side) { return side == 'l' ? "left " : side == 'r' ? "right " : ""; }

struct EffortRow {
  std::string muscle;
  std::string side;
  SideWork work;
};

bool are_alike(const MuscleWork& work) {
  return std::abs(work.left.mean - work.right.mean) < kAlike &&
         std::abs(work.left.peak - work.right.peak) < kAlike;
}

/// A muscle in one row, or in two, the harder side first; a side that hardly works has none.
void add_rows(std::vector<EffortRow>& rows, const std::string& muscle, const MuscleWork& work) {
  if (are_alike(work)) {
    SideWork both = work.right.peak >= work.left.peak ? work.right : work.left;
    both.share = work.left.share + work.right.share;
    return rows.push_back({muscle, "both", both});
  }
  const EffortRow right{muscle, "right", work.right};
  const EffortRow left{muscle, "left", work.left};
  const bool is_left = work.left.peak > work.right.peak;
  rows.push_back(is_left ? left : right);
  const EffortRow& other = is_left ? right : left;
  if (other.work.peak >= kShownFrom) rows.push_back(other);
}

/// "35 to 60 %"; nothing where it is not known.
std::string likely_text(const std::optional<Likely>& likely) {
  if (!likely) return "";
  return fmt::format("{:.0f} to {}", 100.0 * likely->low, percent_text(likely->high));
}

std::vector<Row> rows_of(const std::vector<EffortRow>& efforts, const Catalog& catalog,
                         std::size_t columns) {
  std::vector<Row> rows;
  std::string last;
  for (const EffortRow& effort : efforts) {
    const std::string name = effort.muscle == last ? "" : muscle_name(effort.muscle, catalog);
    last = effort.muscle;
    std::vector<std::string> cells = {name, effort.side, percent_text(effort.work.mean),
                                      percent_text(effort.work.peak)};
    if (columns >= kLikelyNeeds) cells.push_back(likely_text(effort.work.likely_peak));
    if (columns >= kSharesNeed) cells.push_back(percent_text(effort.work.share));
    if (columns >= kBarNeeds) cells.push_back(effort_bar(effort.work, kBarCells));
    rows.push_back({cells, {}});
  }
  return rows;
}

double hardest(const MuscleWork& work) { return std::max(work.left.peak, work.right.peak); }

/// Which figures to rely on.
std::string trust_text(const Catalog& catalog) {
  std::vector<std::string> trusted;
  for (const Muscle& muscle : catalog.muscles) {
    if (muscle.trusts_model) trusted.push_back(muscle.short_name);
  }
  if (trusted.empty()) return "";
  return "Beside measured activity the model keeps the order of exercises for " + listed(trusted) +
         "; take the figures of other muscles with care (docs/validation.md).";
}

}  // namespace

std::string muscle_name(const std::string& id, const Catalog& catalog) {
  std::string name = short_name(id, catalog);
  if (name == id) std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

std::string effort_bar(const SideWork& side, std::size_t cells) {
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) {
    const double middle = (static_cast<double>(i) + 0.5) / static_cast<double>(cells);
    bar += middle < side.mean ? "█" : middle < side.peak ? "░" : " ";
  }
  return bar;
}

std::string simulated_load_text(const Simulation& simulation, Units units) {
  if (simulation.load == Mass{}) return "no added load";
  const std::string mass = to_text(simulation.load, units);
  if (simulation.exercise == nullptr) return mass;
  switch (simulation.exercise->load_basis) {
    case LoadBasis::PerHand:
      return mass + " in each hand";
    case LoadBasis::OneHand:
      return mass + " in one hand";
    case LoadBasis::Stack:
      return mass + " on the stack";
    case LoadBasis::Band:
      return "a pull of " + mass;
    case LoadBasis::Total:
      return mass + " in all";
    case LoadBasis::None:
    case LoadBasis::Bodyweight:
      break;
  }
  return mass + " added";
}

void write_muscle_work(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style) {
  page.heading("What works, as a share of each muscle's own strength");
  std::vector<std::pair<std::string, MuscleWork>> muscles;
  for (const auto& one : answer.muscles) {
    if (hardest(one.second) >= kShownFrom) muscles.push_back(one);
  }
  std::stable_sort(muscles.begin(), muscles.end(), [](const auto& a, const auto& b) {
    return hardest(a.second) > hardest(b.second);
  });
  std::vector<EffortRow> efforts;
  for (const auto& [muscle, work] : muscles) add_rows(efforts, muscle, work);
  std::vector<Column> columns = {{"Muscle", false, true}, {"Side"}, {"Mean", true}, {"Peak", true}};
  if (page.width() >= kLikelyNeeds) columns.push_back({"Likely", true});
  if (page.width() >= kSharesNeed) columns.push_back({"Share", true});
  if (page.width() >= kBarNeeds) columns.push_back({"█ mean  ░ peak"});
  if (!efforts.empty()) {
    page.table(columns, rows_of(efforts, *style.catalog, page.width()), 2);
    page.blank();
  }
  const std::size_t others = answer.muscles.size() - muscles.size();
  std::string legend =
      fmt::format("Not shown: {}, and single sides, that stay below {} of their strength.",
                  counted(static_cast<long>(others), "muscle"), percent_text(kShownFrom));
  if (!efforts.empty() && page.width() >= kSharesNeed) {
    legend += " Share: of the work of all muscles.";
  }
  const bool has_likely = std::any_of(efforts.begin(), efforts.end(), [](const EffortRow& row) {
    return row.work.likely_peak.has_value();
  });
  if (has_likely && page.width() >= kLikelyNeeds) {
    legend +=
        " Likely: where the peak lies nine times in ten when posture and assumptions are a little "
        "off; no measurement says how far the model itself is.";
  }
  page.paragraph(legend, 2, Ink::Dim);
  page.paragraph(trust_text(*style.catalog), 2);
}

void write_credit(Page& page, const Simulation& simulation, const AnswerStyle& style) {
  std::map<std::string, double> computed;
  std::map<std::string, double> typed;
  for (const auto& [muscle, credit] : simulation.credit) {
    (simulation.credit_by_model.contains(muscle) ? computed : typed)[muscle] = credit;
  }
  if (simulation.credit.empty()) return;
  page.heading("What one set counts for in a plan");
  const auto say = [&](const std::string& who, const std::map<std::string, double>& credit) {
    if (!credit.empty()) page.paragraph(who + works_text(credit, *style.catalog), 2);
  };
  say("Set by the model: ", computed);
  say("By the catalog's list: ", typed);
}

void write_limits(Page& page, const Simulation& simulation, const AnswerStyle& style) {
  const ExerciseAnswer& answer = *simulation.answer();
  const Units units = style.person->units;
  if (answer.limited_by.empty()) return;
  page.heading("What limits it");
  const auto found = answer.muscles.find(answer.limited_by);
  const double peak = found == answer.muscles.end() ? 0.0 : hardest(found->second);
  page.paragraph(fmt::format("Hardest worked: {}{}, {} of its strength at the peak.",
                             side_word(answer.limited_side),
                             muscle_name(answer.limited_by, *style.catalog), percent_text(peak)),
                 2);
  if (!answer.tiring) return;
  const auto text = [&](double kg) { return to_text(to_a_step(kilograms(kg), units), units); };
  const auto& [low, best, high] = *answer.tiring;
  page.paragraph(fmt::format("With about {} a set would tire it in 6 to 12 repetitions ({} to {}).",
                             text(best), text(low), text(high)),
                 2);
}

}  // namespace strongback
