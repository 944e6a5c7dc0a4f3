#pragma once

#include <string>
#include <vector>

#include "care/care.h"
#include "care/screening.h"

namespace strongback {

/// How a condition came to count.
enum class Through { Named, Measured, Answered, Paused };

/// One condition that counts for this person.
struct Applied {
  const Condition* condition = nullptr;
  Through through = Through::Named;
  std::string who;         ///< as said to the person: "'Marked rounded upper back'"
  bool is_locked = false;  ///< only its always-allowed list is open
};

/// Conditions of the person, of blood pressure and body mass, of answers, and the pause of
/// training while a flag waits for a clinician.  No condition stands twice.
std::vector<Applied> applied_conditions(const Person& person, const Catalog& catalog,
                                        const Screening& screening);

/// A therapist's block that counts on the start date (or has no end).
bool has_valid_therapist(const Person& person);

/// How far one condition opens the door.
Gate gate_of(const Applied& applied);

/// All limits together (rules 10.5, 10.6, 10.11), before flare and pain.
Caps combined_caps(const Person& person, const Catalog& catalog,
                   const std::vector<Applied>& conditions);

/// The person's own limits that nothing passes: chair, floor, therapist.
void apply_person(const Person& person, Caps& caps);

/// Closes everything but `ids`.
void restrict_to(Caps& caps, const std::vector<std::string>& ids, const std::string& because);

/// True when the demands of `exercise` are within `highest` and no position is ruled out.
bool is_within(const Exercise& exercise, const Levels& highest);

}  // namespace strongback
