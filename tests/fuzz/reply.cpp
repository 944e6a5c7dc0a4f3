// A therapist's reply: whatever the bytes, checked limits or problems that say something.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalog_once.h"
#include "person/read_person.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace strongback;
  check_refusal(
      parse_reply("fuzz.toml", {reinterpret_cast<const char*>(data), size}, catalog_once()));
  return 0;
}
