#include "person/read_person.h"

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReadPerson, NeedsSexAndAgeOnly) {
  EXPECT_EQ(messages(person_from("")),
            "p.toml:1:1: error: 'sex' is missing\np.toml:1:1: error: 'age' is missing");
  EXPECT_EQ(messages(person_from("# nobody yet\n\n# really\n")),
            "p.toml:1:1: error: 'sex' is missing\np.toml:1:1: error: 'age' is missing");
  EXPECT_EQ(right_person("sex = \"male\"\nage = 52\n").age, 52);
}

TEST(ReadPerson, RefusesOddInputsWithoutTrouble) {
  EXPECT_THAT(messages(person_from("[")), HasSubstr("this is not TOML"));
  EXPECT_THAT(messages(person_from("sex = \xC3\x28")), HasSubstr("the text is not UTF-8 here"));
  EXPECT_THAT(messages(person_from(std::string("sex\0=", 5))), HasSubstr("control character"));
  EXPECT_THAT(messages(person_from("x = " + std::string(500, '['))), HasSubstr("deep"));
  EXPECT_THAT(messages(person_from(std::string(300 * 1024, '#'))),
              HasSubstr("larger than 256 KiB"));
  EXPECT_THAT(messages(person_from("sex = \"female\"\nsex = \"male\"")),
              HasSubstr("this is not TOML"));
}

TEST(ReadPerson, RefusesTextsThatSteerATerminal) {
  EXPECT_EQ(refusal("name = \"\\u001b[2J\"\n"),
            "p.toml:3:8: error: 'name' holds a control character\n"
            "  hint: write plain letters, digits and signs");
  EXPECT_EQ(right_person("sex = \"male\"\nage = 52\nname = \"a\\nb\"\n").name, "a b");
}

/// A person who deletes a line, or saves half a file, gets an answer with a place in the file.
TEST(ReadPerson, SurvivesEveryLineLeftOutAndEveryCut) {
  for (const std::string name : {"disc-compression.toml", "experienced.toml"}) {
    const auto text = *read_text(STRONGBACK_SOURCE_DIR "/examples/" + name);
    int refused = 0;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      const auto end = text.find('\n', at) + 1;
      for (const auto& broken :
           {text.substr(0, at) + text.substr(end), text.substr(0, (at + end) / 2)}) {
        const auto person = person_from(broken);
        if (person) continue;
        ++refused;
        for (const auto& problem : person.error()) EXPECT_GE(problem.place.line, 1) << broken;
      }
    }
    EXPECT_GT(refused, 20);
  }
}

TEST(ReadPerson, RefusesEverySectionThatIsNoTable) {
  for (const std::string key :
       {"training", "time", "equipment", "body", "screening", "pain", "therapist", "preferences",
        "last_week", "week", "walking", "lifestyle"}) {
    EXPECT_EQ(refusal(key + " = 3\n"), "p.toml:3:" + std::to_string(key.size() + 4) + ": error: '" +
                                           key + "' must be a table\n  hint: write [" + key + "]");
  }
}

TEST(ReadPerson, RefusesANewerSchema) {
  EXPECT_EQ(refusal("schema = 2\n"),
            "p.toml:3:10: error: 'schema' must be a whole number from 1 to 1");
}

TEST(ReadPerson, TakesEitherSystemOfUnits) {
  const Person person = right_person(
      "sex = \"female\"\nage = 44\nheight = \"5 ft 6 in\"\nmass = \"141 lb\"\ncountry = \"US\"\n"
      "[equipment]\ndumbbells = [\"2 x 5 lb\", \"10 lb\"]\n");
  EXPECT_NEAR(in_centimeters(person.height), 167.64, 1e-9);
  EXPECT_NEAR(in_kilograms(person.mass), 63.9565, 1e-4);
  EXPECT_EQ(person.units, Units::Imperial);
  ASSERT_EQ(person.inventory.dumbbells.size(), 2U);
  EXPECT_EQ(person.inventory.dumbbells[0].count, 2);
  EXPECT_NEAR(in_pounds(person.inventory.dumbbells[0].each), 5.0, 1e-9);
  EXPECT_NEAR(bmi(person), 22.757, 1e-3);
}

