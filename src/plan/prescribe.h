#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "plan/loads.h"
#include "plan/program.h"

namespace strongback {

/// An exercise fitted to one person: everything but the number of sets.
struct Prescription {
  const Exercise* exercise = nullptr;
  PlannedExercise line;  ///< sets still 0; `why` holds the reasons of every number so far
  int least_sets = 1;    ///< of a full program, in one session
  int most_sets = 3;
  double set_min = 0.0;        ///< [min] one set on all its sides, with rest
  std::string station;         ///< what stands ready
  bool fits_goal = false;      ///< loaded as heavily as the goal asks
  std::vector<Share> credit;   ///< of one set, after stimulus and reserve
  std::vector<Share> shares;   ///< the same before both: of the model or the list
  double credit_factor = 1.0;  ///< below 1 where a set ends far from tiring
};

/// What a goal asks of a set (rules dose-...).
struct DoseRule {
  std::string id;
  int sets_low = 1;
  int sets_high = 3;
  Span reps;
  int reserve = 3;
  int rest_low_s = 30;
};

/// The row of the prescription matrix for this person (docs/theory/load.md).
DoseRule dose_rule(const Person& person, const Rules& rules);

/// Fits `exercise` to the person: equipment, repetitions, load, reserve, rest, tempo; or says in
/// words why it cannot be.
tl::expected<Prescription, std::string> prescribe(const Exercise& exercise, const Person& person,
                                                  const Assessment& care, const Catalog& catalog);

/// The loads that the person can put together for `line` within what health, therapist and the
/// guideline for discs leave open, lightest first.
std::vector<LoadOption> open_loads(const Exercise& exercise, const PlannedExercise& line,
                                   const Person& person, const Assessment& care,
                                   const Catalog& catalog);

/// What a set counts for, with the load that the line now has: `shares`, `credit`, the line's
/// `works` and `disc`, and the reason.
void credit_sets(Prescription& fitted, const Person& person, const Catalog& catalog);

/// What `lines` put on the discs together; nothing when none is simulated.
std::optional<DiscSum> disc_sum_of(const std::vector<PlannedExercise>& lines, const Person& person,
                                   const Rules& rules);
/// Adds what `session` puts on the discs to `week`.
void add_up(std::optional<DiscSum>& week, const PlannedSession& session);

/// A reason built from a rule; `text` is the sentence with this person's numbers, or, when empty,
/// the rule's own.
Reason reason(const Rules& rules, const std::string& about, const std::string& rule,
              std::string text = "");

/// True when a condition of high blood pressure is named: sets then rest 60 s at least.
bool has_hypertension(const Person& person);

/// Minutes of one set with its rest.
double set_minutes(const Exercise& exercise, const PlannedExercise& line);

/// Rest after a set at `share` of the maximum (rules "rest-by-load", "rest-longer"); the
/// goal's own longer rest counts from 75 % up.  [s]
int rest_s(const Exercise& exercise, const Person& person, const Catalog& catalog, double share);

}  // namespace strongback
