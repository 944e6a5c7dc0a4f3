#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numbers>

#include "base/text.h"
#include "catalog/doses_for_tests.h"
#include "cli/answer_parts.h"
#include "cli/answer_text.h"
#include "cli/catalog_text.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/validation_text.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ExerciseAnswer figures() {
  ExerciseAnswer made;
  made.model = "1.2";
  made.muscles["biceps-brachii"] = {{0.01, 0.02, 0.0}, {0.31, 0.62, 0.2}};
  made.muscles["latissimus-dorsi"] = {{0.2, 0.3, 0.1}, {0.2, 0.305, 0.1}};
  made.muscles["rhomboids"] = {{0.01, 0.02, 0.0}, {0.01, 0.02, 0.0}};
  for (DiscLoad& disc : made.discs) {
    disc.compression_N = {900.0, 1234.4};
    disc.likely_N = {925.8, 1543.0};
  }
  made.muscles["biceps-brachii"].right.likely_peak = Likely{0.5, 0.712};
  made.discs[kL4L5].shear_N.peak = -155.0;
  made.discs[kL4L5].relative_to_standing = 2.5;
  made.discs[kL4L5].share_of_guideline = 0.374;
  made.iap_kPa = {1.0, 3.0};
  made.contacts.push_back({"foot_r", "floor", {300.0, 400.0}, {}});
  made.limited_by = "biceps-brachii";
  made.limited_side = 'r';
  made.tiring = TiringLoad{6.0, 9.0, 12.0};
  made.standing_N = 490.0;
  for (int i = 0; i < 2; ++i) {
    FrameRow row;
    row.time_s = 0.5 * i;
    row.angles = {i * std::numbers::pi / 2.0, 0.2};
    made.frames.push_back(row);
  }
  return made;
}

SimulateAnswer answer() {
  SimulateAnswer made;
  made.person.name = "Maya";
  Simulation& simulation = made.simulation;
  simulation.exercise = find_exercise(catalog_for_tests(), "one-arm-row-bench");
  simulation.name = simulation.exercise->name;
  simulation.load = kilograms(5);
  simulation.load_from = LoadFrom::Plan;
  simulation.guideline = newtons(3300);
  simulation.outcome = figures();
  return made;
}

std::string text_of(const SimulateAnswer& made, std::size_t columns = 80) {
  return simulation_text(made, catalog_for_tests(), nullptr, {columns, false});
}

BodyTables tables() {
  BodyTables made;
  made.coordinates = {{"elbow_flexion_r", 0.0, 2.6}, {"knee_flexion_r", 0.0, 2.4}};
  return made;
}

TEST(SimulationText, SaysWhatWorksOnWhichSide) {
  const std::string text = text_of(answer());
  EXPECT_THAT(text, HasSubstr("What it does to Maya: 5 kg in one hand\n"));
  EXPECT_THAT(text, HasSubstr("  biceps  right  31 %  62 %  50 to 71 %   20 %  ████░░░\n"));
  EXPECT_THAT(text, Not(HasSubstr("left    1 %")));
  EXPECT_THAT(text, HasSubstr("  lats    both   20 %  30 %               20 %  ██░░\n"));
  EXPECT_THAT(text, HasSubstr("Not shown: 1 muscle, and single sides, that stay below 10 %"));
  EXPECT_THAT(text, Not(HasSubstr("rhomboids  ")));
}

TEST(SimulationText, SaysWhatAPlanWouldCountAndWhoSetsIt) {
  SimulateAnswer made = answer();
  EXPECT_THAT(text_of(made), Not(HasSubstr("What one set counts for")));
  made.simulation.credit = {{"latissimus-dorsi", 1.0}, {"erector-spinae-lumbar", 0.5}};
  made.simulation.credit_by_model = {"erector-spinae-lumbar"};
  EXPECT_THAT(text_of(made), HasSubstr("What one set counts for in a plan\n"
                                       "  Set by the model: lower erectors ½\n"
                                       "  By the catalog's list: lats 1\n"));
}

TEST(ExerciseText, SaysWhoIsRightWhereListAndModelDisagree) {
  const SimpleDose dose{"one-arm-row-bench",
                        {{"latissimus-dorsi", {0.02, 0.0}}, {"gluteus-maximus", {0.3, 0.0}}}};
  const Catalog judged = trusting(with_doses(catalog_for_tests(), {dose}), {"gluteus-maximus"});
  Exercise exercise = *find_exercise(judged, "one-arm-row-bench");
  exercise.verdicts.clear();
  const Terminal wide{200, false};
  EXPECT_THAT(exercise_text(exercise, judged, wide),
              AllOf(HasSubstr("the model sets those of glutes for your body and load."),
                    Not(HasSubstr("is right"))));
  exercise.verdicts = {{"latissimus-dorsi", Right::List, "it was measured"}};
  EXPECT_THAT(
      exercise_text(exercise, judged, wide),
      HasSubstr("  - The list says the latissimus dorsi does the main work, the model hardly "
                "works it (0.02 of its strength). The list is right: it was measured.\n"));
}

