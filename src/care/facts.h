#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// What claims may ask about one person, beside what stands in the person's file.
struct Facts {
  const Person* person = nullptr;
  bool flag_open = false;       ///< some flag pauses loading and was not released
  bool no_other_flag = false;   ///< no other row of ROUTINE or more is raised
  bool no_urgent_flag = false;  ///< no other row of URGENT or more is raised
};

/// Whether `claim`, which stands in the row `self`, is true (docs/care.md, "The words of claims").
/// A missing answer is no and a missing number compares false.
bool holds(const Claim& claim, const RedFlag& self, const Facts& facts);

/// Every word that `holds` understands besides the ids of the screening rows; holds all of
/// `claim_words()`.
std::vector<std::string> understood_words();

bool asks_about(const Claim& claim, std::string_view word);
bool names_condition(const Person& person, std::string_view id);
/// A condition of health, "healthy" not counted.
bool names_any_condition(const Person& person);

/// The answer to the question `id` is yes, or a condition of the person says the same.
bool says_yes(const Person& person, std::string_view id);
bool is_answered(const Person& person, std::string_view id);

/// Any pain in the back or leg, now or as a rule, or at night.
bool has_back_pain(const Person& person);
/// Began less than 6 weeks ago; pain whose beginning was not said is taken as new.
bool is_new_back_pain(const Person& person);
/// Pain now is above the usual by the flare's measure, or its site has moved outward.
bool has_changed_pain(const Person& person);
bool moved_outward(const Person& person);

}  // namespace strongback
