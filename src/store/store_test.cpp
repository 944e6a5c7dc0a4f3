#include "store/store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/folder_for_tests.h"
#include "log/event_json.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;
using Kind = StoreFailure::Kind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const StoredPerson kMaya{"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "Maya"};

class StoreTest : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name = "log.db") const {
    return folder_.path() + "/" + name;
  }

  [[nodiscard]] std::unique_ptr<Store> opened(const std::string& name = "log.db") const {
    auto store = open_store(path(name), IfMissing::Create);
    EXPECT_TRUE(store) << (store ? "" : store.error().what);
    if (!store) return nullptr;
    EXPECT_TRUE((*store)->add_person(kMaya));
    return std::move(*store);
  }

  [[nodiscard]] StoreFailure refusal(const std::string& name = "log.db") const {
    auto store = open_store(path(name), IfMissing::Create);
    EXPECT_FALSE(store);
    return store ? StoreFailure{} : store.error();
  }

  void sql(const std::string& text, const std::string& name = "log.db") const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path(name).c_str(), &database), SQLITE_OK);
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(database, text.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_close(database);
  }

  TestFolder folder_;
};

Event walk(int number, double minutes = 20.0) {
  const Moment when{Instant{std::chrono::milliseconds{1'764'527'400'000 + number}}, 60};
  return {event_id(when.at, std::to_string(number)), when, Walked{minutes}};
}

std::vector<Event> walks(int count) {
  std::vector<Event> events;
  for (int i = 0; i < count; ++i) events.push_back(walk(i));
  return events;
}

TEST_F(StoreTest, KeepsEventsInTheOrderOfArrival) {
  {
    auto store = opened();
    EXPECT_EQ(store->append(kMaya.id, {walk(3), walk(1)})->added, 2);
    EXPECT_EQ(store->append(kMaya.id, {walk(2)})->added, 1);
  }
  auto store = opened();
  const auto events = store->events_after(kMaya.id, 0);
  ASSERT_TRUE(events);
  ASSERT_THAT(*events, SizeIs(3));
  EXPECT_EQ((*events)[0].event.id, walk(3).id);
  EXPECT_EQ((*events)[2].event.id, walk(2).id);
  EXPECT_EQ((*events)[2].arrival, 3);
  EXPECT_THAT(*store->events_after(kMaya.id, 2), SizeIs(1));
  EXPECT_EQ(store->people()->front().name, "Maya");
  EXPECT_THAT(*store->faults(), IsEmpty());
}

TEST_F(StoreTest, CountsTheSameEventOnce) {
  auto store = opened();
  ASSERT_TRUE(store->append(kMaya.id, walks(3)));
  const auto again = store->append(kMaya.id, {walk(1), walk(7)});
  EXPECT_EQ(again->added, 1);
  EXPECT_EQ(again->already_there, 1);
  EXPECT_THAT(*store->events_after(kMaya.id, 0), SizeIs(4));
}

TEST_F(StoreTest, RefusesAnIdWithOtherContentAndKeepsNothingOfIt) {
  auto store = opened();
  ASSERT_TRUE(store->append(kMaya.id, {walk(1)}));
  const auto clash = store->append(kMaya.id, {walk(2), walk(1, 99.0)});
  ASSERT_FALSE(clash);
  EXPECT_EQ(clash.error().kind, Kind::Clash);
  EXPECT_THAT(*store->events_after(kMaya.id, 0), SizeIs(1));
}

TEST_F(StoreTest, RefusesEventsOfAPersonThatIsNotThere) {
  auto store = opened();
  EXPECT_FALSE(store->append("nobody", {walk(1)}));
}

