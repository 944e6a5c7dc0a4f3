#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "cli/plan_parts.h"

namespace strongback {
namespace {

std::string cell_text(const TemplateCell& cell) {
  return cell.is_filled ? "[" + cell.value + "]" : cell.value;
}

Row row_of(const TemplateRow& row, const Catalog& catalog) {
  Row shown{{fmt::format("{}", row.number), cell_text(row.exercise), cell_text(row.sets),
             cell_text(row.reps), cell_text(row.rest)},
            {}};
  if (row.choices.empty()) return shown;
  std::vector<std::string> names;
  for (const std::string& id : row.choices) {
    const Exercise* exercise = find_exercise(catalog, id);
    names.push_back(exercise == nullptr ? id : exercise->name);
  }
  shown.below.push_back("an open row: its name was lost; you may choose instead: " +
                        joined(names, "; "));
  return shown;
}

/// The rules that filled cells, each once, in the order of the table.
std::vector<std::string> filling_rules(const Template& table) {
  std::vector<std::string> rules;
  std::set<std::string> seen;
  for (const TemplateRow& row : table.rows) {
    for (const TemplateCell* cell : {&row.exercise, &row.sets, &row.reps, &row.rest}) {
      if (cell->is_filled && seen.insert(cell->rule).second) rules.push_back(cell->rule);
    }
  }
  return rules;
}

}  // namespace

void write_article(Page& page, const TemplateView& view, const Catalog& catalog) {
  page.heading(view.table.name + ", uncut");
  page.paragraph("Source: " + view.table.source, 2, Ink::Dim);
  page.paragraph(
      "[In brackets]: lost in the source and filled in by us; all else is the article's.", 2,
      Ink::Dim);
  page.blank();
  std::vector<Row> rows;
  for (const TemplateRow& row : view.table.rows) rows.push_back(row_of(row, catalog));
  page.table(
      {{"Row"}, {"Exercise", false, true}, {"Sets", false, true}, {"Reps", false, true}, {"Rest"}},
      rows, 2);
  page.blank();
  for (const std::string& id : filling_rules(view.table)) {
    const auto& all = catalog.rules.all();
    const auto rule = all.find(id);
    if (rule == all.end()) continue;
    page.bullet(fmt::format("filled in by {}: {} (grade {}; {})", id, rule->second.text,
                            rule->second.grade, catalog.rules.citation(rule->second)),
                2);
  }
  if (view.changes.empty()) return;
  page.heading("What fitting it to you changed");
  for (const std::string& change : view.changes) page.bullet(change, 2);
}

}  // namespace strongback
