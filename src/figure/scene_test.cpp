#include "figure/scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "figure/camera.h"
#include "figure/paint.h"
#include "movement/play.h"
#include "movement/postures_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::Field;

constexpr const char* kStanding = R"(
side = "right"
[[surface]]
id = "wall"
kind = "wall"
at_m = -0.8
[[support]]
part = "foot"
on = "floor"
[[load]]
kind = "dumbbell"
in = "hand_r"
[[keyframe]]
angles_deg = { shoulder_abduction = 20 }
)";

Eigen::VectorXd working(const std::string& muscle, char side) {
  const auto& fascicles = man_for_tests().tables().fascicles;
  Eigen::VectorXd activation = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(fascicles.size()));
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    if (fascicles[m].muscle == muscle && fascicles[m].side == side) {
      activation[static_cast<Eigen::Index>(m)] = 0.5;
    }
  }
  return activation;
}

/// A man with 10 kg in his right hand, his right `muscle` at work.
Scene standing(const std::string& muscle = "gluteus-maximus") {
  const Motion motion = motion_from(kStanding);
  PosedBody posed(man_for_tests());
  const auto player = Player::make(posed, motion, kilograms(10.0));
  const auto frame = player.value().at(posed, 0.0);
  const auto scenes = make_scenes(posed, motion, kilograms(10.0),
                                  {{frame.value().balanced.stance, working(muscle, 'r')}});
  return scenes.front();
}

const Part& part(const Scene& scene, const std::string& name) {
  const auto found = std::find_if(scene.parts.begin(), scene.parts.end(),
                                  [&](const Part& one) { return one.name == name; });
  EXPECT_NE(found, scene.parts.end()) << name;
  return *found;
}

TEST(Scene, HasTheWholeBody) {
  const Scene scene = standing();
  std::set<std::string> names;
  for (const Part& one : scene.parts) {
    names.insert(one.name);
    EXPECT_FALSE(one.skin.empty()) << one.name;
    EXPECT_GE(one.core.size(), 2U) << one.name;
  }
  EXPECT_EQ(names, (std::set<std::string>{"trunk", "arm_r", "arm_l", "leg_r", "leg_l"}));
}

TEST(Scene, IsAsTallAsThePerson) {
  const Extent extent = extent_of(standing(), side_camera(true));
  EXPECT_NEAR(extent.high_up - extent.low_up, 2.0, 0.05);  // the wall
  Scene bare = standing();
  bare.furniture.clear();
  const Extent body = extent_of(bare, side_camera(true));
  EXPECT_NEAR(body.high_up - body.low_up, man_for_tests().build().height.si(), 0.06);
}

TEST(Scene, TheWeightIsInItsHand) {
  const Scene scene = standing();
  EXPECT_FALSE(part(scene, "arm_r").held.empty());
  EXPECT_TRUE(part(scene, "arm_l").held.empty());
  EXPECT_TRUE(part(scene, "trunk").held.empty());
}

TEST(Scene, AMuscleLiesOnTheLimbThatItMoves) {
  const Scene scene = standing();
  const auto is = [](const char* name) { return Field(&MuscleShape::muscle, std::string(name)); };
  EXPECT_THAT(part(scene, "leg_r").muscles, Contains(is("gluteus-maximus")));
  EXPECT_THAT(part(scene, "arm_r").muscles, Contains(is("deltoid-posterior")));
  EXPECT_THAT(part(scene, "trunk").muscles, Contains(is("latissimus-dorsi")));
  EXPECT_THAT(part(scene, "trunk").muscles, Contains(is("psoas-major")));
}

TEST(Scene, OnlyTheWorkingSideIsAtWork) {
  for (const Part& one : standing().parts) {
    for (const MuscleShape& muscle : one.muscles) {
      const bool works = muscle.muscle == "gluteus-maximus" && muscle.side == 'r';
      EXPECT_NEAR(muscle.activation, works ? 0.5 : 0.0, 1e-12) << muscle.muscle << muscle.side;
    }
  }
}

TEST(Scene, IsSeenFromWhereTheWorkShows) {
  const Scene rear = standing("gluteus-maximus"), fore = standing("rectus-abdominis");
  const Camera back = three_quarter_camera({&rear}, true);
  EXPECT_LT(back.toward.x(), 0.0);
  EXPECT_GT(back.toward.z(), 0.0);
  const Camera front = three_quarter_camera({&fore}, true);
  EXPECT_GT(front.toward.x(), 0.0);
  const Camera left = three_quarter_camera({&rear}, false);
  EXPECT_LT(left.toward.z(), 0.0);
}

TEST(Scene, TheFarSideIsHidden) {
  const Scene scene = standing();
  const Placing placing{100.0, 0.0, 200.0, -1.0, 0.0};
  const auto seen = [&](bool from_right, char side) {
    return !where_seen(scene, side_camera(from_right), placing, "gluteus-medius", side).empty();
  };
  EXPECT_TRUE(seen(true, 'r'));
  EXPECT_TRUE(seen(false, 'l'));
  EXPECT_FALSE(where_seen(scene, side_camera(true), placing, "external-obliques", 'l').size() > 0);
}

/// Skin and contact patches are two descriptions of one body: every patch lies at the skin.
TEST(Volumes, ReachWhereTheBodyTouches) {
  PosedBody posed(man_for_tests());
  const BodyTables& tables = man_for_tests().tables();
  Stance stance = Stance::Zero(static_cast<Eigen::Index>(tables.coordinates.size()) + 3);
  posed.pose(stance);
  constexpr double kNear = 0.035;  // [m]  soft parts give
  for (const Patch& patch : tables.patches) {
    if (patch.name.starts_with("grip")) continue;  // inside the hand
    for (const Point& point : patch.points) {
      const Eigen::Vector3d at = posed.point(man_for_tests().segment(patch.segment), point);
      double nearest = std::numeric_limits<double>::max();
      for (const Volume& volume : tables.volumes) {
        for (const Ball& a : volume.balls) {
          for (const Ball& b : volume.balls) {  // the cone between two balls is part of the hull
            const auto place = [&](const Ball& ball) {
              return posed.point(man_for_tests().segment(ball.segment), ball.at);
            };
            const Eigen::Vector3d from = place(a), way = place(b) - from;
            const double share = way.squaredNorm() > 0.0
                                     ? std::clamp(way.dot(at - from) / way.squaredNorm(), 0.0, 1.0)
                                     : 0.0;
            const double radius = a.radius + share * (b.radius - a.radius);
            nearest = std::min(nearest, (at - from - share * way).norm() - radius);
          }
        }
      }
      EXPECT_LT(nearest, kNear) << patch.name;
      EXPECT_GT(nearest, -0.07) << patch.name;
    }
  }
}

}  // namespace
}  // namespace strongback
