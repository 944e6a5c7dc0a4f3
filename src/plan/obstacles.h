#pragma once

#include <string>
#include <vector>

#include "plan/program.h"

namespace strongback {

/// Why no program fits: a smallest set of wishes and limits that cannot hold together, in the
/// person's words, and what would free it.  Taking any one of them back would leave a program.
std::vector<std::string> obstacles(const Person& person, const Assessment& care, const Catalog& catalog);

}  // namespace strongback
