#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "exchange/read_lifting_csv.h"
#include "log/event.h"
#include "person/person.h"

namespace strongback {

/// What became of another program's log.
struct ImportReport {
  struct Matched {
    std::string exercise;
    int sets = 0;
  };
  std::string file;
  std::string source;  ///< "hevy", "strong", "strongback"
  int added = 0;
  int already_there = 0;
  int warm_ups = 0;
  std::map<std::string, Matched> matched;  ///< by their name
  std::map<std::string, int> unmatched;    ///< their name -> sets
  Problems problems;
  /// What that past did for the back's muscles: counted sets a week, over the weeks with training.
  std::map<std::string, double> weekly_sets;
};

/// The rows whose exercises are known, as sets of the past; `report` says what became of the rest.
/// Names are matched exactly, never guessed.  The same row gives the same id.
std::vector<Event> events_of(const LiftingLog& log, const Person& person, const Catalog& catalog,
                             int offset_min, ImportReport& report);

}  // namespace strongback
