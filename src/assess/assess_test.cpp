// One exercise, one person, one load: what comes out, and when nothing does.
#include "assess/assess.h"

#include <gmock/gmock.h>

#include <cmath>

#include "assess/standing.h"
#include "movement/read_motion.h"

namespace strongback {
namespace {

const BodyTables& tables() {
  static const BodyTables kTables = [] {
    auto read = read_body_tables(std::string(STRONGBACK_SOURCE_DIR) + "/data/body");
    for (const Problem& problem : read ? Problems{} : read.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return read.value();
  }();
  return kTables;
}

Build man() { return {meters(1.75), kilograms(75.0), Sex::Male, 30}; }

/// A trunk that leans, dumbbells hanging, elbows drawn up and let down again.
Motion row() {
  const auto document = parse_document("a_row.motion.toml", R"(schema = 1
exercise = "a-row"
source = "own design"
return_s = 1.0
[[support]]
part = "foot"
on = "floor"
[[load]]
kind = "dumbbell"
in = "hand"
[[keyframe]]
name = "arms hang"
angles_deg = { pelvis_tilt = 45, lumbar_flexion = 5, hip_flexion = 58, knee_flexion = 30, ankle_dorsiflexion = 17, shoulder_flexion = 50 }
[[keyframe]]
name = "elbows up"
at_s = 1.0
angles_deg = { shoulder_flexion = -10, elbow_flexion = 75 }
)");
  const auto motion = read_motion(document.value(), tables());
  for (const Problem& problem : motion ? Problems{} : motion.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  return motion.value();
}

AssessOptions few_frames(int frames = 5) {
  AssessOptions options;
  options.frames = frames;
  options.find_tiring_load = false;
  return options;
}

ExerciseAnswer answered(const Motion& motion, double load_kg,
                        const AssessOptions& options = few_frames(), const Build& build = man()) {
  auto answer = assess_motion(tables(), build, motion, kilograms(load_kg), options);
  EXPECT_TRUE(answer.has_value()) << (answer ? "" : answer.error().text);
  return answer ? *answer : ExerciseAnswer{};
}

TEST(Assess, StandingIsTheMeasureOfItself) {
  const ExerciseAnswer answer = answered(standing_posture(tables()), 0.0);
  EXPECT_NEAR(answer.discs[kL4L5].relative_to_standing, 1.0, 1e-9);
  EXPECT_NEAR(answer.standing_N, quiet_standing(tables(), man()).value(), 1e-6);
  EXPECT_EQ(answer.repetition_s, 0.0);
  EXPECT_FALSE(answer.tiring.has_value()) << "nothing is held";
  double up = 0.0;
  ASSERT_EQ(answer.contacts.size(), 2U);
  for (const ContactForce& contact : answer.contacts) up += contact.mean_N[1];
  EXPECT_NEAR(up, 75.0 * 9.81, 1e-3);
}

TEST(Assess, SharesOfAllMusclesAreOneAndPeaksAreAboveMeans) {
  const ExerciseAnswer answer = answered(row(), 8.0);
  double shares = 0.0, hardest = 0.0;
  for (const auto& [id, work] : answer.muscles) {
    for (const SideWork* side : {&work.left, &work.right}) {
      EXPECT_GE(side->peak, side->mean) << id;
      EXPECT_GE(side->mean, 0.0) << id;
      EXPECT_LE(side->peak, 1.0) << id;
      shares += side->share;
      hardest = std::max(hardest, side->peak);
    }
  }
  EXPECT_NEAR(shares, 1.0, 1e-9);
  ASSERT_TRUE(answer.muscles.contains(answer.limited_by)) << answer.limited_by;
  EXPECT_NEAR(answer.muscles.at(answer.limited_by).right.peak, hardest, 1e-6);
}

TEST(Assess, HeavierLoadsWorkMoreAndPressMore) {
  const ExerciseAnswer light = answered(row(), 2.0), heavy = answered(row(), 12.0);
  EXPECT_GT(heavy.discs[kL4L5].compression_N.peak, light.discs[kL4L5].compression_N.peak);
  EXPECT_GT(heavy.discs[kL4L5].relative_to_standing, 2.0);
  for (const char* muscle : {"erector-spinae-thoracic", "deltoid-posterior"}) {
    EXPECT_GT(heavy.muscles.at(muscle).right.peak, light.muscles.at(muscle).right.peak) << muscle;
  }
  EXPECT_GT(heavy.load_kg, light.load_kg);
}

TEST(Assess, KeepsFramesOnlyWhenAsked) {
  AssessOptions options = few_frames(7);
  EXPECT_TRUE(answered(row(), 4.0, options).frames.empty());
  options.keep_frames = true;
  const ExerciseAnswer answer = answered(row(), 4.0, options);
  ASSERT_EQ(answer.frames.size(), 7U);
  EXPECT_EQ(answer.frames.front().time_s, 0.0);
  EXPECT_NEAR(answer.frames.back().time_s, answer.repetition_s, 1e-9);
  double peak = 0.0, mean = 0.0;
  for (const FrameRow& frame : answer.frames) {
    EXPECT_EQ(frame.angles.size(), tables().coordinates.size());
    EXPECT_EQ(frame.forces.size(), tables().fascicles.size());
    EXPECT_EQ(frame.contacts_N.size(), answer.contacts.size());
    peak = std::max(peak, frame.compression_N[kL4L5]);
    mean += frame.compression_N[kL4L5] / 7.0;
  }
  EXPECT_NEAR(peak, answer.discs[kL4L5].compression_N.peak, 1e-9);
  EXPECT_NEAR(mean, answer.discs[kL4L5].compression_N.mean, 1e-6);
}

TEST(Assess, CocontractionAddsWhatItSays) {
  AssessOptions off = few_frames();
  off.cocontraction = false;
  const ExerciseAnswer with = answered(row(), 5.0), without = answered(row(), 5.0, off);
  EXPECT_EQ(without.cocontraction_N, 0.0);
  EXPECT_GT(with.cocontraction_N, 0.0);
  EXPECT_GT(with.discs[kL4L5].compression_N.mean, without.discs[kL4L5].compression_N.mean);
}

TEST(Assess, TiringLoadLetsTheHardestMuscleWorkAtWhatSixToTwelveRepetitionsTake) {
  AssessOptions options = few_frames(9);
  options.find_tiring_load = true;
  const ExerciseAnswer answer = answered(row(), 5.0, options);
  ASSERT_TRUE(answer.tiring.has_value());
  EXPECT_LT(answer.tiring->low_kg, answer.tiring->best_kg);
  EXPECT_LT(answer.tiring->best_kg, answer.tiring->high_kg);
  const ExerciseAnswer tired = answered(row(), answer.tiring->best_kg, few_frames(9));
  const double hardest = tired.muscles.at(tired.limited_by).right.peak;
  EXPECT_GT(hardest, 1.0 / (1.0 + 12.0 / 30.0) - 0.03);  // Epley at 12 repetitions
  EXPECT_LT(hardest, 1.0 / (1.0 + 6.0 / 30.0) + 0.03);   // and at 6
}

TEST(Assess, TooHeavyALoadIsNoNumber) {
  const auto answer = assess_motion(tables(), man(), row(), kilograms(65.0), few_frames());
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().why, NoAnswer::Why::TooHeavy);
  EXPECT_FALSE(answer.error().at_limit.empty());
  EXPECT_FALSE(answer.error().frame.empty());
  EXPECT_GT(answer.error().residual.force_N + answer.error().residual.moment_Nm, 1.0);
}

TEST(Assess, PostureWithoutBalanceIsNoNumber) {
  Motion motion = row();
  for (Keyframe& keyframe : motion.keyframes) keyframe.stands.assign(motion.supports.size(), false);
  const auto answer = assess_motion(tables(), man(), motion, kilograms(5.0), few_frames());
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().why, NoAnswer::Why::Unbalanced);
  EXPECT_EQ(answer.error().frame, "arms hang (0.0 s)");
}

TEST(Assess, BodyOutsideTheModelIsNoNumber) {
  const auto answer = assess_motion(tables(), {meters(1.0), kilograms(75.0), Sex::Male, 30}, row(),
                                    kilograms(5.0), few_frames());
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().text, "a height of 100 cm: it must be from 120 to 220 cm");
}

TEST(Assess, DoseHoldsTheAnswersFigures) {
  const ExerciseAnswer answer = answered(row(), 6.0);
  const Dose dose = to_dose(answer);
  EXPECT_EQ(dose.muscles.size(), answer.muscles.size());
  EXPECT_EQ(dose.repetition_s, answer.repetition_s);
  EXPECT_THAT(dose.likely, testing::Each(kUnknownLikely));
  EXPECT_EQ(dose.model, tables().version);
  EXPECT_NEAR(dose.standing_compression.si(), answer.standing_N, 1e-9);
}

}  // namespace
}  // namespace strongback
