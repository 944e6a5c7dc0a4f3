#include "body/body.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace strongback {
namespace {

const BodyTables& tables() {
  static const BodyTables read = [] {
    auto result = read_body_tables(std::string(STRONGBACK_SOURCE_DIR) + "/data/body");
    for (const Problem& problem : result ? Problems{} : result.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return result.value();
  }();
  return read;
}

Build man() { return {meters(1.75), kilograms(75.0), Sex::Male, 30}; }

Body body_of(const Build& build) { return make_body(tables(), build).value(); }

/// Any posture within the ranges.
Stance random_stance(std::mt19937& random) {
  const auto& coordinates = tables().coordinates;
  Stance stance = Stance::Zero(static_cast<Eigen::Index>(coordinates.size()) + 3);
  for (std::size_t i = 0; i < coordinates.size(); ++i) {
    std::uniform_real_distribution<double> within(coordinates[i].low, coordinates[i].high);
    stance[static_cast<Eigen::Index>(i)] = 0.9 * within(random);
  }
  return stance;
}

TEST(Body, WeighsWhatThePersonWeighs) {
  for (const double mass : {31.0, 62.5, 240.0}) {
    PosedBody posed(body_of({meters(1.7), kilograms(mass), Sex::Female, 50}));
    EXPECT_NEAR(posed.total_mass(), mass, 1e-6);
  }
}

TEST(Body, CarriesLoadsWhereTheyAreHeld) {
  PosedBody posed(body_of(man()));
  posed.pose(Stance::Zero(static_cast<Eigen::Index>(tables().coordinates.size()) + 3));
  const Eigen::Vector3d before = posed.center_of_mass();
  posed.carry(Carrier::HandRight, 10.0);
  posed.pose(Stance::Zero(static_cast<Eigen::Index>(tables().coordinates.size()) + 3));
  EXPECT_NEAR(posed.total_mass(), 85.0, 1e-6);
  const Eigen::Vector3d expected = (75.0 * before + 10.0 * posed.grip(Carrier::HandRight)) / 85.0;
  EXPECT_NEAR((posed.center_of_mass() - expected).norm(), 0.0, 1e-9);
}

TEST(Body, PathsAgreeWithMujocosTendonsInAnyPosture) {
  PosedBody posed(body_of(man()));
  std::mt19937 random(7);
  std::vector<std::vector<Arm>> fast, slow;
  for (int trial = 0; trial < 200; ++trial) {
    posed.pose(random_stance(random));
    posed.arms(fast);
    const Eigen::VectorXd lengths = posed.lengths();
    posed.arms_by_mujoco(slow);
    for (std::size_t m = 0; m < fast.size(); ++m) {
      const auto& name = tables().fascicles[m].id;
      ASSERT_NEAR(lengths[static_cast<Eigen::Index>(m)],
                  posed.lengths()[static_cast<Eigen::Index>(m)], 1e-9)
          << name;
      Eigen::VectorXd difference = Eigen::VectorXd::Zero(posed.body().dofs());
      for (const Arm& arm : fast[m]) difference[arm.dof] += arm.meters;
      for (const Arm& arm : slow[m]) difference[arm.dof] -= arm.meters;
      ASSERT_LT(difference.cwiseAbs().maxCoeff(), 1e-9) << name << " in trial " << trial;
    }
  }
}

// The fast way against MuJoCo's dense Jacobians times the map of the coordinates.
TEST(Body, MovesAsItsJacobiansSayInAnyPosture) {
  PosedBody posed(body_of(man()));
  posed.carry(Carrier::HandRight, 12.0);
  std::mt19937 random(11);
  for (int trial = 0; trial < 20; ++trial) {
    const Stance stance = random_stance(random);
    posed.pose(stance);
    const Eigen::MatrixXd map = posed.coordinate_map(stance);
    const Moves moves = posed.moves(stance);
    EXPECT_LT((moves.of_center_of_mass() - posed.center_of_mass_jacobian() * map).norm(), 1e-9);
    for (const char* name : {"pelvis", "L3", "thorax", "hand_r", "scapula_l", "foot_l"}) {
      const int segment = posed.body().segment(name);
      const Eigen::Vector3d at = posed.point(segment, {0.1, -0.2, 0.05});
      const Eigen::Matrix3Xd expected = posed.jacobian(segment, at) * map;
      EXPECT_LT((moves.of_point(segment, at) - expected).norm(), 1e-9) << name;
      const Eigen::Vector3d way(0.6, 0.0, -0.8);
      EXPECT_LT((moves.of_point_along(segment, at, way) - way.transpose() * expected).norm(), 1e-9)
          << name;
    }
  }
}

TEST(Body, ForcesActAsItsJacobiansSayInAnyPosture) {
  PosedBody posed(body_of(man()));
  std::mt19937 random(13);
  for (int trial = 0; trial < 20; ++trial) {
    posed.pose(random_stance(random));
    const int hand = posed.body().segment("hand_r"), rib = posed.body().segment("thorax");
    const Eigen::Vector3d at = posed.point(hand, {0.0, -0.1, 0.02}), force(30.0, -80.0, 20.0);
    Eigen::VectorXd one = Eigen::VectorXd::Zero(posed.body().dofs()), pair = one, moment = one;
    posed.add_force(hand, at, force, one);
    posed.add_pair(rib, hand, at, force, pair);
    posed.add_moment(rib, force, moment);
    const Eigen::VectorXd on_hand = posed.jacobian(hand, at).transpose() * force;
    const Eigen::VectorXd on_rib = posed.jacobian(rib, at).transpose() * force;
    EXPECT_LT((one - on_hand).norm(), 1e-9);
    EXPECT_LT((pair - (on_rib - on_hand)).norm(), 1e-9);
    EXPECT_LT((moment - posed.turning_jacobian(rib).transpose() * force).norm(), 1e-9);
  }
}

// Each coordinate's column, by moving the whole body a little both ways.
TEST(Body, PointsGoWhereMovesSay) {
  PosedBody posed(body_of(man()));
  std::mt19937 random(12);
  const Stance stance = random_stance(random);
  posed.pose(stance);
  const Moves moves = posed.moves(stance);
  const Point local = {0.02, -0.1, 0.03};
  constexpr double kSmall = 1e-5;
  for (const char* name : {"abdomen", "head", "hand_l", "foot_r"}) {
    const int segment = posed.body().segment(name);
    posed.pose(stance);
    const Eigen::Matrix3Xd goes = moves.of_point(segment, posed.point(segment, local));
    for (Eigen::Index i = 0; i < stance.size(); ++i) {
      const Stance aside = kSmall * Stance::Unit(stance.size(), i);
      posed.pose(stance + aside);
      const Eigen::Vector3d after = posed.point(segment, local);
      posed.pose(stance - aside);
      const Eigen::Vector3d way = (after - posed.point(segment, local)) / (2.0 * kSmall);
      EXPECT_LT((way - goes.col(i)).norm(), 1e-8) << name << ", coordinate " << i;
    }
  }
}

TEST(Body, IsItsOwnMirrorImage) {
  PosedBody posed(body_of(man()));
  posed.pose(Stance::Zero(static_cast<Eigen::Index>(tables().coordinates.size()) + 3));
  std::vector<std::vector<Arm>> arms;
  posed.arms(arms);
  const auto& fascicles = tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    if (fascicles[m].side != 'r') continue;
    ASSERT_EQ(fascicles[m + 1].side, 'l') << fascicles[m].id;
    EXPECT_NEAR(posed.lengths()[static_cast<Eigen::Index>(m)],
                posed.lengths()[static_cast<Eigen::Index>(m + 1)], 1e-12)
        << fascicles[m].id;
  }
  EXPECT_NEAR(posed.center_of_mass().z(), 0.0, 1e-12);
}

TEST(Body, RefusesABuildOutsideTheModel) {
  const auto small = make_body(tables(), {meters(1.0), kilograms(400.0), Sex::Male, 30});
  ASSERT_FALSE(small.has_value());
  ASSERT_EQ(small.error().size(), 2U);
  EXPECT_EQ(small.error()[0].message, "a height of 100 cm: it must be from 120 to 220 cm");
  EXPECT_EQ(small.error()[1].message, "a mass of 400 kg: it must be from 30 to 250 kg");
}

TEST(Body, StrengthFallsWithAgeAndLengthsFollowStature) {
  const Body young = body_of({meters(1.7), kilograms(70), Sex::Male, 30});
  const Body old = body_of({meters(1.7), kilograms(70), Sex::Male, 80});
  const Body tall = body_of({meters(1.87), kilograms(70), Sex::Male, 30});
  EXPECT_NEAR(old.tables().fascicles[0].strength / young.tables().fascicles[0].strength, 0.60,
              1e-9);
  EXPECT_NEAR(tall.tables().segments[5].at[1] / young.tables().segments[5].at[1], 1.1, 1e-9);
}

}  // namespace
}  // namespace strongback
