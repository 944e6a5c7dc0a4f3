#pragma once

#include <limits>

#include "log/event.h"

namespace strongback {

// The keys of each kind of event, said once for reading and writing (docs/events.md).  `Io` has a
// member for each sort of value; its last arguments are the range that may stand there.

inline constexpr int kLongestId = 100;        // [byte]
inline constexpr int kLongestName = 200;      // [byte]
inline constexpr int kLongestNote = 2'000;    // [byte]
inline constexpr int kLongestFile = 262'144;  // [byte]  a profile or reply
inline constexpr int kMostScale = 10;         // of pain, soreness, reserve
inline constexpr int kMostReps = 500;
inline constexpr int kDay_s = 86'400;
inline constexpr int kDay_min = 1'440;
inline constexpr double kMostLoad_kg = 1'000.0;

template <class Io>
void fields_of(Io& io, Started& e) {
  io.need_text("profile", e.profile, kLongestFile);
  io.text("zone", e.zone, kLongestName);
}
template <class Io>
void fields_of(Io& io, ProfileChanged& e) {
  io.need_text("profile", e.profile, kLongestFile);
  io.text("changed", e.changed, kLongestName);
}
template <class Io>
void fields_of(Io& io, ProgramAccepted& e) {
  io.need_outline("outline", e.outline);
  io.texts("changes", e.changes, kLongestNote);
}
template <class Io>
void fields_of(Io& io, SessionStarted& e) {
  io.need_date("planned", e.planned);
}
template <class Io>
void fields_of(Io& io, SessionEnded& e) {
  io.need_word("how", e.how, session_end_words());
}
template <class Io>
void fields_of(Io& io, SetDone& e) {
  io.need_text("exercise", e.exercise, kLongestId);
  io.whole("reps", e.reps, 0, kMostReps);
  io.whole("duration_s", e.seconds, 0, kDay_s);
  io.whole("distance_m", e.meters, 0, 100'000);
  io.mass("load_kg", e.load, kMostLoad_kg);
  io.text("band", e.band, kLongestName);
  io.maybe_whole("reserve", e.reserve, 0, kMostScale);
  io.maybe_whole("pain", e.pain, 0, kMostScale);
  io.text("source", e.source, kLongestId);
}
template <class Io>
void fields_of(Io& io, SetSkipped& e) {
  io.need_text("exercise", e.exercise, kLongestId);
  io.need_word("why", e.why, skip_reason_words());
  io.text("instead", e.instead, kLongestId);
}
template <class Io>
void fields_of(Io& io, PainReported& e) {
  io.need_word("when", e.when, pain_when_words());
  io.need_whole("pain", e.pain, 0, kMostScale);
  io.maybe_word("site", e.site, site_words());
  io.text("exercise", e.exercise, kLongestId);
  io.maybe_whole("stiffness_min", e.stiffness_min, 0, kDay_min);
  io.flag("is_sharp", e.is_sharp);
  io.flag("is_numb_or_weak", e.is_numb_or_weak);
  io.flag("says_flare", e.says_flare);
}
template <class Io>
void fields_of(Io& io, Answered& e) {
  io.need_text("question", e.question, kLongestId);
  io.need_answer("answer", e.answer);
}
template <class Io>
void fields_of(Io& io, SorenessReported& e) {
  io.need_text("muscle", e.muscle, kLongestId);
  io.need_whole("soreness", e.soreness, 0, kMostScale);
}
template <class Io>
void fields_of(Io& io, Slept& e) {
  io.need_number("duration_h", e.hours, 0.0, 24.0);
}
template <class Io>
void fields_of(Io& io, Walked& e) {
  io.need_number("duration_min", e.minutes, 0.0, kDay_min);
}
template <class Io>
void fields_of(Io& io, ChoreDone& e) {
  io.need_text("activity", e.activity, kLongestId);
  io.need_number("duration_min", e.minutes, 0.0, kDay_min);
}
template <class Io>
void fields_of(Io& io, Noted& e) {
  io.need_word("about", e.about, note_about_words());
  io.text("of", e.of, kLongestId);
  io.need_text("text", e.text, kLongestNote);
}
template <class Io>
void fields_of(Io& io, MeasurementTaken& e) {
  io.need_word("what", e.what, measure_words());
  io.need_number("value", e.value, 0.0, 1'000.0);
  io.number("second", e.second, 0.0, 400.0);
}
template <class Io>
void fields_of(Io& io, Cleared& e) {
  io.need_text("who", e.who, kLongestName);
  io.text("limits", e.limits, kLongestNote);
}
template <class Io>
void fields_of(Io& io, TherapistReplied& e) {
  io.need_text("reply", e.reply, kLongestFile);
}
template <class Io>
void fields_of(Io& io, Busy& e) {
  io.need_date("until", e.until);
}
template <class Io>
void fields_of(Io& io, Retracted& e) {
  io.need_text("event", e.id, kLongestId);
}

}  // namespace strongback
