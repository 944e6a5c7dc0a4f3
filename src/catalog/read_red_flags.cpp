#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

/// Places that {slots} of messages may name (rules 10.10).
const std::vector<std::string> kSlots = {"doctor", "emergency_number", "emergency_department",
                                         "urgent_line"};

Claim read_claim(Fields& fields, std::string_view key, Reading& reading) {
  const Placed text = fields.need_placed(key);
  if (text.text.empty()) return {};
  auto claim = parse_claim(text.text);
  if (!claim) {
    fields.problem(text.place, fmt::format("'{}' is no claim: {}", key, claim.error()));
    return {};
  }
  for (const std::string& word : words_of(*claim)) {
    reading.used.push_back({IdKind::ClaimWord, word, fields.file(), text.place});
  }
  return std::move(*claim);
}

std::vector<std::string> read_ask_when(Fields& fields) {
  std::vector<std::string> moments;
  for (const Placed& word : fields.find_texts("ask_when")) {
    const auto& known = ask_when_words();
    if (std::find(known.begin(), known.end(), word.text) == known.end()) {
      fields.unknown_word(word, "no moment to ask", known);
    }
    moments.push_back(word.text);
  }
  if (moments.empty()) fields.problem(fields.place(), "'ask_when' needs at least one moment");
  return moments;
}

void read_action(Fields& fields, RedFlag& flag) {
  std::vector<std::string> words = care_words();
  words.emplace_back("score");
  const std::size_t action = fields.need_choice("action", words);
  flag.is_score = action == care_words().size();
  flag.action = flag.is_score ? Care::None : static_cast<Care>(action);
}

void read_block(Fields& fields, RedFlag& flag, Reading& reading) {
  flag.block = static_cast<Block>(fields.need_choice("block", block_words()));
  const bool names_one = flag.block == Block::CautionAs;
  if (names_one)
    flag.block_condition = read_use(fields, "block_condition", IdKind::Condition, reading);
  if (!names_one && fields.has("block_condition")) {
    flag.block_condition = fields.need_text("block_condition");
    fields.problem(fields.place(), "'block_condition' goes only with block = \"caution_as\"");
  }
}

void check_slots(const Placed& message, Fields& fields) {
  std::size_t at = message.text.find('{');
  while (at != std::string::npos) {
    const std::size_t end = std::min(message.text.find('}', at), message.text.size());
    const std::string slot = message.text.substr(at + 1, end - at - 1);
    if (std::find(kSlots.begin(), kSlots.end(), slot) == kSlots.end()) {
      fields.unknown_word({slot, message.place}, "no slot of a message", kSlots);
    }
    at = message.text.find('{', end);
  }
}

RedFlag read_red_flag(Fields& fields, Reading& reading) {
  RedFlag flag;
  flag.id = read_id(fields, IdKind::RedFlag, reading);
  flag.group = fields.need_text("group", 40);
  flag.ask_when = read_ask_when(fields);
  flag.applies_if = read_claim(fields, "applies_if", reading);
  flag.answer = static_cast<AnswerKind>(fields.need_choice("answer", answer_kind_words()));
  const bool is_derived = flag.answer == AnswerKind::Derived;
  flag.question = fields.find_text("question").value_or("");
  if (is_derived != flag.question.empty()) {
    fields.problem(fields.place(),
                   is_derived ? "a derived row has no 'question'" : "'question' is missing");
  }
  flag.trigger = read_claim(fields, "trigger", reading);
  read_action(fields, flag);
  read_block(fields, flag, reading);
  if (const auto message = fields.find_placed("message")) {
    check_slots(*message, fields);
    flag.message = message->text;
  }
  if (flag.action != Care::None && flag.message.empty()) {
    fields.problem(fields.place(), "'message' is missing: an action says what to do");
  }
  flag.rationale = fields.find_text("rationale").value_or("");
  flag.grade = read_grade(fields);
  flag.source = fields.need_text("source");
  fields.finish();
  return flag;
}

}  // namespace

void read_red_flags(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("red_flag")) {
    reading.catalog.red_flags.push_back(read_red_flag(fields, reading));
  }
  file.finish();
}

}  // namespace strongback
