// What holds without effort: sockets, ties, ribs, bars.
#include "mechanics/passive_columns.h"

#include <gtest/gtest.h>

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

#include "mechanics/standing_for_tests.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

Columns columns_of(PosedBody& posed, const Setting& setting = {}) {
  std::vector<std::vector<Arm>> arms;
  posed.arms(arms);
  return make_columns(posed, setting, arms);
}

double on(const Actuator& column, int dof) {
  for (const Arm& arm : column.on) {
    if (arm.dof == dof) return arm.meters;
  }
  return 0.0;
}

TEST(Passive, WhatHoldsInsideTheBodyLiftsNothing) {
  PosedBody posed(man_for_tests());
  stand(posed, 0.3, 0.8);
  Setting setting = on_both_feet(posed);
  setting.hands_on_one_bar = true;
  const Columns columns = columns_of(posed, setting);
  const int turn = posed.body().turn_dof("pelvis");
  ASSERT_LT(columns.pressure, columns.first_reserve);
  for (int c = columns.pressure; c < columns.first_reserve; ++c) {
    const Actuator& column = columns.all[static_cast<std::size_t>(c)];
    for (int dof = turn - 3; dof < turn + 3; ++dof) {
      EXPECT_NEAR(on(column, dof), 0.0, 1e-7) << "column " << c;
    }
  }
}

/// The pushes of the socket of the right shoulder on the humerus, in the frame of the scapula.
std::vector<Vector3d> pushes_of_the_socket(const Body& body, const Columns& columns) {
  const int slide = body.turn_dof("humerus_r") - 3;
  std::vector<Vector3d> pushes;
  for (int c = columns.pressure; c < columns.first_reserve; ++c) {
    const Actuator& column = columns.all[static_cast<std::size_t>(c)];
    const Vector3d push = {on(column, slide), on(column, slide + 1), on(column, slide + 2)};
    if (column.low == 0.0 && push.norm() > 1.0) pushes.push_back(push);
  }
  return pushes;
}

TEST(Passive, TheSocketPushesWithinItsRim) {
  PosedBody posed(man_for_tests());
  stand(posed, 0.0, 1.2);
  const auto& n = posed.body().tables().numbers;
  const Vector3d axis =
      Vector3d(n.at("socket.axis_x"), n.at("socket.axis_y"), n.at("socket.axis_z")).normalized();
  const auto pushes = pushes_of_the_socket(posed.body(), columns_of(posed));
  ASSERT_EQ(pushes.size(), 8U);
  Vector3d sum = Vector3d::Zero();
  for (const Vector3d& push : pushes) {
    const double pressed = push.dot(axis);
    const double rolled = (push - pressed * axis).norm() / pressed;
    EXPECT_GT(pressed, 0.0);
    EXPECT_LE(rolled, n.at("socket.upward") + 1e-9);
    EXPECT_GE(rolled, n.at("socket.forward") - 1e-9);
    sum += push;
  }
  EXPECT_NEAR(sum.normalized().dot(axis), 1.0, 1e-9) << "even about the axis";
}

TEST(Passive, TheHeadOfTheHumerusNeedsMusclesToStayInItsSocket) {
  PosedBody posed(man_for_tests());
  stand(posed, 0.0, 1.2);
  Recruiter recruiter(posed.body());
  const auto answer = recruiter.recruit(posed, on_both_feet(posed));
  ASSERT_TRUE(answer.has_value());
  double cuff = 0.0;
  for (std::size_t m = 0; m < posed.body().tables().fascicles.size(); ++m) {
    if (posed.body().tables().fascicles[m].muscle != "rotator-cuff") continue;
    cuff += answer->force[static_cast<Eigen::Index>(m)];
  }
  EXPECT_GT(cuff, 50.0) << "arms held forward";
  EXPECT_LT(answer->residual_force, 1e-6);
}

TEST(Passive, TheLineaAlbaTiesTheWallToPubisAndBreastbone) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const Columns columns = columns_of(posed);
  const int slide = posed.body().turn_dof("abdomen") - 3;
  double down = 0.0, up = 0.0;
  for (int c = columns.pressure + 1; c < columns.first_reserve; ++c) {
    const Actuator& column = columns.all[static_cast<std::size_t>(c)];
    down = std::min(down, on(column, slide + 1));
    up = std::max(up, on(column, slide + 1));
  }
  const double unit = posed.body().tables().ties.front().unit;
  EXPECT_LT(down, -0.7 * unit) << "to the pubis";
  EXPECT_GT(up, 0.3 * unit) << "to the breastbone";
}

TEST(Passive, ABarTakesTheTurningOffTheForearms) {
  PosedBody posed(man_for_tests());
  posed.carry(Carrier::HandRight, 30.0);
  posed.carry(Carrier::HandLeft, 30.0);
  stand(posed, 0.6, 0.6);
  const auto forearms = [&](bool on_one_bar) {
    Setting setting = on_both_feet(posed);
    setting.contacts.front().holds = true;  // it would fall forward
    setting.hands_on_one_bar = on_one_bar;
    Recruiter recruiter(posed.body());
    const auto answer = recruiter.recruit(posed, setting, {false});
    EXPECT_TRUE(answer.has_value());
    double most = 0.0;
    for (std::size_t m = 0; answer && m < posed.body().tables().fascicles.size(); ++m) {
      if (!posed.body().tables().fascicles[m].id.starts_with("pronator")) continue;
      most = std::max(most, answer->activation[static_cast<Eigen::Index>(m)]);
    }
    return most;
  };
  EXPECT_LT(forearms(true), forearms(false));
}

}  // namespace
}  // namespace strongback
