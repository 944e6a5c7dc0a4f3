#include "assess/bands_page.h"

#include <gmock/gmock.h>

#include "assess/monte_carlo.h"
#include "movement/read_motion.h"
#include "reading/document.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::Not;

Uncertainty two_doubts() {
  Uncertainty made;
  made.doubts = {{"strength", "Strength of all muscles", "times 1.25", "ours", 1.25},
                 {"disc-tilt", "Tilt of the discs", "5 deg", "a book", 5.0}};
  made.pose = {{"lumbar_flexion", 5.0 * kDegree, "asked"}};
  return made;
}

Bands bands(const std::string& exercise, double pose) {
  Bands made;
  made.exercise = exercise;
  made.model = "2";
  made.samples = 160;
  made.not_solved = pose / 10.0;
  made.load = kilograms(12);
  made.measured_error = 0.2;
  made.discs.fill({0.85, 1.0, 1.15});
  made.muscles["multifidus"] = {{-0.1, 0.3}, {-0.1, 0.3}, {-0.1, 0.3}, {-0.1, 0.3}};
  made.compression_from = {{"pose", pose}, {"strength", 0.25}, {"rest", 0.1}};
  made.activation_from["multifidus"] = {{"disc-tilt", 0.5}};
  return made;
}

Catalog catalog() {
  Catalog made;
  Muscle muscle;
  muscle.id = "multifidus";
  muscle.name = "Multifidus";
  muscle.is_back = true;
  made.muscles = {muscle};
  made.bands["bird-dog"] = bands("bird-dog", 0.4);
  made.bands["row"] = bands("row", 0.6);
  made.bands["old"] = bands("old", 0.9);
  made.bands["old"].model = "1";
  made.bands["row"].samples = 64;
  return made;
}

TEST(BandsPart, ShowsWhatWasDrawnWhatMattersAndHowWideBandsAre) {
  const std::string page = bands_part(catalog(), two_doubts(), "2");
  EXPECT_THAT(page, HasSubstr("each of 2 simulated exercises 64 to 160 times"));
  EXPECT_THAT(page, HasSubstr("5 % of the samples in the median exercise, 6 % in the worst (row)"));
  EXPECT_THAT(page, HasSubstr("| Posture: all its angles | see below | 50 % | 60 % (row) |"));
  EXPECT_THAT(page, HasSubstr("| Tilt of the discs | 5 deg | 0 % | 0 % | 50 % | 50 % (bird-dog) | "
                              "a book |"));
  EXPECT_THAT(page, HasSubstr("| `lumbar_flexion` | 5 deg | asked |"));
  EXPECT_THAT(page, HasSubstr("| Multifidus | 2 | 20 % | 20 % (bird-dog) | disc-tilt 50 % |"));
  EXPECT_THAT(page, HasSubstr("| row | 12 | 0.85 | 1.00 | 1.15 | 0.75 to 1.25 | 6 % | pose 60 %, "
                              "strength 25 % |"));
  EXPECT_THAT(page, Not(HasSubstr("| old |")));  // another model's
}

TEST(BandsPart, IsNothingWithoutBandsOfTheModel) {
  EXPECT_EQ(bands_part(catalog(), two_doubts(), "3"), "");
}

TEST(BandsPlot, HasALineForEachCause) {
  const std::string svg = bands_plot(catalog(), two_doubts(), "2");
  EXPECT_THAT(svg, testing::StartsWith("<svg "));
  EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
  EXPECT_THAT(svg, HasSubstr("Strength of all muscles: median 25 %, largest 25 % (bird-dog)"));
  EXPECT_THAT(svg, HasSubstr("Posture: all its angles: median 50 %, largest 60 % (row)"));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(bands_plot({}, two_doubts(), "2"), Not(HasSubstr("nan")));
}

TEST(MonteCarlo, HasNoBandsWhereTheModelItselfHasNoAnswer) {
  const std::string data = STRONGBACK_SOURCE_DIR "/data";
  const auto tables = read_body_tables(data + "/body").value();
  const auto uncertainty = read_uncertainty(data + "/body", tables).value();
  const auto document = read_document(data + "/exercises/one_arm_row_bench.motion.toml");
  const auto motion = read_motion(document.value(), tables).value();
  const Build man{meters(1.75), kilograms(75.0), Sex::Male, 30};
  const auto none = monte_carlo({tables, uncertainty, man, motion, kilograms(400.0), 2},
                                [](std::size_t, const auto&) { FAIL() << "nothing to draw"; });
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.error().why, NoAnswer::Why::TooHeavy);
}

}  // namespace
}  // namespace strongback
