#include "reading/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace strongback {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A document, the fields of its root, and what they found wrong.
class Reader {
 public:
  explicit Reader(const std::string& text) : document_(*parse_document("f", text)) {}
  Fields& operator()() { return fields_; }
  [[nodiscard]] std::vector<std::string> said() const {
    std::vector<std::string> shown;
    for (const auto& problem : problems_) shown.push_back(to_text(problem));
    return shown;
  }

 private:
  Document document_;
  Problems problems_;
  Fields fields_{document_, problems_};
};

constexpr Range kYears{0.0, 120.0, "years"};
const std::vector<std::string> kSexes{"female", "male"};

TEST(Fields, ReadEveryKind) {
  Reader reader(
      "text = 't'\nflag = true\nnumber = 1.5\nwhole = 2\nmass = '64 kg'\nlength = '168 cm'\n"
      "force = '60 N'\nday = 2026-11-30\nday_text = '2026-11-30'\ntime = 18:30:00\n"
      "time_text = '7:05'\ntexts = ['a', 'b']\nnumbers = [1, 2.5]\nmasses = ['2 x 5 kg', '10 kg']\n"
      "word = 'male'\n[table]\nx = 1\n[[tables]]\n[[tables]]\n");
  Fields& fields = reader();
  EXPECT_EQ(fields.find_text("text"), "t");
  EXPECT_EQ(fields.find_flag("flag"), true);
  EXPECT_EQ(fields.find_number("number", kYears), 1.5);
  EXPECT_EQ(fields.find_number("whole", kYears), 2.0) << "a whole number is a number";
  EXPECT_EQ(fields.find_whole("whole", kYears), 2);
  EXPECT_EQ(fields.find_mass("mass", kilograms(20), kilograms(300)), kilograms(64));
  EXPECT_EQ(fields.find_length("length", meters(1), meters(2.5)), meters(1.68));
  EXPECT_EQ(fields.find_force("force", newtons(0), newtons(1000)), newtons(60));
  EXPECT_EQ(fields.find_date("day"), make_date(2026, 11, 30));
  EXPECT_EQ(fields.find_date("day_text"), make_date(2026, 11, 30));
  EXPECT_EQ(fields.find_clock("time"), 18 * 60 + 30);
  EXPECT_EQ(fields.find_clock("time_text"), 7 * 60 + 5);
  EXPECT_THAT(fields.find_texts("texts"), SizeIs(2));
  EXPECT_THAT(fields.find_numbers("numbers", kYears), ElementsAre(1.0, 2.5));
  EXPECT_EQ(fields.find_masses("masses", kilograms(0), kilograms(100)).at(0).count, 2);
  EXPECT_EQ(fields.find_choice("word", kSexes), 1U);
  EXPECT_EQ(fields.find_table("table")->need_whole("x", kYears), 1);
  EXPECT_THAT(fields.find_tables("tables"), SizeIs(2));
  fields.finish();
  EXPECT_THAT(reader.said(), IsEmpty());
}

TEST(Fields, AnAbsentKeyIsNothingAndNoProblem) {
  Reader reader("");
  Fields& fields = reader();
  EXPECT_FALSE(fields.find_text("a") || fields.find_flag("a") || fields.find_number("a", kYears) ||
               fields.find_whole("a", kYears) || fields.find_date("a") || fields.find_clock("a") ||
               fields.find_table("a") || fields.find_choice("a", kSexes) || fields.find_node("a") ||
               fields.find_mass("a", kilograms(0), kilograms(1)) || fields.has("a"));
  EXPECT_THAT(fields.find_texts("a"), IsEmpty());
  EXPECT_THAT(fields.find_tables("a"), IsEmpty());
  EXPECT_THAT(reader.said(), IsEmpty());
}

TEST(Fields, ANeededKeyThatIsAbsentIsSaidAtItsTable) {
  Reader reader("[t]\n");
  Fields& fields = reader();
  EXPECT_EQ(fields.need_text("a"), "");
  Fields table = *fields.find_table("t");
  EXPECT_EQ(table.need_number("b", Range{1.0, 2.0, ""}), 1.0);
  EXPECT_EQ(table.need_whole("c", Range{0.5, 2.0, ""}), 1);
  EXPECT_EQ(table.need_flag("d"), false);
  EXPECT_EQ(table.need_choice("e", kSexes), 0U);
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:1: error: 'a' is missing", "f:1:2: error: 'b' is missing",
                          "f:1:2: error: 'c' is missing", "f:1:2: error: 'd' is missing",
                          "f:1:2: error: 'e' is missing"));
}

