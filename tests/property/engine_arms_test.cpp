// Lever arms of all muscles over the ranges of trunk, shoulder, elbow, hip and knee.
#include "arm_sweeps.h"
#include "engine_motions.h"

namespace strongback {
namespace {

constexpr double kMost_mm = 5.0;

TEST(EngineArms, ChangeByAtMostFiveMillimetersInADegree) {
  const Body body = make_body(model_tables(), reference_man()).value();
  for (const Coordinate& coordinate : body.tables().coordinates) {
    if (coordinate.name.ends_with("_l")) continue;
    for (const ArmJump& jump : jumps_of(body, sweep_arms(body, coordinate.name), kMost_mm)) {
      ADD_FAILURE() << jump.fascicle << " changes by " << jump.mm << " mm about " << jump.dof
                    << " at " << jump.degree << " deg of " << coordinate.name;
    }
  }
}

/// [mm]  the lever arm of `fascicle` about a degree of freedom in the sweep's posture at `degree`.
double arm_mm(const Body& body, const ArmSweep& sweep, const std::string& fascicle,
              const std::string& dof, double degree) {
  const auto at = std::find(sweep.degrees.begin(), sweep.degrees.end(), degree);
  const auto& fascicles = body.tables().fascicles;
  const auto row = std::find_if(fascicles.begin(), fascicles.end(),
                                [&](const Fascicle& one) { return one.id == fascicle; });
  EXPECT_TRUE(at != sweep.degrees.end() && row != fascicles.end()) << fascicle << " " << degree;
  for (int i = 0; i < body.dofs(); ++i) {
    if (body.dof_name(i) != dof) continue;
    return 1000.0 * sweep.arms[static_cast<std::size_t>(at - sweep.degrees.begin())](
                        row - fascicles.begin(), i);
  }
  ADD_FAILURE() << "no degree of freedom is " << dof;
  return 0.0;
}

// Anatomy: who extends and who flexes, through the range that exercises use.
TEST(EngineArms, PointTheRightWay) {
  const Body body = make_body(model_tables(), reference_man()).value();
  const ArmSweep trunk = sweep_arms(body, "lumbar_flexion");
  const ArmSweep knee = sweep_arms(body, "knee_flexion_r");
  const ArmSweep elbow = sweep_arms(body, "elbow_flexion_r");
  const ArmSweep hip = sweep_arms(body, "hip_flexion_r");
  for (const double degree : {-15.0, 0.0, 15.0, 30.0, 45.0}) {
    for (const char* back : {"longissimus-thoracis-T10_r", "iliocostalis-lumborum-L3_r",
                             "multifidus-L3-long-1_r", "iliocostalis-thoracis-rib-10_r"}) {
      EXPECT_GT(arm_mm(body, trunk, back, "L4 turn z", degree), 30.0) << back << " at " << degree;
    }
    EXPECT_LT(arm_mm(body, trunk, "rectus-abdominis_r", "L4 turn z", degree), -70.0) << degree;
  }
  for (const double degree : {5.0, 45.0, 90.0}) {
    EXPECT_GT(arm_mm(body, knee, "vastus-lateralis_r", "tibia_r", degree), 20.0) << degree;
    EXPECT_LT(arm_mm(body, knee, "semimembranosus_r", "tibia_r", degree), -10.0) << degree;
    EXPECT_GT(arm_mm(body, elbow, "brachialis_r", "ulna_r", degree), 10.0) << degree;
    EXPECT_LT(arm_mm(body, elbow, "triceps-lateral_r", "ulna_r", degree), -15.0) << degree;
    EXPECT_LT(arm_mm(body, hip, "gluteus-maximus-2_r", "femur_r turn z", degree), -20.0) << degree;
    EXPECT_GT(arm_mm(body, hip, "iliacus_r", "femur_r turn z", degree), 15.0) << degree;
  }
}

}  // namespace
}  // namespace strongback
