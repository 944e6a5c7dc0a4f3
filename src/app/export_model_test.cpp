#include "app/export_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

namespace fs = std::filesystem;

const Engine& engine() {
  static const Engine kEngine = load_engine().value();
  return kEngine;
}

class ExportModel : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/strongback_export_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  /// Text by name of what is in the folder.
  [[nodiscard]] std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> texts;
    if (!fs::exists(folder_)) return texts;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      texts[entry.path().filename().string()] = text.str();
    }
    return texts;
  }

  [[nodiscard]] Failure failure(const Engine& with) const {
    const auto written = write_osim(catalog_for_tests(), with, bird_dog_, folder_);
    EXPECT_FALSE(written.has_value());
    return written.error();
  }

  std::string folder_;
  ExportOrder bird_dog_{STRONGBACK_SOURCE_DIR "/examples/novice.toml", "bird-dog", {}};
};

TEST_F(ExportModel, TheSameWordsWriteTheSameBytes) {
  for (const auto write : {write_mjcf, write_osim}) {
    ASSERT_TRUE(write(catalog_for_tests(), engine(), bird_dog_, folder_).has_value());
    const auto first = files();
    fs::remove_all(folder_);
    ASSERT_TRUE(write(catalog_for_tests(), engine(), bird_dog_, folder_).has_value());
    EXPECT_EQ(files(), first);
    fs::remove_all(folder_);
  }
}

TEST_F(ExportModel, NothingOfThePersonsFileButTheBuildIsWritten) {
  ASSERT_TRUE(write_osim(catalog_for_tests(), engine(), bird_dog_, folder_).has_value());
  std::ifstream person(bird_dog_.person_path);
  std::string line;
  while (std::getline(person, line) && !line.starts_with("name")) continue;
  const std::string name = line.substr(line.find('"') + 1, line.rfind('"') - line.find('"') - 1);
  ASSERT_FALSE(name.empty());
  for (const auto& [file, text] : files()) {
    EXPECT_EQ(text.find(name), std::string::npos) << file;
  }
}

TEST_F(ExportModel, AnExerciseWithoutMotionIsNamed) {
  Engine none = engine();
  none.find_motion = [](const std::string&, const BodyTables&) {
    return Outcome<std::optional<FoundMotion>>(std::nullopt);
  };
  const Failure why = failure(none);
  EXPECT_EQ(std::get<NotFound>(why).what, "the model has no motion for 'bird-dog' yet");
  EXPECT_EQ(std::get<NotFound>(why).hint, "leave '--motion' out to write the model alone");
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(ExportModel, AMotionWithoutAnAnswerWritesNothing) {
  Engine weak = engine();
  weak.for_person = {};
  weak.assess = [](const BodyTables&, const Build&, const Motion&, Mass,
                   const AssessOptions&) -> Computed {
    return tl::unexpected(NoAnswer{NoAnswer::Why::TooHeavy, "end (1.0 s)", "too heavy", {}, {}});
  };
  EXPECT_THAT(std::get<NoPlan>(failure(weak)).conflicts,
              ElementsAre("nothing is written: 'bird-dog' has no answer for this person",
                          "end (1.0 s): too heavy"));
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(ExportModel, AFileThatCannotBeReplacedIsAProblem) {
  fs::create_directories(folder_ + "/strongback.osim");
  const Failure why = failure(engine());
  EXPECT_EQ(std::get<BadInput>(why).problems.front().message,
            "this is a folder or a device, not a file");
}

}  // namespace
}  // namespace strongback
