#pragma once

#include <map>
#include <string>
#include <string_view>

#include "care/care.h"
#include "catalog/catalog.h"
#include "plan/program.h"

namespace strongback {

// How the parts of an answer are said to a person.  The terminal and the printed sheet both speak
// through this file, so that they use the same words.

/// "8-12", or "8" when both bounds are the same.
std::string span_text(Span span);

/// "3 x 8-12", "2 x 6 x 8 s each side", "1 x 20 m", "5-10 min".
std::string dose_text(const PlannedExercise& exercise);

/// What one set is: "8-12 each side", "6 x 8 s", "5-10 min".
std::string dose_of_one_set(PlannedExercise exercise);

/// "45 s", "2 min", "2 min 30 s"; "none" for 0.
std::string rest_text(int seconds);

/// `value` to its first two digits: a likely range says no more.
double about(double value);

/// "1", "½", "1½", "0.33": a share of a set.
std::string credit_text(double credit);

/// "lats": the shortest common name of a muscle, in lower case.  Unknown ids come back as they are.
std::string short_name(const std::string& muscle_id, const Catalog& catalog);

/// "lats 1, rhomboids 1, rear delts ½": largest share first, then in the order of the catalog.
std::string works_text(const std::map<std::string, double>& works, const Catalog& catalog);

/// "Monday, November 30, 2026".
std::string date_words(Date date);

/// "Nov 30".
std::string short_date(Date date);

/// A name of the catalog, cut at its first comma or bracket: "One-arm row" and "hand on chair
/// back".
struct NameParts {
  std::string head;
  std::string rest;  ///< may be empty
};
NameParts name_parts(std::string_view name);

/// `text` as a sentence: first letter in upper case, a full stop at the end.
std::string sentence(std::string_view text);

/// A space at which no line is broken; a page shows it as a space.
inline constexpr std::string_view kUnbroken = "\u00A0";

/// "Monday, November 30, 2026, 18:00" or, without a date, "Monday, 18:00".
std::string session_time(const PlannedSession& session);

/// "about 120 kcal (90 to 150)".
std::string energy_text(double kcal_net, Range2 range);

/// "35 min".
std::string minutes_text(double minutes);

/// The one sentence that opens an answer.
std::string headline(Status status);

/// "within 1 or 2 days": how soon a screening answer asks to be seen to.  Empty for None.
std::string how_soon(Care care);

/// "none", "slight", "moderate", "high"; for a position "no" or "yes".
std::string level_words_for(Property property, int level);

/// True when two sessions ask for the same work, whatever their day.
bool is_same_work(const PlannedSession& a, const PlannedSession& b);

/// The sentence that stands once at the end of every answer.
std::string medical_sentence();

}  // namespace strongback
