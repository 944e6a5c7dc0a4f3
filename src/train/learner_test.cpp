#include "train/learner.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

const Person& lifter() {
  static const Person kLifter = right_person(
      "sex = \"male\"\nage = 35\nheight = \"180 cm\"\nmass = \"80 kg\"\n[training]\nlevel = "
      "\"intermediate\"\n");
  return kLifter;
}

const Instant kStart = at_local(*make_date(2026, 11, 30), 18 * 60, 0).at;

Instant day(int number) { return kStart + std::chrono::days{number}; }

const Exercise& exercise(const std::string& id) { return *find_exercise(catalog_for_tests(), id); }

StrengthBelief prior(LearnerWay way = LearnerWay::Shared) {
  return prior_belief(lifter(), catalog_for_tests(), kStart, way);
}

bool set(StrengthBelief& belief, const std::string& id, double load_kg, int reps,
         std::optional<int> reserve, int on_day = 0, int earlier = 0) {
  return learn(belief, {&exercise(id), kilograms(load_kg), reps, reserve, earlier, day(on_day)});
}

double one_rep(const StrengthBelief& belief, const std::string& id, int on_day = 0) {
  const auto estimate = strength_of(exercise(id), belief, day(on_day));
  EXPECT_TRUE(estimate) << id;
  return estimate ? in_kilograms(estimate->middle) : 0.0;
}

double width(const StrengthBelief& belief, const std::string& id, int on_day = 0) {
  const auto estimate = strength_of(exercise(id), belief, day(on_day));
  return std::log(estimate->high / estimate->low);
}

RepsPrediction predicted(const StrengthBelief& belief, const std::string& id, double load_kg,
                         int on_day = 0) {
  const auto reps = predict(belief, {&exercise(id), kilograms(load_kg), 2, 0, day(on_day), 0});
  EXPECT_TRUE(reps) << id;
  return reps.value_or(RepsPrediction{});
}

TEST(Learner, MovesTowardWhatASetSays) {
  StrengthBelief belief = prior();
  const double before = one_rep(belief, "one-arm-row-bench");
  ASSERT_TRUE(set(belief, "one-arm-row-bench", 1.2 * before * 0.76, 7, 2));
  EXPECT_GT(one_rep(belief, "one-arm-row-bench"), 1.05 * before);
  StrengthBelief weaker = prior();
  ASSERT_TRUE(set(weaker, "one-arm-row-bench", 0.8 * before * 0.76, 7, 2));
  EXPECT_LT(one_rep(weaker, "one-arm-row-bench"), 0.95 * before);
}

TEST(Learner, ARowTeachesThePullover) {
  StrengthBelief shared = prior();
  StrengthBelief alone = prior(LearnerWay::EachAlone);
  const double pullover = one_rep(shared, "db-pullover");
  const double uncertain = width(shared, "db-pullover");
  const double row = one_rep(shared, "one-arm-row-bench");
  for (int i = 0; i < 6; ++i) {
    set(shared, "one-arm-row-bench", row, 6, 2, 3 * i);
    set(alone, "one-arm-row-bench", row, 6, 2, 3 * i);
  }
  EXPECT_GT(one_rep(shared, "db-pullover", 16), 1.1 * pullover) << "and knows it better:";
  EXPECT_LT(width(shared, "db-pullover", 16), uncertain);
  EXPECT_NEAR(one_rep(alone, "db-pullover", 16), pullover, 0.1 * pullover);
}

TEST(Learner, KnowsLessAfterABreakAndExpectsALoss) {
  StrengthBelief belief = prior();
  const double load = 0.7 * one_rep(belief, "one-arm-row-bench");
  for (int i = 0; i < 4; ++i) set(belief, "one-arm-row-bench", load, 10, 2, 3 * i);
  EXPECT_GT(width(belief, "one-arm-row-bench", 80), width(belief, "one-arm-row-bench", 10));
  EXPECT_LT(one_rep(belief, "one-arm-row-bench", 90),
            0.95 * one_rep(belief, "one-arm-row-bench", 10));
}

TEST(Learner, ATooLightSetSaysOnlyAtLeast) {
  StrengthBelief belief = prior();
  const double before = one_rep(belief, "one-arm-row-bench");
  set(belief, "one-arm-row-bench", 0.2 * before, 20, 8);
  EXPECT_NEAR(one_rep(belief, "one-arm-row-bench"), before, 0.02 * before) << "that was known";
  StrengthBelief other = prior();
  set(other, "one-arm-row-bench", 1.5 * before, 25, 3);
  EXPECT_GT(one_rep(other, "one-arm-row-bench"), 1.5 * before);
}

