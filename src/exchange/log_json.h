#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "log/event.h"

namespace strongback {

/// The whole log: {"schema": "strongback.log/1", "events": [...]}, one event a line, taken back
/// ones too (docs/events.md).
std::string log_json(const std::vector<Event>& events);

/// Reads what `log_json` wrote, also when another program has laid it out anew (line ends, spaces);
/// every problem at once.
Checked<std::vector<Event>> read_log_json(const std::string& file, std::string_view text);

/// True when `text` is to be read as JSON: it begins with a brace.
bool is_log_json(std::string_view text);

}  // namespace strongback
