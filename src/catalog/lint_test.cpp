#include "catalog/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Catalog& real() {
  static const Catalog catalog = read_catalog(STRONGBACK_SOURCE_DIR "/data").value_or(Catalog{});
  return catalog;
}

/// Writes `text` as a file of this name and lints it; problems as lines without the folder.
std::vector<std::string> lint(const std::string& name, const std::string& text) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "strongback_lint_test";
  std::filesystem::create_directories(folder);
  const auto path = folder / name;
  std::ofstream(path) << text;
  std::vector<std::string> lines;
  for (Problem problem : lint_catalog_file(path.string(), real())) {
    problem.file = name;
    lines.push_back(to_text(problem));
  }
  return lines;
}

/// A good exercise; tests break it in one place.
std::string squeeze(const std::string& from = "", const std::string& to = "") {
  std::string text = R"(schema = 1
id = "test-squeeze"
name = "Test squeeze"
summary = "Squeeze."
pattern = "scapular"
stimulus = "strength"
level = 0
laterality = "bilateral"
positions = ["seated"]
equipment = [["chair"]]
met_code = "02024"
source = "our judgment"
[works]
prime = ["rhomboids"]
[set]
sets = 2
reps = [8, 12]
tempo = "2-0-1-1"
rest_s = 30
)";
  const auto at = text.find(from);
  return text.replace(at, from.size(), to);
}

std::vector<std::string> lint_squeeze(const std::string& from = "", const std::string& to = "") {
  return lint("test_squeeze.toml", squeeze(from, to));
}

TEST(Lint, AGoodFileHasNoProblem) { EXPECT_THAT(lint_squeeze(), IsEmpty()); }

/// The model's tables, motions and postures, and the reference bodies, which the catalog does not
/// read.
bool is_of_another_room(const std::filesystem::path& path) {
  const std::string text = path.string();
  return text.find("/data/body/") != std::string::npos ||
         text.find("/data/measured/") != std::string::npos ||
         text.find("/data/reference/") != std::string::npos || text.ends_with(".motion.toml");
}

TEST(Lint, EveryFileOfTheDataFolderIsCleanAlone) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(STRONGBACK_SOURCE_DIR "/data")) {
    if (entry.path().extension() != ".toml" || is_of_another_room(entry.path())) continue;
    EXPECT_THAT(lint_catalog_file(entry.path().string(), real()), IsEmpty()) << entry.path();
  }
}

TEST(Lint, ABrokenExerciseGetsAMessageForEachMistakeInOrder) {
  const auto problems = lint("dead_bgu.toml", R"(schema = 1
id = "dead-bgu"
name = "Dead bug"
pattern = "anti_extnsion"
stimulus = "control"
level = 4
laterality = "bilateral"
positions = ["supin"]
equipmnet = []
easier = ["bird-dgo"]
met_code = "99999"
source = "our judgment"

[demands]
twist = 5
prone = 2
spin = 1

[works]
prime = ["rectus-abdominus"]

[set]
sets = 2
reps = [12, 8]
tempo = "slow"
rest_s = 30
)");
  EXPECT_THAT(
      problems,
      ElementsAre(
          "dead_bgu.toml:1:1: error: 'summary' is missing",
          "dead_bgu.toml:1:1: error: 'equipment' is missing\n"
          "  hint: write [] when nothing is needed",
          "dead_bgu.toml:4:11: error: 'anti_extnsion' is no value of 'pattern'\n"
          "  hint: did you mean 'anti_extension'?",
          "dead_bgu.toml:6:9: error: 'level' must be a whole number from 0 to 3",
          "dead_bgu.toml:8:14: error: 'supin' is no position\n"
          "  hint: did you mean 'supine'?",
          "dead_bgu.toml:9:1: error: unknown key 'equipmnet'\n"
          "  hint: did you mean 'equipment'?",
          "dead_bgu.toml:10:11: error: 'bird-dgo' is no exercise\n"
          "  hint: did you mean 'bird-dog'?",
          "dead_bgu.toml:11:12: error: '99999' is no code of an activity",
          "dead_bgu.toml:15:9: error: 'twist' must be a whole number from 0 to 3",
          "dead_bgu.toml:16:9: error: 'prone' must be a whole number from 0 to 1",
          "dead_bgu.toml:17:1: error: unknown key 'spin'",
          "dead_bgu.toml:20:10: error: 'rectus-abdominus' is no muscle\n"
          "  hint: did you mean 'rectus-abdominis'?",
          "dead_bgu.toml:24:8: error: 'reps' must be [low, high], whole numbers from 1 to 50",
          "dead_bgu.toml:25:9: error: 'slow' is no tempo\n"
          "  hint: write seconds to lower, pause, lift, pause, such as \"2-0-1-1\""));
}

