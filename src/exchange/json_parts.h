#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "care/care.h"
#include "catalog/exercise.h"
#include "exchange/simulation.h"

namespace strongback {

// Pieces that several documents share.  Only the .cpp files of this room include this header.

using Json = nlohmann::ordered_json;

/// `value` with at most `digits` decimals; that it is finite is our promise.
double rounded(double value, int digits);

/// Mass in kilograms, to the gram.
double rounded_kg(Mass mass);

/// [low, high].
Json span_json(Span span);

/// [low, high] with at most `digits` decimals.
Json likely_json(const Likely& likely, int digits);

/// {muscle: share of one set}.
Json credits_json(const std::map<std::string, double>& credits);

/// {muscle: "model" or "list"}: who sets each of `credits`.
Json credits_from_json(const std::map<std::string, double>& credits,
                       const std::set<std::string>& by_model);

/// [{id, action, message, rule, source, grade}], most urgent first.
Json triage_json(const Assessment& care);

/// Name, units and country.
Json person_object(const Person& person);

/// The exercise as the catalog has it, for people and programs.
Json exercise_object(const Exercise& exercise);

/// Adds everything about a simulation but its schema and its exercise.
void add_simulation(Json& document, const Simulation& simulation);

/// Two-space indentation and a final newline.
std::string document_text(const Json& document);
/// In one line and a final newline, for what only programs read.
std::string compact_text(const Json& document);

}  // namespace strongback
