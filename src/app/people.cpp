#include "app/people.h"

#include <algorithm>

#include "app/coming_days.h"

namespace strongback {
namespace {

constexpr std::size_t kMostOpen = 64;
constexpr int kMostWaiting = 8;  // for one book; a browser asks 6 at once
constexpr std::chrono::minutes kPackLasts{1};

}  // namespace

Outcome<std::string> People::only_person() {
  auto person = one_person_of(*store_);
  if (!person) return tl::unexpected(std::move(person.error()));
  return std::move(person->id);
}

std::shared_ptr<People::Held> People::hold(const std::string& person) {
  const std::lock_guard lock(list_busy_);
  used_.remove(person);
  used_.push_front(person);
  auto& held = held_[person];
  if (!held) held = std::make_shared<Held>();
  auto result = held;
  while (used_.size() > kMostOpen) {
    held_.erase(used_.back());  // whoever uses it still keeps it until then
    used_.pop_back();
  }
  return result;
}

Outcome<void> People::open(Held& held, const std::string& person) {
  if (held.book) return held.book->catch_up();
  const auto people = store_->people();
  if (!people) return tl::unexpected<Failure>(failure_of(people.error()));
  const auto stored = std::find_if(people->begin(), people->end(),
                                   [&](const StoredPerson& one) { return one.id == person; });
  if (stored == people->end())
    return tl::unexpected<Failure>(
        NotFound{"nobody has begun in this log", "answer the questions"});
  auto book = LogBook::open_in(*catalog_, place_, store_, *stored);
  if (!book) return tl::unexpected(std::move(book.error()));
  held.book = std::make_unique<LogBook>(std::move(*book));
  return {};
}

People::Turn::Turn(Held& held) : held_(held) {
  if (++held_.waiting <= kMostWaiting) lock_ = std::unique_lock(held_.busy);
}

People::Turn::~Turn() { --held_.waiting; }

tl::unexpected<Failure> People::too_many() {
  return tl::unexpected<Failure>(Unavailable{"too many requests of one person at once"});
}

Outcome<std::string> People::pack(const std::string& person) {
  const auto held = hold(person);
  const Turn turn(*held);
  if (!turn) return too_many();
  if (auto ready = open(*held, person); !ready) return tl::unexpected(std::move(ready.error()));
  const Instant at = now().at;
  const bool is_fresh = held->pack_arrival == held->book->arrival() && held->pack_made <= at &&
                        at < held->pack_made + kPackLasts;
  if (!is_fresh) {
    held->pack = pack_json(cover_days(*held->book));
    held->pack_arrival = held->book->arrival();
    held->pack_made = at;
  }
  return held->pack;
}

Outcome<LogChange> People::begin(const std::string& person, const std::string& profile) {
  const auto held = hold(person);
  const Turn turn(*held);
  if (!turn) return too_many();
  Outcome<std::string> id = person;
  if (person.empty()) id = only_person();  // whose start was stopped half way
  if (!id) return tl::unexpected(std::move(id.error()));
  auto book = LogBook::begin_in(*catalog_, place_, store_, {*id, ""}, profile);
  if (!book) return tl::unexpected(std::move(book.error()));
  LogChange change;
  if (auto settled = settle_program(*book, change); !settled)
    return tl::unexpected(std::move(settled.error()));
  forget(person);
  return change;
}

Outcome<void> People::remove(const std::string& person) {
  const auto held = hold(person);
  const Turn turn(*held);
  if (!turn) return too_many();
  held->book.reset();
  const auto removed = store_->remove_person(person);
  forget(person);
  if (!removed) return tl::unexpected<Failure>(failure_of(removed.error()));
  return {};
}

void People::forget(const std::string& person) {
  const std::lock_guard lock(list_busy_);
  used_.remove(person);
  held_.erase(person);
}

}  // namespace strongback
