#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/moment.h"

namespace strongback {

/// The words of the commands that keep and read the training log, as typed.
struct TrainingOptions {
  std::string db;           ///< file of the log; empty: the default place
  std::string now;          ///< the time to take for now; empty: the clock's
  std::string at;           ///< when it happened; empty: now
  std::string file;         ///< PERSON.toml, REPLY.toml, FILE
  std::string what, value;  ///< of update: a file, or a field and its value
  std::string exercise;     ///< ID of log and why
  std::string sets, id, note;
  std::string pain, site, during, morning, stiff;
  bool is_sharp = false, is_numb = false, is_flare = false, is_before = false;
  std::string sleep, walk, mass, waist, pressure, hold, busy_until;
  std::vector<std::string> chore, soreness, answer;  ///< two words each
  bool skips = false;
  std::string because, instead;
  std::string who, limits;
  std::string days = "14";
  std::string unit;
  std::string svg;
  std::string persons = "8", seed = "1", weeks = "12";
  bool as_csv = false, as_json = false;
  std::string out;
};

}  // namespace strongback
