#pragma once

#include <string>
#include <vector>

#include "app/failure.h"
#include "care/care.h"
#include "catalog/catalog.h"
#include "person/person.h"
#include "plan/plan.h"

namespace strongback {

/// The checked person of the file at `path`.
Outcome<Person> load_person(const Catalog& catalog, const std::string& path);

/// What somebody asks `plan` for.
struct PlanOrder {
  std::string person_path;
  std::string reply_path;  ///< empty: no therapist's reply
  PlanRequest request;     ///< its reply is read from `reply_path`
};

struct PlanAnswer {
  Person person;
  Program program;
  std::vector<std::string> therapist_diff;  ///< lines that start with "-", "+" or "="
  std::string therapist;                    ///< who replied
};

/// Reads the person and the reply and plans; with a reply it plans twice and says what it changed.
Outcome<PlanAnswer> plan_for_person(const Catalog& catalog, const PlanOrder& order);

struct CheckAnswer {
  Person person;
  Assessment care;
  std::vector<const Exercise*> allowed;
};

/// What must be seen to before training, and what may be trained.
Outcome<CheckAnswer> check_person(const Catalog& catalog, const std::string& person_path);

/// What a reply changed between the program without and with it, as the lines of a diff.
std::vector<std::string> therapist_diff(const Program& before, const Program& after,
                                        const TherapistReply& reply);

}  // namespace strongback
