#include <gmock/gmock.h>

#include "catalog/doses_for_tests.h"

namespace strongback {
namespace {

using Credits = std::map<std::string, double>;

const Catalog& real() {
  static const Catalog kCatalog = *read_catalog(STRONGBACK_SOURCE_DIR "/data");
  return kCatalog;
}

/// Credits by muscle of a row whose list has lats and rhomboids 1 and biceps 1/2, with a dose in
/// which the back extensors work hardest and the lats hardly.
Credits counted(const std::set<std::string>& trusted) {
  const Catalog catalog = trusting(real(), trusted);
  Exercise exercise;
  exercise.shares = {{"latissimus-dorsi", 1.0}, {"rhomboids", 1.0}, {"biceps-brachii", 0.5}};
  Dose dose;
  dose.muscles["erector-spinae-lumbar"] = {0.6, 0.6, 0.6, 0.6};
  dose.muscles["rhomboids"] = {0.21, 0.21, 0.21, 0.21};
  dose.muscles["latissimus-dorsi"] = {0.03, 0.03, 0.03, 0.03};
  Credits credits;
  for (const auto& [muscle, credit] : counted_shares(exercise, dose, catalog)) {
    EXPECT_TRUE(credits.emplace(muscle, credit).second) << muscle << " stands there twice";
  }
  return credits;
}

TEST(CountedShares, AreTheListsWhereTheModelIsNotTrusted) {
  EXPECT_EQ(counted({}),
            (Credits{{"latissimus-dorsi", 1.0}, {"rhomboids", 1.0}, {"biceps-brachii", 0.5}}));
}

TEST(CountedShares, AreTheModelsForTheMusclesWithWhichItIsTrusted) {
  EXPECT_EQ(counted({"erector-spinae-lumbar"}), (Credits{{"latissimus-dorsi", 1.0},
                                                         {"rhomboids", 1.0},
                                                         {"biceps-brachii", 0.5},
                                                         {"erector-spinae-lumbar", 1.0}}));
  // Beside the hardest muscle of all, which is itself not trusted.
  EXPECT_EQ(counted({"rhomboids"}),
            (Credits{{"latissimus-dorsi", 1.0}, {"rhomboids", 0.5}, {"biceps-brachii", 0.5}}));
}

TEST(CountedShares, AreNothingForATrustedMuscleThatHardlyWorksOrRests) {
  EXPECT_EQ(counted({"latissimus-dorsi", "biceps-brachii"}), (Credits{{"rhomboids", 1.0}}));
}

TEST(CountedShares, AreTheListsWithoutADose) {
  const Exercise& exercise = *find_exercise(real(), "one-arm-row-bench");
  const auto shares = counted_shares(exercise, std::nullopt, with_doses(real(), {}));
  ASSERT_EQ(shares.size(), exercise.shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    EXPECT_EQ(shares[i].muscle, exercise.shares[i].muscle);
    EXPECT_EQ(shares[i].credit, exercise.shares[i].credit);
  }
}

/// Else a muscle that the model lacks would never be trained.
TEST(Muscles, TrustAModelThatKnowsThem) {
  std::set<std::string> known;
  for (const auto& [exercise, surfaces] : real().doses) {
    for (const auto& surface : surfaces) {
      for (const auto& [muscle, polynomials] : surface.muscles) known.insert(muscle);
    }
  }
  for (const Muscle& muscle : real().muscles) {
    EXPECT_TRUE(known.contains(muscle.id) || !muscle.trusts_model) << muscle.id;
  }
}

}  // namespace
}  // namespace strongback