TEST(ReadPerson, WritesThePossibleRangeInThePersonsUnits) {
  EXPECT_THAT(
      refusal("units = \"imperial\"\nheight = \"7 ft 2 in\"\nmass = \"70 lb\"\n"),
      HasSubstr("a height of 7 ft 2 in and a mass of 70 lb do not go together: the body mass "
                "index would be 6.7, and from 11 to 90 is possible"));
}

TEST(ReadPerson, ReadsTheTimeOfEachDay) {
  const Person person = right_person(
      "sex = \"female\"\nage = 44\n[time]\ndays = [\"fri\", \"Monday\"]\n"
      "at = { monday = 07:30:00, friday = \"16:00\" }\nwake = \"06:00\"\nstart = 2026-11-30\n");
  ASSERT_EQ(person.days.size(), 2U);
  EXPECT_EQ(person.days[0].weekday, 0);
  EXPECT_EQ(person.days[0].start_min, 450);
  EXPECT_EQ(person.days[1].weekday, 4);
  EXPECT_EQ(person.days[1].start_min, 960);
  EXPECT_EQ(to_text(*person.start), "2026-11-30");
}

TEST(ReadPerson, RefusesATimeForADayThatIsNotNamed) {
  EXPECT_EQ(refusal("[time]\ndays = [\"monday\"]\nat = { tuesday = \"07:30\" }\n"),
            "p.toml:5:8: error: 'tuesday' has a time in 'at' but is not in 'days'");
}

TEST(ReadPerson, LetsNightWorkersTrainBeforeTheyGetUp) {
  EXPECT_EQ(right_person("sex = \"female\"\nage = 44\n[time]\ndays = [\"mon\"]\nat = \"02:00\"\n"
                         "wake = \"14:00\"\n")
                .wake_min,
            14 * 60);
}

TEST(ReadPerson, KnowsWhenTrainingStopped) {
  const auto trained = [](const std::string& line) {
    return right_person("sex = \"female\"\nage = 44\n[training]\n" + line + "\n");
  };
  EXPECT_EQ(trained("last_trained = \"3 weeks ago\"").weeks_since_training, 3.0);
  EXPECT_EQ(trained("weeks_since = 2.5").weeks_since_training, 2.5);
  EXPECT_TRUE(trained("last_trained = \"never\"").never_trained);
  EXPECT_FALSE(trained("last_trained = \"never\"").weeks_since_training.has_value());
  EXPECT_EQ(refusal("[training]\nlast_trained = \"never\"\nweeks_since = 3\n"),
            "p.toml:5:15: error: 'last_trained' and 'weeks_since' say the same\n"
            "  hint: keep one of them");
}

TEST(ReadPerson, TakesPostureForEndurance) {
  EXPECT_THAT(right_person("sex = \"female\"\nage = 44\n[training]\ngoals = [\"posture\"]\n").goals,
              ElementsAre(Goal::Endurance));
  EXPECT_EQ(refusal("[training]\ngoals = [\"posture\", \"endurance\"]\n"),
            "p.toml:4:21: error: the goal 'endurance' stands twice");
}

