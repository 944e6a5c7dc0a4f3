#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/moment.h"
#include "base/units.h"
#include "person/person.h"

namespace strongback {

// The training log: what happened, in events that are never rewritten.  docs/events.md describes
// each kind and its JSON.  A mistake is mended by a further event (`Retracted`).

/// The person's file when the log began.  [kind "started"]
struct Started {
  std::string profile;  ///< TOML, docs/person-file.md
  std::string zone;     ///< "Europe/London"; empty: not known
};

/// The person's file from now on.  [kind "profile_changed"]
struct ProfileChanged {
  std::string profile;  ///< TOML, whole
  std::string changed;  ///< what: "equipment.dumbbells"; empty: the whole file
};

/// Which exercises stand on which days, and how many sets of each in which week.
struct Outline {
  struct Line {
    std::string exercise;
    std::vector<int> sets;  ///< by week, from 1; 0: not yet in it.  The last one goes on.
    bool operator==(const Line&) const = default;
  };
  struct Day {
    int weekday = 0;    ///< 0 Monday ... 6 Sunday
    int start_min = 0;  ///< [min] after midnight
    std::string focus;  ///< "whole back", "A: pulling"
    std::vector<Line> lines;
    bool operator==(const Day&) const = default;
  };
  Date start;
  std::vector<Day> days;  ///< in order of the week
  bool operator==(const Outline&) const = default;
};

/// The program that is followed from now on.  [kind "program_accepted"]
struct ProgramAccepted {
  Outline outline;
  std::vector<std::string> changes;  ///< what changed against the one before and why, in sentences
};

/// [kind "session_started"]
struct SessionStarted {
  Date planned;  ///< the day for which the program planned it
};

enum class SessionEnd { Done, Stopped, Pain };
const std::vector<std::string>& session_end_words();

/// [kind "session_ended"]
struct SessionEnded {
  SessionEnd how = SessionEnd::Done;
};

/// One set, on all its sides.  [kind "set_done"]
struct SetDone {
  std::string exercise;
  int reps = 0;                ///< repetitions, or holds; 0 to 500
  int seconds = 0;             ///< [s] of one hold, or of walking and the like
  int meters = 0;              ///< [m] of a carry
  std::optional<Mass> load;    ///< of one piece, as the exercise's load basis counts it
  std::string band;            ///< name of the band; empty: none
  std::optional<int> reserve;  ///< repetitions left, as the person said; 0 to 10
  std::optional<int> pain;     ///< the most pain during it, 0 to 10
  std::string source;          ///< "" logged here, "hevy", "strong", "file"
};

enum class SkipReason { NoTime, Pain, NoEquipment, Disliked, TooTired, Other };
const std::vector<std::string>& skip_reason_words();

/// A line of today's session that is not done, or is done in another form.  [kind "set_skipped"]
struct SetSkipped {
  std::string exercise;
  SkipReason why = SkipReason::Other;
  std::string instead;  ///< exercise that takes its place; empty: none
};

enum class PainWhen { Now, BeforeSession, During, AfterSession, NextMorning };
const std::vector<std::string>& pain_when_words();

/// [kind "pain_reported"]
struct PainReported {
  PainWhen when = PainWhen::Now;
  int pain = 0;                      ///< 0 to 10
  std::optional<Site> site;          ///< farthest place of the pain
  std::string exercise;              ///< during which; empty: none
  std::optional<int> stiffness_min;  ///< [min] of morning stiffness
  bool is_sharp = false;             ///< sharp or catching
  bool is_numb_or_weak = false;      ///< numbness or weakness that is new
  bool says_flare = false;           ///< the person says: this is a flare
};

/// An answer to a screening question.  [kind "answered"]
struct Answered {
  std::string question;  ///< red-flag id
  Answer answer;         ///< a Clearance never stands here: see `Cleared`
};

struct SorenessReported {  ///< [kind "soreness"]
  std::string muscle;
  int soreness = 0;  ///< 0 to 10
};

struct Slept {  ///< [kind "sleep"]  the night before
  double hours = 0.0;
};

struct Walked {  ///< [kind "walk"]
  double minutes = 0.0;
};

struct ChoreDone {       ///< [kind "chore"]
  std::string activity;  ///< id of data/activities.toml
  double minutes = 0.0;
};

enum class NoteAbout { Day, Exercise, Set, Pain };
const std::vector<std::string>& note_about_words();

struct Noted {  ///< [kind "note"]
  NoteAbout about = NoteAbout::Day;
  std::string of;    ///< exercise id, or the id of the event of a set or pain; empty for the day
  std::string text;  ///< at most 2,000 bytes
};

enum class Measure { BodyMass, Waist, TrunkHold, Pressure };
const std::vector<std::string>& measure_words();

struct MeasurementTaken {  ///< [kind "measurement"]
  Measure what = Measure::BodyMass;
  double value = 0.0;   ///< [kg], [cm], [s], systolic [mmHg]
  double second = 0.0;  ///< diastolic [mmHg]; else 0
};

/// A clinician has looked (rules 10.1).  [kind "cleared"]
struct Cleared {
  std::string who;
  std::string limits;
};

/// [kind "therapist_replied"]
struct TherapistReplied {
  std::string reply;  ///< TOML, docs/person-file.md
};

/// Only the maintenance dose until then (rule "maintenance").  [kind "busy"]
struct Busy {
  Date until;  ///< this day included
};

/// The event of that id does not count, as if it had never been.  [kind "retracted"]
struct Retracted {
  std::string id;
};

using EventBody =
    std::variant<Started, ProfileChanged, ProgramAccepted, SessionStarted, SessionEnded, SetDone,
                 SetSkipped, PainReported, Answered, SorenessReported, Slept, Walked, ChoreDone,
                 Noted, MeasurementTaken, Cleared, TherapistReplied, Busy, Retracted>;

struct Event {
  std::string id;  ///< UUID of version 7, made by the client
  Moment when;
  EventBody body;
};

/// The words of `EventBody`, in its order: "started", "profile_changed", ...
const std::vector<std::string>& event_kinds();
const std::string& kind_of(const EventBody& body);

/// A UUID of version 7 for `at`; its other bits come from `seed`: the same seed gives the same id.
std::string event_id(Instant at, std::string_view seed);

/// The events that count, in the order in which they happened: each id once, none that a counting
/// `Retracted` names, sorted by instant and then by id.  The order of arrival does not matter.
std::vector<Event> settled(std::vector<Event> events);

}  // namespace strongback
