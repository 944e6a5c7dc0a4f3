// A TOML document: every text gives a document or problems that can be printed.

#include "reading/document.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  const auto document = parse_document("fuzz.toml", {reinterpret_cast<const char*>(data), size});
  if (document) return 0;
  if (document.error().empty()) std::abort();
  for (const auto& problem : document.error()) {
    if (problem.message.empty() || !is_utf8(to_text(problem))) std::abort();
  }
  return 0;
}
