#include "app/lint_files.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/files.h"
#include "catalog/catalog.h"
#include "catalog/lint.h"
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

std::string examples_beside(const std::string& data) {
  return (std::filesystem::path(data).lexically_normal() / ".." / "examples")
      .lexically_normal()
      .string();
}

}  // namespace

LintReport lint_files(const std::vector<std::string>& paths) {
  const std::string data = data_folder();
  const auto catalog = read_catalog(data);
  LintReport report;
  if (paths.empty()) report.checked = static_cast<int>(toml_files(data, true).size());
  if (!catalog) {  // nothing can be checked against broken data: its own problems come first
    report.problems = catalog.error();
    return report;
  }
  const auto files =
      paths.empty() ? toml_files(examples_beside(data), false) : with_folders_opened(paths);
  for (const std::string& file : files) {
    ++report.checked;
    append(report.problems, lint_file(file, *catalog));
  }
  return report;
}

}  // namespace strongback
