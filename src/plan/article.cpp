#include "plan/article.h"

#include <fmt/format.h>

#include <algorithm>

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
  if (line.reps)
    return fmt::format("{} of {} to {}", counted(line.sets, "set"), line.reps->low,
                       line.reps->high);
  if (line.hold_s)
    return fmt::format("{} of {} × {} s", counted(line.sets, "set"), line.holds, line.hold_s->high);
  return counted(line.sets, "set");
}

std::string change_of(const PlanInput& input, const Program& program, const TemplateRow& row) {
  const Exercise* exercise = find_exercise(*input.catalog, row.id);
  if (!exercise) return "";
  if (const auto* line = planned_line(program, row.id)) {
    return fmt::format("row {}, {}: kept; {}, rest {} s", row.number, exercise->name,
                       dose_text(*line), line->rest_s);
  }
  std::string because = "not needed";
  for (const auto& left : program.left_out) {
    if (left.id == row.id) because = left.because;
  }
  const auto* other = same_movement(input, program, *exercise);
  return fmt::format("row {}, {}: left out ({}){}", row.number, exercise->name, because,
                     other ? "; in its place: " + other->name + ", " + dose_text(*other) : "");
}

bool is_fitted(const PlanInput& input, const std::string& id) {
  return std::any_of(input.fitted.begin(), input.fitted.end(),
                     [&](const Prescription& fitted) { return fitted.line.id == id; });
}

/// `id` or the first of its easier forms, and theirs, that is fitted; not one of `taken`.
std::optional<std::string> stand_in(const PlanInput& input, const std::string& id,
                                    const std::vector<std::string>& taken) {
  std::vector<std::string> line = {id};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string here = line[i];
    const bool is_taken = std::find(taken.begin(), taken.end(), here) != taken.end();
    if (!is_taken && is_fitted(input, here)) return here;
    const Exercise* exercise = find_exercise(*input.catalog, here);
    if (!exercise) continue;
    for (const auto& easier : exercise->easier) {
      if (std::find(line.begin(), line.end(), easier) == line.end()) line.push_back(easier);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> stand_ins(const PlanInput& input, const std::string& id) {
  std::vector<std::string> ids;
  const Template* table = find_template(*input.catalog, id);
  if (!table) return ids;
  for (const auto& row : table->rows) {
    if (auto found = stand_in(input, row.id, ids)) ids.push_back(std::move(*found));
  }
  return ids;
}

std::optional<TemplateView> article_view(const PlanInput& input, const std::string& id,
                                         const Program& program) {
  const Template* table = find_template(*input.catalog, id);
  if (!table) return std::nullopt;
  TemplateView view{*table, {}};
  for (const auto& row : table->rows) view.changes.push_back(change_of(input, program, row));
  return view;
}

}  // namespace strongback
