#include "mechanics/trunk_strength.h"

#include <gtest/gtest.h>

#include "body/man_for_tests.h"

namespace strongback {
namespace {

double greatest(const Body& body, std::size_t task) {
  return TrunkStrength(body).greatest(trunk_tasks().at(task));
}

TEST(TrunkStrength, TheBackIsStrongerThanTheBelly) {
  const double extension = greatest(man_for_tests(), 0), flexion = greatest(man_for_tests(), 1);
  EXPECT_GT(extension, 1.5 * flexion);
  EXPECT_GT(flexion, 100.0);
}

TEST(TrunkStrength, WeakerMusclesHoldLess) {
  BodyTables weak = man_for_tests().tables();
  for (Fascicle& fascicle : weak.fascicles) fascicle.strength *= 0.5;
  const Build reference{meters(weak.numbers.at("reference.height_m")),
                        kilograms(weak.numbers.at("reference.mass_kg")), Sex::Male, 30};
  const double held = greatest(make_body(weak, reference).value(), 0);
  EXPECT_LT(held, 0.7 * greatest(man_for_tests(), 0));
  EXPECT_GT(held, 0.3 * greatest(man_for_tests(), 0));
}

}  // namespace
}  // namespace strongback
