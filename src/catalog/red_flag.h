#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/result.h"

namespace strongback {

/// What a screening answer calls for, in rising order (rules 10.8).
enum class Care { None, Self, Routine, Urgent, SameDay, Emergency };
const std::vector<std::string>& care_words();

/// What a screening answer does to training.
enum class Block { None, Caution, CautionAs, StopLoading, StopAll, Release };
const std::vector<std::string>& block_words();

enum class AnswerKind { YesNo, YesNoSkip, Count, Minutes, Scale, BloodPressure, Derived, Cleared };
const std::vector<std::string>& answer_kind_words();

/// The moments at which a question is asked: "onboard", "every_session_if_pain", ...
const std::vector<std::string>& ask_when_words();

/// A claim about the person: words, numbers, =, <, <=, >, >=, &&, ||, !, parentheses.  `sex=f`
/// compares words; a bare word is true when the answer is yes.
struct Claim {
  enum class Kind { Always, Word, Equal, Less, LessEqual, Greater, GreaterEqual, And, Or, Not };
  Kind kind = Kind::Always;
  std::string word;   ///< the left side
  std::string value;  ///< right side of Equal when it is a word
  double number = 0.0;
  bool is_number = false;
  std::vector<Claim> parts;
};

/// Parses a claim; the message says which word or sign is wrong.  Texts over 400 characters or
/// nested deeper than 16 are refused.
tl::expected<Claim, std::string> parse_claim(std::string_view text);

/// Every word that the claim asks about, in order, once.
std::vector<std::string> words_of(const Claim& claim);

/// The words that a claim may use beside the ids of red flags (a flag's id asks whether its answer
/// is yes, or, compared with a number, what number was answered).  docs/catalog.md says what each
/// one asks; a word about something unknown makes its comparison false.
const std::vector<std::string>& claim_words();

/// One row of the screening (data/care/red_flags.toml).
struct RedFlag {
  std::string id;  ///< snake_case: it is the key of the answer
  std::string group;
  std::vector<std::string> ask_when;  ///< "onboard", "every_session_if_pain", ...
  Claim applies_if;                   ///< who is asked
  std::string question;               ///< empty for derived rows
  AnswerKind answer = AnswerKind::YesNo;
  Claim trigger;
  Care action = Care::None;
  bool is_score = false;  ///< only feeds a derived row
  Block block = Block::None;
  std::string block_condition;  ///< condition id for CautionAs
  std::string message;          ///< with slots such as {doctor}
  std::string rationale;
  std::string grade;
  std::string source;
};

/// True where yes or no answers the question.
inline bool is_yes_no(const RedFlag& flag) {
  return flag.answer == AnswerKind::YesNo || flag.answer == AnswerKind::YesNoSkip;
}

}  // namespace strongback
