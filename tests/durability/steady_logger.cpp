// Logs walks without end and prints the id of each one when the store says that it is kept:
// steady_logger FILE SEED.  Killed at any moment by check_kills.py.
#include <fmt/format.h>

#include <cstdio>

#include "store/store.h"

namespace strongback {
namespace {

const StoredPerson kPerson{"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "Maya"};

Event walk(const std::string& seed, int number) {
  const Moment when{Instant{std::chrono::milliseconds{1'764'527'400'000 + number}}, 60};
  return {event_id(when.at, seed + std::to_string(number)), when, Walked{20.0}};
}

int fail(const StoreFailure& failure) {
  fmt::print(stderr, "{}\n", failure.what);
  return 1;
}

int log_without_end(const std::string& path, const std::string& seed) {
  auto store = open_store(path, IfMissing::Create);
  if (!store) return fail(store.error());
  if (const auto added = (*store)->add_person(kPerson); !added) return fail(added.error());
  for (int number = 0;; ++number) {
    const Event event = walk(seed, number);
    if (const auto kept = (*store)->append(kPerson.id, {event}); !kept) return fail(kept.error());
    fmt::print("{}\n", event.id);
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace strongback

int main(int argc, char** argv) {
  return argc == 3 ? strongback::log_without_end(argv[1], argv[2]) : 2;
}
