#include "app/ground_truth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/score.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Knows a motion for the barbell row only, and presses with what the body weighs.
Engine fake_engine() {
  Engine engine;
  engine.tables.version = "7";
  engine.find_motion = [](const std::string& id, const BodyTables&) {
    std::optional<FoundMotion> found;
    if (id == "barbell-row") found.emplace();
    return Outcome<std::optional<FoundMotion>>(found);
  };
  engine.assess = [](const BodyTables&, const Build& build, const Motion&, Mass,
                     const AssessOptions&) -> Computed {
    ExerciseAnswer answer;
    answer.discs[kL4L5].compression_N.peak = 10.0 * in_kilograms(build.mass);
    return answer;
  };
  return engine;
}

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class Written : public testing::Test {
 protected:
  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string folder_ = testing::TempDir() + "/strongback_truth_" +
                        testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST(GroundTruthOfCatalog, PlaysEveryExerciseForTheReferenceWomanAndMan) {
  const auto truth =
      make_ground_truth(catalog_for_tests(), fake_engine(), {"", AnswerCache(), 2, {}});
  ASSERT_TRUE(truth);
  ASSERT_EQ(truth->bodies.size(), 2u);
  EXPECT_EQ(truth->bodies[0].whose, "woman");
  EXPECT_EQ(truth->bodies[0].person.sex, Sex::Female);
  EXPECT_EQ(truth->bodies[1].whose, "man");
  EXPECT_EQ(truth->bodies[1].sets.size(), catalog_for_tests().exercises.size());
}

TEST(GroundTruthOfCatalog, IsThatOfAPersonWhereOneIsNamed) {
  const auto truth =
      make_ground_truth(catalog_for_tests(), fake_engine(),
                        {STRONGBACK_SOURCE_DIR "/examples/novice.toml", AnswerCache(), 1, {}});
  ASSERT_TRUE(truth);
  ASSERT_EQ(truth->bodies.size(), 1u);
  EXPECT_EQ(truth->bodies[0].whose, "person");
}

TEST_F(Written, MakesItsFolderAndNamesItsFiles) {
  const auto truth =
      make_ground_truth(catalog_for_tests(), fake_engine(), {"", AnswerCache(), 1, {}});
  ASSERT_TRUE(truth);
  const auto paths = write_ground_truth(*truth, catalog_for_tests(), folder_ + "/deep");
  ASSERT_TRUE(paths);
  std::vector<std::string> names;
  for (const std::string& path : *paths) {
    names.push_back(std::filesystem::path(path).filename().string());
  }
  EXPECT_THAT(names, ElementsAre("metadata.json", "exercises.csv", "muscles.csv", "discs.csv",
                                 "ground-truth.json"));
  EXPECT_THAT(text_of(folder_ + "/deep/discs.csv"),
              HasSubstr("woman,barbell-row,L4/L5,0.0,620.0,"));
  EXPECT_THAT(text_of(folder_ + "/deep/discs.csv"), HasSubstr("man,barbell-row,L4/L5,0.0,750.0,"));
}

TEST_F(Written, SaysWhenTheFolderCannotBeMade) {
  const auto truth =
      make_ground_truth(catalog_for_tests(), fake_engine(), {"", AnswerCache(), 1, {}});
  ASSERT_TRUE(truth);
  std::ofstream(folder_) << "a file";
  EXPECT_FALSE(write_ground_truth(*truth, catalog_for_tests(), folder_ + "/below"));
}

class Scored : public Written {
 protected:
  Outcome<ScoreAnswer> score(const std::string& text) {
    std::filesystem::create_directories(folder_);
    const std::string path = folder_ + "/theirs.json";
    std::ofstream(path) << text;
    return score_file(catalog_for_tests(), fake_engine(), {path, {"", AnswerCache(), 1, {}}});
  }
};

TEST_F(Scored, PlaysWhatIsMatchedForTheReferenceMan) {
  const auto answer = score(R"([{"id": "a", "name": "Bent Over Barbell Row", "primaryMuscles": []},
    {"id": "b", "name": "Barbell bent-over row", "primaryMuscles": []},
    {"id": "c", "name": "Hop", "primaryMuscles": []}])");
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->is_reference);
  EXPECT_EQ(answer->played.sets.size(), 1u);  // both rows are the same exercise
  EXPECT_EQ(answer->played.person.name, "Reference man");
  EXPECT_EQ(answer->score.matched.size(), 2u);
  EXPECT_EQ(answer->score.unmatched.size(), 1u);
}

TEST_F(Scored, RefusesWhatIsNoCatalog) {
  const auto answer = score("{");
  ASSERT_FALSE(answer);
  EXPECT_TRUE(std::holds_alternative<BadInput>(answer.error()));
}

}  // namespace
}  // namespace strongback
