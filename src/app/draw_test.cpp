#include "app/draw.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/browse.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Engine& engine() {
  static const Engine kEngine = load_engine().value();
  return kEngine;
}

SimulateOrder order(const std::string& id, std::optional<Mass> load = std::nullopt) {
  return {id, STRONGBACK_SOURCE_DIR "/examples/novice.toml", load, false, false};
}

std::vector<std::string> captions(const Figure& figure) {
  std::vector<std::string> all;
  for (const Panel& panel : figure.panels) all.push_back(panel.caption);
  return all;
}

TEST(DrawExercise, ShowsStartAndEnd) {
  const auto answer = draw_exercise(catalog_for_tests(), engine(), order("one-arm-row-bench"));
  EXPECT_THAT(captions(answer.value().figure), ElementsAre("arm hangs", "elbow at the hip"));
  EXPECT_TRUE(answer->figure.has_activation);
}

TEST(DrawExercise, AHoldHasOnePicture) {
  const auto answer = draw_exercise(catalog_for_tests(), engine(), order("plank-forearm"));
  EXPECT_EQ(answer.value().figure.panels.size(), 1U);
}

TEST(DrawExercise, ALoadThatIsTooHeavyLeavesThePostureWithoutMuscleWork) {
  const auto answer =
      draw_exercise(catalog_for_tests(), engine(), order("one-arm-row-bench", kilograms(120.0)));
  ASSERT_TRUE(answer.has_value());
  ASSERT_NE(answer->simulation.no_answer(), nullptr);
  EXPECT_FALSE(answer->figure.has_activation);
  for (const Panel& panel : answer->figure.panels) {
    for (const Part& part : panel.scene.parts) {
      for (const MuscleShape& muscle : part.muscles) EXPECT_EQ(muscle.activation, 0.0);
    }
  }
}

TEST(DrawExercise, AnUnknownNameIsNotFound) {
  const auto answer = draw_exercise(catalog_for_tests(), engine(), order("bird-dgo"));
  ASSERT_FALSE(answer.has_value());
  EXPECT_THAT(std::get<NotFound>(answer.error()).hint, HasSubstr("bird-dog"));
}

TEST(PlayExercise, PlacesEverySegmentAtEveryInstant) {
  const auto answer = play_exercise(catalog_for_tests(), engine(), order("bird-dog"));
  ASSERT_TRUE(answer.has_value() && answer->played);
  ASSERT_EQ(answer->played->instants.size(), 21U);
  for (const MotionInstant& instant : answer->played->instants) {
    ASSERT_EQ(instant.segments.size(), answer->tables.segments.size());
    for (const SegmentPlace& place : instant.segments) {
      double norm = 0.0;
      for (const double part : place.turn) norm += part * part;
      EXPECT_NEAR(norm, 1.0, 1e-12);
    }
  }
}

}  // namespace
}  // namespace strongback
