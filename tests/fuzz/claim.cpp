// A claim of the screening table, such as "age>=65 && !cancer".

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalog/red_flag.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const auto claim = parse_claim({reinterpret_cast<const char*>(data), size});
  if (claim) {
    for (const auto& word : words_of(*claim)) {
      if (word.empty()) std::abort();
    }
  } else if (claim.error().empty()) {
    std::abort();
  }
  return 0;
}
