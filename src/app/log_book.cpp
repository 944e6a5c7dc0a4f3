#include "app/log_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>

#include "base/text.h"
#include "log/event_json.h"
#include "person/read_person.h"

namespace strongback {
namespace {

tl::unexpected<Failure> refused(const StoreFailure& failure) {
  return tl::unexpected<Failure>(failure_of(failure));
}

std::string random_seed() {
  std::random_device source;
  std::string seed;
  for (int i = 0; i < 4; ++i) seed += fmt::format("{:08x}", source());
  return seed;
}

/// "Europe/London" where the environment says so.
std::string zone_name() {
  const char* zone = std::getenv("TZ");
  return zone == nullptr ? "" : zone;
}

}  // namespace

Moment moment_of_machine() {
  using std::chrono::system_clock;
  const auto now = std::chrono::floor<std::chrono::milliseconds>(system_clock::now());
  const std::time_t seconds = system_clock::to_time_t(now);
  std::tm local{};
  constexpr long kSecondsPerMinute = 60;
  const bool is_known = ::localtime_r(&seconds, &local) != nullptr;
  return {now, is_known ? static_cast<int>(local.tm_gmtoff / kSecondsPerMinute) : 0};
}

Failure failure_of(const StoreFailure& failure) {
  using Kind = StoreFailure::Kind;
  switch (failure.kind) {
    case Kind::Missing:
      return NotFound{failure.what, failure.hint};
    case Kind::Locked:
    case Kind::ReadOnly:
    case Kind::Full:
    case Kind::Other:
      return Unavailable{failure.hint.empty() ? failure.what : failure.what + ": " + failure.hint};
    default:
      return BadInput{{{"strongback", {}, failure.what, failure.hint}}};
  }
}

Outcome<StoredPerson> one_person_of(Store& store) {
  auto people = store.people();
  if (!people) return refused(people.error());
  if (people->empty()) return StoredPerson{};
  if (people->size() == 1) return std::move(people->front());
  std::vector<std::string> names;
  for (const StoredPerson& person : *people) names.push_back(printable(person.name));
  return tl::unexpected<Failure>(
      BadInput{{{"strongback",
                 {},
                 fmt::format("this is the log of {} people: {}", people->size(), listed(names)),
                 "each of them trains in the app, signed in: strongback serve --lan"}}});
}

Outcome<std::string> log_file(const LogPlace& place) {
  if (!place.file.empty()) return place.file;
  if (auto path = default_store_path()) return std::move(*path);
  return tl::unexpected<Failure>(
      NotFound{"there is no home folder for the log", "name a file: --db FILE"});
}

Outcome<LogBook> LogBook::open(const Catalog& catalog, const LogPlace& place) {
  auto file = log_file(place);
  if (!file) return tl::unexpected(std::move(file.error()));
  auto store = open_store(*file, IfMissing::Fail);
  if (!store) return refused(store.error());
  LogBook book(catalog, place, std::move(*store));
  if (auto loaded = book.load(); !loaded) return tl::unexpected(std::move(loaded.error()));
  return book;
}

Outcome<LogBook> LogBook::open_in(const Catalog& catalog, const LogPlace& place,
                                  std::shared_ptr<Store> store, const StoredPerson& person) {
  LogBook book(catalog, place, std::move(store));
  book.person_ = person;
  if (auto loaded = book.catch_up(); !loaded) return tl::unexpected(std::move(loaded.error()));
  if (!book.events_.empty()) return book;
  return tl::unexpected<Failure>(NotFound{"nobody has begun in this log", "answer the questions"});
}

Outcome<LogBook> LogBook::begin_in(const Catalog& catalog, const LogPlace& place,
                                   std::shared_ptr<Store> store, const StoredPerson& person,
                                   const std::string& profile) {
  LogBook book(catalog, place, std::move(store));
  book.person_ = person;
  if (auto begun = book.start(profile); !begun) return tl::unexpected(std::move(begun.error()));
  return book;
}

Outcome<LogBook> LogBook::begin(const Catalog& catalog, const LogPlace& place,
                                const std::string& profile) {
  auto file = log_file(place);
  if (!file) return tl::unexpected(std::move(file.error()));
  auto person = parse_person("the person's file", profile, catalog);
  if (!person) return tl::unexpected<Failure>(BadInput{std::move(person.error())});
  auto store = open_store(*file, IfMissing::Create);
  if (!store) return refused(store.error());
  LogBook book(catalog, place, std::move(*store));
  auto known = one_person_of(*book.store_);
  if (!known) return tl::unexpected(std::move(known.error()));
  book.person_ = std::move(*known);
  if (auto begun = book.start(profile); !begun) return tl::unexpected(std::move(begun.error()));
  return book;
}

Outcome<void> LogBook::start(const std::string& profile) {
  auto person = parse_person("the person's file", profile, *catalog_);
  if (!person) return tl::unexpected<Failure>(BadInput{std::move(person.error())});
  if (!person_.id.empty()) {  // known, perhaps stopped before the first event was kept
    const auto kept = store_->events_after(person_.id, 0);
    if (!kept) return refused(kept.error());
    if (!kept->empty()) {
      return tl::unexpected<Failure>(BadInput{
          {{place_.file,
            {},
            fmt::format("{} has already begun here",
                        person_.name.empty() ? "somebody" : person_.name),
            "change the file with 'strongback update', or begin another log with --db OTHER"}}});
    }
  }
  const Event started = make_event(Started{profile, zone_name()}, now());
  if (person_.id.empty()) person_.id = event_id(now().at, started.id);
  person_.name = person->name;
  if (const auto added = store_->add_person(person_); !added) return refused(added.error());
  if (auto kept = add({started}); !kept) return tl::unexpected(std::move(kept.error()));
  return {};
}

Outcome<void> LogBook::load() {
  auto known = one_person_of(*store_);
  if (!known) return tl::unexpected(std::move(known.error()));
  if (known->id.empty()) {
    return tl::unexpected<Failure>(
        NotFound{"nobody has begun in this log", "begin with: strongback start PERSON.toml"});
  }
  person_ = std::move(*known);
  return catch_up();
}

Outcome<void> LogBook::catch_up() {
  auto arrived = store_->events_after(person_.id, arrival_);
  if (!arrived) return refused(arrived.error());
  if (arrived->empty()) return {};
  std::vector<Event> added;
  for (ArrivedEvent& one : *arrived) added.push_back(std::move(one.event));
  events_.insert(events_.end(), added.begin(), added.end());
  arrival_ = arrived->back().arrival;
  std::stable_sort(added.begin(), added.end(),
                   [](const Event& a, const Event& b) { return a.when.at < b.when.at; });
  return follow_all(added);
}

Outcome<void> LogBook::follow_all(const std::vector<Event>& added) {
  const bool is_simple =
      state_ != nullptr && std::all_of(added.begin(), added.end(), [&](const Event& event) {
        return event.when.at >= state_->last.at && !std::holds_alternative<Retracted>(event.body) &&
               !std::holds_alternative<Started>(event.body);
      });
  if (is_simple) {
    for (const Event& event : added) {
      if (auto taken = follow(*state_, event, *catalog_); !taken)
        return tl::unexpected<Failure>(BadInput{std::move(taken.error())});
    }
    return {};
  }
  auto state = state_of(events_, *catalog_);
  if (!state) return tl::unexpected<Failure>(BadInput{std::move(state.error())});
  state_ = std::make_unique<TrainingState>(std::move(*state));
  return {};
}

Moment LogBook::now() const { return place_.now ? *place_.now : moment_of_machine(); }

Moment LogBook::next_moment() const {
  constexpr std::chrono::minutes kSameClock{10};
  Moment moment = now();
  if (state_ == nullptr || moment.at > state_->last.at) return moment;
  const bool went_back = moment.at + kSameClock < state_->last.at;
  if (!went_back) moment.at = state_->last.at + std::chrono::milliseconds{1};
  return moment;
}

Event LogBook::make_event(EventBody body, const Moment& when, const std::string& id) {
  Event event{id, when, std::move(body)};
  if (!event.id.empty()) return event;
  const std::string seed = place_.now
                               ? fmt::format("{} {} {}", events_.size(), ++made_, event_json(event))
                               : random_seed();
  event.id = event_id(when.at, seed);
  return event;
}

Outcome<Appended> LogBook::add(const std::vector<Event>& events) {
  Problems problems;
  for (const Event& event : events) {
    for (Problem& problem : check_event(event, *catalog_, now().at))
      problems.push_back(std::move(problem));
  }
  if (!problems.empty()) return tl::unexpected<Failure>(BadInput{std::move(problems)});
  const auto kept = store_->append(person_.id, events);
  if (!kept) return refused(kept.error());
  if (auto read = catch_up(); !read) return tl::unexpected(std::move(read.error()));
  return *kept;
}

Outcome<Appended> LogBook::add(EventBody body) {
  return add({make_event(std::move(body), next_moment())});
}

}  // namespace strongback
