#include "promises.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "plan/build_week.h"
#include "plan/recovery.h"
#include "plan/referee.h"
#include "plan/referee_hours.h"

namespace strongback {
namespace {

using Broken = std::vector<std::string>;
constexpr double kSlack = 1e-6;

struct Case {
  const Program& program;
  const Person& person;
  const Catalog& catalog;
};

using Look = std::function<void(const PlannedExercise&, const Exercise&)>;

void for_each_line(const Case& c, const Look& look) {
  const auto visit = [&](const PlannedExercise& line) {
    const Exercise* exercise = find_exercise(c.catalog, line.id);
    if (exercise) look(line, *exercise);
  };
  for (const auto& week : c.program.weeks) {
    for (const auto& session : week.sessions) {
      std::for_each(session.exercises.begin(), session.exercises.end(), visit);
    }
  }
  std::for_each(c.program.small_list.begin(), c.program.small_list.end(), visit);
}

void a_refusal_is_explained(const Case& c, Broken& out) {
  if (c.program.status != Status::NoPlan) {
    if (!c.program.conflicts.empty()) out.emplace_back("conflicts beside a program");
    return;
  }
  if (c.program.conflicts.empty()) out.emplace_back("no plan and no word why");
  if (!c.program.weeks.empty()) out.emplace_back("no plan but weeks");
  for (const auto& text : c.program.conflicts) {
    if (text.find("bug of ours") != std::string::npos) {
      out.push_back(text);
    } else if (text.find("(to free it: ") == std::string::npos) {
      out.push_back("no way to free it: " + text);
    }
  }
}

void a_program_has_weeks(const Case& c, Broken& out) {
  const bool has_program = c.program.status == Status::Ok || c.program.status == Status::Gentle;
  if (has_program && c.program.weeks.empty()) out.emplace_back("a program without weeks");
  if (!has_program && !c.program.weeks.empty()) out.emplace_back("weeks without a program");
  for (const auto& week : c.program.weeks) {
    // A week may be empty when soreness or recent training closes it, and a note says so.
    if (week.sessions.empty() && week.notes.empty())
      out.push_back(fmt::format("week {} has no session", week.number));
    for (const auto& session : week.sessions) {
      if (session.exercises.empty())
        out.push_back(fmt::format("week {} has an empty session", week.number));
    }
  }
}

void the_referee_agrees(const Case& c, Broken& out) {
  if (!has_planned_weeks(c.program)) return;
  for (auto& what : violations(c.program, c.person, c.catalog))
    out.push_back("referee: " + std::move(what));
}

bool is_in(double value, double low, double high) {
  return std::isfinite(value) && value >= low && value <= high;
}

bool is_range(const Range2& range) {
  return is_in(range.low, 0.0, 1e5) && is_in(range.high, range.low, 1e5);
}

void numbers_are_sane(const Case& c, Broken& out) {
  const auto need = [&](bool holds, const std::string& what) {
    if (!holds) out.push_back("out of range: " + what);
  };
  for (const auto& week : c.program.weeks) {
    need(is_in(week.kcal_net, 0.0, 3e4) && is_range(week.kcal_range), "energy of a week");
    for (const auto& session : week.sessions) {
      need(is_in(session.minutes, 0.0, 180.0), "minutes of a session");
      need(is_in(session.kcal_net, 0.0, 3e3) && is_range(session.kcal_range),
           "energy of a session");
    }
    for (const auto& activity : week.activities) {
      need(is_in(activity.minutes, 0.0, 24 * 60) && is_in(activity.kcal_net, 0.0, 3e4),
           activity.id);
    }
  }
  for_each_line(c, [&](const PlannedExercise& line, const Exercise&) {
    need(is_in(line.sets, 1, 10) && is_in(line.rest_s, 0, 600) && is_in(line.reserve, 0, 10),
         line.id);
    need(is_in(line.minutes, 0.0, 120.0), line.id + " minutes");
    if (line.load) need(is_in(in_kilograms(*line.load), 0.05, 500.0), line.id + " load");
    if (line.reps)
      need(line.reps->low >= 1 && line.reps->low <= line.reps->high, line.id + " repetitions");
    if (line.hold_s)
      need(line.hold_s->low >= 1 && line.hold_s->low <= line.hold_s->high, line.id + " hold");
    for (const auto& [muscle, credit] : line.works)
      need(is_in(credit, 0.0, 1.0), line.id + " works " + muscle);
  });
  need(std::isfinite(c.program.objective), "objective");
}

void loads_can_be_put_together(const Case& c, Broken& out) {
  for_each_line(c, [&](const PlannedExercise& line, const Exercise& exercise) {
    if (line.load && !can_assemble(c.person, exercise, *line.load))
      out.push_back(line.id + ": nobody can put that load together");
    if (line.load && line.load_text.empty()) out.push_back(line.id + ": a load without words");
  });
}

/// The cap of each muscle; the person's own chores count, and may be above it without a plan.
void weeks_stay_below_their_caps(const Case& c, Broken& out) {
  const double chores = chore_sets(c.person, c.catalog);
  std::map<std::string, double> most;
  for (const auto& row : c.program.weekly_sets) {
    const bool is_lumbar = row.muscle == "erector-spinae-lumbar" || row.muscle == "multifidus";
    most[row.muscle] = is_lumbar ? std::max(row.cap, chores) : row.cap;
    if (!(row.low <= row.high && row.high <= row.cap + kSlack)) {
      out.push_back(row.muscle + ": a range that is none");
    }
    if (row.sets > most[row.muscle] + kSlack) out.push_back(row.muscle + ": above its cap");
  }
  if (!has_planned_weeks(c.program)) return;
  for (const auto& week : c.program.weeks) {
    for (const auto& [muscle, sets] : week.muscle_sets) {
      if (sets > most[muscle] + kSlack) {
        out.push_back(fmt::format("week {}: {} sets for {}, at most {}", week.number, sets, muscle,
                                  most[muscle]));
      }
    }
  }
}

/// Beginners never pass the ramp of rule "ramp", counted from a full session of 18 sets.
void the_ramp_holds(const Case& c, Broken& out) {
  if (!has_planned_weeks(c.program) || !is_on_ramp(c.person, c.catalog.rules)) return;
  constexpr int kFull = 18;
  for (const auto& week : c.program.weeks) {
    const int allowed = std::min(kFull, kFull / 2 + 3 * ((week.number - 1) / 2));
    for (const auto& session : week.sessions) {
      int sets = 0;
      for (const auto& line : session.exercises) sets += line.sets;
      if (sets > allowed)
        out.push_back(fmt::format("week {}: {} sets in a session, the ramp allows {}", week.number,
                                  sets, allowed));
    }
  }
}

void limits_hold(const Case& c, Broken& out) {
  const Caps& caps = c.program.care.caps;
  const auto listed = [](const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  };
  for_each_line(c, [&](const PlannedExercise& line, const Exercise& exercise) {
    const bool twists =
        exercise.level_of(Property::Twist) > level_of(caps.highest, Property::Twist);
    if (twists && !listed(caps.always_allowed, line.id))
      out.push_back(line.id + ": twists more than allowed");
    for (const auto& id : c.person.conditions) {
      const Condition* condition = find_condition(c.catalog, id);
      if (condition && listed(condition->blocked, line.id))
        out.push_back(line.id + ": blocked by " + id);
    }
    if (c.person.therapist && listed(c.person.therapist->forbidden, line.id))
      out.push_back(line.id + ": forbidden by the therapist");
    if (c.person.chair_only && !listed(exercise.positions, "seated"))
      out.push_back(line.id + ": not done in a chair");
    if (!c.person.can_use_floor && exercise.level_of(Property::FloorTransfer) > 0)
      out.push_back(line.id + ": on the floor");
    if (listed(c.person.disliked, line.id) && has_planned_weeks(c.program))
      out.push_back(line.id + ": disliked");
  });
}

/// An easy exercise may serve as a warm-up; it is named there in words.
bool loosens(const Case& c, const std::string& name) {
  for (const auto& week : c.program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.warm_up) {
        if (line.starts_with(name)) return true;
      }
    }
  }
  return false;
}

