// Another catalog of exercises in JSON: whatever the bytes, a catalog whose words are known or
// problems that say something.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "catalog_once.h"
#include "exchange/read_rival_catalog.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const auto read =
      read_rival_catalog("fuzz.json", {reinterpret_cast<const char*>(data), size}, catalog_once());
  check_refusal(read);
  if (!read) {
    for (const auto& problem : read.error()) {
      if (!is_utf8(to_text(problem))) std::abort();
    }
    return 0;
  }
  if (read->words == nullptr || read->exercises.empty()) std::abort();
  return 0;
}
