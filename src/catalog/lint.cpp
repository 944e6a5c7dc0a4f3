#include "catalog/lint.h"

#include <algorithm>
#include <array>

#include "catalog/readers.h"

namespace strongback {
namespace {

struct Reader {
  DataKind kind;
  std::string_view list;  ///< key of its list of tables; "" for one entry a file
  void (*read)(const Document&, Reading&);
};
constexpr std::array<Reader, 15> kReaders = {{{DataKind::Exercise, "", read_exercise},
                                              {DataKind::Muscles, "muscle", read_muscles},
                                              {DataKind::Equipment, "thing", read_equipment},
                                              {DataKind::Household, "object", read_household},
                                              {DataKind::Activities, "activity", read_activities},
                                              {DataKind::Countries, "country", read_countries},
                                              {DataKind::Conditions, "condition", read_conditions},
                                              {DataKind::Caps, "cap", read_caps},
                                              {DataKind::RedFlags, "red_flag", read_red_flags},
                                              {DataKind::Template, "row", read_template},
                                              {DataKind::Rules, "rule", read_rules},
                                              {DataKind::Sources, "source", read_sources},
                                              {DataKind::Doses, "fit", read_doses},
                                              {DataKind::Bands, "band", read_bands},
                                              {DataKind::RivalWords, "match", read_rival_words}}};

bool has_key(const Document& document, std::string_view key) {
  return std::any_of(document.root.begin(), document.root.end(),
                     [&](const Entry& entry) { return entry.key == key; });
}

/// Keys that only an exercise has at the top of its file.
constexpr std::array<std::string_view, 5> kOfExercises = {"pattern", "stimulus", "demands", "works",
                                                          "met_code"};

}  // namespace

std::optional<DataKind> find_data_kind(const Document& document) {
  const bool is_exercise =
      std::any_of(kOfExercises.begin(), kOfExercises.end(),
                  [&](std::string_view key) { return has_key(document, key); });
  if (is_exercise) return DataKind::Exercise;
  for (const Reader& reader : kReaders) {
    if (!reader.list.empty() && has_key(document, reader.list)) return reader.kind;
  }
  return std::nullopt;
}

void read_as(DataKind kind, const Document& document, Reading& reading) {
  kReaders[static_cast<std::size_t>(kind)].read(document, reading);
}

Problems lint_catalog_file(const std::string& path, const Catalog& catalog) {
  const auto document = read_document(path);
  if (!document) return document.error();
  const auto kind = find_data_kind(*document);
  if (!kind) {
    return {{path,
             {1, 1},
             "this is no data file: no key tells what it holds",
             "an exercise has 'pattern' and 'stimulus'; the other files hold [[muscle]], [[rule]] "
             "and so on"}};
  }
  Reading reading;
  read_as(*kind, *document, reading);
  link(reading, catalog);
  sort_by_place(reading.problems);
  return std::move(reading.problems);
}

}  // namespace strongback
