#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/expects.h"
#include "base/text.h"
#include "plan/article.h"
#include "plan/choice_reason.h"
#include "plan/doses.h"
#include "plan/gentle.h"
#include "plan/left_out.h"
#include "plan/notes.h"
#include "plan/obstacles.h"
#include "plan/recovery.h"
#include "plan/referee.h"
#include "plan/sessions.h"
#include "plan/solve.h"

namespace strongback {
namespace {

Person with_reply(Person person, const PlanRequest& request) {
  if (request.start) person.start = request.start;
  if (!request.reply) return person;
  person.therapist = request.reply->limits;
  return person;
}

void add_muscle_table(const Person& person, const Catalog& catalog, Program& program) {
  std::map<std::string, double> most;
  for (const auto& week : program.weeks) {
    for (const auto& [muscle, sets] : week.muscle_sets) most[muscle] = std::max(most[muscle], sets);
  }
  for (const auto& muscle : catalog.muscles) {
    const auto found = most.find(muscle.id);
    const double sets = found == most.end() ? 0.0 : found->second;
    if (sets <= 0.0 && !muscle.is_back) continue;
    const Range2 range = weekly_range(person, catalog.rules, muscle);
    program.weekly_sets.push_back(
        {muscle.id, sets, range.low, range.high, weekly_cap(person, catalog.rules, muscle.id)});
  }
}

void date_sessions(Date start, Program& program) {
  for (auto& week : program.weeks) {
    for (auto& session : week.sessions) {
      const int wait = (session.weekday - weekday_of(start) + kDaysPerWeek) % kDaysPerWeek;
      session.date = start + std::chrono::days{wait + kDaysPerWeek * (week.number - 1)};
    }
    std::stable_sort(
        week.sessions.begin(), week.sessions.end(),
        [](const PlannedSession& a, const PlannedSession& b) { return a.date < b.date; });
  }
}

/// The days of the week in the order in which they come after the start.
void start_week_on(Person& person) {
  if (!person.start) return;
  const int first = weekday_of(*person.start);
  std::stable_sort(person.days.begin(), person.days.end(),
                   [&](const TrainingDay& a, const TrainingDay& b) {
                     const auto wait = [&](const TrainingDay& day) {
                       return (day.weekday - first + kDaysPerWeek) % kDaysPerWeek;
                     };
                     return wait(a) < wait(b);
                   });
}

void build_weeks(const PlanInput& input, int weeks, Program& program) {
  const auto full = keeps_locked(input) ? solve_full_week(input) : std::nullopt;
  if (!full) {
    program.status = Status::NoPlan;
    program.conflicts = obstacles(*input.person, *input.care, *input.catalog);
    return;
  }
  program.objective = full->value;
  const auto choices = solve_weeks(input, *full, weeks);
  for (std::size_t w = 0; w < choices.size(); ++w) {
    program.weeks.push_back(week_of(input, full->pattern, choices[w], static_cast<int>(w) + 1));
  }
  add_week_notes(input, *full, choices, program);
  add_muscle_table(*input.person, *input.catalog, program);
  if (input.person->start) date_sessions(*input.person->start, program);
  program.recovery = recovery_of(program, *input.person, *input.catalog);
}

/// Takes the program back when the referee refuses it.
void let_referee_decide(const Person& person, const Catalog& catalog, Program& program) {
  const auto broken = violations(program, person, catalog);
  if (broken.empty()) return;
  program.status = Status::NoPlan;
  program.weeks.clear();
  program.weekly_sets.clear();
  program.recovery.clear();
  for (const auto& what : broken) {
    program.conflicts.push_back("our own check refused the program, which is a bug of ours: " +
                                what);
  }
}

Status first_status(const Assessment& care, const Person& person) {
  if (care.no_program) return Status::Stop;
  if (care.be_seen_first) return Status::SeeSomeoneFirst;
  if (care.is_gentle || care.is_flare || person.level == Level::Gentle) return Status::Gentle;
  return Status::Ok;
}

}  // namespace

const std::vector<std::string>& status_words() {
  static const std::vector<std::string> words = {"ok", "gentle", "see_someone_first", "stop",
                                                 "no_plan"};
  return words;
}

Program make_program(const Person& asked, const Catalog& catalog, const PlanRequest& request) {
  expects(request.weeks >= 1 && request.weeks <= kMostWeeks, "a program has 1 to 26 weeks");
  Person person = with_reply(asked, request);
  start_week_on(person);
  Program program;
  program.care = assess_care(person, catalog);
  program.status = first_status(program.care, person);
  program.assumptions = person.assumptions;
  program.assumptions.insert(program.assumptions.end(), program.care.assumptions.begin(),
                             program.care.assumptions.end());

  PlanInput input{&person, &program.care, &catalog, {}};
  input.fitted = fitted_exercises(person, program.care, catalog, program.left_out);
  if (request.reply) apply_doses(*request.reply, input, program.left_out);
  input.preferred = stand_ins(input, request.template_id);
  input.preferred.insert(input.preferred.end(), request.keep.begin(), request.keep.end());
  add_standing_reasons(input);

  if (program.status == Status::Stop || program.status == Status::SeeSomeoneFirst) {
    add_small_list(input, program);
  } else if (program.care.is_flare || program.care.caps.quiet_only) {
    add_flare_day(input, program);
  } else {
    build_weeks(input, request.weeks, program);
    if (program.status != Status::NoPlan) let_referee_decide(person, catalog, program);
  }
  add_advice(input, program);
  if (program.status != Status::NoPlan) explain_left_out(input, program);
  if (!request.template_id.empty())
    program.article = article_view(input, request.template_id, program);
  return program;
}

}  // namespace strongback
