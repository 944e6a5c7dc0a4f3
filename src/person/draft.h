#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "person/person.h"
#include "person/read_person.h"
#include "reading/fields.h"

namespace strongback {

/// A person while their file is being read, and where each valid value stands, so that the checks
/// that come after the reading can point at a line and the defaults know what is missing.
struct Draft {
  const Catalog* catalog = nullptr;
  Person person;
  std::optional<int> start_min;  ///< [min] after midnight, one time for every day
  std::map<std::string, Place, std::less<>> places;  ///< "time.minutes", "preferences.liked:plank"

  [[nodiscard]] bool given(std::string_view path) const;
  [[nodiscard]] Place place(std::string_view path) const;

  /// Stores `value`, read from the key that ends `path`, and remembers its place.  Without a value
  /// (absent, or wrong and reported) nothing changes.
  template <class T, class Into>
  void take(Fields& fields, std::string_view path, std::optional<T> value, Into& into) {
    if (!value) return;
    into = std::move(*value);
    remember(fields, path);
  }

  /// Remembers where the key that ends `path` stands.
  void remember(Fields& fields, std::string_view path);

  /// The ids in the list `path`; each must be in `known` and stand once.  `kind` completes
  /// "'x' is no ...".  The place of each is remembered as "path:id".
  std::vector<std::string> ids(Fields& fields, std::string_view path, std::string_view kind,
                               const std::vector<std::string>& known);
};

/// Reports that `word` is no `kind` of `known`, with the ids that come near.
void report_unknown(Fields& fields, const Placed& word, std::string_view kind,
                    const std::vector<std::string>& known);

/// True when `id`, standing at `word`, is in `known`; otherwise it is reported.
bool check_id(Fields& fields, const Placed& word, std::string_view kind,
              const std::vector<std::string>& known);

/// "6 weeks ago" or a number of weeks, from 0 to `most_weeks`.
std::optional<double> find_weeks(Fields& fields, std::string_view key, double most_weeks);

/// Equipment whose load is chosen with a pin in a stack of plates.
const std::vector<std::string>& stack_ids();

/// A text of one line for people: line ends and tabs become spaces, other control characters, which
/// could steer a terminal, are reported.
std::optional<std::string> find_words(Fields& fields, std::string_view key, std::size_t longest);

/// Reports `key` when it is absent.
void require(Fields& fields, std::string_view key);

/// The highest level for each property that `caps` names: 0 to 3, positions 0 or 1.
std::map<Property, int> read_caps(Fields caps);

/// A mass that the table cannot do without.
std::optional<Mass> need_mass(Fields& fields, std::string_view key, Mass low, Mass high);

// The sections of a person's file, in the order of docs/person-file.md.
void read_self(Fields& root, Draft& draft);
void read_training(Fields& training, Draft& draft);
void read_time(Fields& time, Draft& draft);
void read_equipment(Fields& equipment, Draft& draft);
void read_body(Fields& body, Draft& draft);
void read_screening(Fields& screening, Draft& draft);
void read_pain(Fields& pain, Draft& draft);
void read_therapist(Fields& therapist, Draft& draft);
void read_preferences(Fields& preferences, Draft& draft);
void read_last_week(Fields& last_week, Draft& draft);
void read_week(Fields& week, Draft& draft);
void read_walking(Fields& walking, Draft& draft);
void read_lifestyle(Fields& lifestyle, Draft& draft);

/// Reports what cannot all be true at once.
void check_contradictions(Fields& root, const Draft& draft);

/// Fills in what the file leaves out and lists each default in `Person::assumptions`.
/// The draft must be free of problems.
void fill_in_defaults(Draft& draft);

}  // namespace strongback
