#include "cli/compare_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "exchange/bands.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr double kBackFrom = 0.10;      // [-]  effort below which a muscle of the back is left out
constexpr double kOthersFrom = 0.25;    // [-]  the same for others
constexpr std::size_t kCell = 9;        // [column]  of one exercise, with its gap
constexpr std::size_t kWideLabel = 20;  // [column]
constexpr std::size_t kNarrowLabel = 16;  // [column]
constexpr std::size_t kWide = 60;         // [column]
constexpr std::string_view kNone = "–";

using Sets = std::vector<TiredSet>;

/// A line of a table: what it is, and its figure for each exercise.
struct Line {
  std::string label;
  std::vector<std::string> cells;
};

std::string letter(std::size_t i) { return std::string(1, static_cast<char>('A' + i)); }

std::size_t label_room(std::size_t width) { return width >= kWide ? kWideLabel : kNarrowLabel; }

/// Which exercises have a figure in any of the lines.
std::vector<std::size_t> told(const std::vector<Line>& lines) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < lines.front().cells.size(); ++i) {
    const bool has_any = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return trimmed(line.cells[i]) != kNone;
    });
    if (has_any) columns.push_back(i);
  }
  return columns;
}

/// The lines as a table of the exercises that have figures in it; where it is too wide, as several
/// below each other.
void write_lines(Page& page, const std::vector<Line>& lines) {
  if (lines.empty()) return page.paragraph("None.", 2);
  const auto exercises = told(lines);
  const std::size_t room = page.width() - 2 - label_room(page.width());
  const std::size_t fit = std::max<std::size_t>(1, room / kCell);
  for (std::size_t first = 0; first < exercises.size(); first += fit) {
    const std::size_t end = std::min(exercises.size(), first + fit);
    std::vector<Column> columns = {{"", false, true}};
    for (std::size_t i = first; i < end; ++i) columns.push_back({letter(exercises[i]), true});
    std::vector<Row> rows;
    for (const Line& line : lines) {
      std::vector<std::string> cells = {line.label};
      for (std::size_t i = first; i < end; ++i) cells.push_back(line.cells[exercises[i]]);
      rows.push_back({cells, {}});
    }
    if (first > 0) page.blank();
    page.table(columns, rows, 2);
  }
}

/// One exercise's figures under one of the loads; nothing where there are none.
using Answers = std::vector<const Simulation*>;

template <class Show>
Line line_of(const std::string& label, const Answers& answers, Show show) {
  Line line{label, {}};
  for (const Simulation* one : answers) {
    line.cells.push_back(one != nullptr && one->answer() != nullptr ? show(*one)
                                                                    : std::string(kNone));
  }
  return line;
}

std::string load_cell(const Simulation& simulation, Units units) {
  return simulation.load == Mass{} ? std::string(kNone) : to_text(simulation.load, units);
}

std::vector<Line> disc_lines(const Answers& answers, Units units) {
  std::vector<Line> lines = {
      line_of("Load", answers, [&](const Simulation& one) { return load_cell(one, units); })};
  for (std::size_t i = kDiscNames.size(); i-- > 0;) {
    lines.push_back(line_of(fmt::format("{} {}", kDiscNames[i], force_unit(units)), answers,
                            [&](const Simulation& one) {
                              return force_number(one.answer()->discs[i].compression_N.peak, units);
                            }));
  }
  lines.push_back(line_of("L4/L5 x standing", answers, [](const Simulation& one) {
    return fmt::format("{:.1f}", one.answer()->discs[kL4L5].relative_to_standing);
  }));
  lines.push_back(line_of("L4/L5 guideline", answers, [](const Simulation& one) {
    return percent_text(one.answer()->discs[kL4L5].share_of_guideline);
  }));
  lines.push_back(line_of(fmt::format("L4/L5 shear {}", force_unit(units)), answers,
                          [&](const Simulation& one) {
                            return force_number(one.answer()->discs[kL4L5].shear_N.peak, units);
                          }));
  return lines;
}

/// The hardest that `muscle` works in any of the exercises.
double most_effort(const Answers& answers, const std::string& muscle) {
  double most = 0.0;
  for (const Simulation* one : answers) {
    if (one == nullptr || one->answer() == nullptr) continue;
    most = std::max(most, effort_of(*one->answer(), muscle));
  }
  return most;
}

