#include "assess/validation.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "assess/plots.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Setup playing(const std::string& posture) {
  Setup setup;
  setup.posture = posture;
  return setup;
}

SpineCase gate_case(const std::string& id, double megapascal, double ratio,
                    SpinePosition position = SpinePosition::Standing) {
  SpineCase made;
  made.id = id;
  made.study.id = "wilke";
  made.study.citation = "Wilke 1999";
  made.study.method = "needle";
  made.study.subject = {meters(1.74), kilograms(70), Sex::Male, 45};
  made.task = "task | " + id;
  made.level = "L4/L5";
  made.value = megapascal;
  made.ratio = ratio;
  made.position = position;
  made.use = MeasuredUse::Gate;
  made.setup = playing(id);
  made.reference = playing("standing");
  made.provenance = "from memory";
  return made;
}

EmgCase emg_case(const std::string& movement, double percent) {
  EmgCase made;
  made.id = movement;
  made.study.id = "juker";
  made.study.citation = "Juker 1998";
  made.movement = movement;
  made.muscles = {"obliques"};
  made.electrode = "external oblique";
  made.percent = percent;
  made.setup = playing(movement);
  return made;
}

/// A table in the engine's place.
struct Table {
  std::map<std::string, double> newtons, activation;

  [[nodiscard]] ComputedBy by() const {
    ComputedBy computed;
    computed.compression = [this](const Setup& setup, const Build&,
                                  std::size_t) -> tl::expected<double, std::string> {
      const auto found = newtons.find(setup.posture + setup.exercise);
      if (found == newtons.end()) return tl::unexpected<std::string>("it would fall");
      return found->second;
    };
    computed.activity =
        [this](const Setup& setup, const Build&,
               const std::vector<std::string>&) -> tl::expected<ComputedActivity, std::string> {
      const auto found = activation.find(setup.posture + setup.exercise);
      if (found == activation.end()) return tl::unexpected<std::string>("not simulated yet");
      return ComputedActivity{found->second, 1.0 - found->second};
    };
    return computed;
  }
};

const GateLine& line(const Validation& validation, const std::string& words) {
  for (const GateLine& one : validation.gate) {
    if (one.text.find(words) != std::string::npos) return one;
  }
  ADD_FAILURE() << "no line of the gate speaks of " << words;
  return validation.gate.front();
}

/// Standing 500 N, bent twice that, lying a fifth.
Measured three_cases() {
  Measured measured;
  measured.spine = {gate_case("standing", 500 / kNewtonsPerMegapascal, 1.0),
                    gate_case("bent", 1000 / kNewtonsPerMegapascal, 2.0),
                    gate_case("lifting", 2000 / kNewtonsPerMegapascal, 4.0),
                    gate_case("supine", 100 / kNewtonsPerMegapascal, 0.2, SpinePosition::Lying)};
  measured.spine[0].gates_newtons = measured.spine[1].gates_newtons = true;
  return measured;
}

TEST(Validate, RatiosToTheComputedStanding) {
  const Table table{{{"standing", 600}, {"bent", 1320}, {"lifting", 2160}, {"supine", 180}}, {}};
  const SpineSummary spine = validate(three_cases(), table.by(), "1").spine;
  EXPECT_EQ(spine.n, 3);  // standing is 1 by definition
  EXPECT_DOUBLE_EQ(*spine.cases[1].computed_ratio, 2.2);
  EXPECT_NEAR(*spine.mean_error, 0.1, 1e-12);  // 10 % high and 10 % low; lying is not in it
  EXPECT_NEAR(*spine.mean_error_with_lying, (0.1 + 0.1 + 0.5) / 3, 1e-12);
  EXPECT_NEAR(*spine.worst, 0.1, 1e-12);
  EXPECT_NEAR(*spine.worst_lying, 0.1, 1e-12);
  EXPECT_NEAR(spine.rmse, std::sqrt((0.04 + 0.16 + 0.01) / 3), 1e-12);
  EXPECT_NEAR(*spine.worst_newtons, 0.32, 1e-12);  // 1320 for 1000 N; lifting is not asked
}

TEST(Validate, TheGateSaysWhichTargetIsMissed) {
  const Table table{{{"standing", 600}, {"bent", 1320}, {"lifting", 2160}, {"supine", 180}}, {}};
  const Validation validation = validate(three_cases(), table.by(), "1");
  EXPECT_TRUE(line(validation, "mean error").is_met);
  EXPECT_TRUE(line(validation, "lying").is_met);
  EXPECT_FALSE(line(validation, "newtons").is_met);
  EXPECT_FALSE(validation.is_met());
  EXPECT_TRUE(validation.spine.cases[0].keeps_newtons());
  EXPECT_FALSE(validation.spine.cases[1].keeps_newtons());
}

