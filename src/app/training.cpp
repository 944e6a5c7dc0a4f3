#include "app/training.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/browse.h"
#include "base/text.h"
#include "log/event_json.h"
#include "person/change_field.h"
#include "person/read_person.h"
#include "reading/document.h"
#include "train/program_due.h"

namespace strongback {
namespace {

Outcome<std::string> text_of(const std::string& path) {
  auto text = read_text(path);
  if (!text) return tl::unexpected<Failure>(BadInput{std::move(text.error())});
  return std::move(*text);
}

/// The same call again: its first event is there, with the same content.
bool is_repeated(const LogBook& book, const LogOrder& order) {
  if (order.id.empty() || order.bodies.empty()) return false;
  return std::any_of(book.events().begin(), book.events().end(), [&](const Event& event) {
    return event.id == order.id &&
           event_json({event.id, event.when, order.bodies.front()}) == event_json(event);
  });
}

/// Keeps the new profile; `changed` names the field, or is empty for the whole file.
Outcome<LogChange> keep_profile(LogBook& book, const std::string& profile,
                                const std::string& changed) {
  LogChange change;
  if (profile == book.state().profile_text) {
    change.notes.emplace_back("nothing changed: the log already says this");
    return change;
  }
  auto kept = book.add(ProfileChanged{profile, changed});
  if (!kept) return tl::unexpected(std::move(kept.error()));
  change.notes.push_back(changed.empty() ? "the whole file is taken over"
                                         : fmt::format("'{}' is changed", changed));
  if (auto settled = settle_program(book, change); !settled)
    return tl::unexpected(std::move(settled.error()));
  return change;
}

}  // namespace

Outcome<void> settle_program(LogBook& book, LogChange& change) {
  const Moment now = std::max(book.now(), book.state().last);
  if (auto due = program_due(book.state(), now, book.catalog())) {
    change.program = due->changes;
    auto kept = book.add(std::move(*due));
    if (!kept) return tl::unexpected(std::move(kept.error()));
  }
  const Assessment care = assess_care(person_at(book.state(), now, book.catalog()), book.catalog());
  change.may_train = !care.no_program && !care.be_seen_first;
  if (change.may_train) return {};
  for (const TriageItem& item : care.triage) change.triage.push_back(item.message);
  return {};
}

Outcome<LogChange> start_log(const Catalog& catalog, const LogPlace& place,
                             const std::string& person_path) {
  auto text = text_of(person_path);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto checked = parse_person(person_path, *text, catalog);
  if (!checked) return tl::unexpected<Failure>(BadInput{std::move(checked.error())});
  auto book = LogBook::begin(catalog, place, *text);
  if (!book) return tl::unexpected(std::move(book.error()));
  LogChange change;
  auto file = log_file(place);
  change.notes.push_back(fmt::format("The log of {} begins in {}.",
                                     checked->name.empty() ? "this person" : checked->name,
                                     file.value_or("")));
  change.notes.push_back(fmt::format(
      "{} was read once; from now on the log is what counts: change it with 'strongback update'.",
      person_path));
  if (auto settled = settle_program(*book, change); !settled)
    return tl::unexpected(std::move(settled.error()));
  return change;
}

Outcome<LogChange> update_profile_text(LogBook& book, const std::string& text) {
  auto checked = parse_person("the person's file", text, book.catalog());
  if (!checked) return tl::unexpected<Failure>(BadInput{std::move(checked.error())});
  return keep_profile(book, text, "");
}

Outcome<LogChange> update_field(LogBook& book, const std::string& key, const std::string& value) {
  auto text = change_field(book.state().profile_text, key, value);
  if (!text) return tl::unexpected<Failure>(BadInput{{{"strongback", {}, text.error(), ""}}});
  auto checked = parse_person("the changed file", *text, book.catalog());
  if (!checked) return tl::unexpected<Failure>(BadInput{std::move(checked.error())});
  return keep_profile(book, *text, key);
}

namespace {

/// The list as TOML, with `exercise` in it or not.
std::string with_or_without(std::vector<std::string> ids, const std::string& exercise, bool is_in) {
  std::erase(ids, exercise);
  if (is_in) ids.push_back(exercise);
  for (std::string& id : ids) id = '"' + id + '"';
  return "[" + joined(ids, ", ") + "]";
}

}  // namespace

Outcome<LogChange> prefer(LogBook& book, const std::string& exercise, const std::string& how) {
  if (how != "locked" && how != "disliked") {
    return tl::unexpected<Failure>(
        BadInput{{{"how",
                   {},
                   fmt::format("'how' must be locked or disliked, not '{}'", printable(how)),
                   ""}}});
  }
  auto known = exercise_named(book.catalog(), exercise);
  if (!known) return tl::unexpected(std::move(known.error()));
  const Person& person = book.state().profile;
  const std::string& id = (*known)->id;
  tl::expected<std::string, std::string> text = book.state().profile_text;
  for (const auto& [list, ids] :
       {std::pair{"locked", person.locked}, {"disliked", person.disliked}}) {
    if (how != list && std::find(ids.begin(), ids.end(), id) == ids.end()) continue;
    text = change_field(*text, fmt::format("preferences.{}", list),
                        with_or_without(ids, id, how == list));
    if (!text) return tl::unexpected<Failure>(BadInput{{{"strongback", {}, text.error(), ""}}});
  }
  return update_profile_text(book, *text);
}

Outcome<LogChange> update_profile(const Catalog& catalog, const LogPlace& place,
                                  const std::string& path) {
  auto book = LogBook::open(catalog, place);
  if (!book) return tl::unexpected(std::move(book.error()));
  auto text = text_of(path);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto checked = parse_person(path, *text, catalog);
  if (!checked) return tl::unexpected<Failure>(BadInput{std::move(checked.error())});
  return keep_profile(*book, *text, "");
}

Outcome<LogChange> update_field(const Catalog& catalog, const LogPlace& place,
                                const std::string& key, const std::string& value) {
  auto book = LogBook::open(catalog, place);
  if (!book) return tl::unexpected(std::move(book.error()));
  return update_field(*book, key, value);
}

namespace {

/// Adds `body` and settles what follows.
Outcome<LogChange> keep_one(LogBook& book, EventBody body, std::vector<std::string> notes) {
  if (auto kept = book.add(std::move(body)); !kept) return tl::unexpected(std::move(kept.error()));
  LogChange change;
  change.notes = std::move(notes);
  if (auto settled = settle_program(book, change); !settled)
    return tl::unexpected(std::move(settled.error()));
  return change;
}

}  // namespace

Outcome<LogChange> keep_reply(LogBook& book, const std::string& reply) {
  return keep_one(book, TherapistReplied{reply}, {"the reply is kept and holds from now on"});
}

Outcome<LogChange> accept_program(LogBook& book, ProgramAccepted program) {
  auto changes = program.changes;
  auto kept = keep_one(book, std::move(program), {});
  if (kept) kept->program.insert(kept->program.begin(), changes.begin(), changes.end());
  return kept;
}

Outcome<HandedIn> hand_in(LogBook& book, const std::vector<Event>& events) {
  HandedIn result;
  if (auto all = book.add(events)) {
    result.kept = *all;
  } else {
    for (const Event& event : events) {
      auto one = book.add(std::vector<Event>{event});
      if (one) {
        result.kept.added += one->added;
        result.kept.already_there += one->already_there;
      } else if (auto* bad = std::get_if<BadInput>(&one.error())) {
        result.refused.push_back({event.id, std::move(bad->problems)});
      } else {
        return tl::unexpected(std::move(one.error()));
      }
    }
  }
  if (auto settled = settle_program(book, result.change); !settled)
    return tl::unexpected(std::move(settled.error()));
  return result;
}

Outcome<LogChange> add_to_log(LogBook& book, const LogOrder& order) {
  if (is_repeated(book, order)) {
    LogChange change;
    change.notes.emplace_back("this was already there and counts once");
    return change;
  }
  Moment when = order.at.value_or(book.next_moment());
  std::vector<Event> events;
  for (const EventBody& body : order.bodies) {
    std::string id = order.id;
    if (!id.empty() && !events.empty())
      id = event_id(when.at, fmt::format("{} {}", id, events.size()));
    events.push_back(book.make_event(body, when, id));
    when.at += std::chrono::milliseconds{1};  // the first set is the first
  }
  const Instant last = book.state().last.at;
  auto kept = book.add(events);
  if (!kept) return tl::unexpected(std::move(kept.error()));
  LogChange change;
  for (const Event& event : events)
    change.notes.push_back(event_text(event, book.catalog(), book.state().profile.units));
  if (kept->already_there > 0)
    change.notes.push_back(
        fmt::format("{} was already there and counts once", counted(kept->already_there, "event")));
  constexpr std::chrono::minutes kALittle{10};
  if (!order.at && when.at + kALittle < last)
    change.notes.emplace_back(
        "the clock says an earlier time than the last entry; it is kept at the time it says");
  if (auto settled = settle_program(book, change); !settled)
    return tl::unexpected(std::move(settled.error()));
  return change;
}

std::optional<Event> last_entry(const LogBook& book) {
  std::set<std::string> counting;
  for (const Event& event : settled(book.events())) counting.insert(event.id);
  for (auto event = book.events().rbegin(); event != book.events().rend(); ++event) {
    const bool is_entry = !std::holds_alternative<ProgramAccepted>(event->body) &&
                          !std::holds_alternative<Started>(event->body);
    if (is_entry && counting.count(event->id) > 0) return *event;
  }
  return std::nullopt;
}

Outcome<LogChange> undo_last(LogBook& book) {
  const auto last = last_entry(book);
  if (!last) {
    return tl::unexpected<Failure>(
        NoPlan{{"there is nothing to take back: the log has only begun"}});
  }
  const Event& taken = *last;
  Moment when = book.next_moment();
  if (when.at <= taken.when.at) when.at = taken.when.at + std::chrono::milliseconds{1};
  auto kept = book.add({book.make_event(Retracted{taken.id}, when)});
  if (!kept) return tl::unexpected(std::move(kept.error()));
  LogChange change;
  change.notes.push_back("taken back: " +
                         event_text(taken, book.catalog(), book.state().profile.units));
  if (auto settled_now = settle_program(book, change); !settled_now)
    return tl::unexpected(std::move(settled_now.error()));
  return change;
}

std::vector<HistoryDay> history_of(const LogBook& book, int count) {
  std::vector<HistoryDay> days;
  for (const Event& event : settled(book.events())) {
    const Date date = local_date(event.when);
    if (days.empty() || days.back().date != date) days.push_back({date, {}});
    days.back().entries.push_back({event.id, kind_of(event.body),
                                   event_text(event, book.catalog(), book.state().profile.units)});
  }
  std::reverse(days.begin(), days.end());
  if (days.size() > static_cast<std::size_t>(count)) days.resize(static_cast<std::size_t>(count));
  return days;
}

}  // namespace strongback
