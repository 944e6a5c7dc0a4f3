#include "app/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::HasSubstr;

constexpr const char* kMeasurements = R"(schema = 1

[[study]]
id = "Nobody2000"
citation = "Nobody (2000), nowhere"
method = "for this test"
sex = "male"
height_m = 1.75
mass_kg = 75
age_years = 40

[[case]]
id = "lean"
study = "Nobody2000"
task = "leaning forward"
level = "L4/L5"
disc = "L4/L5"
pressure_MPa = 1.0
relative_to_standing = 2.0
position = "standing"
use = "gate"
posture = "postures/lean.pose.toml"
load_kg = 10
provenance = "read"

[[emg]]
id = "row"
study = "Nobody2000"
movement = "row"
muscles = ["latissimus-dorsi"]
electrode = "latissimus dorsi"
percent_mvc = 40
kind = "mean"
exercise = "barbell-row"
load_of_maximum = 0.5
confidence = "high"
provenance = "read"

[[emg]]
id = "stretch"
study = "Nobody2000"
movement = "stretch"
muscles = ["latissimus-dorsi"]
electrode = "latissimus dorsi"
percent_mvc = 3
kind = "mean"
exercise = "child-pose"
confidence = "high"
provenance = "read"
)";

/// Measurements in a folder of their own, and an engine that presses with 500 N and 100 N more for
/// each kilogram.
class Validate : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/strongback_measured";
    std::filesystem::create_directories(folder_ + "/postures");
    for (const char* name : {"lean", "standing"}) {
      std::ofstream(folder_ + "/postures/" + name + ".pose.toml") << "schema = 1\n";
    }
    std::ofstream(file()) << kMeasurements;
    engine_.tables.version = "7";
    engine_.load_pose = [](const std::string& path, const BodyTables&) {
      Motion pose;
      pose.file = path;
      return Outcome<Motion>(pose);
    };
    engine_.find_motion = [](const std::string& id, const BodyTables&) {
      std::optional<FoundMotion> found;
      if (id == "barbell-row") found.emplace();
      return Outcome<std::optional<FoundMotion>>(found);
    };
    engine_.assess = [this](const BodyTables&, const Build& build, const Motion&, Mass load,
                            const AssessOptions& options) -> Computed {
      EXPECT_NEAR(in_kilograms(build.mass), 75.0, 1e-9);
      ++asked_;
      ExerciseAnswer answer;
      answer.discs[kL4L5].compression_N.peak = 500.0 + 100.0 * in_kilograms(load);
      answer.muscles["latissimus-dorsi"] = {{0.1, 0.3, 0.5},
                                            {in_kilograms(load) / 100.0, 0.5, 0.5}};
      if (options.find_tiring_load) answer.tiring = TiringLoad{30.0, 40.0, 50.0};
      return answer;
    };
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string file() const { return folder_ + "/some.toml"; }

  std::string folder_;
  Engine engine_;
  std::atomic<int> asked_ = 0;
};

TEST_F(Validate, PlaysEachPostureOnceWithItsSubjectAndLoad) {
  const auto answer = validate_model(catalog_for_tests(), engine_, {{file()}, 2, {}});
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->model, "7");
  ASSERT_EQ(answer->spine.cases.size(), 1u);
  EXPECT_EQ(answer->spine.cases[0].computed_N, 1500.0);
  EXPECT_EQ(answer->spine.cases[0].computed_ratio, 3.0);
  EXPECT_EQ(asked_, 4);  // lean, standing, the row and what can be rowed once
}

TEST_F(Validate, TakesAShareOfWhatCanBeMovedOnceAndTheHarderSide) {
  const auto answer = validate_model(catalog_for_tests(), engine_, {{file()}, 1, {}});
  ASSERT_TRUE(answer.has_value());
  ASSERT_EQ(answer->emg_small.size(), 1u);
  const auto& pairs = answer->emg_small[0].pairs;
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_NEAR(pairs[0].computed->mean, 0.5 * 40.0 * 1.3 / 100.0, 1e-12);
  EXPECT_FALSE(pairs[1].computed.has_value());
  EXPECT_EQ(pairs[1].missing, "'child-pose' is not simulated yet");
}

TEST_F(Validate, ListsWhatHasNoAnswerInsteadOfANumber) {
  engine_.assess = [](const BodyTables&, const Build&, const Motion&, Mass,
                      const AssessOptions&) -> Computed {
    return tl::unexpected(
        NoAnswer{NoAnswer::Why::Unbalanced, "start (0.0 s)", "it would tip", {}, {}});
  };
  const auto answer = validate_model(catalog_for_tests(), engine_, {{file()}, 1, {}});
  ASSERT_TRUE(answer.has_value());
  EXPECT_FALSE(answer->spine.cases[0].computed_N.has_value());
  EXPECT_EQ(answer->spine.cases[0].missing, "start (0.0 s): it would tip");
}

TEST_F(Validate, NamesTheMistakesOfAFile) {
  std::ofstream(file()) << "schema = 1\n[[case]]\nid = \"x\"\n";
  const auto answer = validate_model(catalog_for_tests(), engine_, {{file()}, 1, {}});
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(std::get<BadInput>(answer.error()).problems.front().file, file());
}

TEST_F(Validate, WritesItsPageIntoAFolder) {
  const auto answer = validate_model(catalog_for_tests(), engine_, {{file()}, 1, {}});
  const auto tables = read_body_tables(STRONGBACK_SOURCE_DIR "/data/body");
  const auto written = write_validation(*answer, catalog_for_tests(), *tables, folder_ + "/out");
  ASSERT_TRUE(written.has_value());
  EXPECT_THAT(*written, testing::Contains(folder_ + "/out/validation.md"));
  for (const std::string& path : *written) EXPECT_GT(std::filesystem::file_size(path), 0u) << path;
}

}  // namespace
}  // namespace strongback
