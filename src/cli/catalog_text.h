#pragma once

#include <string>
#include <vector>

#include "app/browse.h"
#include "cli/page.h"
#include "cli/terminal.h"

namespace strongback {

/// The answer to `strongback exercises`.
std::string exercises_text(const std::vector<const Exercise*>& exercises, const Catalog& catalog,
                           Terminal terminal);

/// The answer to `strongback exercise ID`.
std::string exercise_text(const Exercise& exercise, const Catalog& catalog, Terminal terminal);

// Its parts: name and way of doing it, what the catalog says that it works, and what it asks.
void write_how(Page& page, const Exercise& exercise, const Catalog& catalog);
void write_works(Page& page, const Exercise& exercise, const Catalog& catalog);
/// Who is right where the list and the model disagree, as far as somebody has looked.
void write_verdicts(Page& page, const Exercise& exercise, const Catalog& catalog);
void write_asks(Page& page, const Exercise& exercise, const Catalog& catalog);

/// The answer to `strongback muscles`: a table, or everything about the muscle that was named.
std::string muscles_text(const std::vector<MuscleView>& muscles, bool was_named, Terminal terminal,
                         const Catalog& catalog);

}  // namespace strongback
