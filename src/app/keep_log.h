#pragma once

#include <string>
#include <string_view>

#include "app/log_book.h"
#include "exchange/calendar.h"
#include "exchange/import_log.h"
#include "exchange/log_csv.h"
#include "exchange/log_json.h"
#include "exchange/look_back_svg.h"

namespace strongback {

/// A whole copy of the log at `file`, which must not exist.
Outcome<void> back_up(LogBook& book, const std::string& file);

/// Puts the backup at `file` in the log's place; where the old one was kept, or "".
Outcome<std::string> restore_log(const LogPlace& place, const std::string& file);

/// Takes over the past sets of another program's CSV, or the events of our own export.  `unit` is
/// "kg", "lb" or empty.
Outcome<ImportReport> import_file(LogBook& book, const std::string& file, const std::string& unit);
/// The same of a text; `file` only names it.
Outcome<ImportReport> import_text(LogBook& book, const std::string& file, std::string_view text,
                                  const std::string& unit);

/// The coming four weeks of the program as iCalendar.
Outcome<std::string> calendar_of(const LogBook& book);

}  // namespace strongback
