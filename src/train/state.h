#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalog/catalog.h"
#include "log/event.h"
#include "person/therapist_reply.h"
#include "train/learner.h"

namespace strongback {

/// A set of the log with the id of its event and its moment.
struct LoggedSet {
  std::string id;
  Moment when;
  SetDone set;
  const Exercise* exercise = nullptr;  ///< of the catalog that read the log; it must outlive it
};

/// A report of pain with its moment.
struct LoggedPain {
  std::string id;
  Moment when;
  PainReported report;
};

/// A chore or walk: minutes of an activity.
struct LoggedActivity {
  Moment when;
  std::string activity;  ///< id; "walk-easy" for walks
  double minutes = 0.0;
};

/// One session of the guided kind; sets logged without one belong to the day alone.
struct LoggedSession {
  Moment started;
  Date planned;
  std::optional<Moment> ended;
  SessionEnd how = SessionEnd::Done;
};

/// What the log holds of one calendar day of the person.
struct DiaryDay {
  std::vector<LoggedSet> sets;
  std::vector<std::pair<Moment, SetSkipped>> skipped;
  std::vector<LoggedPain> pains;
  std::vector<LoggedSession> sessions;
  std::vector<LoggedActivity> activities;
  std::map<std::string, int> soreness;  ///< muscle id -> 0 to 10, the last word of the day
  std::optional<double> sleep_h;
  std::vector<std::pair<Moment, Noted>> notes;
};

/// An answer to a screening question with its day.
struct DatedAnswer {
  Moment when;
  Answer answer;
};

/// Everything that the log says, as one value.  The same events give the same state.
struct TrainingState {
  std::string profile_text;  ///< TOML
  std::string zone;
  Person profile;  ///< checked; as the person last said it
  Moment began;
  Moment profile_since;  ///< when the profile last changed; before `began`: never
  Moment last;           ///< the last event
  std::optional<Outline> outline;
  Person planned_for;  ///< the profile when `outline` was accepted
  std::vector<std::pair<Moment, ProgramAccepted>> programs;  ///< all, in order
  std::map<Date, DiaryDay> diary;
  std::map<std::string, std::vector<DatedAnswer>> answers;  ///< by red-flag id, in order
  std::optional<std::pair<Moment, Cleared>> cleared;        ///< the last
  std::optional<std::pair<Moment, TherapistReply>> reply;   ///< the last
  std::optional<Date> busy_until;
  std::map<Measure, std::vector<std::pair<Moment, MeasurementTaken>>> measured;
  StrengthBelief belief;
  std::map<std::string, std::vector<Date>> days_of;  ///< exercise -> days on which it was done
};

/// The state of a log; `events` may be in any order and hold retracted ones.  A log that does not
/// begin with `Started`, or whose profile the catalog no longer reads, is refused with every
/// problem.
Checked<TrainingState> state_of(std::vector<Event> events, const Catalog& catalog,
                                LearnerWay way = LearnerWay::Shared);

/// Adds one event that is not earlier than any in the state, and no `Retracted`.
Checked<void> follow(TrainingState& state, const Event& event, const Catalog& catalog);

/// The days of the diary from `first` to `last`, both included, latest last.
std::vector<std::pair<Date, const DiaryDay*>> days_between(const TrainingState& state, Date first,
                                                           Date last);

}  // namespace strongback
