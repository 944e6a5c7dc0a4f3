#pragma once

#include <optional>
#include <vector>

#include "plan/days.h"
#include "plan/prescribe.h"
#include "plan/week_problem.h"

namespace strongback {

/// Everything that the weeks of one program share.
struct PlanInput {
  const Person* person = nullptr;
  const Assessment* care = nullptr;
  const Catalog* catalog = nullptr;
  std::vector<Prescription> fitted;  ///< what this person may do and has the things for
  std::vector<std::string> preferred =
      {};  ///< ids that a template asks for, or what stands in for them
};

/// Minutes of a session that are not the main part.
struct Frame {
  double warm_up_min = 6.0;
  double cool_down_min = 4.0;
};
Frame session_frame(const Person& person, const Rules& rules);

/// A week long after the start: all alike, every floor at its ordinary value.
inline constexpr int kSteadyWeek = 1000;

/// The days of each slot, the week that it is, and what was done before.
struct WeekShape {
  std::vector<std::vector<TrainingDay>> slots;
  int week = kSteadyWeek;
  bool is_split = false;
  std::vector<int> times_before;  ///< sessions with each fitted exercise; empty: all long known
};

/// A week of that shape, whole: every exercise in every slot where it may stand.
WeekProblem week_problem(const PlanInput& input, WeekShape shape);

/// The full week: which exercises and how many sets in each kind of session (slots A and B).
WeekProblem full_week(const PlanInput& input, const DayPattern& pattern);

/// What a numbered week inherits.
struct WeekBefore {
  Choice choice;  ///< by day; empty before the first week
  std::vector<double>
      growth_base;  ///< weekly sets by muscle from which growth is counted; empty: free
  std::vector<double> disc_N_s = {};  ///< [N·s]  compression-time of every week before, in order
};

/// One week of a program as a problem with a slot for each day and an option for each exercise of
/// each day, so that what the week before held stays where it was.
struct NumberedWeek {
  struct Origin {
    std::size_t day = 0;
    std::size_t exercise = 0;  ///< index in PlanInput::fitted
  };
  WeekProblem problem;
  std::vector<Origin> origins;  ///< by option

  /// Sets by day and fitted exercise.
  [[nodiscard]] Choice by_day(const Choice& choice, std::size_t exercises) const;
};

/// Week `week` of a program whose full week is `full`: only each day's exercises, sets within the
/// ramp and not below those of the week before, growth within rule "weekly-growth".
NumberedWeek numbered_week(const PlanInput& input, const DayPattern& pattern, const Choice& full,
                           int week, const WeekBefore& before);

/// Weekly fractional sets by muscle of sets by day, chores included.
std::vector<double> muscle_sets(const PlanInput& input, const Choice& by_day);

/// Compression-time that sets by day put on the low back in a week, as far as they are simulated.
/// [N·s]
double disc_N_s(const PlanInput& input, const Choice& by_day);

/// The most of it in a week after `before` (rule "disc-budget"); infinite for the first week. [N·s]
double disc_budget_N_s(const Rules& rules, const std::vector<double>& before);

/// Sets that the ramp allows in a session whose full number is `full_sets` (rule "ramp").
int ramp_sets(const Person& person, const Rules& rules, int full_sets, int week);

/// The most sets a week that `muscle` may get (rule "weekly-cap").
double weekly_cap(const Person& person, const Rules& rules, const std::string& muscle);

/// The weekly range that the person's goals ask of `muscle`, the widest of them (rule
/// "weekly-range").
Range2 weekly_range(const Person& person, const Rules& rules, const Muscle& muscle);

/// Sets that the person's own chores put on the lumbar extensors in a week (rule "chores").
double chore_sets(const Person& person, const Catalog& catalog);

/// True when heavy chores of the week fall within a day of `day`.
bool is_near_heavy_chores(const Person& person, const Catalog& catalog, const TrainingDay& day);

/// True when a session at `start_min` falls into the hours after getting up in which this person
/// does not bend (rule "morning-bending").  [min]
bool is_first_hours(const PlanInput& input, int start_min);

/// True when `exercise` may not stand this early after getting up (rule "morning-bending").
bool is_too_early(const PlanInput& input, const Exercise& exercise, const TrainingDay& day);

}  // namespace strongback
