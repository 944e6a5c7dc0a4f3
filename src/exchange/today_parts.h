#pragma once

#include "exchange/json_parts.h"
#include "train/today.h"

namespace strongback {

// The pieces of a day that several documents share.  Only the .cpp files of this room include this
// header.

Json reason_object(const Reason& reason);

/// A line of today's session with what was done of it.
Json today_line_json(const TodayLine& line);

/// What to do on a day; all of "strongback.today/1" but its schema.
Json today_object(const Today& today, const Catalog& catalog);

}  // namespace strongback
