#include "train/progression.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

using testing::HasSubstr;

/// A lifter with dumbbells in even steps, at home in the gym.
std::string lifter(const std::string& dumbbells, const std::string& level = "intermediate") {
  return "schema = 1\nsex = \"male\"\nage = 40\nheight = \"180 cm\"\nmass = \"80 kg\"\n"
         "[training]\nlevel = \"" +
         level + "\"\ngoals = [\"health\"]\n[equipment]\nhave = [\"bench\"]\ndumbbells = [" +
         dumbbells + "]\n";
}

const std::string kFineSteps =
    "\"2 x 10 kg\", \"2 x 10.5 kg\", \"2 x 11 kg\", \"2 x 9 kg\", \"2 x 8 kg\"";

struct Progressed {
  Prescription fitted;
  int sets_less = 0;
  [[nodiscard]] double load_kg() const { return in_kilograms(*fitted.line.load); }
  [[nodiscard]] std::string why(const std::string& about) const {
    for (const Reason& reason : fitted.line.why) {
      if (reason.about == about) return reason.text;
    }
    return "";
  }
};

/// What comes next for `exercise` in a log that stands on a new day.
Progressed next(const LogForTests& log, const std::string& exercise = "one-arm-row-bench") {
  const Catalog& catalog = catalog_for_tests();
  const auto state = log.state();
  const Person person = person_at(state, log.now(), catalog);
  const Assessment care = assess_care(person, catalog);
  auto fitted = prescribe(*find_exercise(catalog, exercise), person, care, catalog);
  EXPECT_TRUE(fitted.has_value()) << (fitted ? "" : fitted.error());
  Progressed result;
  if (!fitted) return result;
  result.fitted = std::move(*fitted);
  const auto easings = easings_at(state, local_date(log.now()), catalog);
  progress(result.fitted, {state, person, care, catalog, log.now(), easings}, result.sets_less);
  return result;
}

/// A session of three sets.
void row(LogForTests& log, std::initializer_list<int> reps, double load_kg, int reserve = 2,
         std::optional<int> pain = {}) {
  for (const int one : reps) log.set("one-arm-row-bench", one, load_kg, reserve, pain);
  log.next_day(3);
}

TEST(Progression, StaysUntilAllSetsReachTheUpperNumber) {  // rules 2.6
  LogForTests log(lifter(kFineSteps));
  row(log, {12, 11, 10}, 10.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 10.0);
  EXPECT_THAT(next(log).why("load"), HasSubstr("as last time"));
}

TEST(Progression, RaisesAfterAllSetsReachedIt) {
  LogForTests log(lifter(kFineSteps));
  row(log, {12, 12, 12}, 10.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 10.5) << "5 % for a trained person";
  EXPECT_THAT(next(log).why("load"), HasSubstr("all sets with 10 kg reached the upper number"));
}

TEST(Progression, DoesNotRaiseWithLessInReserveThanWished) {
  LogForTests log(lifter(kFineSteps));
  row(log, {12, 12, 12}, 10.0, 0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 10.0);
}

TEST(Progression, WaitsAtACoarseStepUntilMoreRepetitionsCome) {  // rules 2.8
  EXPECT_EQ(reps_before_step(0.05, 6), 8);
  EXPECT_EQ(reps_before_step(0.10, 6), 10);
  EXPECT_EQ(reps_before_step(0.15, 6), 12);
  EXPECT_EQ(reps_before_step(0.20, 6), 14);
  EXPECT_EQ(reps_before_step(0.25, 6), 15);
  EXPECT_EQ(reps_before_step(0.33, 6), 18);
  EXPECT_EQ(reps_before_step(0.50, 6), 24);
  LogForTests log(lifter("\"2 x 10 kg\", \"2 x 12 kg\""));
  row(log, {12, 12, 12}, 10.0);
  const auto waits = next(log);
  EXPECT_DOUBLE_EQ(waits.load_kg(), 10.0);
  EXPECT_EQ(waits.fitted.line.reps->high, 14) << "20 % heavier asks for 14";
  row(log, {14, 14, 14}, 10.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 12.0);
}

