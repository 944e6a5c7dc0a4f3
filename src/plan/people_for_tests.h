#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expects.h"
#include "base/text.h"
#include "care/care.h"
#include "person/read_person.h"
#include "plan/plan.h"
#include "plan/solve.h"

namespace strongback {

/// The data of the project, read once.
inline const Catalog& real_catalog() {
  static const Checked<Catalog> kCatalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  expects(kCatalog.has_value(), kCatalog ? "" : to_text(kCatalog.error().front()));
  return kCatalog.value();
}

inline const Rules& real_rules() { return real_catalog().rules; }

inline const Exercise& exercise_of(std::string_view id) {
  const Exercise* exercise = find_exercise(real_catalog(), id);
  expects(exercise != nullptr, id);
  return *exercise;
}

/// The person of a file that must be right.
inline Person person_of(const std::string& text) {
  const auto person = parse_person("p.toml", text, real_catalog());
  expects(person.has_value(), person ? "" : to_text(person.error().front()));
  return *person;
}

/// "sex", "age" and "mass" of a file, and what follows them.
inline Person person_of(const std::string& sex, int age, int mass_kg,
                        const std::string& more = "") {
  return person_of("sex = \"" + sex + "\"\nage = " + std::to_string(age) + "\nmass = \"" +
                   std::to_string(mass_kg) + " kg\"\ncountry = \"GB\"\n" + more);
}

/// A woman of 34 with dumbbells, three evenings and never any training (examples/novice.toml).
inline const char* const kNoviceHome = R"(
[training]
level = "novice"
last_trained = "never"
[time]
days = ["monday", "wednesday", "friday"]
at = "18:30"
minutes = 40
[equipment]
have = ["chair", "mat"]
dumbbells = ["2 x 3 kg", "2 x 5 kg", "8 kg"]
)";
inline Person novice() { return person_of("female", 34, 64, kNoviceHome); }

/// A trained man with four days, a bar and adjustable dumbbells.
inline const char* const kLifterHome = R"(
[training]
level = "intermediate"
last_trained = "3 days ago"
goals = ["strength"]
[time]
days = ["monday", "tuesday", "thursday", "friday"]
minutes = 60
days_per_week = 4
[equipment]
have = ["bench", "incline-bench", "chair", "mat", "bar"]
barbell = { bar = "20 kg", plates = ["4 x 5 kg", "4 x 2.5 kg"] }
adjustable = { handles = 2, handle = "2 kg", plates = ["8 x 2.5 kg", "4 x 5 kg"] }
)";
inline Person lifter() { return person_of("male", 33, 80, kLifterHome); }

/// Everything that the planner's rooms ask for together; the person outlives it.
inline PlanInput input_of(const Person& person, const Assessment& care) {
  std::vector<LeftOut> ignored;
  PlanInput input;
  input.person = &person;
  input.care = &care;
  input.catalog = &real_catalog();
  input.fitted = fitted_exercises(person, care, real_catalog(), ignored);
  return input;
}

inline Program program_of(const Person& person, int weeks = 8,
                          const std::string& template_id = "") {
  PlanRequest request;
  request.weeks = weeks;
  request.template_id = template_id;
  return make_program(person, real_catalog(), request);
}

/// The first line of `id` in the program; nullptr when there is none.
inline const PlannedExercise* line_of(const Program& program, std::string_view id) {
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) {
        if (line.id == id) return &line;
      }
    }
  }
  return nullptr;
}

/// The first reason about `about`, or "".
inline std::string why(const PlannedExercise& line, std::string_view about) {
  for (const auto& reason : line.why) {
    if (reason.about == about) return reason.text;
  }
  return "";
}

inline std::string because(const Program& program, std::string_view id) {
  for (const auto& left : program.left_out) {
    if (left.id == id) return left.because;
  }
  return "";
}

}  // namespace strongback
