#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/plan_for_person.h"
#include "base/text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

struct Line {
  std::string name;
  std::string dose;  ///< of the first session of the week that has it
  std::string days;  ///< "Mon, Thu"
};
using Lines = std::map<std::string, Line>;

constexpr std::size_t kShortDay = 3;

std::string dose_of(const PlannedExercise& exercise) {
  std::string text = dose_text(exercise);
  if (!exercise.load_text.empty()) text += " with " + exercise.load_text;
  if (exercise.reps) text += fmt::format(", {} in reserve", exercise.reserve);
  return text;
}

void add(Lines& lines, const PlannedExercise& exercise, const std::string& day) {
  Line& line = lines[exercise.id];
  if (line.name.empty()) {
    line.name = exercise.name;
    line.dose = dose_of(exercise);
  }
  line.days += (line.days.empty() ? "" : ", ") + day;
}

Lines lines_of(const Program& program, bool first_week) {
  Lines lines;
  if (program.weeks.empty()) {
    for (const PlannedExercise& exercise : program.small_list) add(lines, exercise, "every day");
    return lines;
  }
  const PlannedWeek& week = first_week ? program.weeks.front() : program.weeks.back();
  for (const PlannedSession& session : week.sessions) {
    const std::string day = weekday_name(session.weekday).substr(0, kShortDay);
    for (const PlannedExercise& exercise : session.exercises) add(lines, exercise, day);
  }
  return lines;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Why `id` is out of the program after the reply.
std::string why_gone(const std::string& id, const Program& after, const TherapistReply& reply) {
  const TherapistLimits& limits = reply.limits;
  if (holds(limits.forbidden, id)) return "forbidden by " + limits.name;
  if (!limits.allowed.empty() && !holds(limits.allowed, id)) {
    return "not among what " + limits.name + " allows";
  }
  const auto row = std::find_if(after.left_out.begin(), after.left_out.end(),
                                [&](const LeftOut& out) { return out.id == id; });
  return row == after.left_out.end() ? "others fit better now" : row->because;
}

std::string why_changed(const std::string& id, const TherapistReply& reply) {
  const bool is_dosed = std::any_of(reply.doses.begin(), reply.doses.end(),
                                    [&](const auto& dose) { return dose.exercise == id; });
  return is_dosed ? "dose set by " + reply.limits.name
                  : "within the limits of " + reply.limits.name;
}

std::string described(const Line& line) {
  return fmt::format("{}: {} ({})", line.name, line.dose, line.days);
}

void compare(std::vector<std::string>& out, const Lines& before, const Lines& after,
             const std::map<std::string, std::string>& why) {
  for (const auto& [id, line] : before) {
    const auto now = after.find(id);
    if (now != after.end() && now->second.dose == line.dose && now->second.days == line.days) {
      continue;
    }
    const std::string reason = now == after.end() ? "  <- " + why.at(id) : "";
    out.push_back("- " + described(line) + reason);
    if (now != after.end()) {
      out.push_back("+ " + described(now->second) + "  <- " + why.at(id));
    }
  }
  for (const auto& [id, line] : after) {
    if (!before.contains(id)) out.push_back("+ " + described(line) + "  <- takes a free place");
  }
}

std::string status_line(const Program& program) {
  return "status: " + status_words().at(static_cast<std::size_t>(program.status));
}

}  // namespace

std::vector<std::string> therapist_diff(const Program& before, const Program& after,
                                        const TherapistReply& reply) {
  std::vector<std::string> lines;
  if (before.status != after.status) {
    lines.push_back("- " + status_line(before));
    lines.push_back("+ " + status_line(after));
  }
  std::vector<std::string> earlier;
  for (const bool first_week : {true, false}) {
    const Lines old_lines = lines_of(before, first_week);
    const Lines new_lines = lines_of(after, first_week);
    std::map<std::string, std::string> why;
    for (const auto& [id, line] : old_lines) {
      why[id] = new_lines.contains(id) ? why_changed(id, reply) : why_gone(id, after, reply);
    }
    std::vector<std::string> changes;
    compare(changes, old_lines, new_lines, why);
    if (changes.empty() || changes == earlier) continue;
    const PlannedWeek* week = after.weeks.empty() ? nullptr
                              : first_week        ? &after.weeks.front()
                                                  : &after.weeks.back();
    lines.push_back(week == nullptr ? "= for now" : fmt::format("= week {}", week->number));
    lines.insert(lines.end(), changes.begin(), changes.end());
    earlier = std::move(changes);
  }
  if (lines.empty()) lines.push_back("= nothing changes: the program already keeps to the reply");
  if (!reply.remarks.empty())
    lines.push_back("= " + reply.limits.name + " writes: " + reply.remarks);
  return lines;
}

}  // namespace strongback