TEST(SimulationText, ComparesDiscsCalmly) {
  const std::string text = text_of(answer());
  EXPECT_THAT(
      text,
      HasSubstr(
          "  L4/L5      900    1234  930 to 1500         2.5       37 %     -155          0\n"));
  EXPECT_THAT(text, HasSubstr("the peaks may be off by 25 % either way"));
  EXPECT_THAT(text, HasSubstr("not a verdict"));
  EXPECT_LT(text.find("T12/L1"), text.find("L5/S1"));
}

TEST(SimulationText, SaysWhatIsLikelyAndFromWhere) {
  const Bands bands;
  SimulateAnswer made = answer();
  made.simulation.bands = &bands;
  const std::string text = text_of(made);
  EXPECT_THAT(text, HasSubstr("50 to 71 %"));  // of the biceps
  EXPECT_THAT(text, HasSubstr("made wider by what the model misses"));
  EXPECT_THAT(text, Not(HasSubstr("design value")));
}

TEST(SimulationText, SaysWhatLimitsAndWhichLoadTires) {
  const std::string text = text_of(answer());
  EXPECT_THAT(text, HasSubstr("Hardest worked: right biceps, 62 % of its strength at the peak."));
  EXPECT_THAT(text,
              HasSubstr("With about 9 kg a set would tire it in 6 to 12 repetitions (6 kg to"));
}

TEST(SimulationText, SpeaksInThePersonsUnits) {
  SimulateAnswer pounds = answer();
  pounds.person.units = Units::Imperial;
  const std::string text = text_of(pounds);
  EXPECT_THAT(text, HasSubstr("11 lb in one hand"));
  EXPECT_THAT(text, HasSubstr("Peak lbf"));
  EXPECT_THAT(text, HasSubstr("  278  "));  // 1234.4 N
  EXPECT_THAT(text, HasSubstr("0.44 psi at most"));
}

TEST(SimulationText, StaysWithinThePage) {
  const BodyTables names = tables();
  for (const std::size_t columns : {std::size_t{40}, std::size_t{60}, std::size_t{80}}) {
    const std::string text =
        simulation_text(answer(), catalog_for_tests(), &names, {columns, false});
    for (const std::string& line : split(text.substr(text.find("Level:")), '\n')) {
      EXPECT_LE(width(line), columns) << line;
    }
  }
}

TEST(SimulationText, ShowsTheAnglesThatMove) {
  const BodyTables names = tables();
  const std::string text = simulation_text(answer(), catalog_for_tests(), &names, {80, false});
  EXPECT_THAT(text, HasSubstr("right elbow flexion °"));
  EXPECT_THAT(text, Not(HasSubstr("right knee flexion °")));
}

TEST(SimulationText, FallsBackToTheCatalogAndSaysSo) {
  SimulateAnswer none = answer();
  none.simulation.outcome.reset();
  const std::string text = text_of(none);
  EXPECT_THAT(text, HasSubstr("Not simulated yet"));
  EXPECT_THAT(text, HasSubstr("lats 1, mid traps 1"));
  EXPECT_THAT(text, Not(HasSubstr("What your discs carry")));
}

TEST(SimulationText, AnHonestNoNamesTheInstantAndTheMuscles) {
  SimulateAnswer no = answer();
  no.simulation.outcome = tl::unexpected(
      NoAnswer{NoAnswer::Why::TooHeavy,
               "end (1.0 s)",
               "40 Nm are missing at the elbow",
               {"biceps-brachii_r", "latissimus-dorsi_r", "latissimus-dorsi_l", "psoas_r"},
               {}});
  const std::string text = text_of(no);
  EXPECT_THAT(text, HasSubstr("No figures: 40 Nm are missing at the elbow.\n"));
  EXPECT_THAT(text, HasSubstr("Where: end (1.0 s)\n"));
  EXPECT_THAT(text, HasSubstr("Muscles at their limit: right biceps, lats (both), right psoas\n"));
  EXPECT_THAT(text, Not(HasSubstr("What your discs carry")));
}

// Found in review: who could not hold their own body was told to take a lighter load, and that
// "0 N and 0 N·m" were missing.
TEST(SimulationText, AnHonestNoNamesOnlyWhatHelps) {
  SimulateAnswer no = answer();
  no.simulation.outcome =
      tl::unexpected(NoAnswer{NoAnswer::Why::TooHeavy, "end (1.0 s)", "too heavy", {}, {0.1, 2.0}});
  EXPECT_THAT(text_of(no), HasSubstr("What is missing: 0 N and 2 N·m\n"));
  EXPECT_THAT(text_of(no), HasSubstr("A lighter load may have an answer: try --load.\n"));
  no.simulation.load = Mass{};
  no.simulation.outcome->error().residual = {0.1, 0.4};
  EXPECT_THAT(text_of(no), Not(HasSubstr("What is missing")));
  EXPECT_THAT(text_of(no), Not(HasSubstr("A lighter load")));
}

