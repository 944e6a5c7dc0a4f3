#pragma once

#include <string>

#include "app/plan_for_person.h"
#include "catalog/catalog.h"
#include "cli/terminal.h"

namespace strongback {

/// How the answer is to be shown.
struct PlanStyle {
  Terminal terminal;
  bool with_reasons = false;  ///< each number's rule, source and grade below its line
};

/// The whole answer to `strongback plan`, for people.
std::string plan_text(const PlanAnswer& answer, const Catalog& catalog, const PlanStyle& style);

/// The answer to `strongback check`.
std::string check_text(const CheckAnswer& answer, Terminal terminal);

}  // namespace strongback