TEST_F(StoreTest, WritesForManyAtOnceWithoutAHole) {
  constexpr int kThreads = 8;
  constexpr int kEach = 25;
  auto store = opened();
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) EXPECT_TRUE(store->append(kMaya.id, {walk(1000 * t + i)}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto events = store->events_after(kMaya.id, 0);
  ASSERT_THAT(*events, SizeIs(kThreads * kEach));
  for (std::size_t i = 0; i < events->size(); ++i)
    EXPECT_EQ((*events)[i].arrival, static_cast<long long>(i + 1));
}

TEST_F(StoreTest, SaysThatNothingIsThere) {
  const auto store = open_store(path(), IfMissing::Fail);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, Kind::Missing);
  EXPECT_THAT(store.error().hint, HasSubstr("strongback start"));
}

TEST_F(StoreTest, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path()) << std::string(5000, 'x');
  EXPECT_EQ(refusal().kind, Kind::NotOurs);
}

TEST_F(StoreTest, RefusesTheDatabaseOfAnotherProgram) {
  sql("CREATE TABLE recipe (name TEXT)");
  EXPECT_EQ(refusal().kind, Kind::NotOurs);
  EXPECT_EQ(refusal("").kind, Kind::NotOurs) << "a folder";
}

TEST_F(StoreTest, RefusesANewerVersionAndLeavesItAsItIs) {
  opened().reset();
  sql("PRAGMA user_version = 99");
  EXPECT_EQ(refusal().kind, Kind::Newer);
  EXPECT_THAT(refusal().what, HasSubstr("a newer version (99; this one knows 3)"));
}

TEST_F(StoreTest, BringsAnOlderVersionUpToDateAfterABackup) {
  const Event event = walk(5);
  sql("PRAGMA application_id = 1396862055; PRAGMA user_version = 1;"
      "CREATE TABLE person (person TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;"
      "CREATE TABLE event (person TEXT NOT NULL REFERENCES person (person), id TEXT NOT NULL,"
      " arrival INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (person, id),"
      " UNIQUE (person, arrival)) STRICT;"
      "INSERT INTO person VALUES ('" +
      kMaya.id +
      "', 'Maya');"
      "INSERT INTO event VALUES ('" +
      kMaya.id + "', '" + event.id + "', 1, '" + event_json(event) + "');");
  auto store = opened();
  ASSERT_NE(store, nullptr);
  const auto events = store->events_after(kMaya.id, 0);
  ASSERT_TRUE(events) << events.error().what;
  ASSERT_THAT(*events, SizeIs(1));
  EXPECT_EQ(event_json(events->front().event), event_json(event));
  EXPECT_TRUE(fs::exists(path("log.db.v1.bak")));
  store.reset();
  sql("SELECT name FROM person", "log.db.v1.bak");
}

TEST_F(StoreTest, NoticesALineThatWasEditedByHand) {
  {
    auto store = opened();
    ASSERT_TRUE(store->append(kMaya.id, walks(2)));
  }
  sql("UPDATE event SET line = replace(line, '20.0', '2000.0') WHERE arrival = 2");
  auto store = opened();
  const auto events = store->events_after(kMaya.id, 0);
  ASSERT_FALSE(events);
  EXPECT_EQ(events.error().kind, Kind::Damaged);
  EXPECT_THAT(events.error().what,
              HasSubstr("event 2: 'duration_min' must be a number from 0 to 1440"));
}

