#pragma once

#include <string>
#include <vector>

#include "care/care.h"
#include "care/facts.h"

namespace strongback {

/// What the answers raise, and what a clinician has released since.
struct Screening {
  std::vector<const RedFlag*> open;      ///< most urgent first; equal ones in the file's order
  std::vector<const RedFlag*> released;  ///< paused loading until somebody looked (rules 10.1)
};

Screening screen(const Person& person, const Catalog& catalog);

/// The clearance that the person recorded, if it counts on the start date; rules 10.1 ask for a
/// date, so one without a date does not count.
const Clearance* valid_clearance(const Person& person);

/// Questions that apply to the person and were not answered, emergency ones first.
std::vector<const RedFlag*> unanswered(const Person& person, const Catalog& catalog);

}  // namespace strongback
