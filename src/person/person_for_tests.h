#pragma once

#include <string>
#include <string_view>
#include <vector>

// clang-format off: <signal.h>, which gmock brings, defines a macro named as a parameter in units.h
#include "base/text.h"
#include "person/read_person.h"

#include <gmock/gmock.h>
// clang-format on

namespace strongback {

/// The project's own catalog, read once; a test that needs it fails when it has problems.
inline const Catalog& catalog_for_tests() {
  static const Checked<Catalog> kCatalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  if (!kCatalog) {
    for (const auto& problem : kCatalog.error()) ADD_FAILURE() << to_text(problem);
    static const Catalog kEmpty;
    return kEmpty;
  }
  return *kCatalog;
}

/// The problems of a file as a person sees them, one line each and hints on their own lines.
template <class T>
std::string messages(const Checked<T>& checked) {
  std::vector<std::string> lines;
  if (!checked) {
    for (const auto& problem : checked.error()) lines.push_back(to_text(problem));
  }
  return joined(lines, "\n");
}

inline Checked<Person> person_from(std::string_view text) {
  return parse_person("p.toml", text, catalog_for_tests());
}

/// A person of a text that must be right.
inline Person right_person(std::string_view text) {
  auto person = person_from(text);
  EXPECT_TRUE(person.has_value()) << messages(person);
  return person ? std::move(*person) : Person{};
}

/// The message of a text that must be wrong, for what is added to a good file.
inline std::string refusal(const std::string& added) {
  const auto person = person_from("sex = \"female\"\nage = 44\n" + added);
  EXPECT_FALSE(person.has_value()) << added;
  return messages(person);
}

}  // namespace strongback
