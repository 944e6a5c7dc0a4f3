#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/browse.h"
#include "app/files.h"
#include "app/lint_files.h"
#include "app/plan_for_person.h"
#include "catalog/doses_for_tests.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string example(const std::string& name) {
  return std::string(STRONGBACK_SOURCE_DIR "/examples/") + name;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/strongback_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string folder_;
};

TEST_F(Files, WriteReplacesTheWholeFileAndLeavesNoOther) {
  const std::string path = folder_ + "/a.toml";
  ASSERT_TRUE(write_file(path, "a long first text").has_value());
  ASSERT_TRUE(write_file(path, "second").has_value());
  EXPECT_EQ(text_of(path), "second");
  EXPECT_EQ(toml_files(folder_, true).size(), 1u);
  const auto entries = std::distance(std::filesystem::directory_iterator(folder_), {});
  EXPECT_EQ(entries, 1);
}

TEST_F(Files, AMissingFolderIsBadInput) {
  const auto written = write_file(folder_ + "/none/a.toml", "x");
  ASSERT_FALSE(written.has_value());
  const auto& bad = std::get<BadInput>(written.error());
  EXPECT_THAT(bad.problems.front().message, StartsWith("the file cannot be written"));
}

TEST_F(Files, ADeviceOrFolderIsNotReplaced) {
  for (const std::string& path : {std::string("/dev/null"), folder_}) {
    const auto written = write_file(path, "x");
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(std::get<BadInput>(written.error()).problems.front().message,
              "this is a folder or a device, not a file");
  }
}

TEST(Lint, TellsPersonsRepliesAndDataApart) {
  const LintReport report = lint_files({example("novice.toml"), example("reply-physio.toml"),
                                        STRONGBACK_SOURCE_DIR "/data/exercises/bird_dog.toml",
                                        STRONGBACK_SOURCE_DIR "/data/care/countries.toml"});
  EXPECT_EQ(report.checked, 4);
  for (const Problem& problem : report.problems) ADD_FAILURE() << to_text(problem);
}

TEST(Lint, NamesTheMistakesOfAPersonsFile) {
  const LintReport report = lint_files({example("broken/mistakes.toml")});
  EXPECT_EQ(report.checked, 1);
  ASSERT_FALSE(report.problems.empty());
  EXPECT_EQ(report.problems.front().file, example("broken/mistakes.toml"));
}

TEST_F(Files, LintNamesTheProblemsOfAFileAlthoughTheDataFolderIsBroken) {
  namespace fs = std::filesystem;
  fs::copy(STRONGBACK_SOURCE_DIR "/data", folder_ + "/data", fs::copy_options::recursive);
  std::ofstream(folder_ + "/data/exercises/plank_knee.toml") << "id = [\n";
  const std::string person = folder_ + "/p.toml";
  std::ofstream(person) << "sex = \"male\"\nage = 40\nconditions = [\"in-phsio\"]\n";
  ::setenv("STRONGBACK_DATA", (folder_ + "/data").c_str(), 1);
  const LintReport report = lint_files({person});
  const LintReport broken = lint_files({folder_ + "/data/exercises/plank_knee.toml"});
  ::unsetenv("STRONGBACK_DATA");
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems.front().file, person);
  EXPECT_EQ(report.problems.front().hint, "did you mean 'in-physio'?");
  EXPECT_GT(report.others, 0);
  EXPECT_EQ(broken.problems.front().file, folder_ + "/data/exercises/plank_knee.toml");
}

/// Takes the verdicts, which stand last, out of every exercise of a copy of the data.
void take_out_verdicts(const std::string& exercises) {
  for (const auto& file : std::filesystem::directory_iterator(exercises)) {
    std::ifstream in(file.path());
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    in.close();
    if (const auto at = text.find("[[verdict]]"); at != std::string::npos) {
      std::ofstream(file.path()) << text.substr(0, at);
    }
  }
}

