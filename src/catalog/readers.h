#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/lint.h"
#include "reading/document.h"
#include "reading/fields.h"

namespace strongback {

/// What an id in a data file names.
enum class IdKind {
  Exercise,
  Muscle,
  Equipment,
  Household,
  Activity,
  ActivityCode,
  Country,
  Condition,
  Cap,
  RedFlag,
  ClaimWord,
  Template,
  Rule,
  Source,
};

/// An id where a file defines or uses it.
struct Mention {
  IdKind kind;
  std::string id;
  std::string file;
  Place place;
};

/// A catalog while it is being read: values so far, the ids that files define and use (checked
/// against each other once all files are read), and everything wrong so far.
struct Reading {
  Catalog catalog;
  std::map<std::string, Rule, std::less<>> rules;
  std::map<std::string, Source, std::less<>> sources;
  std::vector<Mention> defined;
  std::vector<Mention> used;
  Problems problems;
};

void read_exercise(const Document& document, Reading& reading);
void read_muscles(const Document& document, Reading& reading);
void read_equipment(const Document& document, Reading& reading);
void read_household(const Document& document, Reading& reading);
void read_activities(const Document& document, Reading& reading);
void read_countries(const Document& document, Reading& reading);
void read_conditions(const Document& document, Reading& reading);
void read_caps(const Document& document, Reading& reading);
void read_red_flags(const Document& document, Reading& reading);
void read_template(const Document& document, Reading& reading);
void read_rules(const Document& document, Reading& reading);
void read_sources(const Document& document, Reading& reading);
void read_doses(const Document& document, Reading& reading);
void read_bands(const Document& document, Reading& reading);
void read_rival_words(const Document& document, Reading& reading);
/// Reads `document` as what `kind` says.
void read_as(DataKind kind, const Document& document, Reading& reading);

/// Reads the keys that every data file has.
void read_head(Fields& fields);
/// Reads `id` and notes that this file defines it.
std::string read_id(Fields& fields, IdKind kind, Reading& reading);
/// Reads a list of ids and notes that this file uses them.
std::vector<std::string> read_uses(Fields& fields, std::string_view key, IdKind kind,
                                   Reading& reading);
/// Reads one id and notes that this file uses it.
std::string read_use(Fields& fields, std::string_view key, IdKind kind, Reading& reading);
/// Reads [low, high], two whole numbers in `allowed`.
std::optional<Span> find_span(Fields& fields, std::string_view key, Range allowed);
/// Reads "A" to "D".
std::string read_grade(Fields& fields);

/// What is wrong with `exercise` by itself, reported at the place of `fields`.
void check_exercise(const Exercise& exercise, Fields& fields);

/// Everything wrong between the files: ids used but not defined (by them or by `known`), ids
/// defined twice, circles among easier exercises.  Fills what one file takes from another.
void link(Reading& reading, const Catalog& known);

}  // namespace strongback
