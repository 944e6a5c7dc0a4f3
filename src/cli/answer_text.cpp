#include "cli/answer_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "cli/catalog_text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kStandingNeeds = 60;  // [column]

std::string who(const Person& person) { return person.name.empty() ? "you" : person.name; }

/// Who chose the load.
std::string reason_of(LoadFrom from) {
  switch (from) {
    case LoadFrom::Plan:
      return "The plan would begin with this load; '--load' asks for another.";
    case LoadFrom::Usual:
      return "A usual first load for you, whatever you own; '--load' asks for another.";
    case LoadFrom::Model:
      return "No first load is known; by the model this one would tire a set in 6 to 12 "
             "repetitions. '--load' asks for another.";
    case LoadFrom::None:
    case LoadFrom::Asked:
      break;
  }
  return "";
}

void write_barred(Page& page, const Simulation& simulation) {
  if (simulation.barred.empty()) return;
  page.paragraph(
      fmt::format("Your file leaves this exercise out for now: {}. The figures are no advice to "
                  "do it.",
                  simulation.barred),
      2, Ink::Warn);
}

void write_not_simulated(Page& page) {
  page.heading("Not simulated yet");
  page.paragraph("The model has no motion for this exercise; what follows is the catalog's list.",
                 2);
}

void write_figures(Page& page, const Simulation& simulation, const BodyTables* tables,
                   const AnswerStyle& style) {
  const ExerciseAnswer& answer = *simulation.answer();
  write_muscle_work(page, answer, style);
  if (simulation.exercise != nullptr) {
    write_verdicts(page, *simulation.exercise, *style.catalog);
    write_credit(page, simulation, style);
  }
  write_limits(page, simulation, style);
  write_discs(page, simulation, style);
  write_contacts(page, answer, style);
  if (tables != nullptr) write_frames(page, answer, *tables, style);
}

void write_simulated(Page& page, const Simulation& simulation, const BodyTables* tables,
                     const AnswerStyle& style) {
  const Person& person = *style.person;
  page.heading(fmt::format("What it does to {}: {}", who(person),
                           simulated_load_text(simulation, person.units)));
  const std::string reason = reason_of(simulation.load_from);
  if (!reason.empty()) page.paragraph(reason, 2, Ink::Dim);
  if (!simulation.leaves_out.empty()) {
    page.paragraph(fmt::format("Computed without {}.", simulation.leaves_out), 2, Ink::Warn);
  }
  write_barred(page, simulation);
  if (const NoAnswer* no = simulation.no_answer()) {
    write_no_answer(page, *no, simulation.load > Mass{}, style);
  } else {
    write_figures(page, simulation, tables, style);
  }
}

std::string hardest_text(const ExerciseAnswer& answer, const Catalog& catalog) {
  const auto found = answer.muscles.find(answer.limited_by);
  if (found == answer.muscles.end()) return "";
  const double peak = std::max(found->second.left.peak, found->second.right.peak);
  return fmt::format("{} {}", muscle_name(answer.limited_by, catalog), percent_text(peak));
}

void write_simulated_table(Page& page, const SimulateAllAnswer& all, const Catalog& catalog) {
  const Units units = all.person.units;
  const bool is_wide = page.width() >= kStandingNeeds;
  std::vector<Row> rows;
  for (const Simulation& one : all.simulations) {
    const ExerciseAnswer* answer = one.answer();
    if (answer == nullptr) continue;
    const DiscLoad& disc = answer->discs[kL4L5];
    std::vector<std::string> cells = {one.name, one.load == Mass{} ? "" : to_text(one.load, units),
                                      force_number(disc.compression_N.peak, units)};
    if (is_wide) cells.push_back(fmt::format("{:.1f}", disc.relative_to_standing));
    cells.push_back(hardest_text(*answer, catalog));
    rows.push_back({cells, one.barred.empty()
                               ? std::vector<std::string>{}
                               : std::vector<std::string>{"left out for now: " + one.barred}});
  }
  if (rows.empty()) return;
  std::vector<Column> columns = {
      {"Exercise", false, true}, {"Load", true}, {"L4/L5 " + force_unit(units), true}};
  if (is_wide) columns.push_back({"x standing", true});
  columns.push_back({"Works hardest", false, true});
  page.table(columns, rows);
  page.blank();
  page.paragraph(
      "L4/L5: the peak that presses on the disc between the lowest two vertebrae, with a first "
      "load, "
      "and beside your own quiet standing. Works hardest: the muscle nearest to its limit. "
      "'strongback exercise ID --person FILE' shows one in full.",
      0, Ink::Dim);
}

void write_unanswered(Page& page, const SimulateAllAnswer& all) {
  const auto has_no = [](const Simulation& one) { return one.no_answer() != nullptr; };
  if (std::none_of(all.simulations.begin(), all.simulations.end(), has_no)) return;
  page.heading("No figures");
  for (const Simulation& one : all.simulations) {
    if (const NoAnswer* no = one.no_answer()) {
      page.bullet(fmt::format("{}: {} (at: {})", one.name, no->text, no->frame), 2);
    }
  }
}

void write_not_simulated_list(Page& page, const SimulateAllAnswer& all) {
  std::vector<std::string> names;
  for (const Simulation& one : all.simulations) {
    if (!one.outcome) names.push_back(one.name);
  }
  if (names.empty()) return;
  page.heading(fmt::format("Not simulated yet: {}", names.size()));
  page.paragraph("The catalog's lists stand for these. " + joined(names, "; ") + ".", 2);
}

}  // namespace

std::string simulation_text(const SimulateAnswer& answer, const Catalog& catalog,
                            const BodyTables* tables, Terminal terminal) {
  const Simulation& simulation = answer.simulation;
  const Exercise* exercise = simulation.exercise;
  const AnswerStyle style{&answer.person, &catalog};
  Page page(terminal);
  if (exercise != nullptr) {
    write_how(page, *exercise, catalog);
  } else {
    page.title(simulation.name);
  }
  if (simulation.outcome) {
    write_simulated(page, simulation, tables, style);
  } else {
    write_not_simulated(page);
    write_barred(page, simulation);
  }
  if (exercise != nullptr && simulation.answer() == nullptr) write_works(page, *exercise, catalog);
  if (exercise != nullptr) write_asks(page, *exercise, catalog);
  if (simulation.answer() != nullptr) write_model(page, *simulation.answer(), style);
  return page.text();
}

std::string simulations_text(const SimulateAllAnswer& answer, const Catalog& catalog,
                             Terminal terminal) {
  Page page(terminal);
  if (answer.simulations.empty()) {
    page.paragraph("No exercise fits all of that. Take out one condition and look again.");
    return page.text();
  }
  write_simulated_table(page, answer, catalog);
  write_unanswered(page, answer);
  write_not_simulated_list(page, answer);
  return page.text();
}

}  // namespace strongback
