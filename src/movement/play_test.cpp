// One repetition as time goes by.
#include "movement/play.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "movement/postures_for_tests.h"

namespace strongback {
namespace {

/// Both arms lift in front and come down again.
constexpr const char* kLift = R"(exercise = "a-b"
return_s = 2.0
[[support]]
part = "foot"
on = "floor"
[[load]]
kind = "dumbbell"
in = "hand"
[[keyframe]]
name = "down"
angles_deg = { shoulder_flexion = 10 }
[[keyframe]]
name = "up"
at_s = 1.0
angles_deg = { shoulder_flexion = 70 }
)";

/// One hand on a table leaves it.
constexpr const char* kRelease = R"(exercise = "a-b"
return_s = 1.0
[[surface]]
id = "desk"
kind = "table"
height_m = 0.95
[[support]]
part = "foot"
on = "floor"
[[support]]
part = "palm_r"
on = "desk"
[[keyframe]]
name = "leaning"
angles_deg = { shoulder_flexion_r = 30, elbow_flexion_r = 40, wrist_extension_r = 70 }
[[keyframe]]
name = "free"
at_s = 1.0
lifted = ["palm_r"]
angles_deg = { shoulder_flexion_r = 40, elbow_flexion_r = 70 }
)";

/// Arms that draw a band from the front to the sides.
constexpr const char* kBand = R"(exercise = "a-b"
return_s = 1.0
[[support]]
part = "foot"
on = "floor"
[[load]]
kind = "band"
in = "hands"
anchor_m = [1.0, 1.2, 0]
slack_m = 0.3
[[keyframe]]
name = "long arms"
angles_deg = { shoulder_flexion = 60 }
[[keyframe]]
name = "drawn"
at_s = 1.0
angles_deg = { shoulder_flexion = -15, elbow_flexion = 70 }
)";

Player player_of(PosedBody& posed, const char* text, double load_kg) {
  auto player = Player::make(posed, motion_from(text), kilograms(load_kg));
  EXPECT_TRUE(player.has_value()) << (player ? "" : player.error().why.text);
  return player.value();
}

PlayedFrame frame_at(const Player& player, PosedBody& posed, double time_s) {
  auto frame = player.at(posed, time_s);
  EXPECT_TRUE(frame.has_value()) << (frame ? "" : frame.error().why.text);
  return frame.value();
}

TEST(Play, StillPostureTakesNoTime) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(
      posed, "[[support]]\npart = \"foot\"\non = \"floor\"\n[[keyframe]]\nangles_deg = {}\n", 0.0);
  EXPECT_EQ(player.duration_s(), 0.0);
  const PlayedFrame frame = frame_at(player, posed, 0.0);
  EXPECT_EQ(frame.rate.norm(), 0.0);
  EXPECT_EQ(frame.acceleration.norm(), 0.0);
}

TEST(Play, RestsAtKeyframesAndIsHalfWayAtHalfTime) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(posed, kLift, 1.0);
  EXPECT_NEAR(player.duration_s(), 3.0, 1e-9);
  const int arm = coordinate_index(man_for_tests().tables(), "shoulder_flexion_r");
  for (const double key : {0.0, 1.0, 3.0}) {
    const PlayedFrame frame = frame_at(player, posed, key);
    EXPECT_NEAR(frame.rate.norm(), 0.0, 1e-9) << key;
    EXPECT_NEAR(frame.acceleration.norm(), 0.0, 1e-9) << key;
  }
  const PlayedFrame start = frame_at(player, posed, 0.0);
  const PlayedFrame top = frame_at(player, posed, 1.0);
  const PlayedFrame half = frame_at(player, posed, 0.5);
  const double way = top.balanced.stance[arm] - start.balanced.stance[arm];
  EXPECT_NEAR(way, 60.0 * kDegree, 3.0 * kDegree);
  EXPECT_NEAR(half.balanced.stance[arm], start.balanced.stance[arm] + 0.5 * way, kDegree);
  EXPECT_NEAR(half.rate[arm], 1.875 * way, 1e-6) << "the peak of least jerk: 15/8 of the mean";
  EXPECT_NEAR(half.acceleration[arm], 0.0, 1e-6);
}

