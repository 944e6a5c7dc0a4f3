#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/expects.h"
#include "care/care.h"

namespace strongback {

/// The data of the project, read once.
inline const Catalog& real_catalog() {
  static const Checked<Catalog> kCatalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  expects(kCatalog.has_value(), kCatalog ? "" : to_text(kCatalog.error().front()));
  return kCatalog.value();
}

/// A woman of 40 without pain or conditions, who has said nothing else.
inline Person healthy_person() {
  Person person;
  person.file = "test.toml";
  person.sex = Sex::Female;
  person.age = 40;
  person.height = meters(1.68);
  person.mass = kilograms(64);
  person.country = "GB";
  person.level = Level::Novice;
  return person;
}

/// The reader of 72 (rules 9): severe pain at night that eases when she is up, a grown belly.
inline Person reader_of_72() {
  Person person = healthy_person();
  person.age = 72;
  person.mass = kilograms(75);
  person.pain.weeks = 26;
  person.screening["night_pain_severe"] = true;
  person.screening["night_pain_positional"] = true;
  person.screening["night_pain_long"] = true;
  person.screening["abdo_gain_slow"] = true;
  person.screening["stiff_morning"] = 5;
  return person;
}

/// Sciatica, pain 6 where 3 is usual, down to the calf (S9).
inline Person sciatica_flare() {
  Person person = healthy_person();
  person.conditions = {"sciatica-irritable"};
  person.pain.now = 6;
  person.pain.usual = 3;
  person.pain.weeks = 10;
  person.pain.site = Site::BelowKnee;
  person.pain.usual_site = Site::BelowKnee;
  return person;
}

inline Assessment assessed(const Person& person) { return assess_care(person, real_catalog()); }

inline std::vector<std::string> triage_ids(const Assessment& care) {
  std::vector<std::string> ids;
  for (const auto& item : care.triage) ids.push_back(item.id);
  return ids;
}

inline std::vector<std::string> allowed_ids(const Assessment& care) {
  std::vector<std::string> ids;
  for (const Exercise* exercise : allowed_exercises(real_catalog(), care)) {
    ids.push_back(exercise->id);
  }
  return ids;
}

/// Why `id` is barred, or "" when it is open.
inline std::string why_not(const std::string& id, const Assessment& care) {
  const Exercise* exercise = find_exercise(real_catalog(), id);
  if (exercise == nullptr) return "no such exercise";
  return barred_because(*exercise, care).value_or("");
}

}  // namespace strongback
