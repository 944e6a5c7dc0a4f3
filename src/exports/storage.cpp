#include "exports/storage.h"

#include <fmt/format.h>

#include "base/expects.h"

namespace strongback {

std::string storage_text(const Storage& storage) {
  expects(storage.times_s.size() == storage.rows.size(), "each row has its time");
  std::string text = fmt::format(
      "{}\nversion=1\nnRows={}\nnColumns={}\ninDegrees=no\n\n"
      "Units are S.I. units (seconds, meters, newtons, radians)\n\nendheader\ntime",
      storage.name, storage.rows.size(), storage.columns.size() + 1);
  for (const std::string& column : storage.columns) text += "\t" + column;
  text += "\n";
  for (std::size_t r = 0; r < storage.rows.size(); ++r) {
    expects(static_cast<std::size_t>(storage.rows[r].size()) == storage.columns.size(),
            "each row has a value for each column");
    text += fmt::format("{}", storage.times_s[r]);
    for (const double value : storage.rows[r]) text += fmt::format("\t{}", value);
    text += "\n";
  }
  return text;
}

}  // namespace strongback
