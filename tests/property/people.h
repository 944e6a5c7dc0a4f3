#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "plan/plan.h"
#include "plan/solve.h"
#include "random_person.h"

namespace strongback {

/// The project's own catalog, read once; without it no property can be tested.
inline const Catalog& real_catalog() {
  static const Checked<Catalog> kCatalog = [] {
    auto read = read_catalog(STRONGBACK_SOURCE_DIR "/data");
    if (!read) {
      for (const auto& problem : read.error()) ADD_FAILURE() << to_text(problem);
    }
    return read;
  }();
  return kCatalog.value();
}

/// A plain request, as `strongback plan --weeks N`.
inline PlanRequest in_weeks(int weeks) {
  PlanRequest request;
  request.weeks = weeks;
  return request;
}

/// Everything that a search starts from, for the generated person `seed`.
struct Prepared {
  Person person;
  Assessment care;
  PlanInput input;

  explicit Prepared(std::uint64_t seed) : person(random_person(seed, real_catalog())) {
    care = assess_care(person, real_catalog());
    std::vector<LeftOut> ignored;
    input = {&person, &care, &real_catalog(),
             fitted_exercises(person, care, real_catalog(), ignored)};
  }
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  [[nodiscard]] bool has_weeks() const {
    return !care.no_program && !care.be_seen_first && !care.is_flare && !care.caps.quiet_only;
  }
  [[nodiscard]] std::vector<DayPattern> patterns() const {
    const Rules& rules = real_catalog().rules;
    return day_patterns(person, rules, rules.number("recovery-floor", "floor_h"));
  }
};

}  // namespace strongback