/// The catalog's muscles that work in any of the exercises, the hardest first.
std::vector<const Muscle*> working_muscles(const Answers& answers, const Catalog& catalog) {
  std::vector<std::pair<double, const Muscle*>> efforts;
  for (const Muscle& muscle : catalog.muscles) {
    const double most = most_effort(answers, muscle.id);
    if (most >= (muscle.is_back ? kBackFrom : kOthersFrom)) efforts.emplace_back(most, &muscle);
  }
  std::stable_sort(efforts.begin(), efforts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const Muscle*> muscles;
  for (const auto& [effort, muscle] : efforts) muscles.push_back(muscle);
  return muscles;
}

std::vector<Line> muscle_lines(const Answers& answers, const Catalog& catalog) {
  std::vector<Line> lines;
  for (const Muscle* muscle : working_muscles(answers, catalog)) {
    lines.push_back(line_of(capitalized(muscle->short_name), answers, [&](const Simulation& one) {
      return percent_text(effort_of(*one.answer(), muscle->id));
    }));
  }
  return lines;
}

std::vector<Line> credit_lines(const Sets& sets, const Catalog& catalog) {
  std::vector<Line> lines;
  for (const Muscle& muscle : catalog.muscles) {
    Line line{capitalized(short_name(muscle.id, catalog)), {}};
    bool is_counted = false;
    for (const TiredSet& set : sets) {
      const auto found = set.set.credit.find(muscle.id);
      const bool has = found != set.set.credit.end();
      is_counted |= has;
      const bool by_model = set.set.credit_by_model.contains(muscle.id);
      line.cells.push_back(has ? credit_text(found->second) + (by_model ? "m" : " ")
                               : std::string(kNone) + " ");
    }
    if (muscle.is_back && is_counted) lines.push_back(std::move(line));
  }
  return lines;
}

std::string signed_force(double newtons, Units units) {
  const std::string text = force_number(newtons, units);
  return newtons > 0.0 && text != "0" ? "+" + text : text;
}

std::vector<Line> kilogram_lines(const Sets& sets, const Catalog& catalog, Units units) {
  std::vector<std::optional<PerKilogram>> each;
  Answers answers;
  for (const TiredSet& set : sets) {
    each.push_back(per_kilogram(set));
    answers.push_back(&loaded(set));
  }
  if (std::none_of(each.begin(), each.end(), [](const auto& one) { return one.has_value(); })) {
    return {};
  }
  const auto line = [&](const std::string& label, const auto& show) {
    Line made{label, {}};
    for (const auto& one : each) made.cells.push_back(one ? show(*one) : std::string(kNone));
    return made;
  };
  std::vector<Line> lines = {
      line("Held in all", [&](const PerKilogram& one) { return to_text(one.held, units); }),
      line(fmt::format("L4/L5 {}", force_unit(units)),
           [&](const PerKilogram& one) { return signed_force(one.compression_N, units); })};
  for (const Muscle* muscle : working_muscles(answers, catalog)) {
    if (!muscle->is_back) continue;
    lines.push_back(line(capitalized(muscle->short_name), [&](const PerKilogram& one) {
      const auto found = one.effort.find(muscle->id);
      return fmt::format("{:+.1f} %", found == one.effort.end() ? 0.0 : 100.0 * found->second);
    }));
  }
  return lines;
}

std::string ends_text(SetEnds ends) {
  switch (ends) {
    case SetEnds::Tired:
      return "a load that tires in 6 to 12 repetitions";
    case SetEnds::NothingHeld:
      return "as done, without a load that tires";
    case SetEnds::NotRepeated:
      return "as done: it is held or walked, not repeated";
    case SetEnds::NoLoadTires:
      return "as done: no load in the model's range tires a muscle in 6 to 12 repetitions";
  }
  return "";
}

void write_who_is_who(Page& page, const Sets& sets, const Person& person) {
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const Simulation& set = sets[i].set;
    std::string text = fmt::format("{}. {}: ", letter(i), set.name);
    if (!set.outcome) {
      text += "not simulated yet, so there are no figures";
    } else if (const NoAnswer* no = set.no_answer()) {
      text += fmt::format("no figures: {} (at: {})", no->text, no->frame);
    } else {
      text +=
          fmt::format("{}, {}", simulated_load_text(set, person.units), ends_text(sets[i].ends));
    }
    if (!set.leaves_out.empty()) text += fmt::format("; computed without {}", set.leaves_out);
    page.paragraph(text, 5, Ink::Plain, 3);
    if (set.barred.empty()) continue;
    page.paragraph(
        fmt::format("Your file leaves it out for now: {}. Figures are no advice.", set.barred), 5,
        Ink::Warn);
  }
}

