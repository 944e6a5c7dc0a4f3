#include <gmock/gmock.h>

#include "catalog/doses_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Catalog& real() {
  static const Catalog kCatalog = *read_catalog(STRONGBACK_SOURCE_DIR "/data");
  return kCatalog;
}

/// A row that the list gives to the lats, while the model works the glutes; the calves rest. Nobody
/// has judged anything yet.
Catalog disputed() {
  Catalog catalog = real();
  for (Exercise& exercise : catalog.exercises) exercise.verdicts.clear();
  return with_doses(catalog, {{"one-arm-row-bench",
                               {{"latissimus-dorsi", {0.02, 0.0}},
                                {"gluteus-maximus", {0.31, 0.0}},
                                {"calves", {0.01, 0.0}}}}});
}

void judge(Catalog& catalog, const Verdict& verdict) {
  for (Exercise& exercise : catalog.exercises) {
    if (exercise.id == "one-arm-row-bench") exercise.verdicts.push_back(verdict);
  }
}

TEST(Disagreements, NameWhatTheModelWorksAndTheListDoesNot) {
  std::vector<std::string> texts;
  for (const auto& one : disagreements(disputed())) {
    EXPECT_FALSE(one.verdict.has_value());
    EXPECT_EQ(one.exercise, "one-arm-row-bench");
    texts.push_back(one.text);
  }
  EXPECT_THAT(texts,
              ElementsAre("the list says the latissimus dorsi does the main work, the model hardly "
                          "works it (0.02 of its strength)",
                          "the model works the gluteus maximus (0.31 of its strength), the list "
                          "does not name it"));
  EXPECT_THAT(disagreements(with_doses(real(), {})), IsEmpty());
  EXPECT_THAT(disagreements(*find_exercise(real(), "bird-dog"), disputed()), IsEmpty());
}

TEST(Disagreements, CarryTheVerdictOnTheirMuscle) {
  Catalog catalog = disputed();
  judge(catalog, {"gluteus-maximus", Right::Model, "it was measured"});
  const auto all = disagreements(catalog);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_FALSE(all[0].verdict.has_value());
  ASSERT_TRUE(all[1].verdict.has_value());
  EXPECT_EQ(spoken(all[1].verdict->right), "the model is right");
  EXPECT_EQ(all[1].verdict->why, "it was measured");
  EXPECT_THAT(idle_verdicts(catalog), IsEmpty());
}

TEST(Disagreements, LeaveVerdictsIdleWhereThereAreNone) {
  Catalog catalog = disputed();
  judge(catalog, {"calves", Right::Both, "neither says anything"});
  const auto idle = idle_verdicts(catalog);
  ASSERT_EQ(idle.size(), 1U);
  EXPECT_EQ(idle[0].exercise, "one-arm-row-bench");
  EXPECT_EQ(idle[0].muscle, "calves");
  catalog.doses.clear();  // then there is nothing to hold a verdict against
  EXPECT_THAT(idle_verdicts(catalog), IsEmpty());
}

}  // namespace
}  // namespace strongback
