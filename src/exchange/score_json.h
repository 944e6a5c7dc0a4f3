#pragma once

#include <string>

#include "exchange/score.h"
#include "person/person.h"

namespace strongback {

/// schema "strongback.score/1"; `body` is "reference man" or "person".
std::string score_json(const Score& score, const Person& person, const std::string& body);

}  // namespace strongback