void write_asked(Page& page, const Sets& sets, const Catalog& catalog, Units units) {
  Answers asked;
  for (const TiredSet& set : sets) asked.push_back(set.asked ? &*set.asked : nullptr);
  if (std::all_of(asked.begin(), asked.end(), [](const auto* one) { return one == nullptr; })) {
    return;
  }
  page.heading("With the load that you asked for");
  auto lines = disc_lines(asked, units);
  const auto muscles = muscle_lines(asked, catalog);
  lines.insert(lines.end(), muscles.begin(), muscles.end());
  write_lines(page, lines);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const NoAnswer* no = asked[i] == nullptr ? nullptr : asked[i]->no_answer();
    if (no == nullptr) continue;
    page.paragraph(fmt::format("{}: no figures: {} (at: {})", letter(i), no->text, no->frame), 5,
                   Ink::Warn, 3);
  }
}

void write_figures(Page& page, const Sets& sets, const Catalog& catalog, Units units) {
  Answers answers;
  for (const TiredSet& set : sets) answers.push_back(&set.set);
  page.heading("What the discs carry in one set");
  write_lines(page, disc_lines(answers, units));
  page.heading("How hard muscles work in it");
  write_lines(page, muscle_lines(answers, catalog));
  page.heading("What the set counts for in a plan");
  write_lines(page, credit_lines(sets, catalog));
  page.paragraph("m: set by the model for your body and load; else by the exercise's own list.", 2,
                 Ink::Dim);
  const auto kilograms = kilogram_lines(sets, catalog, units);
  if (kilograms.empty()) return;
  page.heading("What each kilogram held adds to doing it empty-handed");
  write_lines(page, kilograms);
}

/// How far off the figures of `answers` may be.
std::string bands_text(const Answers& answers, const Catalog& catalog) {
  std::set<std::string> discs;
  bool has_muscle_bands = false;
  for (const Simulation* one : answers) {
    discs.insert(percent_text(disc_band(*one->answer(), kL4L5)));
    for (const auto& [muscle, work] : one->answer()->muscles) {
      has_muscle_bands |= muscle_band(*one->answer(), muscle).has_value();
    }
  }
  if (discs.empty()) return "";
  std::string text = fmt::format("Each disc's figure may be off by {} either way. ",
                                 listed(std::vector<std::string>(discs.begin(), discs.end())));
  if (!has_muscle_bands) {
    std::vector<std::string> trusted;
    for (const Muscle& muscle : catalog.muscles) {
      if (muscle.trusts_model) trusted.push_back(muscle.short_name);
    }
    text += fmt::format(
        "For muscles no band is known: beside measured activity the model keeps the order of "
        "exercises for {}; take others with care (docs/validation.md).",
        listed(trusted));
  }
  return text;
}

void write_notes(Page& page, const Answers& answers, const Catalog& catalog, Units units) {
  page.blank();
  const Simulation& any = *answers.front();
  page.paragraph(bands_text(answers, catalog), 2, Ink::Dim);
  page.paragraph(
      fmt::format(
          "Discs: peaks of one repetition. x standing: beside your own quiet standing. "
          "Guideline: beside {}, which a guideline for lifting at work names at your sex and "
          "age; a mark to compare with, not a verdict.",
          force_text(in_newtons(any.guideline), units)),
      2, Ink::Dim);
  page.paragraph(
      "Muscles: between mean and peak of the repetition, on the side that works harder, of their "
      "own strength. A load that tires is a yardstick, not a load to begin with.",
      2, Ink::Dim);
}

}  // namespace

std::string comparison_text(const TiredAnswer& answer, const Catalog& catalog, Terminal terminal) {
  const Units units = answer.person.units;
  Page page(terminal);
  page.paragraph(difference_text(answer.sets, catalog), 0, Ink::Bold);
  page.blank();
  write_who_is_who(page, answer.sets, answer.person);
  Answers sets;
  for (const TiredSet& set : answer.sets) {
    if (set.set.answer() != nullptr) sets.push_back(&set.set);
  }
  if (sets.empty()) return page.text();
  write_figures(page, answer.sets, catalog, units);
  write_asked(page, answer.sets, catalog, units);
  write_notes(page, sets, catalog, units);
  return page.text();
}

}  // namespace strongback
