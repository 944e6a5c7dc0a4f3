#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include "base/text.h"
#include "log/event_json.h"
#include "store/database.h"
#include "store/kept_lines.h"
#include "store/schema.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;
using Kind = StoreFailure::Kind;

tl::unexpected<StoreFailure> refused(Kind kind, std::string what, std::string hint = "") {
  return tl::unexpected(StoreFailure{kind, std::move(what), std::move(hint)});
}

/// Runs `work` and turns what the database refused into a value.
template <class T, class Work>
Kept<T> guarded(Work work) {
  try {
    return work();
  } catch (const StoreError& error) {
    return tl::unexpected(error.failure);
  }
}

/// Events that wait to be written, and who waits for them.
struct Request {
  std::string person;
  std::vector<std::string> lines;
  std::vector<Event> events;
  std::promise<Kept<Appended>> done;
};

/// The one connection that writes, in a thread of its own: what waits is written in one
/// transaction, and only then is anybody told.
class GroupWriter {
 public:
  explicit GroupWriter(std::unique_ptr<Database> database)
      : database_(std::move(database)), thread_([this] { work(); }) {}
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;
  ~GroupWriter() {
    {
      const std::lock_guard lock(mutex_);
      is_closing_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }

  Kept<Appended> write(Request request) {
    auto done = request.done.get_future();
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(request));
    }
    wake_.notify_one();
    return done.get();
  }

 private:
  void work() {
    while (true) {
      std::vector<Request> batch;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return is_closing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        batch.swap(waiting_);
      }
      write_together(batch);
    }
  }

  void write_together(std::vector<Request>& batch) {
    std::vector<Kept<Appended>> results;
    try {
      Transaction all(*database_);
      for (const Request& request : batch) results.push_back(insert(request));
      all.commit();
    } catch (const StoreError& error) {
      results.assign(batch.size(), tl::unexpected(error.failure));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done.set_value(results[i]);
  }

  /// All of one request or nothing of it.
  Kept<Appended> insert(const Request& request) {
    database_->run("SAVEPOINT request");
    Appended appended;
    Statement known = database_->prepare("SELECT line FROM event WHERE person = $1 AND id = $2");
    Statement add = database_->prepare(
        "INSERT INTO event (person, id, arrival, line, at_ms, offset_min, kind) "
        "VALUES ($1, $2, (SELECT coalesce(max(arrival), 0) + 1 FROM event WHERE person = $1), "
        "$3, $4, $5, $6)");
    for (std::size_t i = 0; i < request.events.size(); ++i) {
      const Event& event = request.events[i];
      known.bind(1, request.person);
      known.bind(2, event.id);
      const bool is_there = known.step();
      const bool is_same = is_there && known.text(0) == request.lines[i];
      known.reset();
      if (is_there && !is_same) {
        database_->run("ROLLBACK TO request");
        database_->run("RELEASE request");
        return refused(
            Kind::Clash,
            fmt::format("an event with the id {} and other content is already there", event.id),
            "an event is never rewritten: take it back and log it anew");
      }
      if (is_there) {
        ++appended.already_there;
        continue;
      }
      add.bind(1, request.person);
      add.bind(2, event.id);
      add.bind(3, request.lines[i]);
      add.bind(4, static_cast<long long>(event.when.at.time_since_epoch().count()));
      add.bind(5, static_cast<long long>(event.when.offset_min));
      add.bind(6, kind_of(event.body));
      add.run();
      ++appended.added;
    }
    database_->run("RELEASE request");
    return appended;
  }

  std::unique_ptr<Database> database_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Request> waiting_;
  bool is_closing_ = false;
  std::thread thread_;
};

void prepare(Database& database) {
  database.run("PRAGMA journal_mode = WAL");
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA foreign_keys = ON");
}

class SqliteStore final : public Store {
 public:
  SqliteStore(const std::string& path, std::unique_ptr<Database> writer)
      : reader_(path, OpenAs::Writer), writer_(std::move(writer)) {
    reader_.run("PRAGMA foreign_keys = ON");
  }

