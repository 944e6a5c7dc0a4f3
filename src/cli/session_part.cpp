#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "exchange/plain_words.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kTableNeeds = 60;  // [column] below it every exercise is a small block
constexpr std::size_t kIndent = 2;

/// A number and its unit stay on one line.
std::string with_units_bound(std::string text) {
  for (const std::string unit : {"kg", "lb", "g", "ml"}) {
    for (auto at = text.find(" " + unit); at != std::string::npos;
         at = text.find(" " + unit, at + 1)) {
      const bool is_number = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
      const auto end = at + 1 + unit.size();
      const bool is_unit = end == text.size() || text[end] < 'a' || text[end] > 'z';
      if (is_number && is_unit) text.replace(at, 1, kUnbroken);
    }
  }
  return text;
}

std::string load_of(const PlannedExercise& exercise) {
  std::string text = with_units_bound(exercise.load_text);
  return exercise.is_calibration ? text + std::string(kUnbroken) + "*" : text;
}

/// "3 x 8-10" above "each side", which leaves more room for the names.
std::string dose_cell(const PlannedExercise& exercise) {
  std::string text = dose_text(exercise);
  if (const auto at = text.find(" each side"); at != std::string::npos) text[at] = '\n';
  return text;
}

bool has_reserve(const PlannedExercise& exercise) { return exercise.reps.has_value(); }

std::string reserve_of(const PlannedExercise& exercise) {
  return has_reserve(exercise) ? fmt::format("{}", exercise.reserve) : "";
}

std::string works_line(const PlannedExercise& exercise, const Catalog& catalog) {
  const std::string works = works_text(exercise.works, catalog);
  return works.empty() ? "" : "works " + works;
}

void write_block(Page& page, const PlannedExercise& exercise, const PartStyle& style) {
  page.paragraph(exercise.name, kIndent, Ink::Bold);
  std::string how = dose_text(exercise);
  if (!exercise.load_text.empty()) how += ", " + load_of(exercise);
  if (exercise.rest_s > 0) how += ", rest " + rest_text(exercise.rest_s);
  if (has_reserve(exercise)) how += fmt::format(", {} in reserve", exercise.reserve);
  page.paragraph(how, 2 * kIndent);
  page.paragraph(works_line(exercise, *style.catalog), 2 * kIndent, Ink::Dim);
  if (style.with_reasons) write_reasons(page, exercise.why, 2 * kIndent);
}

Row row_of(const PlannedExercise& exercise, const Catalog& catalog) {
  const NameParts name = name_parts(exercise.name);
  Row row{{name.head, dose_cell(exercise), load_of(exercise), rest_text(exercise.rest_s),
           reserve_of(exercise)},
          {}};
  if (!name.rest.empty()) row.below.push_back(name.rest);
  const std::string works = works_line(exercise, catalog);
  if (!works.empty()) row.below.push_back(works);
  return row;
}

/// The same table, but each row followed by its reasons.
void write_with_reasons(Page& page, const std::vector<PlannedExercise>& exercises,
                        const PartStyle& style) {
  for (const PlannedExercise& exercise : exercises) {
    write_block(page, exercise, style);
    page.blank();
  }
}

void write_steps(Page& page, const std::string& label, const std::vector<std::string>& steps) {
  if (steps.empty()) return;
  page.paragraph(label + ": " + joined(steps, "; "), kIndent + kIndent, Ink::Plain, kIndent);
}

/// The small list is the one session of the program, which is shown as such.
bool is_in_first_week(const Program& program) {
  if (program.weeks.empty() || program.weeks.front().sessions.empty()) return false;
  const auto& exercises = program.weeks.front().sessions.front().exercises;
  return std::equal(exercises.begin(), exercises.end(), program.small_list.begin(),
                    program.small_list.end(),
                    [](const auto& a, const auto& b) { return a.id == b.id; });
}

