#include "log/event_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "log/event_fields.h"

namespace strongback {
namespace {

using Json = nlohmann::ordered_json;

/// [ms]  the years 1970 to 2199, as `parse_moment` reads them
constexpr double kLastMs = 7'258'118'400'000.0;
constexpr int kMostOffset_min = 840;

// --- writing --------------------------------------------------------------------------------

Json json_of(const Outline& outline) {
  Json days = Json::array();
  for (const Outline::Day& day : outline.days) {
    Json lines = Json::array();
    for (const Outline::Line& line : day.lines)
      lines.push_back({{"exercise", line.exercise}, {"sets", line.sets}});
    days.push_back({{"weekday", day.weekday},
                    {"start_min", day.start_min},
                    {"focus", day.focus},
                    {"lines", std::move(lines)}});
  }
  return {{"start", to_text(outline.start)}, {"days", std::move(days)}};
}

Json json_of(const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer)) return *yes;
  if (const auto* number = std::get_if<int>(&answer)) return *number;
  if (const auto* pressure = std::get_if<BloodPressure>(&answer))
    return Json::array({pressure->first, pressure->second});
  return nullptr;
}

class Writer {
 public:
  explicit Writer(Json& json) : json_(json) {}
  void need_text(const char* key, const std::string& value, int) { json_[key] = value; }
  void text(const char* key, const std::string& value, int) {
    if (!value.empty()) json_[key] = value;
  }
  void texts(const char* key, const std::vector<std::string>& values, int) {
    if (!values.empty()) json_[key] = values;
  }
  void need_whole(const char* key, int value, int, int) { json_[key] = value; }
  void whole(const char* key, int value, int, int) {
    if (value != 0) json_[key] = value;
  }
  void maybe_whole(const char* key, const std::optional<int>& value, int, int) {
    if (value) json_[key] = *value;
  }
  void need_number(const char* key, double value, double, double) { json_[key] = value; }
  void number(const char* key, double value, double, double) {
    if (value != 0.0) json_[key] = value;
  }
  void mass(const char* key, const std::optional<Mass>& value, double) {
    if (value) json_[key] = in_kilograms(*value);
  }
  void flag(const char* key, bool value) {
    if (value) json_[key] = true;
  }
  void need_date(const char* key, Date value) { json_[key] = to_text(value); }
  template <class Word>
  void need_word(const char* key, Word value, const std::vector<std::string>& words) {
    json_[key] = words[static_cast<std::size_t>(value)];
  }
  template <class Word>
  void maybe_word(const char* key, const std::optional<Word>& value,
                  const std::vector<std::string>& words) {
    if (value) need_word(key, *value, words);
  }
  void need_answer(const char* key, const Answer& value) { json_[key] = json_of(value); }
  void need_outline(const char* key, const Outline& value) { json_[key] = json_of(value); }

 private:
  Json& json_;
};

// --- reading --------------------------------------------------------------------------------

class Reader {
 public:
  Reader(std::string file, int line, const Json& json)
      : file_(std::move(file)), line_(line), json_(json) {}

