// Sets as typed after --sets: whatever the bytes, sets or problems.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/set_words.h"
#include "catalog_once.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const Exercise& exercise = *find_exercise(catalog_once(), "one-arm-row-bench");
  const auto sets = parse_sets("--sets", {reinterpret_cast<const char*>(data), size}, exercise);
  check_refusal(sets);
  if (sets && sets->empty()) std::abort();
  return 0;
}
