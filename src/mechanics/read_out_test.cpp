// Closed forms of what discs, contacts and passive tissue carry.
#include "mechanics/read_out.h"

#include <gtest/gtest.h>

#include <Eigen/Geometry>
#include <cmath>

#include "mechanics/standing_for_tests.h"

namespace strongback {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180.0;

/// What the discs carry when no muscle pulls.
std::array<DiscForce, 6> unheld(PosedBody& posed, const Setting& setting = {}) {
  std::vector<std::vector<Arm>> arms;
  posed.arms(arms);
  const Columns columns = make_columns(posed, setting, arms);
  const auto count = static_cast<Eigen::Index>(columns.all.size());
  return disc_forces(posed, columns, Eigen::VectorXd::Zero(count));
}

TEST(ReadOut, WithoutMusclesADiscCarriesTheWeightAboveItAlongItsTilt) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const auto forces = unheld(posed);
  const BodyTables& tables = man_for_tests().tables();
  for (std::size_t i = 0; i < 6; ++i) {
    const Disc& disc = tables.discs[i];
    const double weight = kGravity * mass_from(tables, disc.above);
    const double rest = passive_compression(tables, disc, 0.0);
    EXPECT_NEAR(forces[i].compression, weight * std::cos(disc.tilt) + rest, 1e-3) << disc.name;
    EXPECT_NEAR(forces[i].shear, -weight * std::sin(disc.tilt), 1e-3) << disc.name;
    EXPECT_NEAR(forces[i].side_shear, 0.0, 1e-6) << disc.name;
    EXPECT_NEAR(forces[i].twist, 0.0, 1e-6) << disc.name;
  }
  EXPECT_GT(forces[0].shear, 100.0) << "the sacrum's slope lets the trunk slide forward";
}

TEST(ReadOut, HeldWeightIsAddedToEveryDisc) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const auto before = unheld(posed);
  posed.carry(Carrier::HandRight, 10.0);
  posed.carry(Carrier::HandLeft, 10.0);
  stand(posed);
  const auto after = unheld(posed);
  for (std::size_t i = 0; i < 6; ++i) {
    const double tilt = man_for_tests().tables().discs[i].tilt;
    EXPECT_NEAR(after[i].compression - before[i].compression, 20.0 * kGravity * std::cos(tilt),
                1e-4);
  }
}

TEST(ReadOut, PullAtTheChestShearsBendsAndTwistsNothingElse) {
  PosedBody posed(man_for_tests());
  stand(posed);
  const auto before = unheld(posed);
  const int thorax = man_for_tests().segment("thorax");
  const Eigen::Vector3d at = posed.point(thorax, {0.1, 0.2, 0.15});
  Setting setting;
  setting.pulls.push_back({thorax, at, {0.0, 0.0, 80.0}});  // to the right
  const auto after = unheld(posed, setting);
  const BodyTables& tables = man_for_tests().tables();
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(after[i].side_shear, 80.0, 1e-6) << "the pull reaches each disc whole";
    EXPECT_NEAR(after[i].compression, before[i].compression, 1e-6);
    const Eigen::Vector3d lever =
        at - posed.point(man_for_tests().segment(tables.discs[i].above), {0.0, 0.0, 0.0});
    const double tilt = tables.discs[i].tilt;
    const Eigen::Vector3d up(-std::sin(tilt), std::cos(tilt), 0.0);
    const double turn = lever.cross(Eigen::Vector3d(0.0, 0.0, 80.0)).dot(up);
    EXPECT_NEAR(std::abs(after[i].twist), std::abs(turn), 1e-6);
  }
}

TEST(Passive, MomentsBeginBeyondTheNeutralZoneAndStiffenBeyondTheRange) {
  Disc disc;
  disc.low = {-0.1, -0.1, -0.1};
  disc.high = {0.1, 0.1, 0.1};
  disc.neutral_zone = {0.02, 0.02, 0.02};
  disc.stiffness = {100.0, 100.0, 100.0};
  EXPECT_EQ(passive_moment(disc, 2, 0.02), 0.0);
  EXPECT_NEAR(passive_moment(disc, 2, 0.05), -3.0, 1e-12);
  EXPECT_NEAR(passive_moment(disc, 2, -0.05), 3.0, 1e-12);
  EXPECT_NEAR(passive_moment(disc, 0, 0.11), -(9.0 + 4.0), 1e-12) << "five times as stiff";
}

TEST(Passive, LigamentsPressTheFlexedDiscMoreThanTheUprightOne) {
  const BodyTables& tables = man_for_tests().tables();
  const Disc& disc = tables.discs[1];
  const double rest = passive_compression(tables, disc, 0.0);
  EXPECT_NEAR(rest, 0.66 * disc.area * 1000.0 * tables.numbers.at("disc.rest_kPa"), 1e-9);
  EXPECT_EQ(passive_compression(tables, disc, 3.0 * kDegree), rest) << "extension";
  EXPECT_GT(passive_compression(tables, disc, -8.0 * kDegree), rest + 50.0);
}

TEST(Contacts, PushInsideThePyramidAndOnlyGripsPull) {
  Contact contact;
  contact.normal = Eigen::Vector3d(0.0, 2.0, 0.0);
  contact.friction = 0.5;
  const auto pushes = generators_of(contact);
  ASSERT_EQ(pushes.size(), 4U);
  for (const Eigen::Vector3d& push : pushes) {
    EXPECT_NEAR(push.y(), 1.0, 1e-12);
    EXPECT_NEAR(std::hypot(push.x(), push.z()), 0.5, 1e-12);
  }
  contact.holds = true;
  Eigen::Vector3d sum = Eigen::Vector3d::Zero();
  for (const Eigen::Vector3d& way : generators_of(contact)) sum += way;
  EXPECT_EQ(generators_of(contact).size(), 6U);
  EXPECT_NEAR(sum.norm(), 0.0, 1e-12) << "as much pull as push, in each direction";
}

}  // namespace
}  // namespace strongback
