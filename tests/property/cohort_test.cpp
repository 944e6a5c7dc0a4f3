// Virtual persons play their programs for twelve weeks: no rule is broken on any day, every stop
// rule fires on its day, loads are found, and the learner's intervals hold.
#include "cohort/cohort.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "catalog/catalog.h"

namespace strongback {
namespace {

const Catalog& catalog() {
  static const Checked<Catalog> kCatalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  return *kCatalog;
}

CohortReport played(const std::string& example, int persons, LearnerWay way = LearnerWay::Shared) {
  std::ifstream file(std::string(STRONGBACK_SOURCE_DIR) + "/examples/" + example);
  std::stringstream text;
  text << file.rdbuf();
  CohortOrder order;
  order.profile = text.str();
  order.persons = persons;
  order.way = way;
  const auto report = play_cohort(order, catalog());
  EXPECT_TRUE(report.has_value()) << example;
  return report.value_or(CohortReport{});
}

std::string said(const std::map<std::string, long>& violations) {
  std::string text;
  for (const auto& [rule, count] : violations) text += rule + ": " + std::to_string(count) + " ";
  return text;
}

class Cohort : public testing::TestWithParam<const char*> {};

TEST_P(Cohort, BreaksNoRuleOnAnyDayAndStopsWhereItMust) {
  constexpr int kPersons = 200;  // with five profiles, a thousand
  const CohortReport report = played(GetParam(), kPersons);
  EXPECT_EQ(report.all.persons, kPersons);
  EXPECT_EQ(report.all.days, kPersons * 84L);
  EXPECT_TRUE(report.all.violations.empty()) << said(report.all.violations);
  EXPECT_GT(report.all.stops, 0) << "stop rules had something to do";
  EXPECT_GT(report.all.flares, 0);
  EXPECT_GT(report.all.strength_gain, -0.05);
}

INSTANTIATE_TEST_SUITE_P(Profiles, Cohort,
                         testing::Values("novice.toml", "experienced.toml", "weak-back.toml",
                                         "chair-only.toml", "small-steps.toml"));

TEST(CohortLearner, FindsLoadsAndKnowsWhatItDoesNotKnow) {
  for (const char* example : {"novice.toml", "experienced.toml"}) {
    const CohortReport report = played(example, 240);
    const CohortFigures& like = report.kinds.at("like_model");
    EXPECT_LE(report.all.sessions_to_range_median, 3.0) << example;
    EXPECT_GE(like.interval_coverage, 0.85) << example;
    EXPECT_LE(like.interval_coverage, 0.95) << example;
  }
}

TEST(CohortLearner, WhatExercisesShareIsWorthLearning) {
  const std::string gym = "../tests/property/lifter.toml";
  const CohortReport shared = played(gym, 160);
  const CohortReport alone = played(gym, 160, LearnerWay::EachAlone);
  EXPECT_LT(shared.all.strength_error, alone.all.strength_error);
  EXPECT_LT(shared.all.strength_error_first, alone.all.strength_error_first);
  const CohortFigures& like = shared.kinds.at("like_model");
  EXPECT_LT(like.strength_error_first, 0.9 * alone.kinds.at("like_model").strength_error_first);
  EXPECT_LE(shared.all.sessions_to_range_median, 3.0);
  EXPECT_GE(like.interval_coverage, 0.85);
  EXPECT_LE(like.interval_coverage, 0.95);
}

TEST(CohortPlay, GivesTheSameReportEveryTime) {
  const CohortReport once = played("novice.toml", 16);
  const CohortReport again = played("novice.toml", 16);
  EXPECT_EQ(once.all.sets, again.all.sets);
  EXPECT_EQ(once.all.interval_coverage, again.all.interval_coverage);
  EXPECT_EQ(once.all.mean_miss_reps, again.all.mean_miss_reps);
}

}  // namespace
}  // namespace strongback
