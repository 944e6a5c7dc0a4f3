#include "exchange/read_rival_catalog.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/json_tree.h"
#include "reading/fields.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestName = 400;
constexpr std::int64_t kEnglish = 2;  // wger's number of the language
constexpr std::string_view kFreeExerciseDb = "free-exercise-db";
constexpr std::string_view kWger = "wger";

bool has(const Table& table, std::string_view key) {
  return std::any_of(table.begin(), table.end(),
                     [&](const Entry& entry) { return entry.key == key; });
}

const Node* find(const Table& table, std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table.end() ? nullptr : &found->node;
}

/// A file while it is being read.
struct Reader {
  const std::string& file;
  const RivalWords& words;
  Problems problems;

  /// The first name of the word that says `said`, or a problem.
  void add_word(const Placed& said, std::vector<std::string>& into) {
    std::vector<std::string> known;
    for (const RivalWords::Word& word : words.words) {
      const bool is_it = std::count(word.says.begin(), word.says.end(), said.text) > 0;
      if (is_it) return into.push_back(word.says.front());
      known.push_back(word.says.front());
    }
    std::string hint = suggestion(said.text, known);
    if (hint.empty()) hint = "it is one of: " + joined(known, ", ");
    problems.push_back({file, said.place,
                        fmt::format("'{}' is no muscle of {}", printable(said.text), words.rival),
                        hint});
  }
};

void read_muscle_words(Reader& reader, Fields& fields, std::string_view key,
                       std::vector<std::string>& into) {
  for (const Placed& word : fields.find_texts(key, kLongestName)) reader.add_word(word, into);
}

RivalExercise read_free_exercise(Reader& reader, Fields& fields) {
  RivalExercise exercise;
  exercise.id = fields.need_text("id", kLongestName);
  exercise.name = fields.need_text("name", kLongestName);
  exercise.names = {exercise.name};
  if (!fields.has("primaryMuscles")) {
    fields.problem(fields.place(), "'primaryMuscles' is missing", "an empty list is allowed");
  }
  read_muscle_words(reader, fields, "primaryMuscles", exercise.primary);
  read_muscle_words(reader, fields, "secondaryMuscles", exercise.secondary);
  return exercise;
}

void read_wger_muscles(Reader& reader, Fields& fields, std::string_view key,
                       std::vector<std::string>& into) {
  for (Fields& muscle : fields.find_tables(key)) {
    const Placed name = muscle.need_placed("name", kLongestName);
    if (!name.text.empty()) reader.add_word(name, into);
  }
}

/// A translation's name and its aliases.
void read_translation(Fields& translation, RivalExercise& exercise) {
  const std::string name = translation.need_text("name", kLongestName);
  const auto language = translation.find_whole("language", {1, 100000, ""});
  if (!name.empty() && (exercise.name.empty() || language == kEnglish)) exercise.name = name;
  if (!name.empty()) exercise.names.push_back(name);
  for (Fields& alias : translation.find_tables("aliases")) {
    exercise.names.push_back(alias.need_text("alias", kLongestName));
  }
}

RivalExercise read_wger_exercise(Reader& reader, Fields& fields) {
  RivalExercise exercise;
  if (const auto id = fields.find_whole("id", {1, 2e9, ""})) {
    exercise.id = fmt::format("{}", *id);
  } else if (!fields.has("id")) {
    fields.problem(fields.place(), "'id' is missing");
  }
  if (!fields.has("muscles")) {
    fields.problem(fields.place(), "'muscles' is missing", "an empty list is allowed");
  }
  read_wger_muscles(reader, fields, "muscles", exercise.primary);
  read_wger_muscles(reader, fields, "muscles_secondary", exercise.secondary);
  if (!fields.has("translations")) fields.problem(fields.place(), "'translations' is missing");
  for (Fields& translation : fields.find_tables("translations")) {
    read_translation(translation, exercise);
  }
  if (exercise.name.empty()) exercise.name = "exercise " + exercise.id;
  const auto own = std::find(exercise.names.begin(), exercise.names.end(), exercise.name);
  if (own != exercise.names.end()) std::rotate(exercise.names.begin(), own, own + 1);
  return exercise;
}

/// The exercises of the document: it is one, a list of them, or a page of them.
const Node* list_in(const Node& root) {
  const auto* table = std::get_if<Table>(&root.value);
  return table == nullptr ? &root : find(*table, "results");
}

/// Whose exercise this is; "" when it looks like none.
std::string_view rival_of(const Node& exercise) {
  const auto* table = std::get_if<Table>(&exercise.value);
  if (table == nullptr) return "";
  if (has(*table, "primaryMuscles") || has(*table, "secondaryMuscles")) return kFreeExerciseDb;
  return has(*table, "translations") || has(*table, "muscles") ? kWger : "";
}

/// What the reader of fields says of tables, in the words of JSON.
Problem in_words_of_json(Problem problem) {
  if (problem.hint.starts_with("write [")) problem.hint.clear();
  if (const auto at = problem.message.find("tables"); at != std::string::npos) {
    problem.message.replace(at, 6, "objects");
  }
  if (const auto at = problem.message.find("a table"); at != std::string::npos) {
    problem.message.replace(at, 7, "an object or null");
  }
  return problem;
}

Problems unknown_schema(const std::string& file, Place place) {
  return {{file, place, "this is no catalog that can be scored",
           "an exercise of free-exercise-db has 'primaryMuscles', one of wger's exerciseinfo has "
           "'muscles' and 'translations'; a list of either is read, and a page with 'results'"}};
}

}  // namespace

Checked<RivalCatalog> read_rival_catalog(const std::string& file, std::string_view text,
                                         const Catalog& catalog) {
  const auto root = parse_json(file, text);
  if (!root) return tl::unexpected(root.error());
  std::vector<const Node*> entries;
  const Node* list = list_in(*root);
  if (list == nullptr) {
    entries.push_back(&*root);
  } else if (const auto* array = std::get_if<Array>(&list->value)) {
    for (const Node& entry : *array) entries.push_back(&entry);
  }
  const auto whose = std::find_if(entries.begin(), entries.end(),
                                  [](const Node* entry) { return !rival_of(*entry).empty(); });
  if (whose == entries.end()) return tl::unexpected(unknown_schema(file, root->place));
  const std::string_view rival = rival_of(**whose);
  const RivalWords* words = find_rival(catalog, rival);
  if (words == nullptr) return tl::unexpected(unknown_schema(file, root->place));

  RivalCatalog read{words, {}};
  Reader reader{file, *words, {}};
  for (const Node* entry : entries) {
    const auto* table = std::get_if<Table>(&entry->value);
    if (table == nullptr) {
      reader.problems.push_back({file, entry->place, "an exercise must be an object", ""});
      continue;
    }
    Fields fields(file, *table, entry->place, reader.problems);
    read.exercises.push_back(rival == kWger ? read_wger_exercise(reader, fields)
                                            : read_free_exercise(reader, fields));
  }
  if (reader.problems.empty()) return read;
  for (Problem& problem : reader.problems) problem = in_words_of_json(std::move(problem));
  sort_by_place(reader.problems);
  return tl::unexpected(std::move(reader.problems));
}

}  // namespace strongback