TEST(ReadPerson, OwnsTheKindOfEachLoad) {
  const Inventory owned =
      right_person(
          "sex = \"female\"\nage = 44\n[equipment]\nhave = [\"chair\"]\nkettlebells = [\"8 kg\"]\n"
          "adjustable = { handles = 2, handle = \"2 kg\", plates = [\"4 x 1.25 kg\"] }\n"
          "barbell = { bar = \"20 kg\", plates = [\"2 x 10 kg\"] }\n"
          "without = [\"mat\", \"bed\", \"wall\", \"counter\", \"door\", \"towel\"]\n"
          "[[equipment.band]]\nname = \"red\"\nforce = \"60 N\"\n"
          "[equipment.stack.cable]\nlightest = \"5 kg\"\nheaviest = \"70 kg\"\nstep = \"2.5 kg\"\n"
          "[[equipment.household]]\nobject = \"tin-400g\"\ncount = 2\n"
          "[[equipment.household]]\nname = \"bag of rice\"\nmass = \"1 kg\"\n")
          .inventory;
  EXPECT_THAT(owned.things, ElementsAre("chair", "kettlebell", "dumbbell", "barbell", "band",
                                        "cable", "household"));
  EXPECT_EQ(owned.adjustable->handles, 2);
  EXPECT_EQ(owned.barbell->plates[0].count, 2);
  EXPECT_EQ(owned.bands[0].at_double, newtons(60));
  EXPECT_EQ(owned.stacks.at("cable").heaviest, kilograms(70));
  EXPECT_EQ(owned.household[0].name, "400 g tin");
  EXPECT_EQ(owned.household[0].count, 2);
  EXPECT_EQ(owned.household[1].mass, kilograms(1));
}

TEST(ReadPerson, RefusesLoadsThatCannotBe) {
  EXPECT_EQ(
      refusal(
          "[equipment.stack.cable]\nlightest = \"50 kg\"\nheaviest = \"5 kg\"\nstep = \"5 kg\"\n"),
      "p.toml:4:12: error: 'lightest' is heavier than 'heaviest'\n  hint: swap the two");
  EXPECT_EQ(refusal("[equipment.stack.row-mashine]\nlightest = \"5 kg\"\n"),
            "p.toml:3:18: error: 'row-mashine' is no machine with a stack\n"
            "  hint: did you mean 'row-machine'?");
  EXPECT_EQ(refusal("[equipment]\nbarbell = { plates = [] }\n"),
            "p.toml:4:1: error: 'bar' is missing");
  EXPECT_EQ(refusal("[[equipment.household]]\ncount = 2\n"),
            "p.toml:3:1: error: a household object needs 'object', or 'name' and 'mass'\n"
            "  hint: such as object = \"tin-400g\", or name = \"bag of rice\" and mass = \"1 kg\"");
  EXPECT_EQ(refusal("[[equipment.household]]\nobject = \"tin-400g\"\nmass = \"1 kg\"\n"),
            "p.toml:4:10: error: 'object' brings its own name and mass\n"
            "  hint: write either 'object', or 'name' and 'mass'");
}

TEST(ReadPerson, ReadsEachKindOfAnswer) {
  const Person person = right_person(
      "sex = \"female\"\nage = 44\n[screening]\nnight_pain = true\nstiff_morning = 10\n"
      "axspa_items = 3\nmood_safety = \"skip\"\n"
      "bp_high = { systolic = 128, diastolic = 82 }\n"
      "cleared = { date = 2026-11-20, who = \"Dr. Lind\", limits = \"5 kg\" }\n");
  EXPECT_EQ(std::get<bool>(person.screening.at("night_pain")), true);
  EXPECT_EQ(std::get<int>(person.screening.at("stiff_morning")), 10);
  EXPECT_EQ(std::get<int>(person.screening.at("axspa_items")), 3);
  EXPECT_EQ(std::get<BloodPressure>(person.screening.at("bp_high")), BloodPressure(128, 82));
  EXPECT_EQ(std::get<Clearance>(person.screening.at("cleared")).who, "Dr. Lind");
  EXPECT_THAT(person.skipped, ElementsAre("mood_safety"));
  EXPECT_EQ(person.screening.count("mood_safety"), 0U);
}

