#include "exchange/log_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "log/event_json.h"

namespace strongback {
namespace {

constexpr std::string_view kSchema = "strongback.log/1";
constexpr std::string_view kHead = "{\"schema\": \"strongback.log/1\", \"events\": [";
constexpr std::string_view kTail = "]}";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// `text` without what editors put before and after a line.
std::string_view bare(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.ends_with('\r')) text.remove_suffix(1);
  return trimmed(text);
}

/// Takes events and problems as they come.
class Gathering {
 public:
  void take(Checked<Event> event, const std::string& where = "") {
    if (event) return events_.push_back(std::move(*event));
    for (Problem& problem : event.error()) {
      problem.message = where + problem.message;
      problems_.push_back(std::move(problem));
    }
  }
  void problem(Problem problem) { problems_.push_back(std::move(problem)); }
  Checked<std::vector<Event>> finish() && {
    if (!problems_.empty()) return tl::unexpected(std::move(problems_));
    return std::move(events_);
  }

 private:
  std::vector<Event> events_;
  Problems problems_;
};

/// One event a line, as `log_json` writes them: problems have their line.
Checked<std::vector<Event>> read_lines(const std::string& file, std::string_view text) {
  Gathering gathering;
  int number = 0;
  bool has_end = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = bare(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || (number == 1 && line == kHead)) continue;
    has_end = line == kTail;
    if (has_end) continue;
    if (line.back() == ',') line.remove_suffix(1);
    gathering.take(parse_event(file, number, line));
  }
  if (!has_end) {
    gathering.problem(
        {file, {number, 1}, "the log is cut off: its end is missing", "export it again"});
  }
  return std::move(gathering).finish();
}

/// The document of a text that another program has laid out anew; nothing when it is none, or is
/// deeper than a log.
std::optional<nlohmann::json> shallow_json(std::string_view text) {
  constexpr int kDeepest = 10;
  bool is_deep = false;
  const auto keep = [&](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) {
    is_deep = is_deep || depth > kDeepest;
    return depth <= kDeepest;
  };
  auto json = nlohmann::json::parse(text, keep, false);
  if (is_deep || !json.is_object()) return std::nullopt;
  return json;
}

/// A log in any layout: problems have the number of their event.
Checked<std::vector<Event>> read_document(const std::string& file, std::string_view text) {
  const auto refused = [&](std::string message, std::string hint) {
    return tl::unexpected(Problems{{file, {}, std::move(message), std::move(hint)}});
  };
  if (!is_utf8(text)) return refused("the log is not UTF-8", "save it as UTF-8");
  const auto json = shallow_json(bare(text));
  if (!json) return refused("this is no JSON object that is whole", "export the log again");
  const auto schema = json->find("schema");
  if (schema == json->end() || *schema != kSchema)
    return refused(fmt::format("'schema' must be \"{}\"", kSchema),
                   "it is what 'export --json' writes; other documents are no logs");
  const auto events = json->find("events");
  if (events == json->end() || !events->is_array() || json->size() > 2)
    return refused("a log has 'schema', the list 'events', and nothing else", "");
  Gathering gathering;
  for (std::size_t i = 0; i < events->size(); ++i)
    gathering.take(parse_event(file, 0, (*events)[i].dump()), fmt::format("event {}: ", i + 1));
  return std::move(gathering).finish();
}

}  // namespace

std::string log_json(const std::vector<Event>& events) {
  std::string text = std::string(kHead) + "\n";
  for (std::size_t i = 0; i < events.size(); ++i)
    text += event_json(events[i]) + (i + 1 < events.size() ? ",\n" : "\n");
  return text + std::string(kTail) + "\n";
}

bool is_log_json(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

Checked<std::vector<Event>> read_log_json(const std::string& file, std::string_view text) {
  const bool is_as_written = bare(text.substr(0, text.find('\n'))) == kHead;
  return is_as_written ? read_lines(file, text) : read_document(file, text);
}

}  // namespace strongback
