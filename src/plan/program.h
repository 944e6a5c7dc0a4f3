#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "care/care.h"
#include "person/person.h"

namespace strongback {

/// Why a number is what it is.
struct Reason {
  std::string
      about;  ///< "sets", "reps", "hold", "load", "rest", "reserve", "tempo", "choice", "works"
  std::string rule;    ///< rule id
  std::string text;    ///< one sentence with this person's numbers
  std::string source;  ///< citation for people
  std::string grade;   ///< A to D
  bool operator==(const Reason&) const = default;
};

/// What one set puts on the discs, as the model computes it.
struct DiscUse {
  double set_N_s = 0.0;  ///< [N·s]  L4/L5 above quiet standing, all sides and repetitions
  double peak_N = 0.0;   ///< [N]  on the disc that is pressed most
  Likely likely_N;       ///< [N]  where that peak likely lies
};

/// The same over the sets of a session or week, as far as they are simulated.
struct DiscSum {
  double N_s = 0.0;
  double peak_N = 0.0;
  Likely likely_N;
  double share_of_guideline = 0.0;  ///< [-]  of the peak (rule "disc-guideline")
  int sets = 0;
  int simulated_sets = 0;
};

/// One line of a session.
struct PlannedExercise {
  std::string id;
  std::string name;
  int sets = 0;
  int sides = 1;               ///< 2: every set is done on each side
  std::optional<Span> reps;    ///< exactly one of reps, hold_s, distance_m, minutes
  std::optional<Span> hold_s;  ///< seconds of one hold
  int holds = 1;               ///< holds in a set
  std::optional<Span> distance_m;
  std::optional<Span> minutes_each;
  std::optional<Mass> load;     ///< of one piece for per-hand loads; nothing: no load or a band
  std::string load_text;        ///< "a 400 g tin in each hand"; "" without a load
  bool is_calibration = false;  ///< the first session finds the load (rules 4.4)
  int rest_s = 0;
  int reserve = 0;                      ///< repetitions left at the end of a set
  std::string tempo;                    ///< "2-0-1-1" or ""
  std::map<std::string, double> works;  ///< muscle id -> credit of one set
  /// Those of `works` whose credit the model computed; that of the others is the catalog's list's.
  std::set<std::string> works_by_model;
  std::optional<DiscUse> disc;  ///< nothing: not simulated
  double minutes = 0.0;         ///< [min] work and rest and change
  std::vector<Reason> why;
};

struct Range2 {
  double low = 0.0;
  double high = 0.0;
};

struct PlannedSession {
  int weekday = 0;
  std::optional<Date> date;
  int start_min = 0;  ///< [min] after midnight
  std::string focus;  ///< "whole back", "A: pulling", "B: extension and control"
  std::vector<std::string> warm_up;
  std::vector<PlannedExercise> exercises;
  std::vector<std::string> cool_down;
  double minutes = 0.0;
  double kcal_net = 0.0;
  Range2 kcal_range;
  std::optional<DiscSum> disc;  ///< nothing: no exercise is simulated
};

/// A walk or a chore in the week.
struct PlannedActivity {
  std::string id;
  std::string label;
  int times = 1;
  double minutes = 0.0;   ///< [min] each time
  double kcal_net = 0.0;  ///< [kcal] in the week
  std::string back_load;  ///< "" or how it counts as load on the back
};

struct PlannedWeek {
  int number = 1;
  int sets_total = 0;
  std::vector<PlannedSession> sessions;
  std::vector<PlannedActivity> activities;
  std::map<std::string, double> muscle_sets;  ///< muscle id -> fractional sets in this week
  std::vector<std::string> notes;             ///< ramp, caps that won, deload
  double kcal_net = 0.0;
  Range2 kcal_range;
  std::optional<DiscSum> disc;  ///< nothing: no exercise is simulated
};

struct MuscleWeek {  ///< one row of the muscle table
  std::string muscle;
  double sets = 0.0;             ///< in the fullest week
  double low = 0.0, high = 0.0;  ///< its range
  double cap = 0.0;              ///< never planned above
};

struct Recovery {
  std::string muscle;
  double shortest_gap_h = 0.0;
  double needed_h = 0.0;
};

struct LeftOut {
  std::string id;
  std::string because;
};

struct TemplateView {  ///< the article's own table beside the fitted program
  Template table;
  std::vector<std::string> changes;  ///< what the fit changed and why, row by row
};

enum class Status { Ok, Gentle, SeeSomeoneFirst, Stop, NoPlan };
const std::vector<std::string>& status_words();

/// The whole answer to one person.
struct Program {
  Status status = Status::Ok;
  Assessment care;
  std::vector<std::string> assumptions;
  std::vector<PlannedWeek> weeks;
  std::vector<MuscleWeek> weekly_sets;
  std::vector<Recovery> recovery;
  std::vector<LeftOut> left_out;
  std::vector<std::string> conflicts;
  std::vector<std::string> advice;  ///< calibration, energy and lean mass, morning rule, ...
  std::vector<PlannedExercise> small_list;  ///< what is allowed while status is not ok
  std::string small_list_how;               ///< how often, when to stop, when to be seen
  std::vector<Reason> why;                  ///< about the program as a whole: days, ramp, ranges
  std::optional<TemplateView> article;
  double objective = 0.0;  ///< of the full week, for the bench
};

}  // namespace strongback
