#include "exchange/calendar.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <cmath>

namespace strongback {
namespace {

/// "20261130T183000", a time without a zone.
icaltimetype floating_time(Date day, int minute) {
  const std::chrono::year_month_day date{day};
  constexpr int kMinutes = 60;
  icaltimetype time = icaltime_null_time();
  time.zone = nullptr;
  time.year = int{date.year()};
  time.month = static_cast<int>(unsigned{date.month()});
  time.day = static_cast<int>(unsigned{date.day()});
  time.hour = minute / kMinutes;
  time.minute = minute % kMinutes;
  return icaltime_normalize(time);
}

icaltimetype utc_time(const Moment& moment) {
  const Moment utc{moment.at, 0};
  icaltimetype time = floating_time(local_date(utc), local_minute(utc));
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

icalcomponent* event_of(const CalendarEntry& entry, const std::string& person,
                        const Moment& written) {
  icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const std::string id = fmt::format("{}-{}@strongback", to_text(entry.day), person);
  icalcomponent_add_property(event, icalproperty_new_uid(id.c_str()));
  icalcomponent_add_property(event, icalproperty_new_dtstamp(utc_time(written)));
  icalcomponent_add_property(event,
                             icalproperty_new_dtstart(floating_time(entry.day, entry.start_min)));
  const int end = entry.start_min + static_cast<int>(std::lround(std::ceil(entry.minutes)));
  icalcomponent_add_property(event, icalproperty_new_dtend(floating_time(entry.day, end)));
  icalcomponent_add_property(event, icalproperty_new_summary(entry.summary.c_str()));
  icalcomponent_add_property(event, icalproperty_new_description(entry.description.c_str()));
  return event;
}

}  // namespace

std::string calendar_text(const std::vector<CalendarEntry>& entries, const std::string& person,
                          const Moment& written) {
  icalcomponent* calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Strongback//Strongback//EN"));
  for (const CalendarEntry& entry : entries)
    icalcomponent_add_component(calendar, event_of(entry, person, written));
  char* text = icalcomponent_as_ical_string_r(calendar);
  std::string result = text;
  icalmemory_free_buffer(text);
  icalcomponent_free(calendar);
  return result;
}

}  // namespace strongback
