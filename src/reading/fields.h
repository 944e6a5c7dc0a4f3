#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/units.h"
#include "reading/document.h"

namespace strongback {

/// What a number may be: from `low` to `high`, in `unit` (as the message says it; may be empty).
struct Range {
  double low;
  double high;
  std::string_view unit;
};

/// A text with the place where it stands, so that a later check can point at it.
struct Placed {
  std::string text;
  Place place;
};

/// Reads one table field by field and remembers every key that was asked for.
///
/// Each `find_` returns nothing when the key is absent, and nothing plus a Problem when the value
/// is wrong; each `need_` also reports an absent key and then returns a harmless value, so that a
/// reader can go on and report everything at once.  `finish()` reports the keys nobody asked for.
class Fields {
 public:
  Fields(const Document& document, Problems& problems)
      : Fields(document.file, document.root, Place{1, 1}, problems) {}
  Fields(std::string file, const Table& table, Place place, Problems& problems)
      : file_(std::move(file)), table_(&table), place_(place), problems_(&problems) {}

  std::optional<std::string> find_text(std::string_view key, std::size_t longest = 400);
  std::optional<Placed> find_placed(std::string_view key, std::size_t longest = 400);
  std::optional<bool> find_flag(std::string_view key);
  std::optional<double> find_number(std::string_view key, Range allowed);
  std::optional<int> find_whole(std::string_view key, Range allowed);
  std::optional<Mass> find_mass(std::string_view key, Mass low, Mass high);
  std::optional<Length> find_length(std::string_view key, Length low, Length high);
  std::optional<Force> find_force(std::string_view key, Force low, Force high);
  std::optional<Date> find_date(std::string_view key);
  std::optional<int> find_clock(std::string_view key);  ///< minutes after midnight
  std::vector<Placed> find_texts(std::string_view key, std::size_t longest = 400);
  std::vector<double> find_numbers(std::string_view key, Range allowed);
  /// The masses of a list such as ["2 x 5 kg", "10 kg"].
  std::vector<CountedMass> find_masses(std::string_view key, Mass low, Mass high);
  std::optional<Fields> find_table(std::string_view key);
  std::vector<Fields> find_tables(std::string_view key);
  /// The raw value, for keys whose kind depends on something else.
  const Node* find_node(std::string_view key);

  std::string need_text(std::string_view key, std::size_t longest = 400);
  Placed need_placed(std::string_view key, std::size_t longest = 400);
  bool need_flag(std::string_view key);
  double need_number(std::string_view key, Range allowed);
  int need_whole(std::string_view key, Range allowed);

  /// One of a closed set of words; the index of the word in `words`.
  std::optional<std::size_t> find_choice(std::string_view key,
                                         const std::vector<std::string>& words);
  std::size_t need_choice(std::string_view key, const std::vector<std::string>& words);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] const Table& table() const { return *table_; }
  [[nodiscard]] Place place() const { return place_; }
  [[nodiscard]] const std::string& file() const { return file_; }

  void problem(Place place, std::string message, std::string hint = "");
  /// Reports that `word`, standing at `place`, is no `kind` ("no exercise"), with a suggestion.
  void unknown_word(const Placed& word, std::string_view kind,
                    const std::vector<std::string>& known);
  /// Reports every key that nobody asked for, with "did you mean".
  void finish();

 private:
  const Entry* look_up(std::string_view key);
  void missing(std::string_view key);

  std::string file_;
  const Table* table_;
  Place place_;
  Problems* problems_;
  std::vector<std::string> asked_;
};

}  // namespace strongback