void write_legend(Page& page, const std::vector<PlannedExercise>& exercises) {
  const bool guesses = std::any_of(exercises.begin(), exercises.end(),
                                   [](const auto& e) { return e.is_calibration; });
  const bool counts = std::any_of(exercises.begin(), exercises.end(), has_reserve);
  if (counts) {
    page.paragraph("In reserve: how many more repetitions you could still do when you end a set.",
                   kIndent, Ink::Dim);
  }
  page.paragraph(holds_legend(exercises), kIndent, Ink::Dim);
  if (guesses) {
    page.paragraph("* a first guess: your first session finds the load (see Good to know).",
                   kIndent, Ink::Dim);
  }
}

}  // namespace

void write_reasons(Page& page, const std::vector<Reason>& reasons, std::size_t indent) {
  for (const Reason& reason : reasons) {
    page.paragraph(fmt::format("{}: {}", reason.about, reason.text), indent + 2, Ink::Plain, 2);
    page.paragraph(fmt::format("rule {}, grade {}: {}", reason.rule, reason.grade, reason.source),
                   indent + 2, Ink::Dim);
  }
}

void write_exercises(Page& page, const std::vector<PlannedExercise>& exercises,
                     const PartStyle& style) {
  if (exercises.empty()) return;
  if (style.with_reasons) return write_with_reasons(page, exercises, style);
  if (page.width() < kTableNeeds) {
    for (const PlannedExercise& exercise : exercises) write_block(page, exercise, style);
    return;
  }
  const bool has_load = std::any_of(exercises.begin(), exercises.end(),
                                    [](const auto& e) { return !e.load_text.empty(); });
  const bool has_count = std::any_of(exercises.begin(), exercises.end(), has_reserve);
  std::vector<Column> columns = {
      {"Exercise", false, true}, {"Sets x reps"}, {"Load", false, true}, {"Rest"}, {"In reserve"}};
  std::vector<Row> rows;
  for (const PlannedExercise& exercise : exercises)
    rows.push_back(row_of(exercise, *style.catalog));
  const auto drop = [&](std::size_t at) {
    const auto offset = static_cast<std::ptrdiff_t>(at);
    columns.erase(columns.begin() + offset);
    for (Row& row : rows) row.cells.erase(row.cells.begin() + offset);
  };
  if (!has_count) drop(4);
  if (!has_load) drop(2);
  page.table(columns, rows, kIndent);
}

void write_first_week(Page& page, const Program& program, const PartStyle& style) {
  if (program.weeks.empty()) return;
  const PlannedWeek& week = program.weeks.front();
  const bool is_flare = program.care.is_flare;
  if (!is_flare) page.heading(fmt::format("Week {}", week.number));
  std::vector<PlannedExercise> all;
  for (auto here = week.sessions.begin(); here != week.sessions.end(); ++here) {
    const auto same = [&](const PlannedSession& other) { return is_same_work(*here, other); };
    if (std::any_of(week.sessions.begin(), here, same)) continue;
    std::vector<std::string> times;
    for (auto at = here; at != week.sessions.end(); ++at) {
      if (same(*at)) times.push_back(session_time(*at));
    }
    page.heading(is_flare ? "Each time" : joined(times, " and "));
    const std::string focus = is_flare ? "" : here->focus + ", ";
    page.paragraph(
        focus + minutes_text(here->minutes) + ", " + energy_text(here->kcal_net, here->kcal_range),
        kIndent, Ink::Dim);
    page.blank();
    write_steps(page, "Warm up", here->warm_up);
    page.blank();
    write_exercises(page, here->exercises, style);
    page.blank();
    write_steps(page, "Cool down", here->cool_down);
    all.insert(all.end(), here->exercises.begin(), here->exercises.end());
  }
  page.blank();
  write_legend(page, all);
}

void write_small_list(Page& page, const Program& program, const PartStyle& style) {
  if (program.small_list.empty() && program.small_list_how.empty()) return;
  page.heading(program.weeks.empty() ? "What you may do meanwhile" : "How to use it");
  page.paragraph(program.small_list_how, kIndent);
  page.blank();
  if (!is_in_first_week(program)) write_exercises(page, program.small_list, style);
}

}  // namespace strongback
