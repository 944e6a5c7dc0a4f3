#include "plan/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/first_week.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

int sum(const std::vector<int>& sets) {
  int total = 0;
  for (const int s : sets) total += s;
  return total;
}

/// The muscles whose growth or landmark keeps a week below the ramp.
std::vector<std::string> full_muscles(const PlanInput& input, const WeekProblem& problem,
                                      const Choice& choice) {
  std::vector<std::string> names;
  const auto sets = muscle_sets(input, choice);
  constexpr double kNear = 0.5;  // less than one helping set of room
  for (std::size_t m = 0; m < sets.size(); ++m) {
    if (sets[m] > 0.0 && sets[m] > problem.muscles[m].cap - kNear)
      names.push_back(input.catalog->muscles[m].short_name);
  }
  return names;
}

/// True when the lightest further set would pass the week's budget of rule "disc-budget".
bool is_near_disc_cap(const PlanInput& input, const Choice& choice, const WeekProblem& problem) {
  double least = 0.0;
  for (const Option& option : problem.options) {
    if (option.disc > 0.0 && (least == 0.0 || option.disc < least)) least = option.disc;
  }
  const double used =
      disc_N_s(input, choice) / input.catalog->rules.number("disc-budget", "free_newton_s");
  return least > 0.0 && used + least > problem.disc_cap;
}

/// What keeps a week below what it might hold, in words.
std::string held_by(const PlanInput& input, const Choice& choice, const WeekProblem& problem,
                    const PlannedWeek& week) {
  constexpr std::size_t kMostNamed = 4;
  std::vector<std::string> reasons;
  const double floor = recovery_floor_h(*input.person, input.catalog->rules, week.number, "");
  const double steady = input.catalog->rules.number("recovery-floor", "floor_h");
  if (floor > steady) reasons.push_back(fmt::format("muscles rest {} h now", plain(floor)));
  auto held = full_muscles(input, problem, choice);
  const bool more = held.size() > kMostNamed;
  if (more) held.resize(kMostNamed);
  if (!held.empty()) {
    reasons.push_back("weekly limit or growth limit reached: " + joined(held, ", ") +
                      (more ? " and others" : ""));
  }
  if (is_near_disc_cap(input, choice, problem)) {
    reasons.push_back(
        fmt::format("force times time on the low back grows by at most {:.0f} % a week",
                    100.0 * (input.catalog->rules.number("disc-budget", "growth") - 1.0)));
  }
  if (week.number == 1 && !input.person->past_sets.empty()) {
    reasons.emplace_back("it grows from the sets of your last week");
  }
  return reasons.empty() ? "recovery, balance and growth leave room for no more yet"
                         : joined(reasons, "; ");
}

/// Says where a week stands on its way to the full one, and what holds it back (rules "ramp",
/// "weekly-cap" and "weekly-growth": the lower limit wins).
void note_ramp(const PlanInput& input, const FullWeek& full, const Choice& choice,
               const WeekProblem& problem, PlannedWeek& week) {
  int allowed = 0;
  int planned = 0;
  int whole = 0;
  for (std::size_t d = 0; d < choice.size(); ++d) {
    const int full_sets = sum(full.choice[static_cast<std::size_t>(full.pattern.session[d])]);
    allowed += ramp_sets(*input.person, input.catalog->rules, full_sets, week.number);
    planned += sum(choice[d]);
    whole += full_sets;
  }
  const bool is_ramp = is_on_ramp(*input.person, input.catalog->rules);
  if (is_ramp)
    week.notes.push_back(
        allowed < whole
            ? fmt::format("ramp: {} of the full {} a week", counted(allowed, "set"), whole)
            : fmt::format("full program: {} a week", counted(whole, "set")));
  if (planned >= allowed) return;
  week.notes.push_back(fmt::format("{} planned instead of {}: {}", planned, allowed,
                                   held_by(input, choice, problem, week)));
}

