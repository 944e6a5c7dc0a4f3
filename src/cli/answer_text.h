#pragma once

#include <string>

#include "app/simulate.h"
#include "cli/page.h"
#include "cli/terminal.h"

namespace strongback {

/// The answer to `strongback exercise ID --person P.toml` and `strongback pose FILE.toml`: the
/// catalog's entry, if there is one, and what it does to this person.  With `tables` also a table
/// of the frames that were kept.
std::string simulation_text(const SimulateAnswer& answer, const Catalog& catalog,
                            const BodyTables* tables, Terminal terminal);

/// The answer to `strongback exercises --person P.toml`.
std::string simulations_text(const SimulateAllAnswer& answer, const Catalog& catalog,
                             Terminal terminal);

}  // namespace strongback
