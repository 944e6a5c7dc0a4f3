#include "exchange/ground_truth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "person/person_for_tests.h"
#include "person/read_person.h"

namespace strongback {
namespace {

using testing::HasSubstr;

/// One exercise with figures, one with an honest no, one that is not simulated.
GroundTruth three() {
  GroundTruth truth{"7", {}};
  TruthOf man;
  man.whose = "man";
  man.person = *read_person(STRONGBACK_SOURCE_DIR "/data/reference/man.toml", catalog_for_tests());
  for (const char* id : {"barbell-row", "pull-up", "child-pose"}) {
    TiredSet set;
    set.set.exercise = find_exercise(catalog_for_tests(), id);
    set.set.name = set.set.exercise->name;
    man.sets.push_back(set);
  }
  ExerciseAnswer answer;
  answer.discs[kL4L5].compression_N = {900.04, 1234.56};
  for (DiscLoad& disc : answer.discs) {
    const double peak = disc.compression_N.peak;
    disc.likely_N = {0.75 * peak, 1.25 * peak};
  }
  answer.muscles["latissimus-dorsi"] = {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}};
  man.sets[0].ends = SetEnds::Tired;
  man.sets[0].set.load = kilograms(20.0);
  man.sets[0].set.credit = {{"latissimus-dorsi", 1.0}, {"trapezius-middle", 0.55}};
  man.sets[0].set.credit_by_model = {"trapezius-middle"};
  man.sets[0].set.outcome = answer;
  man.sets[1].set.outcome =
      tl::unexpected(NoAnswer{NoAnswer::Why::TooHeavy, "top (1.0 s)", "too heavy, by far", {}, {}});
  truth.bodies.push_back(std::move(man));
  return truth;
}

std::string file(const GroundTruth& truth, const std::string& name) {
  for (const TextFile& one : truth_files(truth, catalog_for_tests())) {
    if (one.name == name) return one.text;
  }
  return "";
}

TEST(GroundTruth, HasARowForEachMuscleAndSide) {
  const std::string text = file(three(), "muscles.csv");
  EXPECT_THAT(text,
              HasSubstr("body,exercise,muscle,side,mean,peak,share,band,credit,credit_from\n"));
  EXPECT_THAT(text, HasSubstr("man,barbell-row,latissimus-dorsi,left,0.1,0.2,0.3,,1.0,list\n"
                              "man,barbell-row,latissimus-dorsi,right,0.4,0.5,0.6,,1.0,list\n"));
  EXPECT_THAT(text, HasSubstr("man,barbell-row,trapezius-middle,left,,,,,0.55,model\n"));
  EXPECT_EQ(split(text, '\n').size(), 1 + 3 * 2 * catalog_for_tests().muscles.size());
}

TEST(GroundTruth, HasARowForEachDiscAndNoNumberWithoutAnAnswer) {
  const std::string text = file(three(), "discs.csv");
  EXPECT_THAT(text, HasSubstr("man,barbell-row,L4/L5,900.0,1234.6,0.0,0.0,0.0,0.0,0.0,0.25\n"));
  EXPECT_THAT(text, HasSubstr("man,pull-up,L4/L5,,,,,,,,\n"));
}

TEST(GroundTruth, SaysWhyThereAreNoFigures) {
  const std::string text = file(three(), "exercises.csv");
  EXPECT_THAT(text, HasSubstr("\"too heavy, by far (at: top (1.0 s))\"\n"));
  EXPECT_THAT(text, HasSubstr("not simulated\n"));
  EXPECT_THAT(text, HasSubstr("man,barbell-row,Barbell bent-over row,tired,20.0,none,20.0,"));
}

TEST(GroundTruth, SaysItsVersionAndHowToCiteIt) {
  const std::string text = file(three(), "metadata.json");
  EXPECT_THAT(text, HasSubstr("\"schema\": \"strongback.ground-truth/1\""));
  EXPECT_THAT(text, HasSubstr("\"model\": \"7\""));
  EXPECT_THAT(text, HasSubstr("\"license\": \"Apache-2.0\""));
  EXPECT_THAT(text, HasSubstr("\"height_m\": 1.75"));
}

TEST(GroundTruth, IsTheSameBytesEveryTime) {
  const auto once = truth_files(three(), catalog_for_tests()),
             again = truth_files(three(), catalog_for_tests());
  ASSERT_EQ(once.size(), 5u);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].text, again[i].text);
}

TEST(ReferenceBodies, ArePersonsThatCanBeRead) {
  for (const char* whose : {"man", "woman"}) {
    const std::string path =
        std::string(STRONGBACK_SOURCE_DIR "/data/reference/") + whose + ".toml";
    EXPECT_TRUE(read_person(path, catalog_for_tests()).has_value()) << whose;
  }
}

}  // namespace
}  // namespace strongback