TEST(Lint, AVerdictSaysWhoIsRightAboutAMuscleAndWhy) {
  const std::string good =
      "[[verdict]]\nmuscle = \"rhomboids\"\nright = \"list\"\nwhy = \"measured\"\n";
  EXPECT_THAT(lint("test_squeeze.toml", squeeze() + good), IsEmpty());
  EXPECT_THAT(
      lint("test_squeeze.toml",
           squeeze() + "[[verdict]]\nmuscle = \"rhomboid\"\nright = \"lists\"\n" + good + good),
      ElementsAre("test_squeeze.toml:20:1: error: 'why' is missing",
                  "test_squeeze.toml:21:10: error: 'rhomboid' is no muscle\n"
                  "  hint: did you mean 'rhomboids'?",
                  "test_squeeze.toml:22:9: error: 'lists' is no value of 'right'\n"
                  "  hint: did you mean 'list'?",
                  "test_squeeze.toml:27:1: error: 'rhomboids' has two verdicts"));
}

TEST(Lint, TheFileIsNamedAfterTheId) {
  EXPECT_THAT(lint("squeeze.toml", squeeze()),
              ElementsAre("squeeze.toml:1:1: error: the file of 'test-squeeze' must be named "
                          "'test_squeeze.toml'"));
}

TEST(Lint, AStrengthExerciseWorksAMuscle) {
  EXPECT_THAT(lint_squeeze("[works]\nprime = [\"rhomboids\"]\n"),
              ElementsAre("test_squeeze.toml:1:1: error: a strength exercise must say in [works] "
                          "which muscles it works"));
}

TEST(Lint, ASetIsMeasuredInExactlyOneWay) {
  EXPECT_THAT(lint_squeeze("reps = [8, 12]", "reps = [8, 12]\nhold_s = [5, 5]"),
              testing::Contains(HasSubstr(
                  "a set needs exactly one of 'reps', 'hold_s', 'distance_m' and 'time_s'")));
  EXPECT_THAT(lint_squeeze("reps = [8, 12]\ntempo = \"2-0-1-1\"\n"),
              testing::Contains(HasSubstr("a set needs exactly one of")));
}

TEST(Lint, ARequiredLoadSaysHowItIsFound) {
  EXPECT_THAT(lint_squeeze("rest_s = 30\n",
                           "rest_s = 30\n[load]\nexternal = \"required\"\nbasis = \"per_hand\"\n"),
              ElementsAre("test_squeeze.toml:1:1: error: a required load needs a "
                          "'start_coefficient'",
                          "test_squeeze.toml:1:1: error: every alternative of 'equipment' must "
                          "hold a load of basis 'per_hand'"));
  EXPECT_THAT(lint_squeeze("rest_s = 30\n", "rest_s = 30\n[load]\nexternal = \"optional\"\n"),
              ElementsAre("test_squeeze.toml:1:1: error: a load that may be used needs a 'basis'"));
}

TEST(Lint, NoLoadedTwistToTheEndOfTheRange) {
  EXPECT_THAT(lint_squeeze("[works]",
                           "[demands]\ntwist = 3\n[load]\nexternal = \"optional\"\n"
                           "basis = \"total\"\n[works]"),
              ElementsAre("test_squeeze.toml:1:1: error: a loaded twist to the end of the range is "
                          "not allowed (twist = 3)"));
}

TEST(Lint, APositionBringsItsDemands) {
  EXPECT_THAT(lint_squeeze("[\"seated\"]\nequipment = [[\"chair\"]]",
                           "[\"prone\"]\nequipment = [[\"mat\"]]"),
              ElementsAre("test_squeeze.toml:1:1: error: the position 'prone' needs the demand "
                          "prone = 1",
                          "test_squeeze.toml:1:1: error: an exercise on a mat needs the demand "
                          "floor_transfer = 1"));
}

