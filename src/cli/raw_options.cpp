// Each function reads its own texts and returns what is wrong with them, or "".
#include "cli/raw_options.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "app/compare.h"
#include "app/simulate.h"
#include "base/text.h"
#include "plan/plan.h"

namespace strongback {
namespace {

std::string understand_weeks(const std::string& text, Options& options) {
  if (text.empty()) return "";
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, options.weeks);
  const bool is_number = error == std::errc{} && at == end;
  if (is_number && options.weeks >= 1 && options.weeks <= kMostWeeks) return "";
  return with_hint(fmt::format("'--weeks' must be a whole number from 1 to {} weeks, not '{}'",
                               kMostWeeks, printable(text)),
                   "");
}

std::string understand_start(const std::string& text, Options& options) {
  if (text.empty()) return "";
  options.start = parse_date(text);
  if (options.start) return "";
  return with_hint(fmt::format("'{}' is no date", printable(text)),
                   "write the year, month and day, such as 2026-11-30");
}

std::string understand_load(const std::string& text, std::optional<Mass>& load) {
  if (text.empty()) return "";
  load = parse_mass(text);
  if (load && *load >= Mass{} && *load <= kHeaviestLoad) return "";
  return with_hint(
      fmt::format("'--load' must be a mass from 0 to {:.0f} kg ({:.0f} lb), not '{}'",
                  in_kilograms(kHeaviestLoad), in_pounds(kHeaviestLoad), printable(text)),
      "write a number and its unit, such as 12kg or 25lb");
}

std::string understand_figure(const std::string& text, Options& options) {
  if (options.command != Options::Command::Figure || text.empty() || text == "svg") return "";
  options.as_json = text == "json";
  if (options.as_json) return "";
  return with_hint(fmt::format("'--format' must be svg or json, not '{}'", printable(text)), "");
}

std::string understand_export(const std::string& text, Options& options) {
  if (options.command != Options::Command::ExportModel) return "";
  static const std::vector<std::pair<std::string, ExportFormat>> kFormats = {
      {"mjcf", ExportFormat::Mjcf}, {"osim", ExportFormat::Osim}, {"table", ExportFormat::Csv}};
  std::vector<std::string> words;
  for (const auto& [word, format] : kFormats) {
    if (text == word) options.format = format;
    words.push_back(word);
  }
  if (!options.format) {
    return with_hint(
        fmt::format("'--format' must be one of {}, not '{}'", joined(words, ", "), printable(text)),
        suggestion(text, words));
  }
  if (options.format == ExportFormat::Csv && !options.word.empty()) {
    return with_hint("'--motion' does not go with '--format table', which holds every exercise",
                     "");
  }
  if (options.format == ExportFormat::Csv || !options.person.empty()) return "";
  return with_hint("--person is missing", "the model is scaled to a person: --person PERSON.toml");
}

std::string understand_compare(const RawOptions& raw, Options& options) {
  if (options.command != Options::Command::Compare) return "";
  const std::size_t count = options.words.size();
  if (count < kFewestCompared || count > kMostCompared) {
    return with_hint(fmt::format("'compare' takes {} to {} exercises, not {}", kFewestCompared,
                                 kMostCompared, count),
                     "'strongback exercises' lists them");
  }
  for (const std::string& text : raw.loads) {
    std::optional<Mass> load;
    const std::string problem = understand_load(text, load);
    if (!problem.empty()) return problem;
    if (load) options.loads.push_back(*load);
  }
  if (options.loads.size() <= 1 || options.loads.size() == count) return "";
  return with_hint(
      fmt::format("'--load' stands {} times for {} exercises", options.loads.size(), count),
      "give it once for all, or once for each, in the same order");
}

std::string understand_order(const Options& options) {
  if (options.by.empty()) return "";
  if (options.by != "disc-cost") {
    const std::string near = suggestion(options.by, {"disc-cost"});
    return with_hint(fmt::format("'{}' is no order", printable(options.by)), near);
  }
  if (options.works.empty()) {
    return with_hint("'--by disc-cost' ranks by what trains a muscle, and none is named",
                     "add --works MUSCLE, such as --works lower-traps");
  }
  if (options.person.empty()) {
    return with_hint("'--by disc-cost' is computed for a body, and no person is named",
                     "add --person PERSON.toml");
  }
  return "";
}

}  // namespace

std::string with_hint(const std::string& message, const std::string& hint) {
  std::string text = "strongback: error: " + message;
  if (!hint.empty()) text += "\n  hint: " + hint;
  return text + "\n";
}

std::string understand(const RawOptions& raw, Options& options) {
  std::string problem = understand_weeks(raw.weeks, options);
  if (problem.empty()) problem = understand_start(raw.start, options);
  if (problem.empty()) problem = understand_figure(raw.format, options);
  if (problem.empty()) problem = understand_export(raw.format, options);
  if (problem.empty()) problem = understand_load(raw.load, options.load);
  if (problem.empty()) problem = understand_compare(raw, options);
  if (problem.empty()) problem = understand_order(options);
  return problem;
}

}  // namespace strongback
