#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalog/red_flag.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string error_of(std::string_view text) {
  const auto claim = parse_claim(text);
  return claim ? "" : claim.error();
}

TEST(Claim, AnyAsksNothingAndAlwaysHolds) {
  const auto claim = parse_claim("any");
  ASSERT_TRUE(claim.has_value());
  EXPECT_EQ(claim->kind, Claim::Kind::Always);
  EXPECT_THAT(words_of(*claim), IsEmpty());
}

TEST(Claim, ComparesWithWordsAndNumbers) {
  const auto word = parse_claim("sex = f");
  ASSERT_TRUE(word.has_value());
  EXPECT_EQ(word->kind, Claim::Kind::Equal);
  EXPECT_EQ(word->word, "sex");
  EXPECT_EQ(word->value, "f");
  EXPECT_FALSE(word->is_number);
  const auto number = parse_claim("age>=66.5");
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->kind, Claim::Kind::GreaterEqual);
  EXPECT_TRUE(number->is_number);
  EXPECT_DOUBLE_EQ(number->number, 66.5);
}

TEST(Claim, ReadsEverySignOfComparison) {
  const auto kind = [](std::string_view text) { return parse_claim(text)->kind; };
  EXPECT_EQ(kind("age < 5"), Claim::Kind::Less);
  EXPECT_EQ(kind("age <= 5"), Claim::Kind::LessEqual);
  EXPECT_EQ(kind("age > 5"), Claim::Kind::Greater);
  EXPECT_EQ(kind("age = 5"), Claim::Kind::Equal);
}

TEST(Claim, AndBindsTighterThanOr) {
  const auto claim = parse_claim("a || b && !c");
  ASSERT_TRUE(claim.has_value());
  ASSERT_EQ(claim->kind, Claim::Kind::Or);
  ASSERT_EQ(claim->parts.size(), 2U);
  EXPECT_EQ(claim->parts[0].word, "a");
  ASSERT_EQ(claim->parts[1].kind, Claim::Kind::And);
  EXPECT_EQ(claim->parts[1].parts[1].kind, Claim::Kind::Not);
  EXPECT_EQ(claim->parts[1].parts[1].parts[0].word, "c");
}

TEST(Claim, ParenthesesComeFirst) {
  const auto claim = parse_claim("yes && (age >= 50 || cancer_hx)");
  ASSERT_TRUE(claim.has_value());
  ASSERT_EQ(claim->kind, Claim::Kind::And);
  EXPECT_EQ(claim->parts[1].kind, Claim::Kind::Or);
}

TEST(Claim, ListsEachWordOnceInOrder) {
  const auto claim = parse_claim("(sex = m && age >= 66) || (sex = f && age >= 70)");
  ASSERT_TRUE(claim.has_value());
  EXPECT_THAT(words_of(*claim), ElementsAre("sex", "age"));
}

TEST(Claim, SaysWhatIsWrong) {
  EXPECT_EQ(error_of(""), "the claim is empty");
  EXPECT_EQ(error_of("  "), "the claim is empty");
  EXPECT_EQ(error_of("age >="), "a number or a word is missing after '>='");
  EXPECT_EQ(error_of("age >= )"), "a number or a word is missing after '>='");
  EXPECT_EQ(error_of("age > f"), "'>' compares with a number, not with 'f'");
  EXPECT_EQ(error_of("age > 4x"), "'4x' is no number");
  EXPECT_EQ(error_of("yes &&"), "a word is missing at the end");
  EXPECT_EQ(error_of("&& yes"), "'&&' stands where a word is expected");
  EXPECT_EQ(error_of("(yes"), "a ')' is missing");
  EXPECT_EQ(error_of("yes)"), "there is a ')' without its '('");
  EXPECT_EQ(error_of("yes no"), "'no' stands where '&&' or '||' is expected");
  EXPECT_EQ(error_of("yes & no"), "'&' stands where '&&' or '||' is expected");
  EXPECT_EQ(error_of("\x01"), "'\\x01' stands where a word is expected");
}

TEST(Claim, RefusesLongAndDeepTexts) {
  EXPECT_EQ(error_of(std::string(401, 'a')), "the claim is longer than 400 characters");
  EXPECT_EQ(error_of(std::string(40, '(') + "yes" + std::string(40, ')')),
            "the claim is nested more than 16 deep");
  EXPECT_EQ(error_of(std::string(300, '!') + "yes"), "the claim is nested more than 16 deep");
  EXPECT_EQ(error_of(std::string(10, '(') + "yes" + std::string(10, ')')), "");
}

}  // namespace
}  // namespace strongback