TEST(Fields, TextsSayWhatTheyMustBe) {
  Reader reader("a = 1\nb = 'four'\nc = true\n");
  EXPECT_FALSE(reader().find_text("a"));
  EXPECT_FALSE(reader().find_text("b", 3));
  EXPECT_EQ(reader().need_text("c"), "");
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'a' must be a text in quotes, not a whole number",
                          "f:2:5: error: 'b' is longer than 3 characters",
                          "f:3:5: error: 'c' must be a text in quotes, not true or false"));
}

TEST(Fields, FlagsSayWhatTheyMustBe) {
  Reader reader("a = 'yes'\n");
  EXPECT_FALSE(reader().find_flag("a"));
  EXPECT_THAT(reader.said(), ElementsAre("f:1:5: error: 'a' must be true or false, not a text"));
}

TEST(Fields, NumbersSayTheirRangeAndUnit) {
  Reader reader("a = -3\nb = 'x'\nc = nan\nd = 1.5\ne = 99999999999\nf = inf\n");
  EXPECT_FALSE(reader().find_number("a", kYears));
  EXPECT_FALSE(reader().find_number("b", Range{0.5, 10.0, ""}));
  EXPECT_FALSE(reader().find_number("c", kYears));
  EXPECT_FALSE(reader().find_whole("d", kYears));
  EXPECT_FALSE(reader().find_whole("e", kYears));
  EXPECT_FALSE(reader().find_number("f", kYears));
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'a' must be a number from 0 to 120 years",
                          "f:2:5: error: 'b' must be a number from 0.5 to 10",
                          "f:3:5: error: 'c' must be a number from 0 to 120 years",
                          "f:4:5: error: 'd' must be a whole number from 0 to 120 years",
                          "f:5:5: error: 'e' must be a whole number from 0 to 120 years",
                          "f:6:5: error: 'f' must be a number from 0 to 120 years"));
}

TEST(Fields, MassesSayTheirRangeInBothUnits) {
  Reader reader("a = 64\nb = '800 kg'\nc = 'heavy'\n");
  for (const char* key : {"a", "b", "c"}) {
    EXPECT_FALSE(reader().find_mass(key, kilograms(20), kilograms(400)));
  }
  EXPECT_THAT(
      reader.said(),
      ElementsAre(
          "f:1:5: error: 'a' must be a text with its unit, from 20 to 400 kg (44.1 to 882 lb)\n"
          "  hint: write it in quotes, such as \"64 kg\" or \"141 lb\"",
          "f:2:5: error: '800 kg' is out of range: it must be from 20 to 400 kg (44.1 to 882 lb)",
          "f:3:5: error: 'heavy' is not understood: it must be from 20 to 400 kg (44.1 to 882 lb)\n"
          "  hint: write it such as \"64 kg\" or \"141 lb\""));
}

TEST(Fields, LengthsAndForcesSayTheirRange) {
  Reader reader("a = '9 m'\nb = 'tall'\nc = '-1 N'\nd = 5\n");
  EXPECT_FALSE(reader().find_length("a", meters(1.2), meters(2.3)));
  EXPECT_FALSE(reader().find_length("b", meters(1.2), meters(2.3)));
  EXPECT_FALSE(reader().find_force("c", newtons(1), newtons(500)));
  EXPECT_FALSE(reader().find_force("d", newtons(1), newtons(500)));
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: '9 m' is out of range: it must be from 120 to 230 cm (3 "
                          "ft 11 in to 7 ft 7 in)",
                          "f:2:5: error: 'tall' is not understood: it must be from 120 to 230 cm "
                          "(3 ft 11 in to 7 ft 7 in)\n"
                          "  hint: write it such as \"168 cm\" or \"5 ft 6 in\"",
                          "f:3:5: error: '-1 N' is out of range: it must be from 1 to 500 N",
                          "f:4:5: error: 'd' must be a text with its unit, from 1 to 500 N\n"
                          "  hint: write it in quotes, such as \"60 N\" or \"13 lbf\""));
}

TEST(Fields, EachWrongMassOfAListIsSaidAndTheRestIsKept) {
  Reader reader("a = ['5 kg', '0 x 5 kg', 7, '900 kg']\n");
  EXPECT_THAT(reader().find_masses("a", kilograms(1), kilograms(100)), SizeIs(1));
  EXPECT_THAT(
      reader.said(),
      ElementsAre("f:1:26: error: 'a' holds texts in quotes, not a whole number",
                  "f:1:14: error: '0 x 5 kg' must be a mass from 1 to 100 kg (2.2 to 220 lb)\n"
                  "  hint: write it such as \"5 kg\", \"12 lb\" or \"2 x 5 kg\"",
                  "f:1:29: error: '900 kg' must be a mass from 1 to 100 kg (2.2 to 220 lb)\n"
                  "  hint: write it such as \"5 kg\", \"12 lb\" or \"2 x 5 kg\""));
}

