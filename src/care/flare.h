#pragma once

#include <string>
#include <vector>

#include "care/screening.h"

namespace strongback {

/// Why the person is in a flare, in words; empty when there is none (rules 6.15).
std::string flare_reason(const Person& person, const Catalog& catalog);

/// Lowers `caps` to what a flare leaves: relief, quiet control work and walks (rules 6.15).
void apply_flare(const Catalog& catalog, Caps& caps);

/// Pain now above the yellow zone: relief and walks; in a flare also quiet tightening (rules 6.3).
bool is_red_pain(const Person& person, const Catalog& catalog);
void apply_red_pain(bool is_flare, Caps& caps);

/// How a flare is lived through and left, as sentences.
std::vector<std::string> flare_advice(const Person& person, const Catalog& catalog);

/// The trainer's questions (rules 6.11) that the file leaves open, and the screening questions
/// that are due at the entry of a flare.
std::vector<std::string> pain_questions(const Person& person, const Catalog& catalog,
                                        bool is_flare);

/// What the answers to the trainer's questions suggest.
std::vector<std::string> lifestyle_advice(const Person& person);

}  // namespace strongback
