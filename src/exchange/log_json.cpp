#include "exchange/log_json.h"

#include <fmt/format.h>

#include "base/text.h"
#include "log/event_json.h"

namespace strongback {
namespace {

constexpr std::string_view kHead = "{\"schema\": \"strongback.log/1\", \"events\": [";
constexpr std::string_view kTail = "]}";

}  // namespace

std::string log_json(const std::vector<Event>& events) {
  std::string text = std::string(kHead) + "\n";
  for (std::size_t i = 0; i < events.size(); ++i)
    text += event_json(events[i]) + (i + 1 < events.size() ? ",\n" : "\n");
  return text + std::string(kTail) + "\n";
}

bool is_log_json(std::string_view text) {
  return trimmed(text.substr(0, 64)).starts_with(kHead.substr(0, 12));
}

Checked<std::vector<Event>> read_log_json(const std::string& file, std::string_view text) {
  std::vector<Event> events;
  Problems problems;
  int number = 0;
  bool has_end = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || (number == 1 && line == kHead)) continue;
    has_end = line == kTail;
    if (has_end) continue;
    if (line.back() == ',') line.remove_suffix(1);
    auto event = parse_event(file, number, line);
    if (event) events.push_back(std::move(*event));
    if (!event) problems.insert(problems.end(), event.error().begin(), event.error().end());
  }
  if (!has_end)
    problems.push_back(
        {file, {number, 1}, "the log is cut off: its end is missing", "export it again"});
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return events;
}

}  // namespace strongback
