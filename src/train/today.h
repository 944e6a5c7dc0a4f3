#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/program.h"
#include "train/pain.h"
#include "train/readiness.h"
#include "train/state.h"

namespace strongback {

/// What the day is for.
enum class DayKind {
  Session,      ///< train now
  Rest,         ///< nothing is due, or muscles are not ready
  Done,         ///< today's session is behind
  Flare,        ///< the flare program
  BeSeenFirst,  ///< somebody qualified looks first; a small list may stay open
  Stop,         ///< no program; get help
  NoProgram,    ///< no program was accepted, or none is possible
};
const std::vector<std::string>& day_kind_words();

/// One exercise of today's session.
struct TodayLine {
  PlannedExercise planned;  ///< sets, repetitions, load, rest, reserve of today, with reasons
  std::vector<RepsPrediction> predicted;  ///< by set; empty where nothing can be said
  std::vector<LoggedSet> done;            ///< sets of it today
  std::optional<SetSkipped> skipped;      ///< the person left it out today
  std::string in_place_of;                ///< exercise of the program that it replaces; empty: none
  [[nodiscard]] int sets_left() const {
    const int left = planned.sets - static_cast<int>(done.size());
    return skipped || left < 0 ? 0 : left;
  }
};

/// What to do now.
struct Today {
  DayKind kind = DayKind::Rest;
  Moment now;
  Moment at;     ///< when the session stands: its start, else when it is planned; else `now`
  Date planned;  ///< for which day the program planned it
  bool is_under_way = false;
  Person person;    ///< the profile with today's pain, sleep, soreness, answers, tolerance
  Assessment care;  ///< of that person
  int week = 1;     ///< of the program, as trained
  std::vector<TodayLine> lines;
  std::vector<std::string> warm_up, cool_down;
  std::string focus;
  double minutes = 0.0;
  std::vector<LeftOut> left_out;  ///< exercises of the program that are not in it today, and why
  std::vector<Reason> changes;    ///< what is different from the program as accepted, and why
  std::vector<MuscleReadiness> readiness;   ///< of every muscle that is not ready, longest first
  std::vector<PlannedExercise> small_list;  ///< flare, be seen first: what is open
  std::string small_list_how;
  std::optional<Moment> next_session;     ///< the next planned one, when none is due now
  std::vector<std::string> questions;     ///< ids of the screening questions due (rules 10.3)
  bool asks_pain = false;                 ///< no pain was reported today
  bool asks_morning = false;              ///< the last session waits for its next-morning answer
  std::vector<std::string> flare_causes;  ///< what changed before it got worse, as questions
  std::vector<std::string> advice;
  std::vector<std::string> broken;  ///< what the referee refused: a bug of ours; then no lines
};

/// Whether a session that has not begun stands at its planned hour (when that is still ahead
/// today) or begins now.
enum class SessionStart { Planned, Now };

/// What a day is on which health leaves no session open; nothing: it leaves one.
std::optional<DayKind> closed_by(const Assessment& care);

/// What the person is to do at `now`.  The referee of the day (day_referee.h) has passed what it
/// shows.
Today make_today(const TrainingState& state, const Moment& now, const Catalog& catalog,
                 SessionStart start = SessionStart::Planned);

/// The set that comes next in a session.
struct NextSet {
  const TodayLine* line = nullptr;
  int number = 1;            ///< 1 is the first of its exercise
  std::optional<Mass> load;  ///< after what today's earlier sets said
  std::string load_text;
  Span reps;       ///< {0, 0} for holds, carries and time
  int rest_s = 0;  ///< [s]  after it
  std::optional<RepsPrediction> predicted;
  std::string why;  ///< what today's earlier sets changed; empty: nothing
};

/// The next set of `line`, which has been done as far as its `done` says; `state` has learned that.
NextSet next_set_of(const TodayLine& line, const Today& today, const TrainingState& state,
                    const Catalog& catalog);

/// Nothing when every line is done or left out.
std::optional<NextSet> next_set(const Today& today, const TrainingState& state,
                                const Catalog& catalog);

}  // namespace strongback
