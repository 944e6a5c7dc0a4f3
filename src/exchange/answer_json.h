#pragma once

#include <string>
#include <vector>

#include "body/tables.h"
#include "exchange/simulation.h"

namespace strongback {

// What the model computes, as JSON (docs/json.md).

/// schema "strongback.exercise/1" with a person, or "strongback.pose/1" for a posture.  With
/// `tables` the document also has the frames that the answer kept.
std::string simulation_json(const Simulation& simulation, const BodyTables* tables = nullptr);

/// schema "strongback.exercises/1" with a person: each exercise with its figures.
std::string simulations_json(const std::vector<Simulation>& simulations);

/// schema "strongback.analysis/1", in one line: of each exercise its load, the disc that it presses
/// most and how much, and the muscle nearest its limit.
std::string analysis_json(const std::vector<Simulation>& simulations);

}  // namespace strongback
