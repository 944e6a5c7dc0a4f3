// Postures are moved as little as it takes to touch and to stand.
#include "movement/balance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mechanics/columns.h"
#include "movement/postures_for_tests.h"
#include "movement/setting_up.h"

namespace strongback {
namespace {

/// What a posture's file asks for, before balance.
Wanted wanted_of(const Motion& motion) {
  const Body& body = man_for_tests();
  Wanted wanted;
  const auto count = static_cast<Eigen::Index>(body.tables().coordinates.size());
  wanted.stance = Stance::Zero(count + 3);
  for (Eigen::Index i = 0; i < count; ++i) {
    wanted.stance[i] = motion.keyframes.front().angles[static_cast<std::size_t>(i)];
  }
  wanted.stance[count + 1] = 0.9;
  wanted.give = give_of(motion, body);
  wanted.rate = wanted.acceleration = Eigen::VectorXd::Zero(count + 3);
  wanted.footings = footings_of(motion, body);
  wanted.lines = lines_of(motion, body, kilograms(10.0));
  return wanted;
}

Wanted standing(const std::string& angles) {
  return wanted_of(
      motion_from("[[support]]\npart = \"foot\"\non = \"floor\"\n[[keyframe]]\n"
                  "angles_deg = { " +
                  angles + " }\n"));
}

TEST(Balance, BringsBothSolesToTheFloorUnderTheCenterOfMass) {
  PosedBody posed(man_for_tests());
  const auto balanced = balance(posed, standing("knee_flexion = 30, hip_flexion = 20"));
  ASSERT_TRUE(balanced.has_value());
  EXPECT_LT(balanced->gap_m, 1e-3);
  EXPECT_LT(balanced->open_N, 0.1);
  EXPECT_LT(balanced->open_Nm, 0.1);
  double rear = 1e9, front = -1e9;
  for (const Contact& contact : balanced->setting.contacts) {
    EXPECT_NEAR(contact.at.y(), 0.0, 1e-3);
    rear = std::min(rear, contact.at.x());
    front = std::max(front, contact.at.x());
  }
  EXPECT_GT(posed.center_of_mass().x(), rear);
  EXPECT_LT(posed.center_of_mass().x(), front);
}

TEST(Balance, LeavesWhatIsBalancedWhereItIs) {
  PosedBody posed(man_for_tests());
  Wanted wanted = standing("pelvis_tilt = 30, hip_flexion = 40, knee_flexion = 20");
  const auto once = balance(posed, wanted);
  ASSERT_TRUE(once.has_value());
  wanted.stance = once->stance;
  const auto again = balance(posed, wanted);
  ASSERT_TRUE(again.has_value());
  EXPECT_LT((again->stance - once->stance).cwiseAbs().maxCoeff(), 1e-3);
}

TEST(Balance, ShiftsTheHipsBackUnderATrunkThatLeansForward) {
  PosedBody posed(man_for_tests());
  const Wanted wanted = standing("pelvis_tilt = 45, hip_flexion = 45");
  const auto balanced = balance(posed, wanted);
  ASSERT_TRUE(balanced.has_value());
  EXPECT_NEAR(angle_of(balanced->stance, "pelvis_tilt"), 45.0 * kDegree, 6.0 * kDegree)
      << "the trunk keeps its lean";
  EXPECT_LT(angle_of(balanced->stance, "ankle_dorsiflexion_r"), -1.0 * kDegree)
      << "the shanks lean back";
}

TEST(Balance, KeepsAngleThatMustNotChange) {
  PosedBody posed(man_for_tests());
  Wanted wanted = standing("pelvis_tilt = 30, hip_flexion = 40, knee_flexion = 20");
  const int knee = coordinate_index(man_for_tests().tables(), "knee_flexion_r");
  wanted.give[knee] = 0.01 * kDegree;
  const auto balanced = balance(posed, wanted);
  ASSERT_TRUE(balanced.has_value());
  EXPECT_NEAR(balanced->stance[knee], 20.0 * kDegree, 0.2 * kDegree);
}

TEST(Balance, NamesThePartThatCannotReach) {
  PosedBody posed(man_for_tests());
  const Motion motion = motion_from(
      "[[surface]]\nid = \"shelf\"\nkind = \"table\"\nheight_m = 2.9\n"
      "[[support]]\npart = \"foot\"\non = \"floor\"\n[[support]]\npart = \"palm_r\"\non = "
      "\"shelf\"\n[[keyframe]]\nangles_deg = { shoulder_flexion_r = 170 }\n");
  const auto balanced = balance(posed, wanted_of(motion));
  ASSERT_FALSE(balanced.has_value());
  EXPECT_NE(balanced.error().text.find(" cm from the "), std::string::npos)
      << balanced.error().text;
}

TEST(Balance, SaysWhatIsMissingWhereTheGroundIsTooSlippery) {
  PosedBody posed(man_for_tests());
  Wanted wanted = standing("knee_flexion = 10");
  for (Footing& footing : wanted.footings) {
    footing.normal = Eigen::Vector3d(-std::sin(0.5), std::cos(0.5), 0.0);
    footing.friction = 0.1;
  }
  const auto balanced = balance(posed, wanted);
  ASSERT_FALSE(balanced.has_value());
  EXPECT_TRUE(balanced.error().text.starts_with("it would fall: ")) << balanced.error().text;
  EXPECT_GT(balanced.error().open_N, 100.0) << "about the weight along the slope";
}

TEST(Balance, FeetGoToTheirAnchors) {
  PosedBody posed(man_for_tests());
  Wanted wanted = standing("knee_flexion = 30, hip_flexion = 25, ankle_dorsiflexion = 10");
  const auto first = balance(posed, wanted);
  ASSERT_TRUE(first.has_value());
  const Eigen::Vector3d forward(0.06, 0.0, 0.0);
  for (Footing& footing : wanted.footings) {
    for (const Point& p : footing.points) {
      const Eigen::Vector3d shift = footing.patch == "foot_r" ? forward : Eigen::Vector3d::Zero();
      footing.anchors.push_back(posed.point(footing.segment, p) + shift);
    }
  }
  const auto moved = balance(posed, wanted);
  ASSERT_TRUE(moved.has_value());
  for (const Footing& footing : wanted.footings) {
    for (std::size_t i = 0; i < footing.points.size(); ++i) {
      const Eigen::Vector3d at = posed.point(footing.segment, footing.points[i]);
      EXPECT_LT((at - footing.anchors[i]).norm(), 2e-3) << footing.patch;
    }
  }
}

// An undamped step threw hips and knees to and fro for ever, and the knees stayed 2.5 cm up.
TEST(Balance, ComesToRestOnAllFoursWithARoundBack) {
  PosedBody posed(man_for_tests());
  const Motion motion = motion_from(
      "[[support]]\npart = \"palm\"\non = \"floor\"\n"
      "[[support]]\npart = \"knee\"\non = \"floor\"\n[[keyframe]]\nangles_deg = { "
      "pelvis_tilt = 60, lumbar_flexion = 55, shoulder_flexion = 100, forearm_pronation = 90, "
      "wrist_extension = 90, hip_flexion = 60, knee_flexion = 90, girdle_protraction = 15 }\n");
  const auto balanced = balance(posed, wanted_of(motion));
  ASSERT_TRUE(balanced.has_value()) << balanced.error().text;
  EXPECT_LT(balanced->gap_m, 1e-4);
}

/// Face down, the right arm straight out to the side, with what it holds.
Motion one_arm_out() {
  std::string text = "[[load]]\nkind = \"dumbbell\"\nin = \"hand_r\"\n";
  for (const char* part : {"chest", "pelvis-front", "thigh-front", "dorsum"}) {
    text += std::string("[[support]]\npart = \"") + part + "\"\non = \"floor\"\n";
  }
  return motion_from(text +
                     "[[keyframe]]\nangles_deg = { pelvis_tilt = 90, ankle_dorsiflexion = -45, "
                     "shoulder_abduction_r = 90 }\n");
}

// The spine bent sideways by 35 deg for gaps that were smaller by 4 thousandths of a millimeter.
TEST(Balance, LyingFaceDownCarriesAnArmOutToTheSide) {
  for (const double load_kg : {0.0, 4.0, 8.0}) {
    PosedBody posed(man_for_tests());
    const Motion motion = one_arm_out();
    carry_loads(motion, kilograms(load_kg), posed);
    const auto balanced = balance(posed, wanted_of(motion));
    ASSERT_TRUE(balanced.has_value()) << load_kg << " kg: " << balanced.error().text;
    EXPECT_NEAR(angle_of(balanced->stance, "lumbar_bend"), 0.0, 1.0 * kDegree) << load_kg;
    EXPECT_NEAR(angle_of(balanced->stance, "pelvis_list"), 0.0, 1.0 * kDegree) << load_kg;
  }
}

TEST(Pulls, CablesPullAlikeAndBandsMoreTheLongerTheyAre) {
  PosedBody posed(man_for_tests());
  Stance stance =
      Stance::Zero(static_cast<Eigen::Index>(man_for_tests().tables().coordinates.size()) + 3);
  posed.pose(stance);
  Line line;
  line.segment = man_for_tests().segment("thorax");
  line.tension = 100.0;
  const Eigen::Vector3d at = posed.point(line.segment, line.at);
  const auto pull_at = [&](double length) {
    line.anchor = at + Eigen::Vector3d(length, 0.0, 0.0);
    return pulls_of(posed, {line}).at(0).force;
  };
  EXPECT_NEAR((pull_at(0.5) - Eigen::Vector3d(100.0, 0.0, 0.0)).norm(), 0.0, 1e-9);
  EXPECT_NEAR((pull_at(2.0) - Eigen::Vector3d(100.0, 0.0, 0.0)).norm(), 0.0, 1e-9);
  line.slack = 0.5;
  line.full = 1.5;
  EXPECT_NEAR(pull_at(0.4).norm(), 0.0, 1e-9) << "slack";
  EXPECT_NEAR(pull_at(1.0).x(), 50.0, 1e-9);
  EXPECT_NEAR(pull_at(1.5).x(), 100.0, 1e-9);
}

TEST(Pulls, BandBetweenTwoPartsPullsBothAlike) {
  PosedBody posed(man_for_tests());
  posed.pose(
      Stance::Zero(static_cast<Eigen::Index>(man_for_tests().tables().coordinates.size()) + 3));
  Line line;
  line.segment = man_for_tests().segment("hand_r");
  line.anchor_part = man_for_tests().segment("foot_l");
  line.anchor = Eigen::Vector3d::Zero();
  line.tension = 60.0;
  const auto pulls = pulls_of(posed, {line});
  ASSERT_EQ(pulls.size(), 2U);
  EXPECT_NEAR((pulls[0].force + pulls[1].force).norm(), 0.0, 1e-12);
  EXPECT_NEAR(pulls[0].force.norm(), 60.0, 1e-9);
  EXPECT_LT(pulls[0].force.y(), 0.0) << "the hand is pulled down to the foot";
}

}  // namespace
}  // namespace strongback
