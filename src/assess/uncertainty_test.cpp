#include "assess/uncertainty.h"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/expects.h"
#include "base/text.h"
#include "movement/read_motion.h"
#include "reading/document.h"

namespace strongback {
namespace {

using testing::HasSubstr;

const std::string kBody = STRONGBACK_SOURCE_DIR "/data/body";

const BodyTables& tables() {
  static const BodyTables kTables = read_body_tables(kBody).value();
  return kTables;
}

const Uncertainty& real() {
  static const Uncertainty kReal = read_uncertainty(kBody, tables()).value();
  return kReal;
}

Build man() { return {meters(1.75), kilograms(75.0), Sex::Male, 30}; }

Motion motion_of(const std::string& name) {
  const auto document =
      read_document(STRONGBACK_SOURCE_DIR "/data/exercises/" + name + ".motion.toml");
  return read_motion(document.value(), tables()).value();
}

std::size_t index_of(const std::string& id) {
  const auto& doubts = real().doubts;
  const auto found =
      std::find_if(doubts.begin(), doubts.end(), [&](const Doubt& d) { return d.id == id; });
  expects(found != doubts.end(), id);
  return static_cast<std::size_t>(found - doubts.begin());
}

/// What reading says of the real file with `from` replaced, once.
std::string said(const std::string& from, const std::string& to) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "strongback_uncertainty_test";
  fs::create_directories(folder);
  std::string text = read_text(kBody + "/uncertainty.toml").value();
  const auto at = text.find(from);
  expects(at != std::string::npos, from);
  std::ofstream(folder / "uncertainty.toml") << text.replace(at, from.size(), to);
  const auto read = read_uncertainty(folder.string(), tables());
  fs::remove_all(folder);
  std::string all;
  if (!read) {
    for (const Problem& problem : read.error()) all += to_text(problem) + "\n";
  }
  return all;
}

TEST(Uncertainty, SaysWhatIsWrongInItsFile) {
  EXPECT_EQ(said("schema = 1", "schema = 1"), "");
  EXPECT_THAT(said("id = \"disc-tilt\"", "id = \"disc-tlit\""),
              testing::AllOf(HasSubstr("'disc-tlit' is no assumption that the program can change"),
                             HasSubstr("did you mean 'disc-tilt'?"),
                             HasSubstr("the assumption 'disc-tilt' is missing")));
  EXPECT_THAT(said("id = \"disc-rest\"", "id = \"disc-tilt\""), HasSubstr("stands here twice"));
  EXPECT_THAT(said("plus_deg = 5", "times = 1.1"),
              testing::AllOf(HasSubstr("'plus_deg' is missing"), HasSubstr("unknown key 'times'")));
  EXPECT_THAT(said("times = 1.25", "times = 0.8"),
              HasSubstr("'times' must be a number from 1.01 to 4"));
  EXPECT_THAT(said("coordinate = \"hip_flexion\"", "coordinate = \"hip_flexion_r\""),
              testing::Not(HasSubstr("no coordinate")));
  EXPECT_THAT(said("coordinate = \"hip_flexion\"", "coordinate = \"hips\""),
              HasSubstr("'hips' is no coordinate of joints.toml"));
  EXPECT_THAT(said("cut = 2.5", "cut = 25"), HasSubstr("'cut'"));
}

/// An assumption that changes nothing would count as harmless in every table.
TEST(Uncertainty, EveryAssumptionChangesTheTablesOrTheMotion) {
  const Motion row = motion_of("one_arm_row_bench");
  for (std::size_t d = 0; d < real().doubts.size(); ++d) {
    Sample plain{tables(), row}, changed{tables(), row};
    doubt(real(), d, 1.0, man(), changed);
    const auto sum = [](const Sample& sample) {
      double total = 0.0;
      for (const auto& [name, number] : sample.tables.numbers) total += std::abs(number);
      for (const Fascicle& one : sample.tables.fascicles) {
        total += one.strength + 1e3 * one.pennation;
        for (const PathStop& stop : one.path) total += 1e3 * stop.at[0];
      }
      for (const Segment& one : sample.tables.segments) total += one.mass + one.com[0];
      for (const Disc& one : sample.tables.discs) total += one.tilt + one.stiffness[2];
      for (std::size_t i = 0; i < 6; ++i) {
        total += static_cast<double>(i) * sample.tables.rhythm.lumbar[i][2];
      }
      for (const auto& [name, one] : sample.tables.rhythm.girdle) total += one.per_elevation;
      for (const Keyframe& one : sample.motion.keyframes) {
        total += one.time_s;
        for (std::size_t i = 0; i < one.angles.size(); ++i) {
          total += static_cast<double>(i) * one.angles[i];
        }
      }
      for (const Surface& one : sample.motion.surfaces) total += one.friction;
      return total;
    };
    EXPECT_GT(std::abs(sum(changed) - sum(plain)), 1e-6) << real().doubts[d].id;
    Sample same{tables(), row};
    doubt(real(), d, 0.0, man(), same);
    EXPECT_NEAR(sum(same), sum(plain), 1e-6) << real().doubts[d].id;
  }
}

TEST(Uncertainty, OneStandardDeviationIsWhatTheFileSays) {
  Sample sample{tables(), motion_of("one_arm_row_bench")};
  doubt(real(), index_of("strength"), 1.0, man(), sample);
  EXPECT_NEAR(sample.tables.fascicles[0].strength, 1.25 * tables().fascicles[0].strength, 1e-9);
  doubt(real(), index_of("strength"), -1.0, man(), sample);
  EXPECT_NEAR(sample.tables.fascicles[0].strength, tables().fascicles[0].strength, 1e-9);
  doubt(real(), index_of("disc-tilt"), -2.0, man(), sample);
  EXPECT_NEAR(sample.tables.discs[0].tilt, tables().discs[0].tilt - 10.0 * kDegree, 1e-12);
}

TEST(Uncertainty, BendingMovesFromTheSpineToPelvisAndHips) {
  const Motion row = motion_of("one_arm_row_bench");
  Sample sample{tables(), row};
  doubt(real(), index_of("pelvis-share"), 1.0, man(), sample);
  const auto at = [](const Motion& motion, const char* name) {
    return motion.keyframes[0].angles[static_cast<std::size_t>(coordinate_index(tables(), name))];
  };
  EXPECT_GT(at(sample.motion, "lumbar_flexion"), at(row, "lumbar_flexion"));
  for (const char* name : {"pelvis_tilt", "hip_flexion_r", "hip_flexion_l"}) {
    EXPECT_NEAR(at(sample.motion, name) + at(sample.motion, "lumbar_flexion"),
                at(row, name) + at(row, "lumbar_flexion"), 1e-12)
        << name;
  }
}

TEST(PoseDraws, LeaveAnEvenMotionEvenAndAHoldStill) {
  for (const char* name : {"barbell_row", "one_arm_row_bench"}) {
    Motion motion = motion_of(name);
    const PoseDraws draws(real(), motion, tables());
    ASSERT_GT(draws.count(), 0U);
    std::vector<double> z(draws.count());
    for (std::size_t i = 0; i < z.size(); ++i) z[i] = 0.1 + 0.2 * static_cast<double>(i % 7);
    const bool is_even = is_symmetric(motion, tables());
    const Motion before = motion;
    draws.apply(z, tables(), motion);
    EXPECT_EQ(is_symmetric(motion, tables()), is_even) << name;
    EXPECT_NE(motion, before);
    const auto& keys = motion.keyframes;
    for (std::size_t k = 1; k < keys.size(); ++k) {
      if (before.keyframes[k].angles != before.keyframes[k - 1].angles) continue;
      EXPECT_EQ(keys[k].angles, keys[k - 1].angles) << keys[k].name;
    }
    EXPECT_EQ(keys.front().angles, keys.back().angles);
  }
}

TEST(PoseDraws, StayWithinWhatPeopleReach) {
  Motion motion = motion_of("one_arm_row_bench");
  const PoseDraws draws(real(), motion, tables());
  draws.apply(std::vector<double>(draws.count(), 50.0), tables(), motion);
  for (const Keyframe& key : motion.keyframes) {
    for (std::size_t i = 0; i < key.angles.size(); ++i) {
      EXPECT_LE(key.angles[i], tables().coordinates[i].high + 1e-9) << tables().coordinates[i].name;
    }
  }
}

}  // namespace
}  // namespace strongback