TEST(Validate, TheWorstCaseIsNamed) {
  const Table table{{{"standing", 500}, {"bent", 1000}, {"lifting", 1200}, {"supine", 100}}, {}};
  const Validation validation = validate(three_cases(), table.by(), "1");
  EXPECT_EQ(validation.spine.worst_case, "lifting");
  EXPECT_NEAR(*validation.spine.worst, 0.4, 1e-12);
  EXPECT_FALSE(validation.spine.cases[2].keeps_ratio());
  EXPECT_FALSE(line(validation, "worst error of a ratio").is_met);
}

TEST(Validate, ACaseWithoutAFigureFailsTheGateAndSaysWhy) {
  const Table table{{{"standing", 500}, {"bent", 1000}, {"supine", 100}}, {}};
  const Validation validation = validate(three_cases(), table.by(), "1");
  EXPECT_EQ(validation.spine.n, 2);
  EXPECT_EQ(validation.spine.cases[2].missing, "it would fall");
  EXPECT_FALSE(line(validation, "gate cases with a figure").is_met);
  EXPECT_THAT(validation_page(validation), HasSubstr("No figure for lifting: it would fall."));
}

TEST(Validate, ReportedCasesDecideNothing) {
  Measured measured = three_cases();
  SpineCase implant = gate_case("bent", 0, 3.75);
  implant.use = MeasuredUse::Report;
  implant.measure = SpineMeasure::Increase;
  implant.value = 330.0;
  measured.spine.push_back(implant);
  const Table table{{{"standing", 500}, {"bent", 1000}, {"lifting", 2000}, {"supine", 100}}, {}};
  const Validation validation = validate(measured, table.by(), "1");
  ASSERT_THAT(validation.reported, SizeIs(1));
  EXPECT_DOUBLE_EQ(*validation.reported[0].computed_increase_N, 500.0);
  EXPECT_FALSE(validation.reported[0].newton_error());
  EXPECT_NEAR(*validation.spine.worst, 0.0, 1e-12);
}

TEST(Validate, FactsOfOrderAgainstStanding) {
  Measured measured;
  SpineOrder order;
  order.setup = playing("one leg");
  order.reference = playing("standing");
  order.ratio = 1.71;
  measured.spine_orders = {order, order, order};
  measured.spine_orders[1].is_at_least = true;
  measured.spine_orders[2].setup = playing("unknown");
  const Table table{{{"standing", 500}, {"one leg", 300}}, {}};
  const Validation validation = validate(measured, table.by(), "1");
  EXPECT_EQ(validation.ordinals[0].holds, true);
  EXPECT_EQ(validation.ordinals[1].holds, false);
  EXPECT_EQ(validation.ordinals[2].holds, std::nullopt);
  EXPECT_EQ(validation.ordinals[2].missing, "it would fall");
  EXPECT_DOUBLE_EQ(*line(validation, "facts of order").value, 1.0);
  EXPECT_FALSE(line(validation, "facts of order").is_met);
}

TEST(Validate, FactsOfOrderAgainstOtherExercises) {
  Measured measured;
  SpineOrder order;
  order.setup.exercise = "chin-up";
  order.is_at_least = true;
  order.others.resize(2);
  order.others[0].exercise = "row";
  order.others[1].exercise = "pulldown";
  measured.spine_orders = {order};
  Table table{{{"chin-up", 900}, {"row", 800}, {"pulldown", 850}}, {}};
  EXPECT_EQ(validate(measured, table.by(), "1").ordinals[0].holds, true);
  table.newtons["pulldown"] = 950;
  EXPECT_EQ(validate(measured, table.by(), "1").ordinals[0].holds, false);
  table.newtons.erase("row");
  EXPECT_EQ(validate(measured, table.by(), "1").ordinals[0].missing, "row: it would fall");
}

