#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "app/interview_steps.h"
#include "base/date.h"
#include "base/text.h"
#include "base/units.h"

namespace strongback {
namespace {

using Value = tl::expected<std::string, std::string>;

tl::unexpected<std::string> wrong(std::string message) {
  return tl::unexpected(std::move(message));
}

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (const std::string& piece : split(text, ',')) {
    if (!trimmed(piece).empty()) pieces.emplace_back(trimmed(piece));
  }
  return pieces;
}

Value yes_or_no(std::string_view text) {
  const std::string word = lower(text);
  if (word == "yes" || word == "y") return "true";
  if (word == "no" || word == "n") return "false";
  return wrong("please answer yes or no");
}

/// The word itself, or the one that begins with it or stands for it.
Value one_word(std::string_view text, const std::vector<std::string>& words) {
  const std::string said = lower(text);
  if (said == "woman") return one_word("female", words);
  if (said == "man") return one_word("male", words);
  for (const std::string& word : words) {
    if (!said.empty() && word.starts_with(said)) return toml_string(word);
  }
  return wrong("please write one of: " + joined(words, ", "));
}

Value text_list(std::string_view text) {
  std::vector<std::string> quoted;
  if (lower(text) != "none") {
    for (const std::string& piece : pieces_of(text)) quoted.push_back(toml_string(piece));
  }
  return "[" + joined(quoted, ", ") + "]";
}

Value pressure(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto systolic = whole(trimmed(text.substr(0, slash)));
    const auto diastolic = whole(trimmed(text.substr(slash + 1)));
    if (systolic && diastolic) {
      return fmt::format("{{ systolic = {}, diastolic = {} }}", *systolic, *diastolic);
    }
  }
  return wrong("please write both numbers, such as 128/82");
}

Value clearance(std::string_view text) {
  const std::string word = lower(text);
  if (word == "no" || word == "n") return "false";
  const auto pieces = pieces_of(text);
  if (pieces.size() < 2 || !parse_date(pieces[0])) {
    return wrong("please write the date, who, and limits if any: 2026-11-20, Dr. Lind; or no");
  }
  const std::string limits = joined({pieces.begin() + 2, pieces.end()}, ", ");
  return fmt::format("{{ date = {}, who = {}, limits = {} }}", pieces[0], toml_string(pieces[1]),
                     toml_string(limits));
}

/// "2 x tin-400g" or "2 x bag of rice 1 kg": a piece of [[equipment.household]].
Value household_piece(std::string_view piece) {
  int count = 1;
  const auto times = piece.find(" x ");
  if (times != std::string_view::npos) {
    const auto number = whole(trimmed(piece.substr(0, times)));
    if (!number) return wrong("please write the number first, such as 2 x tin-400g");
    count = *number;
    piece = trimmed(piece.substr(times + 3));
  }
  const std::string counted_as = fmt::format("count = {}\n", count);
  for (auto space = piece.find(' '); space != std::string_view::npos;
       space = piece.find(' ', space + 1)) {
    const std::string_view mass = trimmed(piece.substr(space));
    if (!parse_mass(mass)) continue;
    return fmt::format("name = {}\nmass = {}\n{}", toml_string(piece.substr(0, space)),
                       toml_string(mass), counted_as);
  }
  return fmt::format("object = {}\n{}", toml_string(piece), counted_as);
}

Value household(std::string_view text) {
  std::string tables;
  for (const std::string& piece : pieces_of(text)) {
    const Value table = household_piece(piece);
    if (!table) return table;
    tables += (tables.empty() ? "" : "\n") + ("[[equipment.household]]\n" + *table);
  }
  if (tables.empty()) return wrong("please name at least one thing, or go back");
  return tables;
}

/// "red 60 N" or "red": a piece of [[equipment.band]].
std::string band_piece(std::string_view piece) {
  for (auto space = piece.find(' '); space != std::string_view::npos;
       space = piece.find(' ', space + 1)) {
    const std::string_view force = trimmed(piece.substr(space));
    if (!parse_force(force)) continue;
    return fmt::format("name = {}\nforce = {}\n", toml_string(piece.substr(0, space)),
                       toml_string(force));
  }
  return fmt::format("name = {}\n", toml_string(piece));
}

Value bands(std::string_view text) {
  std::string tables;
  for (const std::string& piece : pieces_of(text)) {
    tables += (tables.empty() ? "" : "\n") + ("[[equipment.band]]\n" + band_piece(piece));
  }
  return tables;
}

/// "kitchen-work 5 x 40": a piece of [[week.activity]].
Value chore_piece(std::string_view piece) {
  constexpr std::string_view kMinutes = " min";
  if (piece.ends_with(kMinutes)) piece.remove_suffix(kMinutes.size());
  const auto cross = piece.find(" x ");
  const auto space = piece.find(' ');
  if (cross != std::string_view::npos && space < cross) {
    const auto times = whole(trimmed(piece.substr(space, cross - space)));
    const auto minutes = whole(trimmed(piece.substr(cross + 3)));
    if (times && minutes) {
      return fmt::format("activity = {}\ntimes = {}\nminutes = {}\n",
                         toml_string(piece.substr(0, space)), *times, *minutes);
    }
  }
  return wrong("please write the id, how often a week and the minutes: kitchen-work 5 x 40");
}

