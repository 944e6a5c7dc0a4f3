#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <numbers>

#include "base/text.h"
#include "exchange/answer_csv.h"
#include "exchange/answer_json.h"
#include "exchange/json.h"
#include "exchange/validation_json.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

BodyTables tables() {
  BodyTables made;
  made.coordinates = {{"knee_flexion_r", 0.0, 2.4}};
  made.fascicles.resize(2);
  made.fascicles[0].id = "psoas-L1_r";
  made.fascicles[1].id = "odd \"name\", with comma";
  return made;
}

ExerciseAnswer answer() {
  ExerciseAnswer made;
  made.id = "one-arm-row-bench";
  made.model = "1.2";
  made.load_kg = 12.0;
  made.muscles["biceps-brachii"] = {{0.01, 0.02, 0.0}, {0.31234, 0.62, 0.4}};
  made.discs[kL4L5].compression_N = {900.04, 1200.0};
  made.discs[kL4L5].shear_N = {10.0, -55.54};
  made.discs[kL4L5].relative_to_standing = 2.5;
  made.discs[kL4L5].share_of_guideline = 0.36;
  made.discs[kL4L5].likely_N = {960.0, 1560.04};
  made.muscles["biceps-brachii"].right.likely_peak = Likely{0.5, 0.71234};
  made.iap_kPa = {1.0, 3.0};
  made.contacts.push_back({"foot_r", "floor", {300.0, 400.0}, {1.0, 300.0, -2.0}});
  made.residual = {1e-9, 2e-9};
  made.limited_by = "biceps-brachii";
  made.limited_side = 'r';
  made.tiring = TiringLoad{9.0, 12.5, 16.0};
  FrameRow row;
  row.time_s = 0.5;
  row.angles = {std::numbers::pi / 2.0};
  row.forces = {12.3456, -1e-9};
  row.contacts_N = {{1.0, 2.0, -3.0}};
  row.compression_N[1] = 1200.0;
  made.frames = {row};
  return made;
}

Simulation simulation() {
  Simulation made;
  made.exercise = find_exercise(catalog_for_tests(), "one-arm-row-bench");
  made.name = made.exercise->name;
  made.load = kilograms(12);
  made.load_from = LoadFrom::Asked;
  made.guideline = newtons(3300);
  made.outcome = answer();
  return made;
}

TEST(SimulationJson, HasTheFiguresUnderTheirNames) {
  const json document = json::parse(simulation_json(simulation()));
  EXPECT_EQ(document["schema"], "strongback.exercise/1");
  EXPECT_EQ(document["exercise"]["id"], "one-arm-row-bench");
  EXPECT_EQ(document["simulated"], true);
  EXPECT_EQ(document["load_kg"], 12.0);
  EXPECT_EQ(document["load_from"], "asked");
  EXPECT_EQ(document["muscles"]["biceps-brachii"]["right"]["mean"], 0.3123);
  EXPECT_EQ(document["muscles"]["biceps-brachii"]["left"]["peak"], 0.02);
  const json& disc = document["discs"]["L4/L5"];
  EXPECT_EQ(disc["compression_N"]["peak"], 1200.0);
  EXPECT_EQ(disc["shear_N"]["peak"], -55.5);
  EXPECT_EQ(disc["relative_to_standing"], 2.5);
  EXPECT_EQ(disc["share_of_guideline"], 0.36);
  EXPECT_EQ(document["iap_kPa"]["peak"], 3.0);
  EXPECT_EQ(document["contacts"][0]["part"], "foot_r");
  EXPECT_EQ(document["limited_by"], "biceps-brachii");
  EXPECT_EQ(document["limited_side"], "right");
  EXPECT_EQ(document["tiring_load_kg"]["best"], 12.5);
  EXPECT_EQ(disc["likely_peak_N"], json::parse("[960.0, 1560.0]"));
  const json& right = document["muscles"]["biceps-brachii"]["right"];
  EXPECT_EQ(right["likely_peak"], json::parse("[0.5, 0.7123]"));
  EXPECT_TRUE(right["likely_mean"].is_null());
  EXPECT_TRUE(document["bands"].is_null());
  EXPECT_EQ(document["model"], "1.2");
  EXPECT_FALSE(document.contains("frames"));
  EXPECT_LT(document["residual"]["force_N"].get<double>(), 1e-6);
}

TEST(SimulationJson, SaysWhatTheLikelyRangesRestOn) {
  Bands bands;
  bands.samples = 160;
  bands.not_solved = 0.0125;
  bands.load = kilograms(11.5);
  bands.measured_error = 0.22;
  Simulation made = simulation();
  made.bands = &bands;
  const json document = json::parse(simulation_json(made));
  EXPECT_EQ(document["bands"], json::parse(R"({"samples": 160, "not_solved": 0.013,
      "load_kg": 11.5, "measured_error": 0.22})"));
}

TEST(SimulationJson, SaysWhoSetsEachCredit) {
  Simulation made = simulation();
  made.credit = {{"latissimus-dorsi", 1.0}, {"multifidus", 0.25}};
  made.credit_by_model = {"multifidus"};
  const json document = json::parse(simulation_json(made));
  EXPECT_EQ(document["credit"]["multifidus"], 0.25);
  EXPECT_EQ(document["credit_from"]["multifidus"], "model");
  EXPECT_EQ(document["credit_from"]["latissimus-dorsi"], "list");
}