TEST(Validate, MuscleActivityIsRankedWithinAMuscleOfAStudy) {
  Measured measured;
  Table table;
  const std::vector<std::string> movements = {"a", "b", "c", "d", "e"};
  for (std::size_t i = 0; i < movements.size(); ++i) {
    measured.emg.push_back(emg_case(movements[i], 10.0 * static_cast<double>(i)));
    table.activation[movements[i]] = 0.1 * static_cast<double>(i) + 0.05;
  }
  Validation validation = validate(measured, table.by(), "1");
  ASSERT_THAT(validation.emg, SizeIs(1));
  EXPECT_EQ(validation.emg[0].n, 5);
  EXPECT_NEAR(*validation.emg[0].spearman, 1.0, 1e-12);
  EXPECT_NEAR(*validation.emg[0].spearman_peak, -1.0, 1e-12);
  EXPECT_NEAR(*validation.emg_median, 1.0, 1e-12);

  table.activation.erase("c");  // four are too few
  validation = validate(measured, table.by(), "1");
  EXPECT_THAT(validation.emg, IsEmpty());
  ASSERT_THAT(validation.emg_small, SizeIs(1));
  EXPECT_EQ(validation.emg_small[0].n, 4);
  EXPECT_FALSE(validation.emg_median);
  EXPECT_FALSE(line(validation, "median").is_met);
}

TEST(Validate, TheSameMovementTwiceIsOneMovement) {
  Measured measured;
  Table table;
  for (const char* movement : {"a", "b", "c", "d"}) {
    measured.emg.push_back(emg_case(movement, 10.0));
    table.activation[movement] = 0.1;
  }
  measured.emg.push_back(measured.emg.back());
  EXPECT_EQ(validate(measured, table.by(), "1").emg_small.at(0).n, 4);
}

TEST(Validate, AModelThatTellsNoMovementsApartCountsAsZero) {
  Measured measured;
  Table table;
  for (const char* movement : {"a", "b", "c", "d", "e"}) {
    measured.emg.push_back(emg_case(movement, static_cast<double>(movement[0])));
    table.activation[movement] = 0.1;
  }
  const Validation validation = validate(measured, table.by(), "1");
  EXPECT_FALSE(validation.emg[0].spearman);
  EXPECT_DOUBLE_EQ(*validation.emg_median, 0.0);
}

TEST(Validate, NoNumberThatIsNotFinite) {
  const Table table{{{"standing", 500}, {"bent", std::nan("")}, {"lifting", 2000}, {"supine", 100}},
                    {}};
  const Validation validation = validate(three_cases(), table.by(), "1");
  EXPECT_FALSE(validation.spine.cases[1].computed_N);
  EXPECT_THAT(validation_page(validation), Not(HasSubstr("nan")));
}

TEST(ValidationPage, ShowsEveryCaseAndKeepsItsTables) {
  const Table table{{{"standing", 500}, {"bent", 1100}, {"lifting", 2000}, {"supine", 100}}, {}};
  const std::string page = validation_page(validate(three_cases(), table.by(), "7"));
  EXPECT_THAT(page, HasSubstr("Model 7."));
  EXPECT_THAT(page, HasSubstr("| bent | wilke | task \\| bent | 2.00 | 2.20 | +10 % |"));
  EXPECT_THAT(page, HasSubstr("| supine | wilke | task \\| supine | 0.20 | 0.20 | +0.00 |"));
  EXPECT_THAT(page, HasSubstr("Not every target is met"));  // there is no muscle activity
}

TEST(Plots, HoldEveryComputedCaseAndEscapeWords) {
  Measured measured = three_cases();
  measured.spine[1].id = "bent";
  measured.spine[1].task = "bent <b> & \"far\"";
  const Table table{{{"standing", 500}, {"bent", 1100}, {"lifting", 2000}}, {}};
  const std::string svg = spine_plot(validate(measured, table.by(), "1"));
  EXPECT_THAT(svg, testing::StartsWith("<svg "));
  EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
  EXPECT_THAT(svg, HasSubstr(">bent</text>"));
  EXPECT_THAT(svg, HasSubstr("bent &lt;b&gt; &amp; &quot;far&quot;"));
  EXPECT_THAT(svg, Not(HasSubstr(">supine</text>")));   // no figure
  EXPECT_THAT(svg, Not(HasSubstr("task | standing")));  // 1 by definition
}

TEST(Plots, OfNothingAreWhole) {
  const Validation nothing = validate({}, Table{}.by(), "1");
  EXPECT_THAT(spine_plot(nothing), testing::EndsWith("</svg>\n"));
  EXPECT_THAT(activity_plot(nothing), HasSubstr("no group is large enough"));
  EXPECT_THAT(spine_plot(nothing), Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace strongback
