#pragma once

#include <optional>
#include <string>
#include <vector>

#include "person/therapist_reply.h"
#include "plan/program.h"

namespace strongback {

/// What is asked of the planner besides the person.
struct PlanRequest {
  std::optional<Date> start;
  int weeks = 8;                        ///< 1 to 26
  std::string template_id;              ///< "" or the id of a template such as "back-2012"
  std::optional<TherapistReply> reply;  ///< what a therapist answered to an earlier program
  std::vector<std::string> keep = {};   ///< exercises of an earlier program: kept where they fit
};

inline constexpr int kMostWeeks = 26;

/// The program for one person, or why there is none; `status` says which.  The same arguments give
/// the same program.  A program that the referee refuses is never returned as one.
Program make_program(const Person& person, const Catalog& catalog, const PlanRequest& request);

}  // namespace strongback
