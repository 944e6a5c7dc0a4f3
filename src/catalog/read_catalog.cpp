#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "catalog/catalog.h"
#include "catalog/readers.h"

#ifndef STRONGBACK_DATA_DIR
#define STRONGBACK_DATA_DIR "data"
#endif

namespace strongback {
namespace {

/// What stands in a file or, with a name that ends in '/', in every .toml file of a folder.
struct Shelf {
  std::string_view name;
  DataKind kind;
  bool may_be_empty = false;
};
constexpr std::array<Shelf, 15> kShelves = {{{"muscles.toml", DataKind::Muscles},
                                             {"equipment.toml", DataKind::Equipment},
                                             {"household.toml", DataKind::Household},
                                             {"activities.toml", DataKind::Activities},
                                             {"exercises/", DataKind::Exercise},
                                             {"care/caps.toml", DataKind::Caps},
                                             {"care/conditions.toml", DataKind::Conditions},
                                             {"care/red_flags.toml", DataKind::RedFlags},
                                             {"care/countries.toml", DataKind::Countries},
                                             {"sources.toml", DataKind::Sources},
                                             {"rules/", DataKind::Rules},
                                             {"templates/", DataKind::Template},
                                             {"doses/", DataKind::Doses, true},
                                             {"bands/", DataKind::Bands, true},
                                             {"score/", DataKind::RivalWords, true}}};

/// Motions stand beside their exercises, but the movement room reads them.
bool is_for_the_catalog(const std::filesystem::path& path) {
  return path.extension() == ".toml" && !path.string().ends_with(".motion.toml");
}

/// The files of a shelf in the order of their names.
std::vector<std::string> files_on(const std::string& folder, const Shelf& shelf) {
  const auto path = std::filesystem::path(folder) / shelf.name;
  if (shelf.name.back() != '/') return {path.string()};
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
    if (is_for_the_catalog(entry.path())) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void read_shelf(const std::string& folder, const Shelf& shelf, Reading& reading) {
  const auto files = files_on(folder, shelf);
  if (files.empty() && !shelf.may_be_empty) {
    reading.problems.push_back({(std::filesystem::path(folder) / shelf.name).string(),
                                {},
                                "this folder holds no data file",
                                ""});
  }
  for (const std::string& file : files) {
    const auto document = read_document(file);
    if (document) {
      read_as(shelf.kind, *document, reading);
    } else {
      reading.problems.insert(reading.problems.end(), document.error().begin(),
                              document.error().end());
    }
  }
}

}  // namespace

Checked<Catalog> read_catalog(const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return tl::unexpected(Problems{{folder,
                                    {},
                                    "there is no such data folder",
                                    "set STRONGBACK_DATA to the folder of the data files"}});
  }
  Reading reading;
  for (const Shelf& shelf : kShelves) read_shelf(folder, shelf, reading);
  link(reading, Catalog{});
  if (!reading.problems.empty()) {
    sort_by_place(reading.problems);
    return tl::unexpected(std::move(reading.problems));
  }
  Catalog catalog = std::move(reading.catalog);
  catalog.rules = Rules(std::move(reading.rules), std::move(reading.sources));
  std::sort(catalog.exercises.begin(), catalog.exercises.end(),
            [](const Exercise& one, const Exercise& other) { return one.id < other.id; });
  return catalog;
}

std::string data_folder() {
  const char* chosen = std::getenv("STRONGBACK_DATA");
  return chosen && *chosen ? chosen : STRONGBACK_DATA_DIR;
}

}  // namespace strongback