TEST(Lint, EasierExercisesNeverGoInACircle) {
  EXPECT_THAT(lint_squeeze("met_code",
                           "easier = [\"chair-scap-squeeze\"]\n"
                           "harder = [\"supine-elbow-press\"]\nmet_code"),
              ElementsAre("test_squeeze.toml:2:6: error: easier exercises go in a circle: "
                          "test-squeeze > chair-scap-squeeze > supine-elbow-press > test-squeeze\n"
                          "  hint: each one must be easier than the one before it"));
}

TEST(Lint, AClaimUsesOnlyKnownWords) {
  const auto problems = lint("red_flags.toml", R"(schema = 1
[[red_flag]]
id = "dizzy_now"
group = "test"
ask_when = ["onbord"]
applies_if = "agee >= 50"
question = "Dizzy?"
answer = "yes_no"
trigger = "yes &&"
action = "urgent"
block = "stop_all"
message = "Call {docter}."
grade = "E"
source = "our judgment"
)");
  EXPECT_THAT(problems,
              ElementsAre("red_flags.toml:5:13: error: 'onbord' is no moment to ask\n"
                          "  hint: did you mean 'onboard'?",
                          "red_flags.toml:6:14: error: 'agee' is no word of a claim\n"
                          "  hint: did you mean 'age'?",
                          "red_flags.toml:9:11: error: 'trigger' is no claim: a word is "
                          "missing at the end",
                          "red_flags.toml:12:11: error: 'docter' is no slot of a message\n"
                          "  hint: did you mean 'doctor'?",
                          "red_flags.toml:13:9: error: 'E' is no grade of evidence\n"
                          "  hint: it is one of: A, B, C, D"));
}

TEST(Lint, ARuleCitesOnlyKnownSources) {
  EXPECT_THAT(lint("more.toml",
                   "schema = 1\n[[rule]]\nid = \"x\"\ntext = \"X.\"\ngrade = \"D\"\n"
                   "sources = [\"NOBODY-READ-THIS\"]\nnumbers = { a = \"b\" }\n"),
              ElementsAre("more.toml:6:12: error: 'NOBODY-READ-THIS' is no source",
                          "more.toml:7:17: error: 'a' must be a number from -1000000 to 1000000"));
}

TEST(Lint, AnIdIsDefinedOnce) {
  const std::string cap =
      "[[cap]]\nproperty = \"grip\"\nallow = 3\nlimit = 1\navoid = 0\nsource = \"our judgment\"\n";
  const auto problems = lint("caps.toml", "schema = 1\n" + cap + cap);
  ASSERT_EQ(problems.size(), 17U);  // 16 properties are missing
  EXPECT_THAT(problems, testing::Contains(HasSubstr("the cap 'grip' is defined twice")));
  EXPECT_THAT(problems, testing::Contains(HasSubstr("there is no [[cap]] for 'flexion'")));
}

TEST(Lint, AFileThatIsNoDataFileSaysSo) {
  EXPECT_THAT(lint("person.toml", "age = 40\n"),
              ElementsAre(HasSubstr("this is no data file: no key tells what it holds")));
}

TEST(DataKind, IsToldByTheKeys) {
  const auto kind = [](const std::string& text) {
    return find_data_kind(parse_document("x.toml", text).value());
  };
  EXPECT_EQ(kind("pattern = \"hinge\""), DataKind::Exercise);
  EXPECT_EQ(kind("[[muscle]]\nid = \"x\""), DataKind::Muscles);
  EXPECT_EQ(kind("[[red_flag]]\nid = \"x\""), DataKind::RedFlags);
  EXPECT_EQ(kind("age = 40\nequipment = { things = [] }"), std::nullopt);
}

TEST(ReadCatalog, AMissingFolderIsAProblem) {
  const auto catalog = read_catalog("/nowhere/at/all");
  ASSERT_FALSE(catalog.has_value());
  EXPECT_EQ(to_text(catalog.error().at(0)),
            "/nowhere/at/all: error: there is no such data folder\n"
            "  hint: set STRONGBACK_DATA to the folder of the data files");
}

}  // namespace
}  // namespace strongback
