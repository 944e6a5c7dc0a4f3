#pragma once

#include <string>
#include <vector>

#include "log/event.h"
#include "store/database.h"

namespace strongback {

/// A row of the file, and the event that its line is.
struct KeptLine {
  long long arrival = 0;
  std::string id;
  long long at_ms = 0;
  std::string line;
  Event event;
  std::vector<std::string> faults;
};

/// Reads the lines, in parts side by side where they are many: years of a log are the longest part
/// of every start.
void read_together(std::vector<KeptLine>& lines);

/// Deletes the person, their events and their account, so that no byte of them stays in the file.
void remove_all_of(Database& database, const std::string& person);

}  // namespace strongback