TEST(SimulationText, WarnsWhereHealthLeavesTheExerciseOut) {
  SimulateAnswer barred = answer();
  barred.simulation.barred = "you asked for seated work";
  EXPECT_THAT(text_of(barred), HasSubstr("Your file leaves this exercise out for now: you asked"));
}

TEST(SimulationText, SaysWhatTheMotionLeavesOut) {
  SimulateAnswer carry = answer();
  EXPECT_THAT(text_of(carry), Not(HasSubstr("Computed without")));
  carry.simulation.leaves_out = "the steps: this is standing still";
  EXPECT_THAT(text_of(carry), HasSubstr("Computed without the steps: this is standing still.\n"));
}

TEST(SimulationsText, ListsFiguresAndWhatIsNotSimulated) {
  SimulateAllAnswer all;
  all.simulations = {answer().simulation, answer().simulation, answer().simulation};
  all.simulations[1].outcome.reset();
  all.simulations[1].name = "Cat camel";
  all.simulations[2].outcome =
      tl::unexpected(NoAnswer{NoAnswer::Why::Unbalanced, "start (0.0 s)", "it would tip", {}, {}});
  all.simulations[2].name = "Barbell row";
  const std::string text = simulations_text(all, catalog_for_tests(), {80, false});
  EXPECT_THAT(text, HasSubstr("biceps 62 %"));
  EXPECT_THAT(text, HasSubstr("Not simulated yet: 1\n"));
  EXPECT_THAT(text, HasSubstr("Cat camel."));
  EXPECT_THAT(text, HasSubstr("Barbell row: it would tip (at: start (0.0 s))"));
}

TEST(EffortBar, FillsTheMeanAndShadesToThePeak) {
  EXPECT_EQ(effort_bar({0.25, 0.5, 0.0}, 8), "██░░    ");
}

TEST(Progress, GrowsWithTheWork) {
  EXPECT_EQ(progress_text(1, 4, 8), "██░░░░░░ 1 of 4");
  EXPECT_EQ(progress_text(0, 0, 2), "██ 0 of 0");
}

TEST(ValidationText, SaysWhatIsMetAndWhatIsMissed) {
  Validation validation;
  validation.model = "1.2";
  validation.gate = {{"correlation", "at least 0.95", 0.97, true},
                     {"worst error", "at most 0.35", std::nullopt, false}};
  SpineResult result;
  result.measured.task = "standing, bent forward";
  result.missing = "not simulated yet";
  validation.spine.cases = {result};
  const std::string text = validation_text(validation, {80, false});
  EXPECT_THAT(text, HasSubstr("0.97  at least 0.95  met\n"));
  EXPECT_THAT(text, HasSubstr("-  at most 0.35   missed\n"));
  EXPECT_THAT(text, HasSubstr("not computed: not simulated yet\n"));
}

ReadOptions read(std::initializer_list<std::string> words) { return read_options(words); }

TEST(ReadOptions, ReadsALoadInAnyUnit) {
  const auto metric = read({"exercise", "bird-dog", "--person", "p.toml", "--load", "12kg"});
  EXPECT_EQ(metric.problem, "");
  EXPECT_EQ(in_kilograms(*metric.options.load), 12.0);
  const auto imperial = read({"pose", "p.toml", "--person", "p.toml", "--load", "25lb"});
  EXPECT_EQ(imperial.options.command, Options::Command::Pose);
  EXPECT_NEAR(in_pounds(*imperial.options.load), 25.0, 1e-9);
}

TEST(ReadOptions, RefusesALoadThatNobodyHolds) {
  for (const std::string load : {"-3kg", "5000 kg", "12", "heavy", "nan kg", "500.1 kg"}) {
    EXPECT_EQ(read({"exercise", "bird-dog", "--person", "p.toml", "--load", load}).problem,
              "strongback: error: '--load' must be a mass from 0 to 500 kg (1102 lb), not '" +
                  load + "'\n  hint: write a number and its unit, such as 12kg or 25lb\n");
  }
}

TEST(ReadOptions, AskForAPersonWhereOneIsNeeded) {
  EXPECT_THAT(read({"exercise", "bird-dog", "--load", "3kg"}).problem, HasSubstr("--person"));
  EXPECT_THAT(read({"pose", "p.toml"}).problem, HasSubstr("--person is missing"));
  EXPECT_EQ(read({"validate"}).problem, "");
}

}  // namespace
}  // namespace strongback
