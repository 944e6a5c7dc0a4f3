#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/log_book.h"
#include "train/today.h"

namespace strongback {

/// What a change of the log came to.
struct LogChange {
  std::vector<std::string> notes;    ///< what was kept or settled, in sentences
  std::vector<std::string> program;  ///< what changed in the program and why; empty: nothing
  std::vector<std::string> triage;   ///< what must be seen to, most urgent first
  bool may_train = true;             ///< false: be seen first, or stop
};

/// `start`: imports the person's file once.
Outcome<LogChange> start_log(const Catalog& catalog, const LogPlace& place,
                             const std::string& person_path);

/// `update`: the whole file at `path`, or one field.
Outcome<LogChange> update_profile(const Catalog& catalog, const LogPlace& place,
                                  const std::string& path);
Outcome<LogChange> update_field(const Catalog& catalog, const LogPlace& place,
                                const std::string& key, const std::string& value);

/// The same of an open log: the whole file's text, or one field.
Outcome<LogChange> update_profile_text(LogBook& book, const std::string& text);
Outcome<LogChange> update_field(LogBook& book, const std::string& key, const std::string& value);

/// Puts an exercise among those that are "locked" or "disliked", and takes it from the others.
Outcome<LogChange> prefer(LogBook& book, const std::string& exercise, const std::string& how);

/// Keeps a therapist's reply, a TOML text.
Outcome<LogChange> keep_reply(LogBook& book, const std::string& reply);

/// Keeps a program that the person chose.
Outcome<LogChange> accept_program(LogBook& book, ProgramAccepted program);

/// Events of an app, with their own ids, as many as are right; the others with what is wrong.
struct RefusedEvent {
  std::string id;
  Problems problems;
};
struct HandedIn {
  Appended kept;
  std::vector<RefusedEvent> refused;
  LogChange change;
};
Outcome<HandedIn> hand_in(LogBook& book, const std::vector<Event>& events);

/// Things to log at once, as typed.
struct LogOrder {
  std::vector<EventBody> bodies;
  std::optional<Moment> at;  ///< nothing: now
  std::string id;            ///< of the first event; empty: a new one
};
Outcome<LogChange> add_to_log(LogBook& book, const LogOrder& order);

/// The last event to arrive that counts, programs and the start not counted; nothing: none.
std::optional<Event> last_entry(const LogBook& book);

/// `undo`: takes back the last entry.
Outcome<LogChange> undo_last(LogBook& book);

/// Accepts the program that is due, if one is, and says what changed; looks at what must be seen
/// to.
Outcome<void> settle_program(LogBook& book, LogChange& change);

/// An event for people: "Mon 30 Nov 18:42  one-arm-row-bench: 10 x 3 kg, 3 in reserve".
std::string event_text(const Event& event, const Catalog& catalog, Units units);

/// What was logged of `count` days up to the last one, latest first.
struct HistoryEntry {
  std::string id;    ///< of the event
  std::string kind;  ///< "set_done"
  std::string text;  ///< as event_text has it
};
struct HistoryDay {
  Date date;
  std::vector<HistoryEntry> entries;
};
std::vector<HistoryDay> history_of(const LogBook& book, int count);

}  // namespace strongback
