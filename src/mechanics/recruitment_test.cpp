// What one still instant asks of muscles, ground and pressure.
#include "mechanics/recruitment.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mechanics/columns.h"
#include "mechanics/standing_for_tests.h"

namespace strongback {
namespace {

Recruitment recruited(PosedBody& posed, const Setting& setting,
                      const RecruitOptions& options = {}) {
  Recruiter recruiter(posed.body());
  auto answer = recruiter.recruit(posed, setting, options);
  EXPECT_TRUE(answer.has_value());
  return answer ? *answer : Recruitment{};
}

/// [N]  of all fascicles of a muscle.
double force_of(const Body& body, const Recruitment& answer, const std::string& muscle) {
  double force = 0.0;
  for (std::size_t m = 0; m < body.tables().fascicles.size(); ++m) {
    if (body.tables().fascicles[m].muscle != muscle) continue;
    force += answer.force[static_cast<Eigen::Index>(m)];
  }
  return force;
}

TEST(Recruitment, TheGroundCarriesTheBodyInsideTheFrictionPyramid) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const Setting setting = on_both_feet(posed);
  const Recruitment answer = recruited(posed, setting);
  ASSERT_EQ(answer.contact.size(), setting.contacts.size());
  Eigen::Vector3d sum = Eigen::Vector3d::Zero();
  for (std::size_t c = 0; c < answer.contact.size(); ++c) {
    const Eigen::Vector3d& force = answer.contact[c];
    EXPECT_GE(force.y(), -1e-9) << "ground does not pull";
    EXPECT_LE(std::hypot(force.x(), force.z()), setting.contacts[c].friction * force.y() + 1e-9);
    sum += force;
  }
  EXPECT_NEAR(sum.y(), 75.0 * kGravity, 1e-4);
  EXPECT_NEAR(std::hypot(sum.x(), sum.z()), 0.0, 1e-4);
}

TEST(Recruitment, NothingStandsOnNothing) {
  PosedBody posed(man_for_tests());
  stand(posed);
  Recruiter recruiter(man_for_tests());
  const auto answer = recruiter.recruit(posed, {});
  const double open = answer ? answer->residual_force : answer.error().missing_force;
  EXPECT_NEAR(open, 75.0 * kGravity, 10.0) << "the whole weight is left open";
}

TEST(Recruitment, ForcesFollowActivationAndStrength) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const Recruitment answer = recruited(posed, on_both_feet(posed));
  const auto& fascicles = man_for_tests().tables().fascicles;
  ASSERT_EQ(answer.activation.size(), static_cast<Eigen::Index>(fascicles.size()));
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    const auto at = static_cast<Eigen::Index>(m);
    EXPECT_GE(answer.activation[at], 0.0);
    EXPECT_LE(answer.activation[at], 1.0);
    EXPECT_NEAR(answer.force[at],
                answer.activation[at] * fascicles[m].strength * std::cos(fascicles[m].pennation),
                1e-9);
  }
  EXPECT_LT(answer.residual_moment, 0.1);
  EXPECT_LT(answer.residual_force, 0.1);
}

TEST(Recruitment, WeightHeldInFrontWorksTheBackAndPressesTheDiscs) {
  PosedBody posed(man_for_tests());
  constexpr double kForward = 0.8;  // [rad]
  stand(posed, 0.0, kForward);
  const Recruitment empty = recruited(posed, on_both_feet(posed));
  posed.carry(Carrier::HandRight, 3.0);
  posed.carry(Carrier::HandLeft, 3.0);
  stand(posed, 0.0, kForward);
  const Recruitment loaded = recruited(posed, on_both_feet(posed));
  for (const char* muscle : {"erector-spinae-lumbar", "erector-spinae-thoracic"}) {
    EXPECT_GT(force_of(man_for_tests(), loaded, muscle), force_of(man_for_tests(), empty, muscle))
        << muscle;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_GT(loaded.discs[i].compression, empty.discs[i].compression + 6.0 * kGravity * 0.8);
  }
}

TEST(Recruitment, PullForwardAtTheChestIsHeldByTheBackAndBackwardByTheBelly) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const int thorax = man_for_tests().segment("thorax");
  const auto pulled = [&](double newtons) {
    Setting setting = on_both_feet(posed);
    setting.pulls.push_back({thorax, posed.point(thorax, {0.1, 0.2, 0.0}), {newtons, 0.0, 0.0}});
    return recruited(posed, setting, {false});
  };
  const Recruitment forward = pulled(25.0), backward = pulled(-25.0);
  const Body& body = man_for_tests();
  EXPECT_GT(force_of(body, forward, "erector-spinae-thoracic"),
            2.0 * force_of(body, backward, "erector-spinae-thoracic"));
  EXPECT_GT(force_of(body, backward, "rectus-abdominis"),
            force_of(body, forward, "rectus-abdominis") + 20.0);
}

TEST(Recruitment, CocontractionHoldsTheWallAndCanBeSwitchedOff) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const Setting setting = on_both_feet(posed);
  const Recruitment on = recruited(posed, setting), off = recruited(posed, setting, {false});
  EXPECT_NEAR(off.plain_compression, off.discs[1].compression, 1e-9);
  EXPECT_NEAR(on.plain_compression, off.plain_compression, 1e-6);
  EXPECT_GT(on.discs[1].compression, off.discs[1].compression + 20.0);
  double least = 1.0;
  const auto& fascicles = man_for_tests().tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    if (!fascicles[m].cocontracts) continue;
    least = std::min(least, on.activation[static_cast<Eigen::Index>(m)]);
  }
  EXPECT_GT(least, 0.01);
  EXPECT_LT(least, 0.10);
}

TEST(Recruitment, TooMuchWeightNamesMusclesAtTheirLimit) {
  PosedBody posed(man_for_tests());
  posed.carry(Carrier::Chest, 400.0);
  stand(posed);
  Recruiter recruiter(man_for_tests());
  const auto answer = recruiter.recruit(posed, on_both_feet(posed));
  ASSERT_FALSE(answer.has_value());
  EXPECT_FALSE(answer.error().at_limit.empty());
  EXPECT_GT(answer.error().missing_force + answer.error().missing_moment, 1.0);
  EXPECT_FALSE(answer.error().missing_at.empty());
}

TEST(Recruitment, WhatWasAskedBeforeChangesNothing) {
  PosedBody posed(man_for_tests());
  Recruiter used(man_for_tests());
  for (const double bent : {0.0, 0.1, 0.3}) {
    stand(posed, bent);
    ASSERT_TRUE(used.recruit(posed, on_both_feet(posed)).has_value());
  }
  stand(posed, 0.2);
  const Setting setting = on_both_feet(posed);
  const auto warm = used.recruit(posed, setting);
  ASSERT_TRUE(warm.has_value());
  const Recruitment cold = recruited(posed, setting);
  EXPECT_LE((warm->activation - cold.activation).cwiseAbs().maxCoeff(), 1e-9);
}

}  // namespace
}  // namespace strongback
