// What is symmetric gives symmetric answers; what is mirrored gives mirrored answers.
#include <cmath>

#include "engine_motions.h"

namespace strongback {
namespace {

constexpr double kClose = 1e-6;
constexpr int kFrames = 7;

/// The largest difference between the activations of `a` and the mirror image of those of `b`.
double mirrored_difference(const BodyTables& tables, const Eigen::VectorXd& a,
                           const Eigen::VectorXd& b) {
  double most = 0.0;
  for (std::size_t m = 0; m < tables.fascicles.size(); ++m) {
    const auto at = static_cast<Eigen::Index>(m);
    const char side = tables.fascicles[m].side;  // right ones stand before their left ones
    const Eigen::Index other = side == 'r' ? at + 1 : (side == 'l' ? at - 1 : at);
    most = std::max(most, std::abs(a[at] - b[other]));
  }
  return most;
}

/// Discs of `a` as the mirror image of those of `b`, as a share of `weight` [N].
double mirrored_difference(const Recruitment& a, const Recruitment& b, double weight) {
  double most = 0.0;
  for (std::size_t i = 0; i < a.discs.size(); ++i) {
    most = std::max({most, std::abs(a.discs[i].compression - b.discs[i].compression),
                     std::abs(a.discs[i].shear - b.discs[i].shear),
                     std::abs(a.discs[i].side_shear + b.discs[i].side_shear),
                     std::abs(a.discs[i].twist + b.discs[i].twist)});
  }
  return most / weight;
}

/// True if the motion is its own mirror image, in whatever order its parts stand.
bool is_symmetric(const Motion& motion) {
  Motion image = mirrored(motion, model_tables());
  const auto has = [](const auto& list, const auto& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  for (std::size_t i = 0; i < motion.supports.size(); ++i) {
    const auto found = std::find(image.supports.begin(), image.supports.end(), motion.supports[i]);
    if (found == image.supports.end()) return false;
    const auto at = static_cast<std::size_t>(found - image.supports.begin());
    for (std::size_t k = 0; k < motion.keyframes.size(); ++k) {
      if (motion.keyframes[k].stands[i] != image.keyframes[k].stands[at]) return false;
    }
  }
  for (const Load& load : motion.loads) {
    for (const Load& other : image.loads) {
      if (other.place == load.place && other.share != load.share) return false;
    }
    Load plain = load;
    plain.tethers.clear();
    const auto found = std::find_if(image.loads.begin(), image.loads.end(), [&](Load other) {
      const bool same_lines = std::all_of(load.tethers.begin(), load.tethers.end(),
                                          [&](const Tether& t) { return has(other.tethers, t); });
      other.tethers.clear();
      return same_lines && other == plain;
    });
    if (found == image.loads.end()) return false;
  }
  for (std::size_t k = 0; k < motion.keyframes.size(); ++k) {
    if (motion.keyframes[k].angles != image.keyframes[k].angles) return false;
  }
  return motion.surfaces == image.surfaces && motion.give == image.give;
}

double weight_of(const Body& body) { return 9.81 * body.build().mass.si(); }

/// Checks one symmetric motion with one person; false where it cannot be played.
bool stays_symmetric(const std::string& name, const Motion& motion, const Build& build,
                     double load_kg) {
  const Body body = make_body(model_tables(), build).value();
  const EngineFrames frames = engine_frames(body, motion, load_kg, kFrames);
  if (!frames) return false;
  for (const EngineFrame& frame : *frames) {
    const Recruitment& r = frame.recruited;
    const std::string where = name + " at " + frame.played.name + ", " + words(build);
    EXPECT_LE(mirrored_difference(body.tables(), r.activation, r.activation), kClose) << where;
    EXPECT_LE(mirrored_difference(r, r, weight_of(body)), kClose) << where;
  }
  return true;
}

TEST(EngineSymmetry, SymmetricTasksGiveSymmetricAnswers) {
  Dice dice(301);
  int played = 0, found = 0;
  const auto check = [&](const std::string& name, const Motion& motion) {
    if (!is_symmetric(motion)) return;
    ++found;
    played += stays_symmetric(name, motion, reference_man(), 5.0);
    stays_symmetric(name, motion, random_build(dice), dice.between(0.0, 10.0));
  };
  for (const std::string& name : motion_names()) check(name, motion_of(name));
  for (const std::string& name : posture_names()) check(name, posture_of(name));
  EXPECT_GE(found, 60);
  EXPECT_GE(played, found - 8) << "of " << found;
}

/// Checks one motion against its mirror image; false where it cannot be played.
bool is_mirrored(const std::string& name, const Motion& motion, const Build& build,
                 double load_kg) {
  const Body body = make_body(model_tables(), build).value();
  const EngineFrames frames = engine_frames(body, motion, load_kg, kFrames);
  const EngineFrames images =
      engine_frames(body, mirrored(motion, model_tables()), load_kg, kFrames);
  EXPECT_EQ(frames.has_value(), images.has_value())
      << name << ": only one side can be played, " << words(build);
  if (!frames || !images) return false;
  for (std::size_t i = 0; i < frames->size(); ++i) {
    const Recruitment& a = (*frames)[i].recruited;
    const Recruitment& b = (*images)[i].recruited;
    const std::string where =
        fmt::format("{} at {:.2f} s, {}", name, (*frames)[i].played.time_s, words(build));
    EXPECT_LE(mirrored_difference(body.tables(), a.activation, b.activation), kClose) << where;
    EXPECT_LE(mirrored_difference(a, b, weight_of(body)), kClose) << where;
    EXPECT_NEAR(a.iap, b.iap, kClose * 1e5) << where;
  }
  return true;
}

TEST(EngineSymmetry, MirroredTasksGiveMirroredAnswers) {
  Dice dice(302);
  int played = 0, found = 0;
  for (const std::string& name : motion_names()) {
    const Motion motion = motion_of(name);
    if (is_symmetric(motion)) continue;
    ++found;
    played += is_mirrored(name, motion, reference_man(), 5.0);
    is_mirrored(name, motion, random_build(dice), dice.between(0.0, 10.0));
  }
  EXPECT_GE(found, 15);
  EXPECT_GE(played, found - 3) << "of " << found;
}

}  // namespace
}  // namespace strongback
