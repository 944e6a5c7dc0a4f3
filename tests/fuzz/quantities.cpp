// Quantities, days and times as people write them: whatever the text, a finite value or nothing;
// and what we print of a day or a time reads back as itself.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/date.h"
#include "base/text.h"
#include "base/units.h"

namespace {

using namespace strongback;

void must(bool holds) {
  if (!holds) std::abort();
}

template <class Q>
void must_be_finite(const std::optional<Q>& value) {
  must(!value || std::isfinite(value->si()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  must_be_finite(parse_mass(text));
  must_be_finite(parse_length(text));
  must_be_finite(parse_force(text));
  if (const auto pieces = parse_counted_mass(text)) {
    must(pieces->count >= 1 && pieces->count <= 99 && std::isfinite(pieces->each.si()));
  }
  if (const auto date = parse_date(text)) must(parse_date(to_text(*date)) == date);
  if (const auto time = parse_clock(text)) must(parse_clock(clock_text(*time)) == time);
  if (const auto day = parse_weekday(text)) must(parse_weekday(weekday_name(*day)) == day);
  must(is_utf8(printable(text)));
  must(first_bad_utf8(text) <= size);
  for (const auto& line : wrapped(text, 20)) must(!line.empty());
  return 0;
}
