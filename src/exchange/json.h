#pragma once

#include <map>
#include <string>
#include <vector>

#include "care/care.h"
#include "catalog/catalog.h"
#include "log/event.h"
#include "person/person.h"
#include "plan/program.h"

namespace strongback {

// Answers as JSON, documented key by key in docs/json.md.  Every document names its schema and
// version first; keys keep their order; numbers are finite and rounded to what they are worth.

/// What the plan document says besides the program.
struct PlanFrame {
  const Person* person = nullptr;
  const Catalog* catalog = nullptr;
  std::vector<std::string> therapist_diff;           ///< empty without a therapist's reply
  std::map<std::string, std::string> pictures = {};  ///< SVG by exercise, for the printed sheet
  const Outline* accepted = nullptr;      ///< of the log; none: a program that is only proposed
  std::vector<std::string> changes = {};  ///< what the last change of it changed, and why
  int week = 1;                           ///< of it, as trained
};

/// schema "strongback.plan/1".
std::string plan_json(const Program& program, const PlanFrame& frame);

/// schema "strongback.check/1".
std::string check_json(const Assessment& care, const std::vector<const Exercise*>& allowed);

/// schema "strongback.exercises/1".
std::string exercises_json(const std::vector<const Exercise*>& exercises);

/// schema "strongback.exercise/1".
std::string exercise_json(const Exercise& exercise);

/// One muscle and what works it.
struct MuscleView {
  const Muscle* muscle = nullptr;
  struct Worker {
    const Exercise* exercise = nullptr;
    double credit = 0.0;  ///< of one set
  };
  std::vector<Worker> worked_by;  ///< largest share first
};

/// schema "strongback.muscles/1".
std::string muscles_json(const std::vector<MuscleView>& muscles);

}  // namespace strongback
