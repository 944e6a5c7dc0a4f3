#include "person/read_person.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

constexpr int kYoungest = 16;  // [years]
constexpr int kOldest = 110;   // [years]

void read_age(Fields& root, Draft& draft) {
  const Node* node = root.find_node("age");
  if (!node) return require(root, "age");
  const auto* whole = std::get_if<std::int64_t>(&node->value);
  if (whole && *whole >= 0 && *whole < kYoungest) {
    return root.problem(
        node->place,
        fmt::format("Strongback is for people of {} years and over, and 'age' is {}", kYoungest,
                    *whole),
        "ask a doctor, a physical therapist or a teacher of sports for a program");
  }
  draft.take(root, "age", root.find_whole("age", {kYoungest, kOldest, "years"}), draft.person.age);
}

void read_country(Fields& root, Draft& draft) {
  const auto said = root.find_placed("country", 60);
  if (!said) return;
  std::string code = said->text;
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const bool is_code = code.size() == 2 && std::all_of(code.begin(), code.end(),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_code || code == "UK") {
    return root.problem(said->place,
                        fmt::format("'{}' is no country code of two letters", said->text),
                        code == "UK" ? "did you mean 'GB'?" : "write it such as \"GB\" or \"US\"");
  }
  draft.person.country = code;
  draft.remember(root, "country");
}

using Section = void (*)(Fields&, Draft&);

constexpr std::pair<std::string_view, Section> kSections[] = {
    {"training", read_training},   {"time", read_time},
    {"equipment", read_equipment}, {"body", read_body},
    {"screening", read_screening}, {"pain", read_pain},
    {"therapist", read_therapist}, {"preferences", read_preferences},
    {"last_week", read_last_week}, {"week", read_week},
    {"walking", read_walking},     {"lifestyle", read_lifestyle},
};

Checked<Person> person_of(const Document& document, const Catalog& catalog) {
  Problems problems;
  Fields root(document, problems);
  Draft draft;
  draft.catalog = &catalog;
  draft.person.file = document.file;

  read_self(root, draft);
  for (const auto& [key, read] : kSections) {
    if (auto section = root.find_table(key)) {
      draft.remember(root, key);
      read(*section, draft);
      section->finish();
    }
  }
  root.finish();
  check_contradictions(root, draft);
  if (!problems.empty()) {
    sort_by_place(problems);
    return tl::unexpected(std::move(problems));
  }
  fill_in_defaults(draft);
  return std::move(draft.person);
}

}  // namespace

void read_self(Fields& root, Draft& draft) {
  Person& person = draft.person;
  root.find_whole("schema", {1, 1, ""});
  draft.take(root, "name", find_words(root, "name", 100), person.name);
  require(root, "sex");
  if (const auto sex = root.find_choice("sex", sex_words())) {
    person.sex = static_cast<Sex>(*sex);
    draft.remember(root, "sex");
  }
  read_age(root, draft);
  draft.take(root, "height", root.find_length("height", meters(1.2), meters(2.2)), person.height);
  draft.take(root, "mass", root.find_mass("mass", kilograms(30), kilograms(250)), person.mass);
  read_country(root, draft);
  if (const auto units = root.find_choice("units", {"metric", "imperial"})) {
    person.units = *units == 0 ? Units::Metric : Units::Imperial;
    draft.remember(root, "units");
  }
  person.conditions = draft.ids(root, "conditions", "condition", condition_ids(*draft.catalog));
}

Checked<Person> parse_person(const std::string& file, std::string_view text,
                             const Catalog& catalog) {
  return parse_document(file, text).and_then([&](const Document& document) {
    return person_of(document, catalog);
  });
}

Checked<Person> read_person(const std::string& path, const Catalog& catalog) {
  return read_document(path).and_then(
      [&](const Document& document) { return person_of(document, catalog); });
}

}  // namespace strongback
