#include "movement/motion.h"

#include <gtest/gtest.h>

#include "movement/tables_for_tests.h"

namespace strongback {
namespace {

int patch(const char* name) { return patches_named(tables_for_tests(), name).at(0); }

std::size_t coordinate(const char* name) {
  return static_cast<std::size_t>(coordinate_index(tables_for_tests(), name));
}

/// A motion in which every number differs.
Motion lopsided() {
  Motion motion;
  motion.side = 'r';
  motion.surfaces = {{.id = "floor"},
                     {.id = "wall", .point = {0.5, 0.1, 0.2}, .normal = {-0.8, 0.0, 0.6}}};
  motion.supports = {{patch("foot_r"), 0, false, false, {{0.1, 0.2}}},
                     {patch("chest"), 1, true, true, {}}};
  motion.loads = {{.place = LoadPlace::HandRight, .tethers = {}},
                  {.kind = LoadKind::Cable,
                   .place = LoadPlace::Hands,
                   .tethers = {{patch("grip_r"), -1, {1.0, 2.0, 3.0}},
                               {patch("grip_l"), patch("foot_l"), {}}}}};
  Keyframe keyframe{"start", 0.0, {}, {true, false}};
  for (std::size_t i = 0; i < tables_for_tests().coordinates.size(); ++i) {
    keyframe.angles.push_back(0.1 + 0.01 * static_cast<double>(i));
    motion.give.push_back(i % 3 == 0 ? std::nullopt : std::optional(0.01 * static_cast<double>(i)));
  }
  motion.keyframes = {keyframe, keyframe};
  motion.keyframes[1].angles[0] = 0.7;
  return motion;
}

TEST(Mirrored, TwiceIsTheSame) {
  const BodyTables tables = tables_for_tests();
  const Motion motion = lopsided();
  EXPECT_NE(mirrored(motion, tables), motion);
  EXPECT_EQ(mirrored(mirrored(motion, tables), tables), motion);
}

TEST(Mirrored, SwapsSidesAndTurnsWhatGoesSideways) {
  const Motion motion = lopsided();
  const Motion image = mirrored(motion, tables_for_tests());
  const auto& from = motion.keyframes[1].angles;
  const auto& to = image.keyframes[1].angles;
  EXPECT_EQ(to[coordinate("knee_flexion_r")], from[coordinate("knee_flexion_l")]);
  EXPECT_EQ(to[coordinate("pelvis_tilt")], from[coordinate("pelvis_tilt")]);
  EXPECT_EQ(to[coordinate("lumbar_flexion")], from[coordinate("lumbar_flexion")]);
  for (const char* name : {"pelvis_list", "pelvis_turn", "lumbar_bend", "lumbar_twist"}) {
    EXPECT_EQ(to[coordinate(name)], -from[coordinate(name)]) << name;
  }
  EXPECT_EQ(image.side, 'l');
  EXPECT_EQ(image.supports[0].patch, patch("foot_l"));
  EXPECT_EQ(image.supports[0].place->at(1), -0.2);
  EXPECT_EQ(image.supports[1].patch, patch("chest"));
  EXPECT_EQ(image.surfaces[1].point, (Point{0.5, 0.1, -0.2}));
  EXPECT_EQ(image.surfaces[1].normal, (Point{-0.8, 0.0, -0.6}));
  EXPECT_EQ(image.loads[0].place, LoadPlace::HandLeft);
  EXPECT_EQ(image.loads[1].tethers[0].patch, patch("grip_l"));
  EXPECT_EQ(image.loads[1].tethers[0].anchor, (Point{1.0, 2.0, -3.0}));
  EXPECT_EQ(image.loads[1].tethers[1].anchor_patch, patch("foot_r"));
  EXPECT_EQ(image.give[coordinate("knee_flexion_r")], motion.give[coordinate("knee_flexion_l")]);
}

}  // namespace
}  // namespace strongback
