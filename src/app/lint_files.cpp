#include "app/lint_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/files.h"
#include "app/lint_model.h"
#include "catalog/catalog.h"
#include "catalog/lint.h"
#include "catalog/readers.h"
#include "person/read_person.h"
#include "reading/document.h"

namespace strongback {
namespace {

constexpr std::array<std::string_view, 7> kOfReplies = {
    "allowed", "forbidden", "cleared_until", "caps", "load_cap", "least_reserve", "dose"};
constexpr std::array<std::string_view, 10> kOfPersons = {
    "sex", "age", "mass", "height", "training", "time", "body", "pain", "screening", "lifestyle"};

template <std::size_t N>
bool has_one(const Document& document, const std::array<std::string_view, N>& keys) {
  return std::any_of(document.root.begin(), document.root.end(), [&](const Entry& entry) {
    return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
  });
}

template <class T>
Problems problems_of(Checked<T> checked) {
  return checked ? Problems{} : std::move(checked.error());
}

Problems lint_file(const std::string& path, const Catalog& catalog) {
  const auto document = read_document(path);
  if (!document) return document.error();
  if (auto of_model = lint_model_file(*document, catalog)) return std::move(*of_model);
  if (has_one(*document, kOfPersons)) return problems_of(read_person(path, catalog));
  if (find_data_kind(*document)) return lint_catalog_file(path, catalog);
  if (has_one(*document, kOfReplies)) return problems_of(read_reply(path, catalog));
  return problems_of(read_person(path, catalog));
}

void append(Problems& all, Problems more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<std::string> with_folders_opened(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    const auto inside = toml_files(path, true);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

/// What can be read of a broken data folder: its sound files, and the sound entries of the others.
Catalog what_can_be_read(const std::string& data) {
  Reading reading;
  for (const std::string& file : toml_files(data, true)) {
    const auto document = read_document(file);
    const auto kind = document ? find_data_kind(*document) : std::nullopt;
    if (kind) read_as(*kind, *document, reading);
  }
  link(reading, Catalog{});
  Catalog catalog = std::move(reading.catalog);
  catalog.rules = Rules(std::move(reading.rules), std::move(reading.sources));
  return catalog;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

/// Checks `paths` although the data folder has problems of its own: those of `paths` are named,
/// the others counted.
LintReport lint_beside_broken(const std::vector<std::string>& paths, const Problems& of_data) {
  const Catalog catalog = what_can_be_read(data_folder());
  const auto files = with_folders_opened(paths);
  LintReport report;
  for (const std::string& file : files) {
    ++report.checked;
    Problems own;
    for (const Problem& problem : of_data) {
      if (is_same_file(problem.file, file)) own.push_back(problem);
    }
    append(report.problems, own.empty() ? lint_file(file, catalog) : std::move(own));
  }
  report.others =
      static_cast<int>(std::count_if(of_data.begin(), of_data.end(), [&](const Problem& problem) {
        return std::none_of(files.begin(), files.end(), [&](const std::string& file) {
          return is_same_file(problem.file, file);
        });
      }));
  return report;
}

/// Where the model and the hand-typed lists disagree, and who is right as far as somebody has
/// looked: no problems.
void add_disagreements(const Catalog& catalog, LintReport& report) {
  for (const Disagreement& one : disagreements(catalog)) {
    ++report.disagreements;
    std::string note = one.exercise + ": " + one.text;
    if (one.verdict) {
      ++report.settled;
      note += fmt::format("; {}: {}", spoken(one.verdict->right), one.verdict->why);
    }
    report.notes.push_back(std::move(note));
  }
  for (const IdleVerdict& one : idle_verdicts(catalog)) {
    report.notes.push_back(fmt::format(
        "{}: the verdict on '{}' covers nothing: list and model do not disagree about it",
        one.exercise, one.muscle));
  }
}

std::string examples_beside(const std::string& data) {
  return (std::filesystem::path(data).lexically_normal() / ".." / "examples")
      .lexically_normal()
      .string();
}

}  // namespace

LintReport lint_files(const std::vector<std::string>& paths) {
  const std::string data = data_folder();
  const auto catalog = read_catalog(data);
  if (!catalog && !paths.empty()) return lint_beside_broken(paths, catalog.error());
  LintReport report;
  if (paths.empty()) report.checked = static_cast<int>(toml_files(data, true).size());
  if (!catalog) {
    report.problems = catalog.error();
    return report;
  }
  const auto files =
      paths.empty() ? toml_files(examples_beside(data), false) : with_folders_opened(paths);
  for (const std::string& file : files) {
    ++report.checked;
    append(report.problems, lint_file(file, *catalog));
  }
  if (paths.empty()) {
    append(report.problems, lint_model(*catalog));
    add_disagreements(*catalog, report);
  }
  return report;
}

}  // namespace strongback
