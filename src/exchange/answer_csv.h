#pragma once

#include <string>

#include "body/tables.h"
#include "exchange/simulation.h"

namespace strongback {

/// The frames that `answer` kept as CSV (RFC 4180, lines end in "\n"), a row for each instant.  The
/// first line names the columns, each with its unit: time_s, then angles (_deg), the force of each
/// fascicle (_N), the world's force on each touching part (_x_N forward, _y_N up, _z_N to the
/// right), compression and shear of each disc (_N), and iap_kPa.
std::string answer_csv(const ExerciseAnswer& answer, const BodyTables& tables);

}  // namespace strongback