std::string days_text(const FullWeek& full) {
  std::vector<std::string> names;
  double shortest = kHoursPerWeek;
  for (std::size_t i = 0; i < full.pattern.days.size(); ++i) {
    names.push_back(weekday_name(full.pattern.days[i].weekday));
    for (std::size_t j = 0; j < full.pattern.days.size(); ++j) {
      const bool same = i != j && full.pattern.session[i] == full.pattern.session[j];
      if (same)
        shortest = std::min(shortest, hours_until(full.pattern.days[i], full.pattern.days[j]));
    }
  }
  if (full.pattern.days.size() == 1) return names.front() + ": the one day that you have";
  return fmt::format("{}: the same session comes back after {} h at the earliest", listed(names),
                     plain(shortest, 1));
}

std::string gain_text(const Rules& rules) {
  return fmt::format(
      "Lean mass: back training alone may add {} to {} kg in {} weeks; whole-body programs add "
      "more. "
      "Muscle at rest burns little, so do not expect this to change your weight.",
      plain(rules.number("lean-mass", "low_kg")), plain(rules.number("lean-mass", "high_kg")),
      plain(rules.number("lean-mass", "weeks")));
}

}  // namespace

void add_week_notes(const PlanInput& input, const FullWeek& full,
                    const std::vector<Choice>& choices, Program& program) {
  const Rules& rules = input.catalog->rules;
  const bool ramp = is_on_ramp(*input.person, rules);
  WeekBefore before;
  for (std::size_t w = 0; w < choices.size(); ++w) {
    const WeekProblem problem =
        numbered_week(input, full.pattern, full.choice, static_cast<int>(w) + 1, before).problem;
    note_ramp(input, full, choices[w], problem, program.weeks[w]);
    const auto step = static_cast<std::size_t>(rules.number("ramp", "every_weeks"));
    if (!ramp || (w + 1) % step == 0) before.growth_base = muscle_sets(input, choices[w]);
    before.disc_N_s.push_back(disc_N_s(input, choices[w]));
    before.choice = choices[w];
  }
  for (auto& note : first_week_notes(input)) program.weeks.front().notes.push_back(std::move(note));
  program.why.push_back(reason(rules, "days", "days-per-week", days_text(full)));
  program.why.push_back(reason(rules, "days", "recovery-floor"));
  if (full.pattern.sessions > 1) program.why.push_back(reason(rules, "days", "split-days"));
  if (ramp) program.why.push_back(reason(rules, "sets", "ramp"));
  program.why.push_back(reason(rules, "sets", "weekly-range"));
  program.why.push_back(reason(rules, "sets", "weekly-cap"));
  program.why.push_back(reason(rules, "sets", "weekly-growth"));
  const bool is_simulated =
      std::any_of(program.weeks.begin(), program.weeks.end(),
                  [](const PlannedWeek& week) { return week.disc.has_value(); });
  if (is_simulated) {
    program.why.push_back(reason(rules, "discs", "disc-budget"));
    program.why.push_back(reason(rules, "discs", "disc-guideline"));
  }
  program.why.push_back(reason(rules, "choice", "muscle-value"));
  program.why.push_back(reason(rules, "energy", "energy-net"));
}

void add_advice(const PlanInput& input, Program& program) {
  const Rules& rules = input.catalog->rules;
  auto& advice = program.advice;
  if (!program.weeks.empty() && !input.care->is_flare) {
    advice.push_back(
        "First session: find your loads. Do the first set of each loaded exercise and stop at 12 "
        "repetitions or with "
        "three left. Twelve done with five or more left: take a quarter more next time; with four "
        "left, a tenth more; "
        "six or seven done: a tenth less; fewer than six: a fifth less; pain above 2 of 10: half, "
        "or an easier form. "
        "Change a load at most twice in one session.");
    advice.push_back(gain_text(rules));
  }
  if (input.care->caps.no_flexion_h_after_rising > 0) {
    advice.push_back(
        fmt::format("For the first {} h after getting up: no deep bending, no loaded bending, no "
                    "bending chores.",
                    input.care->caps.no_flexion_h_after_rising));
  }
}

}  // namespace strongback
