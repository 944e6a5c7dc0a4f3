#pragma once

#include <optional>
#include <string>
#include <vector>

#include "person/person.h"

namespace strongback {

/// A therapist's answer to a program (docs/person-file.md, "The therapist's reply").
struct TherapistReply {
  TherapistLimits limits;
  struct Dose {
    std::string exercise;
    std::optional<int> sets;
    std::optional<Span> reps;
    std::optional<Mass> load;
  };
  std::vector<Dose> doses;  ///< changed doses, by exercise
  std::string remarks;
};

}  // namespace strongback