  Kept<std::vector<StoredPerson>> people() override {
    return guarded<std::vector<StoredPerson>>([&]() -> Kept<std::vector<StoredPerson>> {
      const std::lock_guard lock(mutex_);
      Statement all = reader_.prepare("SELECT person, name FROM person ORDER BY person");
      std::vector<StoredPerson> people;
      while (all.step()) people.push_back({std::string(all.text(0)), std::string(all.text(1))});
      return people;
    });
  }

  Kept<void> add_person(const StoredPerson& person) override {
    return guarded<void>([&]() -> Kept<void> {
      const std::lock_guard lock(mutex_);
      Transaction one(reader_);
      Statement add = reader_.prepare(
          "INSERT INTO person (person, name) VALUES ($1, $2) "
          "ON CONFLICT (person) DO UPDATE SET name = excluded.name");
      add.bind(1, person.id);
      add.bind(2, person.name);
      add.run();
      one.commit();
      return {};
    });
  }

  Kept<void> remove_person(const std::string& person) override {
    return guarded<void>([&]() -> Kept<void> {
      const std::lock_guard lock(mutex_);
      remove_all_of(reader_, person);
      return {};
    });
  }

  Kept<Appended> append(const std::string& person, const std::vector<Event>& events) override {
    Request request;
    request.person = person;
    request.events = events;
    for (const Event& event : events) request.lines.push_back(event_json(event));
    return writer_.write(std::move(request));
  }

  Kept<std::vector<ArrivedEvent>> events_after(const std::string& person,
                                               long long arrival) override {
    return guarded<std::vector<ArrivedEvent>>([&] { return read_events(person, arrival); });
  }

  Kept<void> back_up(const std::string& path) override {
    std::error_code ignored;
    if (fs::exists(path, ignored)) {
      return refused(Kind::Clash, fmt::format("'{}' exists and was left as it is", path),
                     "name a new file");
    }
    return guarded<void>([&]() -> Kept<void> {
      const std::lock_guard lock(mutex_);
      Statement copy = reader_.prepare("VACUUM INTO $1");
      copy.bind(1, path);
      copy.run();
      return {};
    });
  }

  Kept<std::vector<std::string>> faults() override {
    return guarded<std::vector<std::string>>([&]() -> Kept<std::vector<std::string>> {
      const std::lock_guard lock(mutex_);
      Statement check = reader_.prepare("PRAGMA integrity_check");
      std::vector<std::string> faults;
      while (check.step()) {
        if (check.text(0) != "ok") faults.emplace_back(check.text(0));
      }
      return faults;
    });
  }

 private:
  Kept<std::vector<ArrivedEvent>> read_events(const std::string& person, long long arrival) {
    std::vector<KeptLine> lines;
    {
      const std::lock_guard lock(mutex_);
      Statement rows = reader_.prepare(
          "SELECT arrival, id, at_ms, line FROM event WHERE person = $1 AND arrival > $2 "
          "ORDER BY arrival");
      rows.bind(1, person);
      rows.bind(2, arrival);
      while (rows.step()) {
        lines.push_back({rows.whole(0),
                         std::string(rows.text(1)),
                         rows.whole(2),
                         std::string(rows.text(3)),
                         {},
                         {}});
      }
    }
    read_together(lines);
    std::vector<ArrivedEvent> events;
    events.reserve(lines.size());
    std::vector<std::string> wrong;
    constexpr std::size_t kMostSaid = 10;
    for (KeptLine& line : lines) {
      for (const std::string& fault : line.faults) {
        if (wrong.size() < kMostSaid)
          wrong.push_back(fmt::format("event {}: {}", line.arrival, fault));
      }
      if (line.faults.empty()) events.push_back({line.arrival, std::move(line.event)});
    }
    if (wrong.empty()) return events;
    return refused(Kind::Damaged,
                   fmt::format("'{}' was changed by something else than Strongback: {}",
                               reader_.path(), joined(wrong, "; ")),
                   "restore a backup: strongback restore FILE");
  }

  std::mutex mutex_;
  Database reader_;
  GroupWriter writer_;
};

std::string not_ours(const std::string& path) {
  return fmt::format("'{}' is no log of Strongback", path);
}

StoreError newer(const std::string& path, long long version) {
  return {{Kind::Newer,
           fmt::format("'{}' was written by a newer version ({}; this one knows {})", path, version,
                       kSchemaVersion),
           "bring Strongback up to date; nothing was changed"}};
}

