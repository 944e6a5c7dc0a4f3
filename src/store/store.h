#pragma once

#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "log/event.h"

namespace strongback {

/// Why the store could not do it.  Nothing that was acknowledged is lost.
struct StoreFailure {
  enum class Kind {
    Missing,   ///< there is no such file
    NotOurs,   ///< the file is no database, or another program's
    Newer,     ///< written by a newer version
    Damaged,   ///< the file does not pass its check
    Locked,    ///< another program holds it
    ReadOnly,  ///< the file or folder may not be written
    Full,      ///< no space is left
    Clash,     ///< an event with this id but other content is already there
    Other,
  };
  Kind kind = Kind::Other;
  std::string what;  ///< "'x.db' was written by a newer version (4; this one knows 3)"
  std::string hint;
};

template <class T>
using Kept = tl::expected<T, StoreFailure>;

/// One person in the store.
struct StoredPerson {
  std::string id;  ///< UUID
  std::string name;
};

/// What became of events that were handed in.
struct Appended {
  int added = 0;
  int already_there = 0;  ///< the same id and content: counts once
};

/// An event and its place in the order of arrival.
struct ArrivedEvent {
  long long arrival = 0;  ///< 1, 2, ... for each person
  Event event;
};

/// Logs at rest.  One person's events are one list that only grows.  Every member may be called
/// from several threads; what `append` and `add_person` answered is on the disk.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  virtual Kept<std::vector<StoredPerson>> people() = 0;
  virtual Kept<void> add_person(const StoredPerson& person) = 0;
  /// Everything of that person, for good: no byte of it stays in the file.
  virtual Kept<void> remove_person(const std::string& person) = 0;
  /// All of them or none.
  virtual Kept<Appended> append(const std::string& person, const std::vector<Event>& events) = 0;
  /// Those that arrived after `arrival`, in that order.
  virtual Kept<std::vector<ArrivedEvent>> events_after(const std::string& person,
                                                       long long arrival) = 0;
  /// A whole copy at `path`, which must not exist, readable by `open_store`.
  virtual Kept<void> back_up(const std::string& path) = 0;
  /// Every fault that the file's own check finds; empty when it is whole.
  virtual Kept<std::vector<std::string>> faults() = 0;
};

/// What to do where there is no file.
enum class IfMissing { Create, Fail };

/// Opens the store of the file at `path`.  A file of an older version is copied to
/// `path` + ".v" + version + ".bak" and then brought up to date; one of a newer version is refused.
Kept<std::unique_ptr<Store>> open_store(const std::string& path, IfMissing if_missing);

/// Puts the backup at `backup` in the place of the file at `path`, once the backup has passed its
/// check.  Gives back where the old file was kept; empty when there was none.
Kept<std::string> restore_store(const std::string& backup, const std::string& path);

/// $XDG_DATA_HOME/strongback/strongback.db, or ~/.local/share/...; nothing when neither is known.
std::optional<std::string> default_store_path();

}  // namespace strongback
