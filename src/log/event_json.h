#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "catalog/catalog.h"
#include "log/event.h"

namespace strongback {

/// The event as one line of JSON (docs/events.md).
std::string event_json(const Event& event);

/// Reads such a line; every problem at once, with the key in its message.  `file` and `line` only
/// name it.  Checks kinds, types and ranges, and that no key is unknown; ids of the catalog are
/// checked by `check_event`.
Checked<Event> parse_event(const std::string& file, int line, std::string_view text);

/// What is wrong with `event` for somebody who reports it at `now`: things unknown to the catalog
/// (with "did you mean"), an instant more than `kMostAhead` in the future, a profile or reply that
/// does not read.  Empty: it may be kept.
Problems check_event(const Event& event, const Catalog& catalog, Instant now);

/// Clocks differ a little; what lies further ahead has not happened.
inline constexpr std::chrono::minutes kMostAhead{10};

}  // namespace strongback