TEST(ReadPerson, RefusesAnswersOfTheWrongKind) {
  EXPECT_EQ(refusal("[screening]\nnight_pain = 3\n"),
            "p.toml:4:14: error: 'night_pain' must be true or false, not a whole number");
  EXPECT_EQ(refusal("[screening]\nnight_pain = \"skip\"\n"),
            "p.toml:4:14: error: 'night_pain' must be true or false, not a text");
  EXPECT_EQ(refusal("[screening]\nstiff_morning = true\n"),
            "p.toml:4:17: error: 'stiff_morning' must be a whole number from 0 to 720 minutes");
  EXPECT_EQ(refusal("[screening]\nbp_high = { systolic = 82, diastolic = 128 }\n"),
            "p.toml:4:11: error: the systolic pressure must be above the diastolic\n"
            "  hint: the higher of the two numbers is the systolic one");
  EXPECT_EQ(refusal("[screening]\nbp_high = { systolic = 128 }\n"),
            "p.toml:4:1: error: 'diastolic' is missing");
  EXPECT_EQ(refusal("[screening]\ncleared = { who = \"Dr. Lind\" }\n"),
            "p.toml:4:1: error: 'date' is missing");
}

TEST(ReadPerson, TakesAnswersToQuestionsThatDoNotApply) {
  const Person person =
      right_person("sex = \"male\"\nage = 20\n[screening]\npreg_signs = false\nfalls = false\n");
  EXPECT_EQ(person.screening.size(), 2U);
}

TEST(ReadPerson, ReadsHabitsAndPastSets) {
  const Person person = right_person(
      "sex = \"female\"\nage = 44\n[[week.activity]]\nactivity = \"weeding\"\nminutes = 30\n"
      "days = [\"saturday\", \"wednesday\"]\n[[week.activity]]\nactivity = \"walking\"\nminutes = "
      "12.5\n"
      "times = 14\n[[last_week.set]]\nexercise = \"bird-dog\"\nreps = 8\n");
  ASSERT_EQ(person.habits.size(), 2U);
  EXPECT_THAT(person.habits[0].weekdays, ElementsAre(2, 5));
  EXPECT_EQ(person.habits[0].times, 2);
  EXPECT_EQ(person.habits[1].times, 14);
  ASSERT_EQ(person.past_sets.size(), 1U);
  EXPECT_EQ(person.past_sets[0].sets, 1);
  EXPECT_EQ(refusal("[[week.activity]]\nactivity = \"weedings\"\nminutes = 30\n"),
            "p.toml:4:12: error: 'weedings' is no activity\n  hint: did you mean 'weeding'?");
}

TEST(ReadPerson, SuggestsLongerIdsForAShortWord) {
  EXPECT_EQ(refusal("[preferences]\nliked = [\"one-arm\"]\n"),
            "p.toml:4:10: error: 'one-arm' is no exercise\n"
            "  hint: did you mean 'one-arm-row-bench' or 'one-arm-row-hand'?");
}

TEST(ReadPerson, ReadsLimitsOfOnesOwn) {
  const Person person =
      right_person("sex = \"female\"\nage = 44\n[body]\nlimits = { twist = 0, prone = 0 }\n");
  EXPECT_EQ(person.limits.at(Property::Twist), 0);
  EXPECT_EQ(person.limits.at(Property::Prone), 0);
  EXPECT_EQ(refusal("[body]\nlimits = { prone = 2, twists = 1 }\n"),
            "p.toml:4:20: error: 'prone' must be a whole number from 0 to 1 (0 is no, 1 is yes)\n"
            "p.toml:4:23: error: 'twists' is no property of an exercise\n"
            "  hint: did you mean 'twist'?");
}

TEST(ReadPerson, KnowsThatNoPainBeganBeforeTheFirst) {
  EXPECT_EQ(refusal("[pain]\nbegan = \"9 years ago\"\nage_at_first = 40\n"),
            "p.toml:4:9: error: the pain began before the first back pain at 40 years\n"
            "  hint: 'began' is about today's pain, 'age_at_first' about the first of your life");
}

TEST(ReadPerson, ReportsAMissingFile) {
  EXPECT_EQ(messages(read_person("/nowhere/p.toml", catalog_for_tests())),
            "/nowhere/p.toml: error: there is no such file");
}

}  // namespace
}  // namespace strongback
