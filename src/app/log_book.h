#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/failure.h"
#include "catalog/catalog.h"
#include "store/store.h"
#include "train/state.h"

namespace strongback {

/// Where the log is and what time it is.
struct LogPlace {
  std::string file;           ///< empty: the default place
  std::optional<Moment> now;  ///< for tests: the clock stands, and ids follow from the content
};

/// The present moment on this machine's clock.
Moment moment_of_machine();

/// What the store could not do, for the doors.
Failure failure_of(const StoreFailure& failure);

/// The person of a log that is one person's, their id empty when nobody has begun; a log of several
/// is refused.
Outcome<StoredPerson> one_person_of(Store& store);

/// The file of `place`; there is always one unless the machine knows no home.
Outcome<std::string> log_file(const LogPlace& place);

/// One person's log, open: what was logged and what follows from it.
class LogBook {
 public:
  /// Opens a log that is there.
  static Outcome<LogBook> open(const Catalog& catalog, const LogPlace& place);
  /// Begins one with a person's file (its text); refuses where somebody already has begun.
  static Outcome<LogBook> begin(const Catalog& catalog, const LogPlace& place,
                                const std::string& profile);
  /// The same of one person among those of `store`, which is shared.
  /// NotFound where that person has not begun.
  static Outcome<LogBook> open_in(const Catalog& catalog, const LogPlace& place,
                                  std::shared_ptr<Store> store, const StoredPerson& person);
  static Outcome<LogBook> begin_in(const Catalog& catalog, const LogPlace& place,
                                   std::shared_ptr<Store> store, const StoredPerson& person,
                                   const std::string& profile);

  [[nodiscard]] const TrainingState& state() const { return *state_; }
  [[nodiscard]] const Catalog& catalog() const { return *catalog_; }
  [[nodiscard]] const StoredPerson& person() const { return person_; }
  [[nodiscard]] Store& store() { return *store_; }
  /// Every event, in the order of arrival, taken back ones too.
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  [[nodiscard]] Moment now() const;
  /// The place of the last event in the order of arrival.
  [[nodiscard]] long long arrival() const { return arrival_; }
  /// Takes in what others wrote into the store since.
  Outcome<void> catch_up();
  /// When an event of this moment stands: now, and after the last one where the clock did not move.
  [[nodiscard]] Moment next_moment() const;

  /// Makes an event of `body`; `id` empty: a new one.
  [[nodiscard]] Event make_event(EventBody body, const Moment& when, const std::string& id = "");
  /// Checks them all, keeps them, and follows them; on the disk when it returns.
  Outcome<Appended> add(const std::vector<Event>& events);
  Outcome<Appended> add(EventBody body);

 private:
  LogBook(const Catalog& catalog, const LogPlace& place, std::shared_ptr<Store> store)
      : catalog_(&catalog), place_(place), store_(std::move(store)) {}
  Outcome<void> load();
  Outcome<void> follow_all(const std::vector<Event>& added);
  Outcome<void> start(const std::string& profile);

  const Catalog* catalog_;
  LogPlace place_;
  std::shared_ptr<Store> store_;
  StoredPerson person_;
  std::vector<Event> events_;
  long long arrival_ = 0;
  std::unique_ptr<TrainingState> state_;
  int made_ = 0;
};

}  // namespace strongback
