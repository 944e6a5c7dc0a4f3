#pragma once

#include <string>
#include <vector>

#include "app/log_book.h"
#include "exchange/pack_json.h"
#include "plan/program.h"

namespace strongback {

/// Today and the sessions of the coming seven days, as tables.
CoveredDays cover_days(const LogBook& book);

/// The weeks ahead.
struct PlanAhead {
  Person person;    ///< as they are now
  Program program;  ///< its weeks are those of the accepted program, from the present one on
  std::optional<Outline> outline;
  std::vector<std::string> changes;  ///< what the last change of the program changed, and why
  int week = 1;                      ///< of the program, as trained
};

/// Coming sessions as they will be if everything goes as planned: the sets of the accepted program,
/// each exercise with the load, repetitions and reasons of its next session.
PlanAhead plan_ahead(const LogBook& book);

/// What may stand in the program in an exercise's place, and what that would change.
struct SwapOption {
  const Exercise* exercise = nullptr;
  std::vector<std::string> changes;  ///< in sentences
};
Outcome<std::vector<SwapOption>> swap_options(const LogBook& book, const std::string& exercise);

/// The present program with `with` in the place of `exercise` on every day.
Outcome<ProgramAccepted> swapped_program(const LogBook& book, const std::string& exercise,
                                         const std::string& with);

/// The article's own workout, fitted to the person, in the place of the present program.
Outcome<ProgramAccepted> article_program(const LogBook& book);

}  // namespace strongback