TEST(Play, FramesSayWhereTheyAre) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(posed, kLift, 1.0);
  EXPECT_EQ(frame_at(player, posed, 0.0).name, "down");
  EXPECT_EQ(frame_at(player, posed, 0.4).name, "between down and up");
  EXPECT_EQ(frame_at(player, posed, 1.0).name, "up");
  EXPECT_EQ(frame_at(player, posed, 0.4).time_s, 0.4);
}

TEST(Play, FeetStayWhereTheyStoodFirst) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(posed, kLift, 3.0);
  const PlayedFrame first = frame_at(player, posed, 0.0);
  for (const double time : {0.3, 0.7, 1.0, 2.2, 3.0}) {
    const PlayedFrame later = frame_at(player, posed, time);
    ASSERT_EQ(later.balanced.setting.contacts.size(), first.balanced.setting.contacts.size());
    for (std::size_t c = 0; c < later.balanced.setting.contacts.size(); ++c) {
      const Eigen::Vector3d moved =
          later.balanced.setting.contacts[c].at - first.balanced.setting.contacts[c].at;
      EXPECT_LT(moved.norm(), kLargestGap) << time;
    }
  }
}

TEST(Play, LiftedPartCarriesOnlyWhereItStandsInBothKeyframes) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(posed, kRelease, 0.0);
  const auto parts = [&](double time_s) {
    std::set<std::string> names;
    for (const auto& [part, surface] : frame_at(player, posed, time_s).balanced.footing_names) {
      names.insert(part);
    }
    return names;
  };
  EXPECT_EQ(parts(0.5), (std::set<std::string>{"foot_l", "foot_r"}));
  EXPECT_EQ(parts(1.0), (std::set<std::string>{"foot_l", "foot_r"}));
}

TEST(Play, BandPullsItsLoadAtItsLongest) {
  PosedBody posed(man_for_tests());
  const Player player = player_of(posed, kBand, 10.0);
  const auto pull = [&](double time_s) {
    double sum = 0.0;
    for (const Pull& one : frame_at(player, posed, time_s).balanced.setting.pulls) {
      sum += one.force.norm();
    }
    return sum;
  };
  EXPECT_NEAR(pull(1.0), 98.1, 2.0);
  EXPECT_LT(pull(0.0), 70.0);
  EXPECT_GT(pull(0.0), 0.0);
}

TEST(Play, SaysWhichFrameCannotBePlayed) {
  PosedBody posed(man_for_tests());
  std::string text = kRelease;
  text.replace(text.find("0.95"), 4, "2.90");
  const auto player = Player::make(posed, motion_from(text), kilograms(0.0));
  ASSERT_FALSE(player.has_value());
  EXPECT_EQ(player.error().frame, "leaning (0.0 s)");
  EXPECT_FALSE(player.error().why.text.empty());
}

TEST(Player, APullThatWouldBendThePostureIntoAnotherIsRefused) {
  std::ostringstream text;
  text << std::ifstream(STRONGBACK_SOURCE_DIR "/data/exercises/face_pull.motion.toml").rdbuf();
  const auto document = parse_document("face_pull.motion.toml", text.str());
  const auto motion = read_motion(document.value(), man_for_tests().tables());
  PosedBody posed(man_for_tests());
  EXPECT_TRUE(Player::make(posed, motion.value(), kilograms(10.0)).has_value());
  const auto heavy = Player::make(posed, motion.value(), kilograms(25.0));
  ASSERT_FALSE(heavy.has_value());
  EXPECT_EQ(heavy.error().why.text.rfind("to stay up, the body would lean ", 0), 0U)
      << heavy.error().why.text;
}

}  // namespace
}  // namespace strongback
