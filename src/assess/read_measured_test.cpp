#include <gmock/gmock.h>

#include "assess/measured.h"
#include "reading/document.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kFile = std::string(STRONGBACK_SOURCE_DIR) + "/data/measured/a.toml";
const MeasuredIds kIds{{"bird-dog", "side-plank"}, {"multifidus", "obliques"}};

constexpr const char* kHead = R"(schema = 1
[[study]]
id = "wilke"
citation = "Wilke 1999"
method = "needle"
people = 1
sex = "male"
height_m = 1.74
mass_kg = 70
age_years = 45
)";

constexpr const char* kCase = R"([[case]]
id = "W10"
study = "wilke"
task = "bent"
level = "L4/L5"
disc = "L4/L5"
pressure_MPa = 1.1
range_MPa = [1.0, 1.2]
relative_to_standing = 2.2
position = "standing"
use = "gate"
gates_newtons = true
posture = "postures/bent_36.pose.toml"
load_kg = 20
provenance = "from memory"
)";

constexpr const char* kEmg = R"([[emg]]
id = "E1"
study = "wilke"
movement = "bird dog"
muscles = ["multifidus"]
electrode = "lumbar multifidus"
percent_mvc = 30
bound = "at-least"
kind = "peak"
exercise = "bird-dog"
load_of_maximum = 0.7
confidence = "high"
provenance = "read"
)";

/// Every problem as "line: message" (and "| hint").
std::vector<std::string> problems_of(const std::string& text, Measured& measured) {
  std::vector<std::string> made;
  const auto document = parse_document(kFile, text);
  if (!document) return {"not TOML"};
  for (const Problem& problem : read_measurements(*document, kIds, measured)) {
    made.push_back(std::to_string(problem.place.line) + ": " + problem.message +
                   (problem.hint.empty() ? "" : " | " + problem.hint));
  }
  return made;
}

std::vector<std::string> problems_of(const std::string& text) {
  Measured measured;
  return problems_of(text, measured);
}

/// `text` with `from`, which must be there, replaced.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ReadMeasured, ACaseWithItsStudy) {
  Measured measured;
  ASSERT_THAT(problems_of(std::string(kHead) + kCase, measured), IsEmpty());
  ASSERT_THAT(measured.spine, SizeIs(1));
  const SpineCase& one = measured.spine[0];
  EXPECT_EQ(one.study.citation, "Wilke 1999");
  EXPECT_DOUBLE_EQ(one.study.subject.mass.si(), 70.0);
  EXPECT_EQ(one.disc, kL4L5);
  EXPECT_EQ(one.measure, SpineMeasure::Pressure);
  EXPECT_DOUBLE_EQ(*one.value, 1.1);
  EXPECT_DOUBLE_EQ(*one.high, 1.2);
  EXPECT_DOUBLE_EQ(*one.ratio, 2.2);
  EXPECT_TRUE(one.gates_newtons);
  EXPECT_EQ(one.setup.load_kind, SetupLoad::Held);
  EXPECT_DOUBLE_EQ(one.setup.load, 20.0);
  EXPECT_TRUE(one.setup.posture.ends_with("data/measured/postures/bent_36.pose.toml"));
  EXPECT_TRUE(one.reference.posture.ends_with("postures/standing.pose.toml"));
}

TEST(ReadMeasured, BodyWeightsBecomeNewtons) {
  Measured measured;
  const std::string text = with(with(kCase, "pressure_MPa = 1.1", "resultant_body_weights = 1.5"),
                                "range_MPa = [1.0, 1.2]", "range_body_weights = [1, 2]");
  ASSERT_THAT(problems_of(std::string(kHead) + text, measured), IsEmpty());
  EXPECT_NEAR(*measured.spine[0].value, 1.5 * 70.0 * 9.81, 1e-9);
  EXPECT_NEAR(*measured.spine[0].low, 70.0 * 9.81, 1e-9);
  EXPECT_EQ(measured.spine[0].measure, SpineMeasure::Resultant);
}

TEST(ReadMeasured, ElectromyogramsWithBoundAndLoad) {
  Measured measured;
  ASSERT_THAT(problems_of(std::string(kHead) + kEmg, measured), IsEmpty());
  const EmgCase& emg = measured.emg.at(0);
  EXPECT_EQ(emg.bound, '>');
  EXPECT_EQ(emg.kind, EmgKind::Peak);
  EXPECT_EQ(emg.setup.exercise, "bird-dog");
  EXPECT_EQ(emg.setup.load_kind, SetupLoad::OfMaximum);
  EXPECT_DOUBLE_EQ(emg.setup.load, 0.7);
}

