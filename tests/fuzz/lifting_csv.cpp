// Another program's training log as CSV: whatever the bytes, sets within their ranges or problems.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalog_once.h"
#include "exchange/import_log.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const auto log =
      read_lifting_csv("fuzz.csv", {reinterpret_cast<const char*>(data), size}, Units::Metric);
  check_refusal(log);
  if (!log) return 0;
  ImportReport report;
  for (const Event& event : events_of(*log, Person{}, catalog_once(), 60, report)) {
    const SetDone& set = std::get<SetDone>(event.body);
    if (set.reps < 0 || set.reps > 500 || set.seconds < 0 || set.meters < 0) std::abort();
  }
  return 0;
}
