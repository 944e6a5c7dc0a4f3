#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "catalog/red_flag.h"

// claim  := all  ('||' all)*
// all    := part ('&&' part)*
// part   := '!' part | '(' claim ')' | word [sign (number | word)]
// sign   := '=' | '<' | '<=' | '>' | '>='

namespace strongback {
namespace {

constexpr std::size_t kLongestClaim = 400;  // [byte]
constexpr int kDeepestClaim = 16;

using Parsed = tl::expected<Claim, std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class ClaimParser {
 public:
  explicit ClaimParser(std::string_view text) : text_(text) { step(); }

  Parsed whole() {
    if (token_.empty()) return tl::unexpected(std::string("the claim is empty"));
    Parsed claim = any_of(1);
    if (!claim || token_.empty()) return claim;
    if (token_ == ")") return tl::unexpected(std::string("there is a ')' without its '('"));
    return tl::unexpected(
        fmt::format("'{}' stands where '&&' or '||' is expected", printable(token_)));
  }

 private:
  /// Moves on to the next token; the empty token is the end.
  void step() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    const std::size_t start = at_;
    if (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) {
      while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) ||
                                    text_[at_] == '.' || text_[at_] == '-')) {
        ++at_;
      }
    } else if (at_ < text_.size()) {
      const std::string_view two = text_.substr(at_, 2);
      const bool is_double = two == "<=" || two == ">=" || two == "&&" || two == "||";
      at_ += is_double ? 2U : 1U;
    }
    token_ = text_.substr(start, at_ - start);
  }

  [[nodiscard]] bool is_word() const { return !token_.empty() && is_letter(token_[0]); }

  Parsed any_of(int depth) { return chain(Claim::Kind::Or, "||", depth); }

  /// A chain of `sign`s; a chain of one is its part.
  Parsed chain(Claim::Kind kind, std::string_view sign, int depth) {
    const auto next = [&] {
      return kind == Claim::Kind::Or ? chain(Claim::Kind::And, "&&", depth) : part(depth);
    };
    Parsed first = next();
    if (!first || token_ != sign) return first;
    Claim whole;
    whole.kind = kind;
    whole.parts.push_back(std::move(*first));
    while (token_ == sign) {
      step();
      Parsed more = next();
      if (!more) return more;
      whole.parts.push_back(std::move(*more));
    }
    return whole;
  }

  Parsed part(int depth) {
    if (depth > kDeepestClaim) {
      return tl::unexpected(fmt::format("the claim is nested more than {} deep", kDeepestClaim));
    }
    if (token_ == "!") return negated(depth);
    if (token_ == "(") return in_parentheses(depth);
    if (is_word()) return comparison();
    if (token_.empty()) return tl::unexpected(std::string("a word is missing at the end"));
    return tl::unexpected(fmt::format("'{}' stands where a word is expected", printable(token_)));
  }

  Parsed negated(int depth) {
    step();
    Parsed inner = part(depth + 1);
    if (!inner) return inner;
    Claim claim;
    claim.kind = Claim::Kind::Not;
    claim.parts.push_back(std::move(*inner));
    return claim;
  }

  Parsed in_parentheses(int depth) {
    step();
    Parsed inner = any_of(depth + 1);
    if (!inner) return inner;
    if (token_ != ")") return tl::unexpected(std::string("a ')' is missing"));
    step();
    return inner;
  }

  Parsed comparison() {
    Claim claim;
    claim.kind = Claim::Kind::Word;
    claim.word = std::string(token_);
    step();
    const auto kind = sign_kind();
    if (claim.word == "any" && kind == Claim::Kind::Word) {
      claim = Claim{};
      return claim;
    }
    if (kind == Claim::Kind::Word) return claim;
    const std::string sign(token_);
    claim.kind = kind;
    step();
    if (token_.empty() || (!is_word() && !is_digit(token_[0]))) {
      return tl::unexpected(fmt::format("a number or a word is missing after '{}'", sign));
    }
    return is_word() ? with_word(std::move(claim), sign) : with_number(std::move(claim));
  }

  /// What the token says; Word when it is no sign of comparison.
  [[nodiscard]] Claim::Kind sign_kind() const {
    if (token_ == "=") return Claim::Kind::Equal;
    if (token_ == "<") return Claim::Kind::Less;
    if (token_ == "<=") return Claim::Kind::LessEqual;
    if (token_ == ">") return Claim::Kind::Greater;
    if (token_ == ">=") return Claim::Kind::GreaterEqual;
    return Claim::Kind::Word;
  }

  Parsed with_word(Claim claim, const std::string& sign) {
    if (sign != "=") {
      return tl::unexpected(
          fmt::format("'{}' compares with a number, not with '{}'", sign, token_));
    }
    claim.value = std::string(token_);
    step();
    return claim;
  }

  Parsed with_number(Claim claim) {
    const auto [end, error] =
        std::from_chars(token_.data(), token_.data() + token_.size(), claim.number);
    if (error != std::errc{} || end != token_.data() + token_.size()) {
      return tl::unexpected(fmt::format("'{}' is no number", token_));
    }
    claim.is_number = true;
    step();
    return claim;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view token_;
};

void collect_words(const Claim& claim, std::vector<std::string>& words) {
  const bool asks = claim.parts.empty() && claim.kind != Claim::Kind::Always;
  if (asks && std::find(words.begin(), words.end(), claim.word) == words.end()) {
    words.push_back(claim.word);
  }
  for (const Claim& part : claim.parts) collect_words(part, words);
}

}  // namespace

tl::expected<Claim, std::string> parse_claim(std::string_view text) {
  if (text.size() > kLongestClaim) {
    return tl::unexpected(fmt::format("the claim is longer than {} characters", kLongestClaim));
  }
  return ClaimParser(text).whole();
}

std::vector<std::string> words_of(const Claim& claim) {
  std::vector<std::string> words;
  collect_words(claim, words);
  return words;
}

const std::vector<std::string>& claim_words() {
  static const std::vector<std::string> words = {"any",
                                                 "yes",
                                                 "answer",
                                                 "sex",
                                                 "age",
                                                 "pain",
                                                 "back_pain",
                                                 "new_back_pain",
                                                 "back_pain_weeks",
                                                 "age_at_onset",
                                                 "leg_symptoms",
                                                 "osteoporosis",
                                                 "pregnant",
                                                 "bp_known",
                                                 "systolic",
                                                 "diastolic",
                                                 "night_pain_any",
                                                 "no_other_flag",
                                                 "no_urgent_flag",
                                                 "flag_open"};
  return words;
}

}  // namespace strongback
