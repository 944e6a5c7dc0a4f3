#include "exchange/motion_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace strongback {
namespace {

PlayedMotion one_instant() {
  Part part{"trunk", {}, {}, {}, {}};
  part.held.push_back({Matter::Load, {{{1.0, 2.0, 3.0}, 0.1}}});
  part.muscles.push_back({"multifidus", 'r', 0.25, 500.0, 0.03, {0}, {}});
  MotionInstant instant;
  instant.time_s = 0.5;
  instant.segments.push_back({{0.1, 0.9, 0.0}, {1.0, 0.0, 0.0, 0.0}});
  instant.scene.parts.push_back(part);
  return {"bird-dog", "2", 3.0, true, {instant}};
}

BodyTables one_segment() {
  BodyTables tables;
  tables.segments.push_back({"pelvis", "", Joint::Free, {}, {}, 0.0, {}, {}, false, ""});
  Fascicle fascicle;
  fascicle.path = {
      {"pelvis", {0.0, 0.1, 0.0}, ""}, {"", {}, "ribs"}, {"pelvis", {0.0, 0.2, 0.0}, ""}};
  tables.fascicles.push_back(fascicle);
  tables.volumes.push_back({"trunk", HandShape::Any, {{"pelvis", {0.0, 0.0, 0.0}, 0.1}}});
  return tables;
}

TEST(MotionJson, HoldsTheBodyOnceAndWhatMovesAtEachInstant) {
  const auto document = nlohmann::json::parse(motion_json(one_instant(), one_segment()));
  EXPECT_EQ(document["schema"], "strongback.motion/1");
  EXPECT_EQ(document["segments"], (nlohmann::json{"pelvis"}));
  EXPECT_EQ(document["volumes"][0]["balls"][0]["radius_m"], 0.1);
  EXPECT_EQ(document["muscles"][0]["muscle"], "multifidus");
  EXPECT_EQ(document["muscles"][0]["strands"][0].size(), 2U);  // bends go straight
  const auto& instant = document["instants"][0];
  EXPECT_EQ(instant["time_s"], 0.5);
  EXPECT_EQ(instant["segments"][0]["turn"], (nlohmann::json{1.0, 0.0, 0.0, 0.0}));
  EXPECT_EQ(instant["activation"], (nlohmann::json{0.25}));
  EXPECT_EQ(instant["held"][0]["of"], "load");
}

TEST(MotionJson, WithoutMuscleWorkThereIsNoNumber) {
  PlayedMotion played = one_instant();
  played.has_activation = false;
  const auto document = nlohmann::json::parse(motion_json(played, one_segment()));
  EXPECT_TRUE(document["instants"][0]["activation"].is_null());
}

}  // namespace
}  // namespace strongback