TEST(Fields, DaysAndTimesShowHowTheyAreWritten) {
  Reader reader("a = '30.11.2026'\nb = 5\nc = '25:00'\nd = 18\n");
  EXPECT_FALSE(reader().find_date("a"));
  EXPECT_FALSE(reader().find_date("b"));
  EXPECT_FALSE(reader().find_clock("c"));
  EXPECT_FALSE(reader().find_clock("d"));
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'a' must be a day\n  hint: write it such as 2026-11-30",
                          "f:2:5: error: 'b' must be a day\n  hint: write it such as 2026-11-30",
                          "f:3:5: error: 'c' must be a time of day from 00:00 to 23:59\n"
                          "  hint: write it such as \"18:30\"",
                          "f:4:5: error: 'd' must be a time of day from 00:00 to 23:59\n"
                          "  hint: write it such as \"18:30\""));
}

TEST(Fields, ListsSayWhatTheyHold) {
  Reader reader("a = 'chair'\nb = ['x', true, 'long']\nc = 5\nd = [1, 'x', 500]\n");
  EXPECT_THAT(reader().find_texts("a"), IsEmpty());
  EXPECT_THAT(reader().find_texts("b", 3), SizeIs(1));
  EXPECT_THAT(reader().find_numbers("c", kYears), IsEmpty());
  EXPECT_THAT(reader().find_numbers("d", kYears), ElementsAre(1.0));
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'a' must be a list of texts, not a text\n"
                          "  hint: write it such as [\"one\", \"two\"]",
                          "f:2:11: error: 'b' holds texts in quotes, not true or false",
                          "f:2:17: error: a text of 'b' is longer than 3 characters",
                          "f:3:5: error: 'c' must be a list of numbers",
                          "f:4:9: error: 'd' holds numbers from 0 to 120 years",
                          "f:4:14: error: 'd' holds numbers from 0 to 120 years"));
}

TEST(Fields, TablesSayHowTheyAreWritten) {
  Reader reader("a = 1\nb = 2\nc = [1]\n");
  EXPECT_FALSE(reader().find_table("a"));
  EXPECT_THAT(reader().find_tables("b"), IsEmpty());
  EXPECT_THAT(reader().find_tables("c"), IsEmpty());
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'a' must be a table\n  hint: write [a]",
                          "f:2:5: error: 'b' must be a list of tables\n  hint: write [[b]]",
                          "f:3:6: error: 'c' holds tables, not a whole number"));
}

TEST(Fields, WordsOfAClosedSetAreSuggested) {
  Reader reader("a = 'mael'\nb = 'banana'\nc = 1\n");
  EXPECT_FALSE(reader().find_choice("a", kSexes));
  EXPECT_FALSE(reader().find_choice("b", kSexes));
  EXPECT_EQ(reader().need_choice("c", kSexes), 0U);
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:5: error: 'mael' is no value of 'a'\n  hint: did you mean 'male'?",
                          "f:2:5: error: 'banana' is no value of 'b'\n"
                          "  hint: it is one of: female, male",
                          "f:3:5: error: 'c' must be a text in quotes, not a whole number"));
}

TEST(Fields, AnUnknownWordPointsAtItsPlace) {
  Reader reader("a = ['chiar']\n");
  reader().unknown_word(reader().find_texts("a").at(0), "no equipment", {"chair", "mat"});
  EXPECT_THAT(reader.said(),
              ElementsAre("f:1:6: error: 'chiar' is no equipment\n  hint: did you mean 'chair'?"));
}

TEST(Fields, KeysThatNobodyAskedForAreSaid) {
  Reader reader("equipmnet = []\nage = 3\n");
  reader().find_texts("equipment");
  reader().find_whole("age", kYears);
  reader().finish();
  EXPECT_THAT(reader.said(), ElementsAre("f:1:1: error: unknown key 'equipmnet'\n"
                                         "  hint: did you mean 'equipment'?"));
}

TEST(Fields, WhatAPersonWroteIsSaidBackShort) {
  const std::string word = std::string(59, 'x') + "\xC3\xA9" + std::string(300, 'y');
  const std::string short_word = std::string(59, 'x') + "...";
  Reader reader("a = '" + word + "'\n'" + word + "' = 1\n");
  EXPECT_FALSE(reader().find_mass("a", kilograms(1), kilograms(2)));
  reader().finish();
  ASSERT_THAT(reader.said(), SizeIs(2));
  EXPECT_THAT(reader.said()[0], ::testing::StartsWith("f:1:5: error: '" + short_word + "' is not"));
  EXPECT_THAT(reader.said()[1],
              ::testing::StartsWith("f:2:1: error: unknown key '" + short_word + "'"));
}

}  // namespace
}  // namespace strongback
