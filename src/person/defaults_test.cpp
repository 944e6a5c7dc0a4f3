#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> assumed(const std::string& added, const std::string& age = "44") {
  return right_person("sex = \"female\"\nage = " + age + "\n" + added).assumptions;
}

TEST(Defaults, AreEachPrintedAsAnAssumption) {
  EXPECT_THAT(
      assumed(""),
      ElementsAre("No country was given: the advice names no telephone numbers.",
                  "No units were given: kilograms and centimeters are used.",
                  "No height was given: 163 cm is assumed.",
                  "No body mass was given: 62 kg is assumed.",
                  "No training level was given: novice is assumed.",
                  "When you last trained was not said: no break is assumed.",
                  "No goal was given: health is assumed.",
                  "No training days were given: Monday, Wednesday and Friday are assumed.",
                  "No time of day was given: 18:00 is assumed.",
                  "No session length was given: 40 minutes are assumed.",
                  "No time of getting up was given: 07:00 is assumed.",
                  "No equipment was named: only what most homes have is used.",
                  "Taken to be at hand: a mat, a rug or a carpet; a bed; a clear stretch of wall; "
                  "a kitchen "
                  "counter; a door frame; a towel.",
                  "Whether you get down to the floor and up again was not said: yes is assumed.",
                  "No hours of sleep were given: at least six a night are assumed.",
                  "No condition of health was named: none is assumed.",
                  "Today's pain was not given: none is assumed.",
                  "No sets of the last week were given: every muscle is taken to be rested.",
                  "No soreness was given: none is assumed.",
                  "No walks or chores were given: none are counted."));
}

TEST(Defaults, AreInPoundsInTheUnitedStates) {
  const auto sentences = assumed("country = \"US\"\n[equipment]\nhave = [\"cable\"]\n");
  EXPECT_THAT(sentences, Contains("No units were given: pounds, feet and inches are used."));
  EXPECT_THAT(sentences, Contains("No height was given: 5 ft 4 in is assumed."));
  EXPECT_THAT(sentences, Contains("No body mass was given: 135 lb is assumed."));
  EXPECT_THAT(sentences,
              Contains("No loads were given for a cable machine: 10 lb to 120 lb in steps "
                       "of 10 lb are assumed."));
}

TEST(Defaults, SpreadTheDaysOverTheWeek) {
  const Person person =
      right_person("sex = \"male\"\nage = 30\n[time]\ndays_per_week = 2\nat = \"07:00\"\n");
  ASSERT_EQ(person.days.size(), 2U);
  EXPECT_EQ(person.days[1].weekday, 3);
  EXPECT_EQ(person.days[1].start_min, 7 * 60);
  EXPECT_THAT(person.assumptions,
              Contains("No training days were given: Monday and Thursday are assumed."));
  EXPECT_THAT(person.assumptions, Contains("No time of getting up was given: 06:00 is assumed."));
}

TEST(Defaults, NameTheDaysWithoutATime) {
  EXPECT_THAT(assumed("[time]\ndays = [\"mon\", \"fri\"]\nat = { mon = \"08:00\" }\n"),
              Contains("No time of day was given for Friday: 18:00 is assumed."));
}

TEST(Defaults, SayThatNobodyIsKnownToCallThere) {
  EXPECT_THAT(
      assumed("country = \"AQ\"\n"),
      Contains("Whom to call in 'AQ' is not known here: the advice names no telephone numbers."));
}

TEST(Defaults, MakeANoviceOfThoseWhoNeverTrained) {
  const Person person = right_person(
      "sex = \"male\"\nage = 30\n[training]\nlevel = \"advanced\"\nlast_trained = \"never\"\n");
  EXPECT_EQ(person.level, Level::Novice);
  EXPECT_THAT(person.assumptions,
              Contains("The level says advanced, but you never trained: novice is assumed."));
  EXPECT_THAT(person.assumptions, Not(Contains(HasSubstr("No sets of the last week"))));
}

TEST(Defaults, KeepTheOldAndTheSeatedOffTheFloor) {
  EXPECT_FALSE(right_person("sex = \"male\"\nage = 75\n").can_use_floor);
  EXPECT_TRUE(right_person("sex = \"male\"\nage = 74\n").can_use_floor);
  const Person seated = right_person("sex = \"male\"\nage = 40\n[body]\nchair_only = true\n");
  EXPECT_FALSE(seated.can_use_floor);
  EXPECT_THAT(seated.inventory.things, Contains("chair"));
}

TEST(Defaults, SpeakToAGuardianBelowEighteen) {
  const std::string note =
      "At 16, a parent or guardian should read this program with you before the first session.";
  EXPECT_THAT(assumed("", "16"), Contains(note));
  EXPECT_THAT(assumed("", "18"), Not(Contains(HasSubstr("guardian"))));
}

TEST(Defaults, OfPainAreSaid) {
  const Person person = right_person("sex = \"male\"\nage = 40\n[pain]\nnow = 4\n");
  EXPECT_EQ(person.pain.site, Site::BackOnly);
  EXPECT_THAT(person.assumptions,
              Contains("The usual pain was not given: a flare is seen only when you name it."));
  EXPECT_THAT(person.assumptions,
              Contains("Where it hurts was not said: the back alone is assumed."));
}

TEST(Defaults, LeaveWhatIsWithoutOut) {
  const Person person = right_person(
      "sex = \"male\"\nage = 40\n[equipment]\nhave = [\"mat\", \"chair\"]\n"
      "without = [\"bed\", \"wall\", \"counter\", \"door\", \"towel\"]\n");
  EXPECT_THAT(person.inventory.things, ElementsAre("mat", "chair"));
  EXPECT_THAT(person.assumptions, Not(Contains(HasSubstr("at hand"))));
}

TEST(Defaults, OfABandAreSaid) {
  const Person person = right_person("sex = \"male\"\nage = 40\n[equipment]\nhave = [\"band\"]\n");
  ASSERT_EQ(person.inventory.bands.size(), 1U);
  EXPECT_THAT(person.assumptions,
              Contains("No force was given for the band 'band': repetitions decide whether it is "
                       "strong enough."));
}

}  // namespace
}  // namespace strongback
