#include "plan/left_out.h"

#include <algorithm>
#include <set>

namespace strongback {
namespace {

bool stands_in(const std::vector<std::string>& lines, const Exercise& exercise) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line == exercise.name || line.starts_with(exercise.name + ",");
  });
}

/// Ids of everything that the program uses: sessions, warm-ups, cool-downs, walks, the small list.
std::set<std::string> used_ids(const PlanInput& input, const Program& program) {
  std::set<std::string> ids;
  for (const auto& line : program.small_list) ids.insert(line.id);
  for (const auto& week : program.weeks) {
    for (const auto& activity : week.activities) ids.insert(activity.id);
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) ids.insert(line.id);
      for (const auto& exercise : input.catalog->exercises) {
        const bool stands =
            stands_in(session.warm_up, exercise) || stands_in(session.cool_down, exercise);
        if (stands) ids.insert(exercise.id);
      }
    }
  }
  return ids;
}

std::string because(const PlanInput& input, const Program& program, const Exercise& exercise) {
  const bool is_training =
      exercise.stimulus == Stimulus::Strength || exercise.stimulus == Stimulus::Control;
  const auto fitted = prescribe(exercise, *input.person, *input.care, *input.catalog);
  if (!fitted) return fitted.error();
  if (program.status == Status::Stop || program.status == Status::SeeSomeoneFirst)
    return "until you have been seen";
  if (!program.small_list.empty()) return "possible, but a few quiet ones are enough in a flare";
  if (exercise.stimulus == Stimulus::Aerobic)
    return "possible, beside the program: it counts as movement, not as sets";
  if (!is_training)
    return "possible whenever it feels good: it eases and loosens, but trains nothing";
  const auto* instead = same_movement(input, program, exercise);
  return instead ? "possible, but '" + instead->name + "' serves you better"
                 : "possible, but other work serves you better in the time";
}

}  // namespace

const PlannedExercise* same_movement(const PlanInput& input, const Program& program,
                                     const Exercise& exercise) {
  if (program.weeks.empty()) return nullptr;
  for (const auto& session : program.weeks.back().sessions) {
    for (const auto& line : session.exercises) {
      if (find_exercise(*input.catalog, line.id)->pattern == exercise.pattern) return &line;
    }
  }
  return nullptr;
}

void explain_left_out(const PlanInput& input, Program& program) {
  std::set<std::string> known = used_ids(input, program);
  std::erase_if(program.left_out,
                [&](const LeftOut& left) { return !known.insert(left.id).second; });
  for (const auto& exercise : input.catalog->exercises) {
    if (!known.insert(exercise.id).second) continue;
    program.left_out.push_back({exercise.id, because(input, program, exercise)});
  }
  std::stable_sort(program.left_out.begin(), program.left_out.end(),
                   [](const LeftOut& a, const LeftOut& b) { return a.id < b.id; });
}

}  // namespace strongback
