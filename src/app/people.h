#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/training.h"

namespace strongback {

/// The people of one store, for a server: each book is opened when it is first asked for, stays
/// open while it is used, and is used by one request at a time, while a few others may wait.  Safe
/// to call from several threads.
class People {
 public:
  People(const Catalog& catalog, LogPlace place, std::shared_ptr<Store> store)
      : catalog_(&catalog), place_(std::move(place)), store_(std::move(store)) {}

  /// The person of a log that is one person's; "" when nobody has begun.
  Outcome<std::string> only_person();

  /// Calls `use` with the person's book, which knows all that is in the store.
  /// NotFound where that person has not begun.
  template <class T>
  Outcome<T> with(const std::string& person, const std::function<Outcome<T>(LogBook&)>& use) {
    const auto held = hold(person);
    const Turn turn(*held);
    if (!turn) return too_many();
    if (auto ready = open(*held, person); !ready) return tl::unexpected(std::move(ready.error()));
    return use(*held->book);
  }

  /// The person's coming days for an app (exchange/pack_json.h), made anew where something was
  /// logged or a minute has passed.
  Outcome<std::string> pack(const std::string& person);

  /// Begins the log of `person`; "" makes a new one, where there is nobody yet.
  Outcome<LogChange> begin(const std::string& person, const std::string& profile);

  /// Deletes everything of the person, for good.
  Outcome<void> remove(const std::string& person);

  /// Closes the person's book, where it is open.
  void forget(const std::string& person);

  [[nodiscard]] const Catalog& catalog() const { return *catalog_; }
  [[nodiscard]] Moment now() const { return place_.now ? *place_.now : moment_of_machine(); }

 private:
  struct Held {
    std::mutex busy;
    std::atomic<int> waiting = 0;  ///< the one who uses it counted
    std::unique_ptr<LogBook> book;
    std::string pack;
    long long pack_arrival = -1;
    Instant pack_made;
  };
  /// Waits for the book; false where so many wait already that others would find no thread.
  class Turn {
   public:
    explicit Turn(Held& held);
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn();
    explicit operator bool() const { return lock_.owns_lock(); }

   private:
    Held& held_;
    std::unique_lock<std::mutex> lock_;
  };
  static tl::unexpected<Failure> too_many();
  std::shared_ptr<Held> hold(const std::string& person);
  Outcome<void> open(Held& held, const std::string& person);

  const Catalog* catalog_;
  LogPlace place_;
  std::shared_ptr<Store> store_;
  std::mutex list_busy_;
  std::list<std::string> used_;  ///< ids, last used first
  std::map<std::string, std::shared_ptr<Held>> held_;
};

}  // namespace strongback