TEST(ExerciseJson, HasTheVerdicts) {
  Exercise exercise = *find_exercise(catalog_for_tests(), "one-arm-row-bench");
  exercise.verdicts = {{"multifidus", Right::Model, "measured"}};
  EXPECT_EQ(json::parse(exercise_json(exercise))["exercise"]["verdicts"],
            json::parse(R"([{"muscle": "multifidus", "right": "model", "why": "measured"}])"));
}

TEST(SimulationJson, TellsTheFramesWhereTheyAreAskedFor) {
  const BodyTables names = tables();
  const json document = json::parse(simulation_json(simulation(), &names));
  ASSERT_EQ(document["frames"].size(), 1u);
  EXPECT_EQ(document["frames"][0]["angles_deg"]["knee_flexion_r"], 90.0);
  EXPECT_EQ(document["frames"][0]["compression_N"]["L4/L5"], 1200.0);
}

TEST(SimulationJson, MarksWhatIsNotSimulated) {
  Simulation none = simulation();
  none.outcome.reset();
  const json document = json::parse(simulation_json(none));
  EXPECT_EQ(document["simulated"], false);
  EXPECT_TRUE(document["no_answer"].is_null());
  EXPECT_FALSE(document.contains("discs"));
  EXPECT_EQ(document["exercise"]["works"]["latissimus-dorsi"], 1.0);
}

TEST(SimulationJson, TellsAnHonestNoWithoutAnyFigure) {
  Simulation no = simulation();
  no.outcome = tl::unexpected(
      NoAnswer{NoAnswer::Why::TooHeavy, "end (1.0 s)", "too heavy", {"lats_r"}, {3.0, 4.0}});
  const json document = json::parse(simulation_json(no));
  EXPECT_EQ(document["simulated"], false);
  EXPECT_EQ(document["no_answer"]["why"], "too_heavy");
  EXPECT_EQ(document["no_answer"]["frame"], "end (1.0 s)");
  EXPECT_EQ(document["no_answer"]["at_limit"][0], "lats_r");
  EXPECT_FALSE(document.contains("muscles"));
}

TEST(SimulationJson, ListsTheWholeCatalogInItsOrder) {
  Simulation none = simulation();
  none.exercise = find_exercise(catalog_for_tests(), "cat-camel");
  none.outcome.reset();
  const json document = json::parse(simulations_json({simulation(), none}));
  EXPECT_EQ(document["schema"], "strongback.exercises/1");
  EXPECT_EQ(document["exercises"][0]["id"], "one-arm-row-bench");
  EXPECT_EQ(document["exercises"][0]["discs"]["L4/L5"]["compression_N"]["mean"], 900.0);
  EXPECT_EQ(document["exercises"][1]["simulated"], false);
}

TEST(AnswerCsv, NamesEveryColumnWithItsUnitAndHasARowForEachInstant) {
  const auto lines = split(answer_csv(answer(), tables()), '\n');
  EXPECT_THAT(lines[0], testing::StartsWith("time_s,knee_flexion_r_deg,psoas-L1_r_N,"
                                            "\"odd \"\"name\"\", with comma_N\",foot_r@floor_x_N,"
                                            "foot_r@floor_y_N,foot_r@floor_z_N,L5/S1_compression_N,"
                                            "L4/L5_compression_N"));
  EXPECT_THAT(lines[0], testing::EndsWith(",T12/L1_shear_N,iap_kPa"));
  EXPECT_THAT(lines[1], testing::StartsWith("0.5000,90.000,12.346,0.000,1.000,2.000,-3.000,0.000,"
                                            "1200.000,"));
  EXPECT_EQ(split(lines[1], ',').size(), 1u + 1u + 2u + 3u + 12u + 1u);
}

TEST(ValidationJson, HasTheSummaryAndEachCase) {
  Validation validation;
  validation.model = "1.2";
  validation.spine.n = 1;
  validation.spine.r = 0.97;
  SpineResult result;
  result.measured.id = "wilke-bend";
  result.measured.ratio = 2.0;
  result.measured.value = 1.0;
  result.computed_ratio = 2.2;
  validation.spine.cases = {result};
  EmgGroup group;
  group.study = "Fenwick2009";
  group.muscle = "latissimus-dorsi";
  group.n = 5;
  group.spearman = 0.9;
  validation.emg = {group};
  const json document = json::parse(validation_json(validation));
  EXPECT_EQ(document["schema"], "strongback.validation/1");
  EXPECT_EQ(document["spine"]["r"], 0.97);
  EXPECT_TRUE(document["spine"]["worst"].is_null());
  EXPECT_EQ(document["spine"]["cases"][0]["id"], "wilke-bend");
  EXPECT_EQ(document["spine"]["cases"][0]["ratio_error"], 0.1);
  EXPECT_EQ(document["emg"][0]["muscle"], "latissimus-dorsi");
  EXPECT_EQ(document["emg"][0]["spearman"], 0.9);
  EXPECT_TRUE(document["emg_median"].is_null());
}

}  // namespace
}  // namespace strongback