TEST(ReadMeasured, UnknownIdsWithAGuess) {
  std::string text = with(kEmg, "\"multifidus\"", "\"multifidos\"");
  text = with(with(text, "\"bird-dog\"", "\"bird-dgo\""), "\"wilke\"", "\"wilk\"");
  EXPECT_THAT(problems_of(std::string(kHead) + text),
              ElementsAre("13: 'wilk' is no study | did you mean 'wilke'?",
                          "15: 'multifidos' is no muscle | did you mean 'multifidus'?",
                          "20: 'bird-dgo' is no exercise | did you mean 'bird-dog'?"));
}

TEST(ReadMeasured, APostureThatIsNotThere) {
  const auto problems =
      problems_of(kHead + with(kCase, "postures/bent_36.pose.toml", "postures/bnt.pose.toml"));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_THAT(problems[0], testing::StartsWith("23: there is no posture at '"));
  EXPECT_THAT(problems[0], testing::HasSubstr("stands relative to the folder of this file"));
}

TEST(ReadMeasured, AGateCaseMustBePlayableAndHaveARatio) {
  const std::string text = with(with(kCase, "relative_to_standing = 2.2\n", ""),
                                "posture = \"postures/bent_36.pose.toml\"", "why_not = \"moves\"");
  EXPECT_THAT(problems_of(std::string(kHead) + text),
              ElementsAre("11: a gate case needs a posture or exercise, and a ratio"));
}

TEST(ReadMeasured, OneFigureAndOneSetup) {
  const std::string two = with(kCase, "pressure_MPa = 1.1", "pressure_MPa = 1.1\nshear_N = 5");
  EXPECT_THAT(
      problems_of(std::string(kHead) + two),
      ElementsAre(testing::StartsWith("11: one figure is needed | it is one of: pressure_")));
  const std::string setups = with(kCase, "load_kg = 20", "exercise = \"bird-dog\"");
  EXPECT_THAT(problems_of(std::string(kHead) + setups),
              ElementsAre("11: exactly one of 'posture', 'exercise' and 'why_not' is needed"));
}

TEST(ReadMeasured, FiguresOutOfRangeAndUnknownKeys) {
  const std::string text = with(with(kCase, "1.1\n", "11\n"), "load_kg = 20", "load_kg = 5000");
  EXPECT_THAT(problems_of(std::string(kHead) + with(text, "task", "tsk")),
              testing::IsSupersetOf({"17: 'pressure_MPa' must be a number from 0 to 10 MPa",
                                     "24: 'load_kg' must be a number from 0 to 500 kg",
                                     "11: 'task' is missing"}));
}

TEST(ReadMeasured, AnIdTwice) {
  EXPECT_THAT(problems_of(std::string(kHead) + kCase + kCase),
              ElementsAre("27: 'W10' stands here twice"));
}

TEST(ReadMeasured, AFileWithoutMeasurements) {
  EXPECT_THAT(problems_of(kHead),
              ElementsAre(testing::StartsWith("1: the file holds no measurement | it needs")));
}

TEST(ReadMeasured, AnOrderNeedsOneThingToCompareWith) {
  const std::string text = std::string(kHead) + R"([[order]]
id = "V1"
study = "wilke"
task = "one leg"
level = "L1/L3"
disc = "L2/L3"
is = "at-least"
exercise = "bird-dog"
provenance = "read"
)";
  EXPECT_THAT(problems_of(text),
              ElementsAre("11: exactly one of 'relative_to_standing' and 'others' is needed"));
  Measured measured;
  ASSERT_THAT(problems_of(text + "others = [\"side-plank\"]\n", measured), IsEmpty());
  EXPECT_EQ(measured.spine_orders.at(0).others.at(0).exercise, "side-plank");
  EXPECT_TRUE(measured.spine_orders.at(0).is_at_least);
}

TEST(ReadMeasured, EveryProblemOfEveryFile) {
  const auto measured = read_measured({"/no/such/a.toml", "/no/such/b.toml"}, kIds);
  ASSERT_FALSE(measured);
  EXPECT_THAT(measured.error(), SizeIs(2));
}

}  // namespace
}  // namespace strongback
