#include "catalog/bands.h"

#include <gmock/gmock.h>

#include "base/text.h"
#include "catalog/doses_for_tests.h"
#include "catalog/readers.h"
#include "reading/document.h"

namespace strongback {
namespace {

using testing::HasSubstr;

Bands row() {
  Bands bands;
  bands.exercise = "one-arm-row-bench";
  bands.model = "test";
  bands.inputs = "0123456789abcdef";
  bands.samples = 160;
  bands.not_solved = 0.05;
  bands.load = kilograms(11.5);
  bands.measured_error = 0.2;
  bands.discs.fill({0.85, 1.02, 1.3});
  bands.muscles["latissimus-dorsi"] = {{-0.1, 0.2}, {-0.2, 0.3}, {-0.1, 0.25}, {-0.2, 0.4}};
  bands.muscles["multifidus"] = {{-0.1, 0.2}, {-0.1, 0.2}, {-0.3, 0.4}, {-0.3, 0.4}};
  bands.compression_from = {{"pose", 0.5}, {"strength", 0.25}, {"rest", 0.25}};
  bands.activation_from["multifidus"] = {{"pose", 0.75}};
  return bands;
}

Reading read(const std::string& file, const std::string& text) {
  Reading reading;
  const auto document = parse_document(file, text);
  EXPECT_TRUE(document.has_value());
  read_bands(*document, reading);
  return reading;
}

TEST(BandsFile, GivesBackWhatWasWritten) {
  const Reading reading = read("one_arm_row_bench.toml", bands_toml(row()));
  EXPECT_THAT(reading.problems, testing::IsEmpty());
  const Bands* back = find_bands(reading.catalog.bands, "one-arm-row-bench", "test");
  ASSERT_NE(back, nullptr);
  EXPECT_EQ(bands_toml(*back), bands_toml(row()));
  EXPECT_EQ(back->muscles.at("latissimus-dorsi").right_peak.high, 0.4);
  EXPECT_EQ(back->compression_from, row().compression_from);
  EXPECT_EQ(back->load, kilograms(11.5));
}

TEST(BandsFile, SaysWhatIsWrong) {
  const auto wrong = [](const std::string& from, const std::string& to) {
    std::string text = bands_toml(row());
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    std::string all;
    for (const Problem& problem :
         read("one_arm_row_bench.toml", text.replace(at, from.size(), to)).problems) {
      all += to_text(problem) + "\n";
    }
    return all;
  };
  EXPECT_THAT(wrong("disc = \"T12/L1\"", "disc = \"L1/L2\""),
              testing::AllOf(HasSubstr("stands here twice"), HasSubstr("bands need all 6 discs")));
  EXPECT_THAT(wrong("\"0.85 1.02 1.3\"", "\"0.85 1.3 1.02\""),
              HasSubstr("'compression' must be 3 rising numbers from -1000 to 1000"));
  EXPECT_THAT(wrong("\"0.85 1.02 1.3\"", "\"0.85 1.02\""), HasSubstr("must be 3 rising numbers"));
  EXPECT_THAT(wrong("\"-0.1 0.25\"", "\"0.1 0.25\""),
              HasSubstr("'left_peak' must begin at 0 or below and end at 0 or above"));
  EXPECT_THAT(wrong("pose 0.5", "pose 5"), HasSubstr("each with a share from 0 to 1"));
  EXPECT_THAT(wrong("muscle = \"multifidus\"", "muscle = \"latissimus-dorsi\""),
              HasSubstr("stands here twice"));
  EXPECT_THAT(wrong("exercise = \"one-arm-row-bench\"", "exercise = \"bird-dog\""),
              HasSubstr("the bands of 'bird-dog' must stand in 'bird_dog.toml'"));
  EXPECT_THAT(wrong("not_solved = 0.05", "not_solved = 5"), HasSubstr("'not_solved'"));
}

TEST(FindBands, LeavesThoseOfAnotherModelAlone) {
  const BandsOf all = {{"one-arm-row-bench", row()}};
  EXPECT_NE(find_bands(all, "one-arm-row-bench", "test"), nullptr);
  EXPECT_EQ(find_bands(all, "one-arm-row-bench", "2"), nullptr);
  EXPECT_EQ(find_bands(all, "bird-dog", "test"), nullptr);
}

TEST(LikelyCompression, AddsBothErrorsAsIndependentOnes) {
  Bands bands = row();
  bands.discs[0] = {0.85, 1.0, 1.15};
  const auto likely = likely_compression(&bands);
  EXPECT_NEAR(likely[0].low, 0.75, 1e-12);  // 0.15² + 0.2² = 0.25²
  EXPECT_NEAR(likely[0].high, 1.25, 1e-12);
  bands.discs[0] = {1.1, 1.3, 1.5};  // drawn models all lie above: measurements still count below
  EXPECT_NEAR(likely_compression(&bands)[0].low, 0.8, 1e-12);
  bands.discs[0] = {-3.0, 1.0, 1.5};
  EXPECT_EQ(likely_compression(&bands)[0].low, 0.0);
}

TEST(LikelyCompression, IsADesignValueWithoutBands) {
  EXPECT_THAT(likely_compression(nullptr), testing::Each(kUnknownLikely));
}

TEST(LikelyActivation, HoldsTheComputedOneAndStaysAnActivation) {
  const Likely likely = likely_activation({-0.2, 0.4}, 0.45);
  EXPECT_NEAR(likely.low, 0.35, 1e-12);
  EXPECT_NEAR(likely.high, 0.65, 1e-12);
  EXPECT_NEAR(likely_activation({-0.5, 0.5}, 0.0).high, 0.025, 1e-12);
  EXPECT_EQ(likely_activation({-2.0, 2.0}, 0.6), (Likely{0.0, 1.0}));
}

TEST(Doses, TakeWhatIsLikelyFromTheBandsOfTheirModel) {
  Reading reading;
  reading.catalog.doses["one-arm-row-bench"] = surfaces_of({"one-arm-row-bench", {}});
  reading.catalog.doses["bird-dog"] = surfaces_of({"bird-dog", {}});
  reading.catalog.bands["one-arm-row-bench"] = row();
  link(reading, Catalog{});
  const auto& doses = reading.catalog.doses;
  const auto expected = likely_compression(&reading.catalog.bands.at("one-arm-row-bench"));
  EXPECT_EQ(doses.at("one-arm-row-bench")[0].likely, expected);
  EXPECT_EQ(doses.at("bird-dog")[0].likely, likely_compression(nullptr));
}

}  // namespace
}  // namespace strongback