/// Copies the file aside before its tables change.
void keep_older(Database& database, const std::string& path, long long version) {
  const std::string aside = fmt::format("{}.v{}.bak", path, version);
  std::error_code ignored;
  fs::remove(aside, ignored);  // of an attempt that did not end
  Statement copy = database.prepare("VACUUM INTO $1");
  copy.bind(1, aside);
  copy.run();
}

std::unique_ptr<Database> open_current(const std::string& path, OpenAs how) {
  auto database = std::make_unique<Database>(path, how);
  const SchemaMark mark = schema_mark(*database);
  if (mark.is_empty && mark.version == 0) {
    prepare(*database);
    create_schema(*database);
    return database;
  }
  if (!mark.is_ours)
    throw StoreError{{Kind::NotOurs, not_ours(path), "name another file with --db"}};
  if (mark.version > kSchemaVersion) throw newer(path, mark.version);
  if (mark.version < kSchemaVersion) {
    keep_older(*database, path, mark.version);
    migrate_schema(*database, mark.version);
  }
  prepare(*database);
  return database;
}

/// The backup is whole and of a version that this program reads.
void check_backup(const std::string& path) {
  Database database(path, OpenAs::Reader);
  const SchemaMark mark = schema_mark(database);
  if (!mark.is_ours) throw StoreError{{Kind::NotOurs, not_ours(path), ""}};
  if (mark.version > kSchemaVersion) throw newer(path, mark.version);
  Statement check = database.prepare("PRAGMA integrity_check");
  if (check.step() && check.text(0) != "ok") {
    throw StoreError{{Kind::Damaged, fmt::format("'{}' is damaged: {}", path, check.text(0)),
                      "take another backup"}};
  }
}

/// A name beside `path` that is free.
std::string free_name(const std::string& path) {
  std::error_code ignored;
  for (int i = 1;; ++i) {
    std::string name = fmt::format("{}.before-restore-{}", path, i);
    if (!fs::exists(name, ignored)) return name;
  }
}

void move_aside(const std::string& path, const std::string& aside) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::error_code error;
    if (fs::exists(path + suffix, error)) fs::rename(path + suffix, aside + suffix, error);
    if (error)
      throw StoreError{
          {Kind::ReadOnly, fmt::format("'{}' cannot be moved: {}", path, error.message()), ""}};
  }
}

}  // namespace

Kept<std::unique_ptr<Store>> open_store(const std::string& path, IfMissing if_missing) {
  std::error_code ignored;
  const bool is_there = fs::exists(path, ignored);
  if (!is_there && if_missing == IfMissing::Fail) {
    return refused(Kind::Missing, fmt::format("there is no log at '{}'", path),
                   "begin one: strongback start PERSON.toml");
  }
  if (fs::is_directory(path, ignored))
    return refused(Kind::NotOurs, fmt::format("'{}' is a folder", path), "name a file");
  const fs::path folder = fs::path(path).parent_path();
  if (!is_there && !folder.empty()) fs::create_directories(folder, ignored);
  return guarded<std::unique_ptr<Store>>([&]() -> Kept<std::unique_ptr<Store>> {
    auto writer = open_current(path, is_there ? OpenAs::Writer : OpenAs::Creator);
    return std::make_unique<SqliteStore>(path, std::move(writer));
  });
}

Kept<std::string> restore_store(const std::string& backup, const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(backup, ignored))
    return refused(Kind::Missing, fmt::format("there is no file '{}'", backup));
  return guarded<std::string>([&]() -> Kept<std::string> {
    check_backup(backup);
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty()) fs::create_directories(folder, ignored);
    const std::string part = path + ".restored";
    fs::remove(part, ignored);
    {
      Database copied(backup, OpenAs::Reader);
      Statement copy = copied.prepare("VACUUM INTO $1");
      copy.bind(1, part);
      copy.run();
    }
    std::string aside;
    if (fs::exists(path, ignored)) {
      aside = free_name(path);
      move_aside(path, aside);
    }
    std::error_code error;
    fs::rename(part, path, error);
    if (error)
      return refused(Kind::ReadOnly,
                     fmt::format("'{}' cannot be written: {}", path, error.message()));
    return aside;
  });
}

}  // namespace strongback