TEST(Learner, DoubtsOneStrangeSetAndBelievesTwo) {
  StrengthBelief belief = prior();
  const double load = 0.7 * one_rep(belief, "one-arm-row-bench");
  for (int i = 0; i < 5; ++i) set(belief, "one-arm-row-bench", load, 10, 2, 3 * i);
  const double before = one_rep(belief, "one-arm-row-bench", 15);
  EXPECT_FALSE(set(belief, "one-arm-row-bench", 2.0 * load, 10, 2, 15));
  EXPECT_NEAR(one_rep(belief, "one-arm-row-bench", 15), before, 0.01 * before);
  EXPECT_TRUE(set(belief, "one-arm-row-bench", 2.0 * load, 10, 2, 18));
  EXPECT_GT(one_rep(belief, "one-arm-row-bench", 18), 1.3 * before);
}

TEST(Learner, PredictsFewerRepetitionsWithMoreLoad) {
  StrengthBelief belief = prior();
  const double load = 0.7 * one_rep(belief, "one-arm-row-bench");
  for (int i = 0; i < 4; ++i) set(belief, "one-arm-row-bench", load, 10, 2, 3 * i);
  const RepsPrediction same = predicted(belief, "one-arm-row-bench", load, 12);
  const RepsPrediction heavier = predicted(belief, "one-arm-row-bench", 1.15 * load, 12);
  EXPECT_NEAR(same.middle, 10.0, 1.5);
  EXPECT_LT(heavier.middle, same.middle - 2.0);
  EXPECT_LE(same.low, 10);
  EXPECT_GE(same.high, 10);
  const SetAhead ahead{&exercise("one-arm-row-bench"), kilograms(load), 2, 0, day(12), 0};
  EXPECT_GT(*chance_of(6, belief, ahead), *chance_of(12, belief, ahead));
}

TEST(Learner, LearnsNothingFromHoldsBandsAndNonsense) {
  StrengthBelief belief = prior();
  EXPECT_FALSE(learn(belief, {&exercise("plank-forearm"), {}, 1, 2, 0, kStart}));
  EXPECT_FALSE(learn(belief, {&exercise("face-pull"), {}, 10, 2, 0, kStart}));
  EXPECT_FALSE(set(belief, "one-arm-row-bench", 0.0, 10, 2));
  EXPECT_FALSE(set(belief, "one-arm-row-bench", 10.0, 0, 2));
  EXPECT_EQ(belief.learned, 0);
}

TEST(Learner, StaysFiniteWhateverIsLogged) {
  StrengthBelief belief = prior();
  int number = 0;
  for (const double load : {0.001, 0.5, 10.0, 1000.0}) {
    for (const int reps : {1, 20, 500}) {
      for (const int reserve : {0, 10})
        set(belief, "one-arm-row-bench", load, reps, reserve, ++number);
    }
  }
  set(belief, "one-arm-row-bench", 10.0, 8, 2, -400);  // from before: time does not run backward
  EXPECT_TRUE(belief.mean.allFinite());
  EXPECT_TRUE(belief.covariance.allFinite());
  for (Eigen::Index i = 0; i < belief.mean.size(); ++i) EXPECT_GE(belief.covariance(i, i), -1e-12);
  EXPECT_TRUE(std::isfinite(predicted(belief, "one-arm-row-bench", 10.0, 40).middle));
}

TEST(Learner, IsTheSameForTheSameSets) {
  StrengthBelief once = prior();
  StrengthBelief again = prior();
  for (StrengthBelief* belief : {&once, &again}) {
    set(*belief, "one-arm-row-bench", 20, 8, 2);
    set(*belief, "db-row-bent", 15, 10, 1, 0, 1);
  }
  EXPECT_EQ(once.mean, again.mean);
  EXPECT_EQ(once.covariance, again.covariance);
}

TEST(Learner, GroupStrengthsFollowTheirExercises) {
  StrengthBelief belief = prior();
  const double row = one_rep(belief, "one-arm-row-bench");
  for (int i = 0; i < 6; ++i) set(belief, "one-arm-row-bench", row, 6, 2, 3 * i);
  double back = 0.0, thigh = 0.0;
  for (const GroupStrength& group : group_strengths(belief)) {
    if (group.group == "upper-back") back = group.middle;
    if (group.group == "thigh") thigh = group.middle;
    EXPECT_LT(group.low, group.middle);
    EXPECT_GT(group.high, group.middle);
  }
  EXPECT_GT(back, thigh);
}

}  // namespace
}  // namespace strongback
