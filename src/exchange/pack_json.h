#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"
#include "train/session_pack.h"

namespace strongback {

/// A day of training as tables, and its date.
struct DatedPack {
  Date date;
  DayPack pack;
};

/// What an app needs to lead the coming days without asking.
struct CoveredDays {
  Moment made;
  long long cursor = 0;  ///< of the last event that it knows, in the order of arrival
  const Person* person = nullptr;
  const Catalog* catalog = nullptr;
  std::vector<DatedPack> days;  ///< today first
  SessionPack flare;            ///< today, should the person say that this is a flare
};

/// schema "strongback.pack/1", in one line.  A line of a session that stands in many is kept once,
/// in "lines"; sessions name it by its place there.
std::string pack_json(const CoveredDays& covered);

}  // namespace strongback