  void need_text(const char* key, std::string& value, int longest) {
    if (has(key)) {
      text(key, value, longest);
      if (value.empty()) problem(fmt::format("'{}' is empty", key));
    }
  }
  void text(const char* key, std::string& value, int longest) {
    const Json* found = find(key);
    if (found == nullptr) return;
    if (!found->is_string()) return wrong(key, "a text");
    value = found->get<std::string>();
    if (value.size() > static_cast<std::size_t>(longest))
      wrong(key, fmt::format("a text of at most {} bytes", longest));
  }
  void texts(const char* key, std::vector<std::string>& values, int longest) {
    const Json* found = find(key);
    if (found == nullptr) return;
    constexpr std::size_t kMost = 1'000;
    if (!found->is_array() || found->size() > kMost) return wrong(key, "a list of texts");
    for (const Json& one : *found) {
      const bool is_right = one.is_string() && one.get_ref<const std::string&>().size() <=
                                                   static_cast<std::size_t>(longest);
      if (!is_right) return wrong(key, "a list of texts");
      values.push_back(one.get<std::string>());
    }
  }
  void need_whole(const char* key, int& value, int low, int high) {
    if (has(key)) whole(key, value, low, high);
  }
  void whole(const char* key, int& value, int low, int high) {
    const Json* found = find(key);
    if (found == nullptr) return;
    const bool is_right =
        found->is_number_integer() && found->get<double>() >= low && found->get<double>() <= high;
    if (!is_right) return wrong(key, fmt::format("a whole number from {} to {}", low, high));
    value = found->get<int>();
  }
  void maybe_whole(const char* key, std::optional<int>& value, int low, int high) {
    if (find(key) == nullptr) return;
    value = low;
    whole(key, *value, low, high);
  }
  void need_number(const char* key, double& value, double low, double high) {
    if (has(key)) number(key, value, low, high);
  }
  void number(const char* key, double& value, double low, double high) {
    const Json* found = find(key);
    if (found == nullptr) return;
    const bool is_right = found->is_number() && std::isfinite(found->get<double>()) &&
                          found->get<double>() >= low && found->get<double>() <= high;
    if (!is_right)
      return wrong(key, fmt::format("a number from {} to {}", plain(low), plain(high)));
    value = found->get<double>();
  }
  void mass(const char* key, std::optional<Mass>& value, double high) {
    if (find(key) == nullptr) return;
    double kg = 0.0;
    number(key, kg, 0.0, high);
    value = kilograms(kg);
  }
  void flag(const char* key, bool& value) {
    const Json* found = find(key);
    if (found == nullptr) return;
    if (!found->is_boolean()) return wrong(key, "true or false");
    value = found->get<bool>();
  }
  void need_date(const char* key, Date& value) {
    if (!has(key)) return;
    const Json* found = find(key);
    const auto date =
        found->is_string() ? parse_date(found->get<std::string>()) : std::optional<Date>{};
    if (!date) return wrong(key, "a date such as \"2026-11-30\"");
    value = *date;
  }
  template <class Word>
  void need_word(const char* key, Word& value, const std::vector<std::string>& words) {
    if (!has(key)) return;
    const Json* found = find(key);
    const std::string word = found->is_string() ? found->get<std::string>() : "";
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] != word) continue;
      value = static_cast<Word>(i);
      return;
    }
    problem(fmt::format("'{}' must be one of {}", key, joined(words, ", ")),
            suggestion(word, words));
  }
  template <class Word>
  void maybe_word(const char* key, std::optional<Word>& value,
                  const std::vector<std::string>& words) {
    if (find(key) == nullptr) return;
    value = Word{};
    need_word(key, *value, words);
  }
  void need_answer(const char* key, Answer& value) {
    if (!has(key)) return;
    const Json& found = *find(key);
    constexpr int kMost = 100'000;
    if (found.is_boolean()) {
      value = found.get<bool>();
    } else if (found.is_number_integer() && found.get<double>() >= 0 &&
               found.get<double>() <= kMost) {
      value = found.get<int>();
    } else if (is_pressure(found)) {
      value = BloodPressure{found[0].get<int>(), found[1].get<int>()};
    } else {
      wrong(key, "true, false, a whole number, or blood pressure as [systolic, diastolic]");
    }
  }
  void need_outline(const char* key, Outline& outline) {
    if (!has(key)) return;
    if (!find(key)->is_object()) return wrong(key, "a program");
    Reader in(file_, line_, *find(key));
    in.need_date("start", outline.start);
    in.each("days", kDaysPerWeek, [&](Reader& day) {
      Outline::Day& one = outline.days.emplace_back();
      day.need_whole("weekday", one.weekday, 0, kDaysPerWeek - 1);
      day.need_whole("start_min", one.start_min, 0, kDay_min - 1);
      day.text("focus", one.focus, kLongestName);
      constexpr int kMostLines = 50;
      day.each("lines", kMostLines,
               [&](Reader& line) { read_line(line, one.lines.emplace_back()); });
    });
    in.finish();
    take_problems(in);
  }

  void wrong(const char* key, const std::string& allowed) {
    problem(fmt::format("'{}' must be {}", key, allowed));
  }

  /// Says which keys nobody asked for.
  void finish() {
    for (const auto& [key, value] : json_.items()) {
      if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
      problem(fmt::format("unknown key '{}'", printable(key)),
              suggestion(key, std::vector<std::string>(asked_.begin(), asked_.end())));
    }
  }
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  static bool is_pressure(const Json& json) {
    constexpr double kMost_mmHg = 400.0;
    if (!json.is_array() || json.size() != 2) return false;
    return std::all_of(json.begin(), json.end(), [](const Json& one) {
      return one.is_number_integer() && one.get<double>() >= 0 && one.get<double>() <= kMost_mmHg;
    });
  }

  static void read_line(Reader& in, Outline::Line& line) {
    in.need_text("exercise", line.exercise, kLongestId);
    if (!in.has("sets")) return;
    const Json& sets = *in.find("sets");
    constexpr std::size_t kMostWeeks = 60;
    constexpr double kMostSets = 20.0;
    bool is_right = sets.is_array() && !sets.empty() && sets.size() <= kMostWeeks;
    for (const Json& one : sets) {
      is_right = is_right && one.is_number_integer() && one.get<double>() >= 0 &&
                 one.get<double>() <= kMostSets;
      if (is_right) line.sets.push_back(one.get<int>());
    }
    if (!is_right) in.wrong("sets", "a list of whole numbers from 0 to 20, one for each week");
  }

  template <class Take>
  void each(const char* key, int most, Take take) {
    if (!has(key)) return;
    const Json& list = *find(key);
    if (!list.is_array() || list.size() > static_cast<std::size_t>(most))
      return wrong(key, fmt::format("a list of at most {}", most));
    for (const Json& one : list) {
      if (!one.is_object()) return wrong(key, "a list of tables");
      Reader in(file_, line_, one);
      take(in);
      in.finish();
      take_problems(in);
    }
  }

  void take_problems(Reader& other) {
    problems_.insert(problems_.end(), other.problems_.begin(), other.problems_.end());
  }
  const Json* find(const char* key) {
    asked_.emplace_back(key);
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }
  bool has(const char* key) {
    if (find(key) != nullptr) return true;
    problem(fmt::format("'{}' is missing", key));
    return false;
  }
  void problem(std::string message, std::string hint = "") {
    problems_.push_back({file_, {line_, 1}, std::move(message), std::move(hint)});
  }

  std::string file_;
  int line_;
  const Json& json_;
  std::vector<std::string_view> asked_;  // keys, which are literals
  Problems problems_;
};

