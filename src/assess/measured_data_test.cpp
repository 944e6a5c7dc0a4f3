// The measurements and postures that ship with the program.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "assess/measured.h"
#include "body/tables.h"
#include "catalog/catalog.h"
#include "movement/read_motion.h"

namespace strongback {
namespace {

const std::string kData = std::string(STRONGBACK_SOURCE_DIR) + "/data";

std::string all_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) text += to_text(problem) + "\n";
  return text;
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class MeasuredData : public testing::Test {
 protected:
  void SetUp() override {
    const auto catalog = read_catalog(kData);
    ASSERT_TRUE(catalog) << all_of(catalog.error());
    auto read = read_measured(files_in(kData + "/measured"),
                              {exercise_ids(*catalog), muscle_ids(*catalog)});
    ASSERT_TRUE(read) << all_of(read.error());
    measured = std::move(*read);
  }

  Measured measured;
};

TEST_F(MeasuredData, EveryPostureCanBeReadAndIsUsed) {
  const auto tables = read_body_tables(kData + "/body");
  ASSERT_TRUE(tables) << all_of(tables.error());
  std::set<std::string> used;
  for (const SpineCase& one : measured.spine) {
    used.insert({one.setup.posture, one.reference.posture});
  }
  for (const SpineOrder& one : measured.spine_orders) used.insert(one.setup.posture);
  for (const EmgCase& one : measured.emg) used.insert(one.setup.posture);
  for (const std::string& file : files_in(kData + "/measured/postures")) {
    const auto document = read_document(file);
    ASSERT_TRUE(document) << all_of(document.error());
    const auto pose = read_pose(*document, *tables);
    EXPECT_TRUE(pose) << all_of(pose.error());
    EXPECT_TRUE(used.contains(file)) << file;
  }
}

TEST_F(MeasuredData, ALoadMeetsAPostureThatHoldsOne) {
  const auto tables = read_body_tables(kData + "/body");
  ASSERT_TRUE(tables);
  const auto check = [&](const strongback::Setup& setup) {
    if (setup.posture.empty()) return;
    const auto pose = read_pose(*read_document(setup.posture), *tables);
    ASSERT_TRUE(pose);
    EXPECT_EQ(pose->loads.empty(), setup.load_kind == SetupLoad::None) << setup.posture;
  };
  for (const SpineCase& one : measured.spine) {
    check(one.setup);
    check(one.reference);
  }
  for (const SpineOrder& one : measured.spine_orders) check(one.setup);
  for (const EmgCase& one : measured.emg) check(one.setup);
}

/// The figure of quiet standing by the study and kind of `like`, or 0.
double standing_beside(const SpineCase& like, const Measured& measured) {
  for (const SpineCase& one : measured.spine) {
    const bool is_alike = one.study.id == like.study.id && one.measure == like.measure;
    if (is_alike && one.ratio == 1.0) return one.value.value_or(0.0);
  }
  return 0.0;
}

TEST_F(MeasuredData, AFigureAndItsRatioToStandingAgree) {
  int compared = 0;
  for (const SpineCase& one : measured.spine) {
    const double standing = standing_beside(one, measured);
    if (standing == 0.0 || !one.value || !one.ratio) continue;
    EXPECT_NEAR(*one.value / standing, *one.ratio, 0.03) << one.id;
    ++compared;
  }
  EXPECT_GT(compared, 40);
}

TEST_F(MeasuredData, LyingIsMarkedWhereTheBodyLies) {
  for (const SpineCase& one : measured.spine) {
    if (one.task.find("lying") == std::string::npos) continue;
    EXPECT_EQ(one.position, SpinePosition::Lying) << one.id;
  }
}

}  // namespace
}  // namespace strongback
