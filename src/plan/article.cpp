#include "plan/article.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "plan/left_out.h"

namespace strongback {
namespace {

const PlannedExercise* planned_line(const Program& program, const std::string& id) {
  if (program.weeks.empty()) return nullptr;
  for (const auto& session : program.weeks.back().sessions) {
    for (const auto& line : session.exercises) {
      if (line.id == id) return &line;
    }
  }
  return nullptr;
}

std::string dose_text(const PlannedExercise& line) {
  if (line.reps) return fmt::format("{} of {} to {}", counted(line.sets, "set"), line.reps->low, line.reps->high);
  if (line.hold_s) return fmt::format("{} of {} × {} s", counted(line.sets, "set"), line.holds, line.hold_s->high);
  return counted(line.sets, "set");
}

std::string change_of(const PlanInput& input, const Program& program, const TemplateRow& row) {
  const Exercise* exercise = find_exercise(*input.catalog, row.id);
  if (!exercise) return "";
  if (const auto* line = planned_line(program, row.id)) {
    return fmt::format("row {}, {}: kept; {}, rest {} s", row.number, exercise->name, dose_text(*line), line->rest_s);
  }
  std::string because = "not needed";
  for (const auto& left : program.left_out) {
    if (left.id == row.id) because = left.because;
  }
  const auto* other = same_movement(input, program, *exercise);
  return fmt::format("row {}, {}: left out ({}){}", row.number, exercise->name, because,
                     other ? "; in its place: " + other->name + ", " + dose_text(*other) : "");
}

}  // namespace

std::optional<TemplateView> article_view(const PlanInput& input, const std::string& id, const Program& program) {
  const Template* table = find_template(*input.catalog, id);
  if (!table) return std::nullopt;
  TemplateView view{*table, {}};
  for (const auto& row : table->rows) view.changes.push_back(change_of(input, program, row));
  return view;
}

}  // namespace strongback
