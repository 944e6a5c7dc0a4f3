#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "catalog/catalog.h"

namespace strongback {

/// Answers as TOML values, by the path of their key ("time.minutes").
using Answers = std::map<std::string, std::string, std::less<>>;

/// How an answer becomes a TOML value.
enum class Form {
  Text,
  Whole,
  YesNo,
  Words,      ///< one of the words of `Step::words`
  List,       ///< texts with commas between
  Pressure,   ///< "128/82"
  Clearance,  ///< "2026-11-20, Dr. Lind, no heavy lifting", or "no"
  Household,  ///< "2 x tin-400g, bag of rice 1 kg"
  Bands,      ///< "red 60 N, black"
  Chores,     ///< "kitchen-work 5 x 40"
};

/// "text", "whole", "yes_no", ...
const std::vector<std::string>& form_words();

struct Step {
  std::string id;  ///< path of the key
  Form form = Form::Text;
  std::string question;
  std::string example;
  std::string fallback;  ///< what Enter stands for, as an answer; "" leaves the key out
  bool has_fallback = true;
  std::vector<std::string> words = {};                    ///< of Form::Words
  std::function<bool(const Answers&)> applies = nullptr;  ///< nothing: always
};

/// The id of the step behind which the screening questions stand.
inline constexpr std::string_view kScreeningStep = "screening";

/// Every question but those of the screening, in order.
const std::vector<Step>& interview_steps();

/// The question of `flag`: without a default, since silence is no answer.
Step screening_step(const RedFlag& flag);

/// `text`, an answer to `step`, as a TOML value; what is wrong with it, otherwise.
tl::expected<std::string, std::string> toml_value(const Step& step, std::string_view text);

/// `text` in quotation marks, as TOML wants it.
std::string toml_string(std::string_view text);

/// The file that `answers` make.
std::string person_toml(const Answers& answers);

}  // namespace strongback