bool is_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (kForm[i] == '-' ? text[i] != '-' : !is_hex) return false;
  }
  return true;
}

/// The kind of that index, empty.
template <std::size_t... I>
EventBody empty_body(std::size_t index, std::index_sequence<I...> /*all kinds*/) {
  EventBody body;
  ((index == I ? (body.emplace<I>(), 0) : 0), ...);
  return body;
}

/// Members of all objects in `json`, which is not deep.
std::size_t members_in(const Json& json) {  // NOLINT(misc-no-recursion)
  std::size_t count = json.is_object() ? json.size() : 0;
  if (json.is_structured()) {
    for (const Json& one : json) count += members_in(one);
  }
  return count;
}

/// Members as they stand in the text, which is JSON: each has one colon outside of texts.
std::size_t members_in(std::string_view text) {
  std::size_t count = 0;
  bool is_in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_in_text && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      is_in_text = !is_in_text;
    } else if (!is_in_text && text[i] == ':') {
      ++count;
    }
  }
  return count;
}

enum class KindIndex : std::size_t {};

void read_head(Reader& in, Event& event, std::optional<std::size_t>& kind) {
  in.need_text("id", event.id, kLongestId);
  double at_ms = 0.0;
  in.need_number("at_ms", at_ms, 0.0, kLastMs);
  if (at_ms != std::floor(at_ms)) in.wrong("at_ms", "whole milliseconds");
  event.when.at = Instant{std::chrono::milliseconds{std::llround(at_ms)}};
  in.need_whole("offset_min", event.when.offset_min, -kMostOffset_min, kMostOffset_min);
  KindIndex read{event_kinds().size()};
  in.need_word("kind", read, event_kinds());
  if (static_cast<std::size_t>(read) < event_kinds().size()) kind = static_cast<std::size_t>(read);
}

}  // namespace

std::string event_json(const Event& event) {
  Json json = {{"id", event.id},
               {"at_ms", event.when.at.time_since_epoch().count()},
               {"offset_min", event.when.offset_min},
               {"kind", kind_of(event.body)}};
  Writer out(json);
  EventBody body = event.body;
  std::visit([&](auto& one) { fields_of(out, one); }, body);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Checked<Event> parse_event(const std::string& file, int line, std::string_view text) {
  const auto refuse = [&](std::string message, std::string hint = "") {
    return tl::unexpected(Problems{{file, {line, 1}, std::move(message), std::move(hint)}});
  };
  constexpr std::size_t kLargest = 1'000'000;
  if (text.size() > kLargest) return refuse("the event is longer than 1 MB");
  if (!is_utf8(text)) return refuse("the event is not UTF-8");
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse("this is no JSON object");
  Reader in(file, line, json);
  Event event;
  std::optional<std::size_t> kind;
  read_head(in, event, kind);
  if (!event.id.empty() && !is_uuid(event.id))
    in.problems().push_back({file, {line, 1}, "'id' must be a UUID in lower case", ""});
  if (kind) {
    event.body = empty_body(*kind, std::make_index_sequence<std::variant_size_v<EventBody>>());
    std::visit([&](auto& one) { fields_of(in, one); }, event.body);
    in.finish();
  }
  if (!in.problems().empty()) return tl::unexpected(std::move(in.problems()));
  // The library keeps one of two equal keys; which one was meant, nobody knows.
  if (members_in(text) != members_in(json)) return refuse("a key stands there twice");
  return event;
}

}  // namespace strongback