TEST_F(StoreTest, NoticesDamage) {
  {
    auto store = opened();
    ASSERT_TRUE(store->append(kMaya.id, walks(400)));
  }
  const auto size = fs::file_size(path());
  ASSERT_GT(size, 40'000U);
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8'192);
  file << std::string(24'000, '\x5a');
  file.close();
  auto store = open_store(path(), IfMissing::Fail);
  if (!store) {
    EXPECT_EQ(store.error().kind, Kind::Damaged);
    return;
  }
  const auto events = (*store)->events_after(kMaya.id, 0);
  ASSERT_FALSE(events);
  EXPECT_EQ(events.error().kind, Kind::Damaged);
}

TEST_F(StoreTest, NoticesAFileThatWasCutShort) {
  {
    auto store = opened();
    ASSERT_TRUE(store->append(kMaya.id, walks(400)));
  }
  fs::resize_file(path(), fs::file_size(path()) / 2);
  auto store = open_store(path(), IfMissing::Fail);
  const bool is_noticed = !store || !(*store)->events_after(kMaya.id, 0);
  EXPECT_TRUE(is_noticed);
}

/// Runs `work` in a child; its answer is the exit code.
template <class Work>
int in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(StoreTest, SaysWhenAnotherProgramHoldsIt) {
  opened().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  auto store = open_store(path(), IfMissing::Fail);
  ASSERT_TRUE(store);
  const auto held = (*store)->append(kMaya.id, {walk(1)});
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().kind, Kind::Locked);
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_TRUE((*store)->append(kMaya.id, {walk(1)})) << "nothing was lost";
}

TEST_F(StoreTest, SaysWhenTheFolderMayNotBeWritten) {
  opened().reset();
  ASSERT_EQ(::chmod(path().c_str(), 0444), 0);
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0555), 0);
  const int kind = in_child([&] {
    constexpr uid_t kNobody = 65534;
    if (::getuid() == 0 && ::setuid(kNobody) != 0) return 100;
    auto store = open_store(path(), IfMissing::Fail);
    if (!store) return static_cast<int>(store.error().kind);
    const auto added = (*store)->append(kMaya.id, {walk(1)});
    return added ? 101 : static_cast<int>(added.error().kind);
  });
  ::chmod(folder_.path().c_str(), 0755);
  EXPECT_EQ(kind, static_cast<int>(Kind::ReadOnly));
}

TEST_F(StoreTest, SaysWhenTheDiskIsFullAndLosesNothing) {
  {
    auto store = opened();
    ASSERT_TRUE(store->append(kMaya.id, walks(10)));
  }
  const int kind = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{60'000, 60'000};  // [byte] of any file: the disk that is full
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto store = open_store(path(), IfMissing::Fail);
    if (!store) return static_cast<int>(store.error().kind);
    for (int i = 0; i < 200; ++i) {
      const auto added = (*store)->append(kMaya.id, walks(200 + 10 * i));
      if (!added) return static_cast<int>(added.error().kind);
    }
    return 101;
  });
  EXPECT_EQ(kind, static_cast<int>(Kind::Full));
  auto store = opened();
  const auto events = store->events_after(kMaya.id, 0);
  ASSERT_TRUE(events) << events.error().what;
  EXPECT_GE(events->size(), 10U);
  EXPECT_THAT(*store->faults(), IsEmpty());
}

TEST_F(StoreTest, ABackupIsWholeAndComesBack) {
  auto store = opened();
  ASSERT_TRUE(store->append(kMaya.id, walks(3)));
  ASSERT_TRUE(store->back_up(path("copy.db")));
  EXPECT_FALSE(store->back_up(path("copy.db"))) << "nothing is written over";
  ASSERT_TRUE(store->append(kMaya.id, {walk(9)}));
  store.reset();
  const auto aside = restore_store(path("copy.db"), path());
  ASSERT_TRUE(aside) << aside.error().what;
  EXPECT_TRUE(fs::exists(*aside));
  EXPECT_THAT(*opened()->events_after(kMaya.id, 0), SizeIs(3));
}

TEST_F(StoreTest, RestoresNothingThatIsNoBackup) {
  opened().reset();
  std::ofstream(path("junk.db")) << std::string(5000, 'x');
  const auto restored = restore_store(path("junk.db"), path());
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.error().kind, Kind::NotOurs);
  EXPECT_EQ(restore_store(path("none.db"), path()).error().kind, Kind::Missing);
  EXPECT_TRUE(open_store(path(), IfMissing::Fail)) << "what was there is still there";
}

TEST(DefaultStorePath, FollowsTheStandard) {
  ::setenv("XDG_DATA_HOME", "/somewhere", 1);
  EXPECT_EQ(default_store_path(), "/somewhere/strongback/strongback.db");
  ::unsetenv("XDG_DATA_HOME");
  ::setenv("HOME", "/home/maya", 1);
  EXPECT_EQ(default_store_path(), "/home/maya/.local/share/strongback/strongback.db");
}

}  // namespace
}  // namespace strongback