Value chores(std::string_view text) {
  std::string tables;
  for (const std::string& piece : pieces_of(text)) {
    const Value table = chore_piece(piece);
    if (!table) return table;
    tables += (tables.empty() ? "" : "\n") + ("[[week.activity]]\n" + *table);
  }
  return tables;
}

/// Loads are described under keys of their own; in `have` they would be named twice.
std::string have_without_described(const std::string& list, bool has_bands) {
  std::string kept = list;
  for (const std::string thing : {"dumbbell", "kettlebell", "barbell", "household", "band"}) {
    if (thing == "band" && !has_bands) continue;
    const std::string quoted = toml_string(thing);
    for (const std::string& found : {quoted + ", ", ", " + quoted, quoted}) {
      if (const auto at = kept.find(found); at != std::string::npos) kept.erase(at, found.size());
    }
  }
  return kept;
}

constexpr std::array<std::string_view, 10> kTables = {
    "training", "time",      "equipment",   "body",      "pain",
    "walking",  "lifestyle", "preferences", "therapist", "screening"};

/// Answers that are tables of their own, each behind its [table].
constexpr std::array<std::string_view, 3> kOwnTables = {"equipment.household", "equipment.band",
                                                        "week.activity"};

/// `adjustable = { ... }`, once handles were named; what is not answered yet has its default.
std::string adjustable_of(const Answers& answers) {
  const auto value = [&](std::string_view key, std::string_view fallback) {
    const auto found = answers.find(key);
    return found == answers.end() || found->second.empty() ? std::string(fallback) : found->second;
  };
  const std::string handles = value("equipment.adjustable.handles", "0");
  if (handles == "0") return "";
  return fmt::format("adjustable = {{ handles = {}, handle = {}, plates = {} }}\n", handles,
                     value("equipment.adjustable.handle", "\"2 kg\""),
                     value("equipment.adjustable.plates", "[]"));
}

std::string barbell_of(const Answers& answers) {
  const auto bar = answers.find("equipment.barbell.bar");
  if (bar == answers.end()) return "";
  const auto plates = answers.find("equipment.barbell.plates");
  return fmt::format("barbell = {{ bar = {}, plates = {} }}\n", bar->second,
                     plates == answers.end() ? "[]" : plates->second);
}

/// The lines of one table, or "" when nothing was said about it.
std::string table_of(const Answers& answers, std::string_view table) {
  const std::string prefix = std::string(table) + ".";
  std::string lines;
  for (const auto& [id, value] : answers) {
    if (!id.starts_with(prefix) || value.empty()) continue;
    const std::string key = id.substr(prefix.size());
    const bool is_own = std::find(kOwnTables.begin(), kOwnTables.end(), id) != kOwnTables.end();
    if (is_own || key.find('.') != std::string::npos) continue;
    const auto bands = answers.find("equipment.band");
    const bool has_bands = bands != answers.end() && !bands->second.empty();
    lines += fmt::format("{} = {}\n", key,
                         key == "have" ? have_without_described(value, has_bands) : value);
  }
  if (table == "equipment") lines += barbell_of(answers) + adjustable_of(answers);
  if (lines.empty()) return "";
  return fmt::format("\n[{}]\n{}", table, lines);
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

tl::expected<std::string, std::string> toml_value(const Step& step, std::string_view text) {
  switch (step.form) {
    case Form::Text:
      return toml_string(text);
    case Form::Whole: {
      const auto number = whole(text);
      if (!number) return wrong("please write a whole number");
      return fmt::format("{}", *number);
    }
    case Form::YesNo:
      return yes_or_no(text);
    case Form::Words:
      return one_word(text, step.words);
    case Form::List:
      return text_list(text);
    case Form::Pressure:
      return pressure(text);
    case Form::Clearance:
      return clearance(text);
    case Form::Household:
      return household(text);
    case Form::Bands:
      return bands(text);
    case Form::Chores:
      return chores(text);
  }
  return wrong("please answer");
}

std::string person_toml(const Answers& answers) {
  std::string text =
      "# Written by 'strongback new'.  Every field is explained in docs/person-file.md.\n"
      "schema = 1\n";
  for (const Step& step : interview_steps()) {
    const auto found = answers.find(step.id);
    const bool is_root = step.id.find('.') == std::string::npos;
    if (!is_root || found == answers.end() || found->second.empty()) continue;
    text += fmt::format("{} = {}\n", step.id, found->second);
  }
  for (const std::string_view table : kTables) {
    text += table_of(answers, table);
    if (table != "equipment") continue;
    for (const std::string_view id : kOwnTables) {
      const auto own = answers.find(id);
      if (own != answers.end() && !own->second.empty()) text += "\n" + own->second;
    }
  }
  return text;
}

const std::vector<std::string>& form_words() {
  static const std::vector<std::string> words{"text",  "whole",    "yes_no",    "words",
                                              "list",  "pressure", "clearance", "household",
                                              "bands", "chores"};
  return words;
}

}  // namespace strongback