/// Each exercise that trains is in the program or left out with a reason, never both.
void everything_is_accounted_for(const Case& c, Broken& out) {
  if (!has_planned_weeks(c.program)) return;
  std::set<std::string> used;
  for_each_line(c, [&](const PlannedExercise& line, const Exercise&) { used.insert(line.id); });
  for (const auto& exercise : c.catalog.exercises) {
    if (loosens(c, exercise.name)) used.insert(exercise.id);
  }
  std::map<std::string, int> left_out;
  for (const auto& row : c.program.left_out) {
    ++left_out[row.id];
    if (row.because.empty()) out.push_back(row.id + ": left out without a reason");
  }
  for (const auto& exercise : c.catalog.exercises) {
    if (exercise.stimulus != Stimulus::Strength && exercise.stimulus != Stimulus::Control) continue;
    const int places = left_out[exercise.id] + (used.contains(exercise.id) ? 1 : 0);
    if (places != 1)
      out.push_back(fmt::format("{}: {} times used or left out", exercise.id, places));
  }
}

void locked_exercises_come(const Case& c, Broken& out) {
  if (!has_planned_weeks(c.program)) return;
  std::set<std::string> used;
  for_each_line(c, [&](const PlannedExercise& line, const Exercise&) { used.insert(line.id); });
  for (const auto& id : c.person.locked) {
    const Exercise* exercise = find_exercise(c.catalog, id);
    const bool trains =
        exercise->stimulus == Stimulus::Strength || exercise->stimulus == Stimulus::Control;
    const bool is_explained = std::any_of(c.program.left_out.begin(), c.program.left_out.end(),
                                          [&](const LeftOut& row) { return row.id == id; });
    if (trains && !used.contains(id) && !is_explained)
      out.push_back(id + ": locked, not there, not explained");
  }
}

}  // namespace

bool has_planned_weeks(const Program& program) {
  return !program.weeks.empty() && !program.care.is_flare && !program.care.caps.quiet_only;
}

bool was_refused(const Program& program) {
  return std::any_of(
      program.conflicts.begin(), program.conflicts.end(),
      [](const std::string& text) { return text.find("bug of ours") != std::string::npos; });
}

std::vector<std::string> broken_promises(const Program& program, const Person& person,
                                         const Catalog& catalog) {
  Broken broken;
  for (const auto check :
       {a_refusal_is_explained, a_program_has_weeks, the_referee_agrees, numbers_are_sane,
        loads_can_be_put_together, weeks_stay_below_their_caps, the_ramp_holds, limits_hold,
        everything_is_accounted_for, locked_exercises_come}) {
    check({program, person, catalog}, broken);
  }
  return broken;
}

}  // namespace strongback