TEST(Progression, ComesDownAfterTwoMisses) {  // rules 2.11
  LogForTests log(lifter(kFineSteps));
  row(log, {5, 5, 5}, 10.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 10.0) << "once is no miss";
  row(log, {5, 5, 5}, 10.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 9.0);
  EXPECT_THAT(next(log).why("load"), HasSubstr("twice in a row"));
}

TEST(Progression, RestsLongerBeforeTheLoadIsCut) {  // rules 1.14
  LogForTests log(lifter(kFineSteps));
  const int usual = next(log).fitted.line.rest_s;
  row(log, {10, 8, 5}, 10.0);
  row(log, {10, 8, 5}, 10.0);
  const auto longer = next(log);
  EXPECT_EQ(longer.fitted.line.rest_s, std::min(180, usual + 60));
  EXPECT_DOUBLE_EQ(longer.load_kg(), 10.0) << "a drop is no miss";
}

TEST(Progression, PainNextMorningTakesLoadOrASet) {  // rules 6.3
  LogForTests log(lifter(kFineSteps));
  log.pain(1, PainWhen::BeforeSession);
  for (int set = 0; set < 3; ++set) log.set("one-arm-row-bench", 12, 10.0, 2, 1);
  log.next_day().pain(2, PainWhen::NextMorning);
  log.next_day(2);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 9.0);

  LogForTests one(lifter("\"2 x 10 kg\""));
  one.pain(1, PainWhen::BeforeSession);
  one.set("one-arm-row-bench", 12, 10.0, 2, 1);
  one.next_day().pain(2, PainWhen::NextMorning);
  one.next_day(2);
  EXPECT_EQ(next(one).sets_less, 1) << "nothing lighter is owned";
}

TEST(Progression, PainDuringKeepsOrLowersTheLoad) {
  LogForTests yellow(lifter(kFineSteps));
  yellow.pain(2, PainWhen::BeforeSession);
  row(yellow, {12, 12, 12}, 10.0, 2, 4);
  EXPECT_DOUBLE_EQ(next(yellow).load_kg(), 10.0) << "yellow: keep";
  LogForTests red(lifter(kFineSteps));
  red.pain(0, PainWhen::BeforeSession);
  row(red, {12}, 10.0, 2, 6);
  EXPECT_DOUBLE_EQ(next(red).load_kg(), 8.0) << "red: four fifths";
}

TEST(Progression, ABreakLowersTheLoadOnce) {  // rules 2.13
  LogForTests log(lifter(kFineSteps));
  row(log, {10, 10, 10}, 10.0);
  log.next_day(9);  // twelve days without
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 9.0);
  row(log, {10, 10, 10}, 9.0);
  EXPECT_DOUBLE_EQ(next(log).load_kg(), 9.0) << "what was chosen after the break stays";
}

TEST(Progression, HoldsGrowByTwoSeconds) {  // rules 2.10
  LogForTests log(example_for_tests("novice.toml"));
  log.hold("plank-knee", 12);
  log.next_day(3);
  EXPECT_EQ(next(log, "plank-knee").fitted.line.hold_s->low, 14);
}

TEST(PastDays, AreTheLastOnesBeforeTheDay) {
  LogForTests log(lifter(kFineSteps));
  row(log, {10}, 10.0);
  row(log, {11, 9}, 10.0);
  log.set("one-arm-row-bench", 8, 10.0);
  const auto state = log.state();
  const auto days =
      past_days(state, "one-arm-row-bench", local_date(log.now()), 6, catalog_for_tests());
  ASSERT_EQ(days.size(), 2U) << "today's own sets are not past";
  EXPECT_EQ(days.back().sets.size(), 2U);
}

}  // namespace
}  // namespace strongback