TEST_F(Files, LintSaysWhoIsRightWhereModelAndListDisagree) {
  namespace fs = std::filesystem;
  fs::copy(STRONGBACK_SOURCE_DIR "/data", folder_ + "/data", fs::copy_options::recursive);
  fs::remove_all(folder_ + "/data/doses");
  fs::create_directory(folder_ + "/data/doses");
  take_out_verdicts(folder_ + "/data/exercises");
  const SimpleDose dose{"one-arm-row-bench",
                        {{"latissimus-dorsi", {0.02, 0.0}}, {"gluteus-maximus", {0.5, 0.0}}}};
  std::ofstream(folder_ + "/data/doses/one_arm_row_bench.toml") << doses_toml(surfaces_of(dose));
  std::ofstream(folder_ + "/data/exercises/one_arm_row_bench.toml", std::ios::app)
      << "\n[[verdict]]\nmuscle = \"latissimus-dorsi\"\nright = \"list\"\nwhy = \"measured\"\n"
         "\n[[verdict]]\nmuscle = \"hamstrings\"\nright = \"both\"\nwhy = \"agreed\"\n";
  ::setenv("STRONGBACK_DATA", (folder_ + "/data").c_str(), 1);
  const LintReport report = lint_files({});
  ::unsetenv("STRONGBACK_DATA");
  for (const Problem& problem : report.problems) ADD_FAILURE() << to_text(problem);
  EXPECT_EQ(report.disagreements, 2);
  EXPECT_EQ(report.settled, 1);
  EXPECT_THAT(
      report.notes,
      ElementsAre("one-arm-row-bench: the list says the latissimus dorsi does the main work, the "
                  "model hardly works it (0.02 of its strength); the list is right: measured",
                  "one-arm-row-bench: the model works the gluteus maximus (0.50 of its "
                  "strength), the list does not name it",
                  "one-arm-row-bench: the verdict on 'hamstrings' covers nothing: list "
                  "and model do not disagree about it"));
}

TEST(ListExercises, FiltersByMuscleEquipmentAndPosition) {
  const auto found =
      list_exercises(catalog_for_tests(), {"lats", {"chair", "household"}, "seated"});
  ASSERT_TRUE(found.has_value());
  std::vector<std::string> ids;
  for (const Exercise* exercise : *found) ids.push_back(exercise->id);
  EXPECT_THAT(ids, Contains("can-row-chair"));
  EXPECT_THAT(ids, testing::Not(Contains("lat-pulldown")));
}

TEST(ListExercises, SaysWhichWordItDoesNotKnow) {
  const auto found = list_exercises(catalog_for_tests(), {"latz", {}, ""});
  ASSERT_FALSE(found.has_value());
  const auto& missing = std::get<NotFound>(found.error());
  EXPECT_EQ(missing.what, "'latz' is no muscle");
  EXPECT_EQ(missing.hint, "did you mean 'lats'?");
  const auto place = list_exercises(catalog_for_tests(), {"", {}, "seatde"});
  EXPECT_EQ(std::get<NotFound>(place.error()).what, "'seatde' is no position");
  const auto thing = list_exercises(catalog_for_tests(), {"", {"dumbel"}, ""});
  EXPECT_EQ(std::get<NotFound>(thing.error()).hint, "did you mean 'dumbbell'?");
}

TEST(ListMuscles, FindsOneByItsEverydayNameAndAGroup) {
  EXPECT_EQ(list_muscles(catalog_for_tests(), "Lats")->front().muscle->id, "latissimus-dorsi");
  EXPECT_GT(list_muscles(catalog_for_tests(), "erector-spinae")->size(), 1u);
}

TEST(TherapistDiff, SaysWhatIsForbiddenAndWhoDosed) {
  PlannedExercise bridge;
  bridge.id = "glute-bridge";
  bridge.name = "Glute bridge";
  bridge.sets = 2;
  bridge.reps = Span{8, 12};
  bridge.reserve = 4;
  PlannedExercise row = bridge;
  row.id = "can-row-chair";
  row.name = "Chair row";
  PlannedSession session;
  session.exercises = {bridge, row};
  Program before;
  before.weeks.push_back({});
  before.weeks[0].sessions = {session};
  Program after = before;
  row.sets = 1;
  after.weeks[0].sessions[0].exercises = {row};
  TherapistReply reply;
  reply.limits.name = "T. Okafor";
  reply.limits.forbidden = {"glute-bridge"};
  reply.doses.push_back({"can-row-chair", 1, {}, {}});

  const auto lines = therapist_diff(before, after, reply);
  EXPECT_THAT(lines,
              testing::ElementsAre(
                  "= week 1", "- Chair row: 2 x 8-12, 4 in reserve (Mon)",
                  "+ Chair row: 1 x 8-12, 4 in reserve (Mon)  <- dose set by T. Okafor",
                  "- Glute bridge: 2 x 8-12, 4 in reserve (Mon)  <- forbidden by T. Okafor"));
}

TEST(TherapistDiff, SaysThatNothingChanges) {
  EXPECT_THAT(therapist_diff({}, {}, {}),
              testing::ElementsAre("= nothing changes: the program already keeps to the reply"));
}

}  // namespace
}  // namespace strongback
