#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// One raised flag and what it asks for.
struct TriageItem {
  std::string id;
  Care action = Care::None;  ///< None for a condition that only needs a yes from a clinician
  Block block = Block::None;
  std::string message;  ///< slots filled for the person's country; never names a disease
  std::string rule;     ///< what raised it, with source and grade, for --why
  std::string source;
  std::string grade;
};

/// What the person's conditions, therapist and answers leave open.
///
/// Reasons are phrases that fit behind "above what ... allows" and "is ruled out by ...":
/// "'Marked rounded upper back'", "your answer to 'height_loss'", "your therapist", "the flare".
struct Caps {
  Levels highest{};  ///< for each property; `always_allowed` may pass it
  Levels firm{};     ///< the same, and nothing may pass it (flare, floor, therapist)
  int least_reserve = 1;
  std::optional<Span> reps;  ///< allowed repetitions; nothing: any
  int longest_hold_s = 60;
  std::optional<Mass> load_cap;
  double load_factor = 1.0;  ///< on starting loads (rules 4.5, 6.15)
  bool no_external_load = false;
  bool no_failure = false;
  int highest_level = 3;  ///< exercise level 0 to 3; not the training level
  int no_flexion_h_after_rising = 0;
  int weeks_axial_at_most_2 = 0;
  bool seated_only = false;  ///< only exercises with the position "seated", done seated
  bool quiet_only = false;   ///< pain above 5: relief, walks, in a flare quiet tightening too
  bool restrict_to_listed = false;          ///< only `only_these` may be trained
  std::vector<std::string> only_these;      ///< exercise ids
  std::string list_because;                 ///< why others are not: "until you have been seen"
  std::vector<std::string> blocked;         ///< exercise ids
  std::vector<std::string> always_allowed;  ///< ids that pass `highest`, but nothing else
  std::vector<Stimulus> only_stimuli;       ///< empty: any
  std::vector<Property> offered_last;       ///< positions that are limited: last and <= 60 s
  std::map<Property, std::string> because;  ///< reason behind each lowered cap
  std::map<std::string, std::string> blocked_because;  ///< exercise id -> reason
};

/// Two answers, not one (rules 10.9): what must be seen to, and what may be trained.
struct Assessment {
  Care care = Care::None;
  Gate gate = Gate::None;
  bool no_program = false;         ///< status stop: same-day or emergency, or a condition's stop
  bool be_seen_first = false;      ///< status see_someone_first (unless no_program)
  bool is_gentle = false;          ///< status gentle: a flare, or only level-0 work is left
  std::vector<TriageItem> triage;  ///< most urgent first
  /// Named by the person, or found from blood pressure or body mass.  A condition that only an
  /// answer applies is not here, since its label would name a disease.
  std::vector<const Condition*> conditions;
  std::vector<std::string> limits_from;  ///< every reason of limits, those of answers too, in words
  Caps caps;
  bool is_flare = false;
  std::string flare_reason;              ///< in words, empty when no flare
  std::vector<std::string> advice;       ///< conditions' extra rules and advice, for people
  std::vector<std::string> assumptions;  ///< "3 screening questions ... were not answered ..."
  std::vector<std::string> questions;  ///< what to ask next (flare questions of 6.11, cleared, ...)
};

/// The whole screening of one person (docs/care.md).  Every id in `person` is in `catalog`; a
/// claim word that nobody knows is a bug of ours.
Assessment assess_care(const Person& person, const Catalog& catalog);

/// Why `exercise` may not be trained by this person, in words; nothing when it may.
/// Equipment, time, dose and preference are not looked at here.
std::optional<std::string> barred_because(const Exercise& exercise, const Assessment& care);

/// Every exercise that the assessment leaves open, in catalog order.
std::vector<const Exercise*> allowed_exercises(const Catalog& catalog, const Assessment& care);

/// The questions that this person should be asked now, by branching on age, sex and the answers
/// so far (rules 10.3); `moment` is "onboard", "every_session", "weekly", "monthly", "pain_jump".
/// Questions already answered are left out, so ask the first one and call again.
std::vector<const RedFlag*> questions_for(const Person& person, const Catalog& catalog,
                                          const std::string& moment);

/// `text` with {doctor}, {emergency_number}, ... filled for the country.
std::string fill_slots(const std::string& text, const Country& country);

}  // namespace strongback
