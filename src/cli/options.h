#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace strongback {

/// What the words on the command line ask for.
struct Options {
  enum class Command { None, New, Plan, Check, Exercises, Exercise, Muscles, Lint };
  Command command = Command::None;
  std::string person;              ///< PERSON.toml
  std::string word;                ///< ID or MUSCLE
  std::vector<std::string> files;  ///< of lint
  std::optional<Date> start;
  int weeks = 8;
  std::string template_id;
  std::string therapist;
  std::string sheet;
  bool with_reasons = false;
  bool as_json = false;
  std::string works;
  std::vector<std::string> equipment;
  std::string position;
};

/// What was read: the options, or a text that settles the matter (help, or what is wrong).
struct ReadOptions {
  Options options;
  std::string help;     ///< for stdout; the program is then done
  std::string problem;  ///< for stderr; the call was wrong
};

/// Reads the words after the program's name.
ReadOptions read_options(const std::vector<std::string>& words);

}  // namespace strongback
