#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/plan_parts.h"
#include "cli/plan_text.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> texts_of(const std::vector<TableLine>& lines) {
  std::vector<std::string> texts;
  for (const TableLine& line : lines) texts.push_back(line.text);
  return texts;
}

TEST(Table, SetsColumnsUnderEachOther) {
  const auto lines =
      table_lines({{"Name"}, {"Sets", true}}, {{{"Row", "3"}, {}}, {{"Né", "12"}, {}}}, 40);
  EXPECT_THAT(texts_of(lines), ElementsAre("Name  Sets", "──────────", "Row      3", "Né      12"));
}

TEST(Table, WrapsTheColumnThatMayAndKeepsItsWidth) {
  const auto lines = table_lines({{"Name", false, true}, {"Sets"}},
                                 {{{"one two three four", "3 x 8-12"}, {"below it"}}}, 22);
  EXPECT_THAT(texts_of(lines), ElementsAre("Name          Sets", "──────────────────────",
                                           "one two       3 x 8-12", "three four", "  below it"));
}

TEST(Page, WrapsWithAHangingIndent) {
  Page page({40, false});
  page.bullet("a text that is a good deal longer than forty columns are", 2);
  EXPECT_EQ(page.text(), "  - a text that is a good deal longer\n    than forty columns are\n");
}

TEST(Page, HasColorOnlyOnATerminalAndShowsControlCharacters) {
  Page dull({80, false});
  dull.line("a\x1b[31mb", Ink::Bad);
  EXPECT_EQ(dull.text(), "a\\x1B[31mb\n");
  Page bright({80, true});
  bright.line("ab", Ink::Bold);
  EXPECT_EQ(bright.text(), "\x1b[1mab\x1b[0m\n");
}

TEST(SetBar, FillsWhatIsPlannedAndShadesTheRange) {
  EXPECT_EQ(set_bar({"x", 4, 2, 8, 12}, 10, 10), "████░░░░  ");
  EXPECT_EQ(set_bar({"x", 0, 5, 10, 12}, 10, 10), "     ░░░░░");
}

ReadOptions read(std::initializer_list<std::string> words) { return read_options(words); }

TEST(ReadOptions, ReadsAPlanOrder) {
  const auto [options, help, problem] = read(
      {"plan", "a.toml", "--start", "2026-11-30", "--weeks", "4", "--why", "--sheet", "s.html"});
  EXPECT_EQ(problem, "");
  EXPECT_EQ(options.command, Options::Command::Plan);
  EXPECT_EQ(options.person, "a.toml");
  EXPECT_EQ(options.weeks, 4);
  EXPECT_EQ(to_text(*options.start), "2026-11-30");
  EXPECT_TRUE(options.with_reasons);
  EXPECT_FALSE(options.as_json);
}

TEST(ReadOptions, TakesEquipmentAgainAndAgain) {
  const auto [options, help, problem] =
      read({"exercises", "--with", "chair", "--with", "band", "--position", "seated"});
  EXPECT_EQ(problem, "");
  EXPECT_THAT(options.equipment, ElementsAre("chair", "band"));
}

TEST(ReadOptions, SaysWhatIsWrongWithAHint) {
  EXPECT_EQ(read({"plna"}).problem,
            "strongback: error: 'plna' is no command\n  hint: did you mean 'plan'?\n");
  EXPECT_EQ(read({"plan", "a.toml", "--jsn"}).problem,
            "strongback: error: '--jsn' is no option here\n  hint: did you mean '--json'?\n");
  EXPECT_THAT(read({"plan"}).problem, HasSubstr("error: PERSON.toml is missing"));
  EXPECT_EQ(read({"plan", "a.toml", "--weeks", "30"}).problem,
            "strongback: error: '--weeks' must be a whole number from 1 to 26 weeks, not '30'\n");
  EXPECT_THAT(read({"plan", "a.toml", "--start", "soon"}).problem, HasSubstr("'soon' is no date"));
}

TEST(ReadOptions, HelpsAndNamesItsVersion) {
  EXPECT_THAT(read({"--help"}).help, HasSubstr("Exit codes: 0 done"));
  EXPECT_THAT(read({}).help, HasSubstr("muscles"));
  EXPECT_EQ(read({"--version"}).help, "strongback 0.1.0\n");
  EXPECT_THAT(read({"plan", "--help"}).help, HasSubstr("--therapist"));
}

TEST(PlanText, StaysWithinTheWidthOfThePage) {
  const auto catalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  ASSERT_TRUE(catalog.has_value());
  PlanOrder order;
  order.person_path = STRONGBACK_SOURCE_DIR "/examples/weak-back.toml";
  const auto answer = plan_for_person(*catalog, order);
  ASSERT_TRUE(answer.has_value());
  for (const std::size_t columns : {std::size_t{40}, std::size_t{80}, std::size_t{110}}) {
    const std::string text = plan_text(*answer, *catalog, {{columns, false}, false});
    for (const std::string& line : split(text, '\n')) {
      const bool is_command = line.starts_with("  strongback ");
      EXPECT_TRUE(is_command || width(line) <= columns) << line;
    }
  }
}

TEST(PlanText, SaysBrieflyWhyNothingFits) {
  const auto catalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  PlanAnswer answer;
  answer.program.status = Status::NoPlan;
  answer.program.conflicts = {"you ask for 4 (to free it: ask for 3)", "days are alike"};
  answer.program.left_out = {{"barbell-row", "no barbell"}};
  answer.program.assumptions = {"No session length was given: 40 minutes are assumed.",
                                "No soreness was given: none is assumed."};
  const std::string text = plan_text(answer, *catalog, {});
  EXPECT_THAT(text, HasSubstr("These cannot hold together\n  - You ask for 4.\n"));
  EXPECT_THAT(text, HasSubstr("What would free it\n  - Ask for 3.\n"));
  EXPECT_THAT(text, Not(HasSubstr("Left out")));
  EXPECT_THAT(text, HasSubstr("No session length"));
  EXPECT_THAT(text, Not(HasSubstr("soreness")));
  const std::string why = plan_text(answer, *catalog, {{80, false}, true});
  EXPECT_THAT(why, HasSubstr("Left out"));
  EXPECT_THAT(why, HasSubstr("soreness"));
}

TEST(PlanText, SaysTheMedicalSentenceOnce) {
  PlanAnswer answer;
  const auto catalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  const std::string text = plan_text(answer, *catalog, {});
  const auto first = text.find("not medical advice");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("not medical advice", first + 1), std::string::npos);
}

}  // namespace
}  // namespace strongback
