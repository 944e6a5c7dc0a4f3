// Loads and strength: what a heavier thing and a weaker person change, and when there is no number.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "assess/assess.h"
#include "engine_motions.h"

namespace strongback {
namespace {

AssessOptions quick(int frames) {
  AssessOptions options;
  options.frames = frames;
  options.find_tiring_load = false;
  return options;
}

double peak_of(const ExerciseAnswer& answer) { return answer.discs[kL4L5].compression_N.peak; }

bool leans_on_chest(const Motion& motion) {
  return std::any_of(motion.supports.begin(), motion.supports.end(), [](const Support& support) {
    return model_tables().patches[static_cast<std::size_t>(support.patch)].name == "chest";
  });
}

/// [N]  peak compression of L4/L5 for loads from nothing until there is no answer any more.
std::vector<double> peaks(const Motion& motion, const Build& build) {
  std::vector<double> all;
  for (double load_kg = 0.0; load_kg < 250.0; load_kg = 1.25 * load_kg + 1.0) {
    const auto answer = assess_motion(model_tables(), build, motion, kilograms(load_kg), quick(7));
    if (!answer) break;
    all.push_back(peak_of(*answer));
  }
  return all;
}

// A chest on a pad is the exception that statics ask for: the pad pushes back above the line of the
// pull, so a light load takes more off the back muscles, which hold the arms up, than it adds. From
// the least on, more load presses more there, too.
TEST(EngineLoads, HeavierLoadsNeverPressLessInRows) {
  Dice dice(321);
  int rows = 0;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    if (name.find("row") == std::string::npos || motion.loads.empty()) continue;
    ++rows;
    for (const Build& build : {reference_man(), random_build(dice)}) {
      const std::vector<double> all = peaks(motion, build);
      EXPECT_GE(all.size(), 3U) << name << ", " << words(build);
      auto first = all.begin();
      if (leans_on_chest(motion)) first = std::min_element(all.begin(), all.end());
      EXPECT_TRUE(std::is_sorted(first, all.end()))
          << name << ", " << words(build) << ": " << fmt::format("{:.0f}", fmt::join(all, " "));
    }
  }
  EXPECT_GE(rows, 10);
}

/// Muscle work of one person over that of a weaker one.
struct Compared {
  double discs = 0.0;    ///< [-]  largest relative change of a disc's compression
  double effort = 0.0;   ///< [-]  sum of the activations of the weaker over those of the stronger
  double highest = 0.0;  ///< [-]  highest activation of all fascicles of the weaker
};

/// At 30 and at 60 years; nothing where one of them cannot do it.
std::optional<Compared> compare_ages(const Motion& motion, Build build, double load_kg,
                                     bool cocontraction) {
  build.age = 30;
  const Body young = make_body(model_tables(), build).value();
  build.age = 60;
  const Body old = make_body(model_tables(), build).value();
  const EngineFrames strong = engine_frames(young, motion, load_kg, 5, {cocontraction});
  const EngineFrames weak = engine_frames(old, motion, load_kg, 5, {cocontraction});
  if (!strong || !weak) return std::nullopt;
  Compared compared;
  double sum_strong = 0.0, sum_weak = 0.0;
  for (std::size_t i = 0; i < strong->size(); ++i) {
    const Recruitment& a = (*strong)[i].recruited;
    const Recruitment& b = (*weak)[i].recruited;
    sum_strong += a.activation.sum();
    sum_weak += b.activation.sum();
    compared.highest = std::max(compared.highest, b.activation.maxCoeff());
    for (std::size_t d = 0; d < a.discs.size(); ++d) {
      const double change = std::abs(b.discs[d].compression / a.discs[d].compression - 1.0);
      compared.discs = std::max(compared.discs, change);
    }
  }
  compared.effort = sum_weak / sum_strong;
  return compared;
}

TEST(EngineStrength, ChangesEffortAndNotNewtonsUntilAMuscleSaturates) {
  Dice dice(322);
  int compared = 0;
  std::string changes;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    const Build build = random_build(dice);
    const auto plain = compare_ages(motion, build, 3.0, false);
    if (!plain || plain->highest > 1.0 - 1e-9) continue;
    ++compared;
    EXPECT_LE(plain->discs, 1e-3) << name << ", " << words(build);
    EXPECT_NEAR(plain->effort, 1.25, 0.02) << name << ", " << words(build);
    const auto held = compare_ages(motion, build, 3.0, true);
    if (held) changes += fmt::format("  {} {:.2f} %\n", name, 100.0 * held->discs);
  }
  EXPECT_GE(compared, 10);
  std::printf("with co-contraction, 60 years instead of 30 change the discs by at most\n%s",
              changes.c_str());
}

TEST(EngineRefusals, TooHeavyALoadGivesNoNumberAndNamesTheMuscles) {
  int refused = 0;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    if (motion.loads.empty()) continue;
    const auto answer =
        assess_motion(model_tables(), reference_man(), motion, kilograms(400.0), quick(5));
    ASSERT_FALSE(answer.has_value()) << name;
    const NoAnswer& no = answer.error();
    // Far beyond all strength the solver may give up before it has proved that there is no answer.
    EXPECT_FALSE(no.frame.empty()) << name;
    EXPECT_FALSE(no.text.empty()) << name;
    if (no.why != NoAnswer::Why::TooHeavy) continue;
    ++refused;
    EXPECT_FALSE(no.at_limit.empty()) << name << ": " << no.text;
  }
  EXPECT_GE(refused, 10);
}

/// "foot_l stays 12.0 cm from the floor", of one of the motion's own supports.
bool names_a_support(const std::string& text, const Motion& motion) {
  return std::any_of(motion.supports.begin(), motion.supports.end(), [&](const Support& support) {
    const Patch& patch = model_tables().patches[static_cast<std::size_t>(support.patch)];
    const Surface& surface = motion.surfaces[static_cast<std::size_t>(support.surface)];
    return text.starts_with(patch.name + " stays ") && text.ends_with(" cm from the " + surface.id);
  });
}

TEST(EngineRefusals, SupportOutOfReachIsNamed) {
  const Motion row = motion_of("one-arm-row-bench");
  ASSERT_EQ(row.supports.size(), 3U);
  for (std::size_t i = 0; i < row.supports.size(); ++i) {
    Motion motion = row;
    Surface far;
    far.id = "ledge";
    far.point = {0.0, 3.0, 0.0};
    motion.surfaces.push_back(far);
    motion.supports[i].surface = static_cast<int>(motion.surfaces.size()) - 1;
    const auto answer =
        assess_motion(model_tables(), reference_man(), motion, kilograms(5.0), quick(5));
    ASSERT_FALSE(answer.has_value()) << i;
    EXPECT_EQ(answer.error().why, NoAnswer::Why::Unbalanced) << i;
    EXPECT_TRUE(names_a_support(answer.error().text, motion)) << answer.error().text;
    EXPECT_EQ(answer.error().frame, "arm hangs (0.0 s)");
  }
}

}  // namespace
}  // namespace strongback
