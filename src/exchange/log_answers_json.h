#pragma once

#include <string>
#include <vector>

#include "exchange/import_log.h"
#include "train/look_back.h"
#include "train/today.h"

namespace strongback {

/// What to do now (docs/json.md).
std::string today_json(const Today& today, const Catalog& catalog);

/// What a change of the log came to.
struct ChangeWords {
  const std::vector<std::string>& notes;
  const std::vector<std::string>& program;
  const std::vector<std::string>& triage;
  bool may_train = true;
};
std::string change_json(const ChangeWords& change);

std::string look_back_json(const LookBack& back);

std::string import_json(const ImportReport& report);

/// The person's file as they wrote it, and of it what one changes often.
std::string profile_json(const Person& profile, const std::string& toml);

}  // namespace strongback
