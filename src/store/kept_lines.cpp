#include "store/kept_lines.h"

#include <algorithm>
#include <thread>

#include "log/event_json.h"

namespace strongback {
namespace {

void read_line(KeptLine& kept) {
  auto event = parse_event("", 0, kept.line);
  if (!event) {
    for (const Problem& problem : event.error()) kept.faults.push_back(problem.message);
    return;
  }
  kept.event = std::move(*event);
  const bool is_edited =
      kept.event.id != kept.id || kept.event.when.at.time_since_epoch().count() != kept.at_ms;
  if (is_edited) kept.faults.emplace_back("its line is not the one that was kept");
}

}  // namespace

void read_together(std::vector<KeptLine>& lines) {
  constexpr std::size_t kManyLines = 2'000;
  constexpr unsigned kMostThreads = 4;
  const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
  const std::size_t parts = lines.size() < kManyLines ? 1 : cores;
  const auto read_part = [&](std::size_t part) {
    for (std::size_t i = part; i < lines.size(); i += parts) read_line(lines[i]);
  };
  std::vector<std::thread> threads;
  for (std::size_t part = 1; part < parts; ++part) threads.emplace_back(read_part, part);
  read_part(0);
  for (std::thread& thread : threads) thread.join();
}

void remove_all_of(Database& database, const std::string& person) {
  database.run("PRAGMA secure_delete = ON");
  {
    Transaction all(database);
    for (const char* sql :
         {"DELETE FROM session WHERE account IN (SELECT name FROM account WHERE person = $1)",
          "DELETE FROM account WHERE person = $1", "DELETE FROM event WHERE person = $1",
          "DELETE FROM person WHERE person = $1"}) {
      Statement remove = database.prepare(sql);
      remove.bind(1, person);
      remove.run();
    }
    all.commit();
  }
  database.run("PRAGMA wal_checkpoint(TRUNCATE)");  // the old pages are in that file, too
}

}  // namespace strongback
