#pragma once

#include <string>
#include <vector>

#include "base/moment.h"

namespace strongback {

/// One session for a calendar.
struct CalendarEntry {
  Date day;
  int start_min = 0;     ///< [min] after midnight, wherever the person is
  double minutes = 0.0;  ///< [min]
  std::string summary;
  std::string description;
};

/// The entries as iCalendar (RFC 5545).  Times are those on the person's clock, without a zone.
/// The same person and day have the same id, so a calendar brings its entry up to date.
std::string calendar_text(const std::vector<CalendarEntry>& entries, const std::string& person,
                          const Moment& written);

}  // namespace strongback
