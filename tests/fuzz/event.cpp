// A line of the training log: whatever the bytes, an event that comes back as it was, or problems.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalog_once.h"
#include "log/event_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const auto event = parse_event("log", 1, {reinterpret_cast<const char*>(data), size});
  check_refusal(event);
  if (!event) return 0;
  const std::string line = event_json(*event);
  const auto again = parse_event("log", 1, line);
  if (!again || event_json(*again) != line) std::abort();
  (void)check_event(*event, catalog_once(), event->when.at);
  return 0;
}
