#include "app/interview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.h"
#include "person/read_person.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Catalog& catalog() {
  static const Catalog kCatalog = [] {
    auto read = read_catalog(STRONGBACK_SOURCE_DIR "/data");
    EXPECT_TRUE(read.has_value()) << to_text(read.error().front());
    return std::move(*read);
  }();
  return kCatalog;
}

/// Answers the questions up to and without the one that starts with `until`: what `said` names by
/// a piece of the question, "no" where there is no default, else Enter.
void answer_until(Interview& interview, std::string_view until,
                  const std::map<std::string, std::string>& said) {
  while (!interview.is_done()) {
    const Question question = interview.question();
    if (!until.empty() && question.text.find(until) != std::string::npos) return;
    std::string text = question.default_words.empty() ? "no" : "";
    if (question.example.find("a number") != std::string::npos) text = "0";
    for (const auto& [piece, answer] : said) {
      if (question.text.find(piece) != std::string::npos) text = answer;
    }
    const auto taken = interview.answer(text);
    ASSERT_TRUE(taken.has_value()) << question.text << " <- " << text << ": " << taken.error();
  }
}

const std::map<std::string, std::string> kAnn = {{"call you", "Ann \"Annie\" O\\Neill"},
                                                 {"woman or a man", "woman"},
                                                 {"How old are you?", "52"},
                                                 {"which country", "gb"},
                                                 {"How tall", "5 ft 6 in"},
                                                 {"do you weigh", "140 lb"}};

TEST(Interview, WritesAFileThatReadsBackAsWhatWasSaid) {
  std::map<std::string, std::string> said = kAnn;
  said.insert({{"to train with", "chair, dumbbell, household, mat"},
               {"Which dumbbells", "2 x 3 kg, 8 kg"},
               {"things at home", "2 x tin-400g, bag of rice 1 kg"},
               {"which days", "monday, thursday"},
               {"At what time", "07:30"},
               {"What is it for", "posture, health"},
               {"walk last week", "90"}});
  Interview interview(catalog());
  answer_until(interview, "", said);
  ASSERT_TRUE(interview.is_done());
  EXPECT_FALSE(interview.is_cut_short());

  const auto person = parse_person("ann.toml", interview.toml(), catalog());
  ASSERT_TRUE(person.has_value()) << to_text(person.error().front()) << interview.toml();
  EXPECT_EQ(person->name, "Ann \"Annie\" O\\Neill");
  EXPECT_EQ(person->sex, Sex::Female);
  EXPECT_EQ(person->age, 52);
  EXPECT_NEAR(in_pounds(person->mass), 140.0, 1e-9);
  EXPECT_THAT(person->goals, ElementsAre(Goal::Endurance, Goal::Health));
  ASSERT_EQ(person->days.size(), 2u);
  EXPECT_EQ(person->days[1].start_min, 7 * 60 + 30);
  ASSERT_EQ(person->inventory.dumbbells.size(), 2u);
  EXPECT_EQ(person->inventory.dumbbells[0].count, 2);
  ASSERT_EQ(person->inventory.household.size(), 2u);
  EXPECT_EQ(person->inventory.household[0].name, "400 g tin");
  EXPECT_EQ(person->inventory.household[1].name, "bag of rice");
  EXPECT_FALSE(std::get<bool>(person->screening.at("ces_saddle")));
}

TEST(Interview, AsksTheTrainersQuestionsLikesAndChores) {
  std::map<std::string, std::string> said = kAnn;
  said.insert({{"to train with", "dumbbell, band"},
               {"Which dumbbells", "none"},
               {"handles that take plates", "2"},
               {"plates do you have for them", "4 x 1.25 kg"},
               {"Which bands", "red 60 N, black"},
               {"did you change", "heavier rows"},
               {"old is your mattress", "8"},
               {"of what kind", "firm"},
               {"Which chores", "kitchen-work 5 x 40"},
               {"do you like", "bird-dog"},
               {"not want to do", "plank-forearm"}});
  Interview interview(catalog());
  answer_until(interview, "", said);
  const auto person = parse_person("ann.toml", interview.toml(), catalog());
  ASSERT_TRUE(person.has_value()) << to_text(person.error().front()) << interview.toml();
  EXPECT_THAT(person->liked, ElementsAre("bird-dog"));
  EXPECT_THAT(person->disliked, ElementsAre("plank-forearm"));
  EXPECT_EQ(person->lifestyle.changed, "heavier rows");
  EXPECT_EQ(person->lifestyle.mattress, "firm");
  ASSERT_TRUE(person->inventory.adjustable.has_value());
  EXPECT_EQ(person->inventory.adjustable->handles, 2);
  ASSERT_EQ(person->inventory.bands.size(), 2u);
  EXPECT_TRUE(person->inventory.bands[0].at_double.has_value());
  ASSERT_EQ(person->habits.size(), 1u);
  EXPECT_EQ(person->habits[0].times, 5);
}

TEST(Interview, AsksAboutATherapistOnlyWhereAConditionNeedsAClearance) {
  Interview well(catalog());
  answer_until(well, "set limits for you", kAnn);
  EXPECT_TRUE(well.is_done());
  std::map<std::string, std::string> said = kAnn;
  said["a condition"] = "in-physio";
  Interview ill(catalog());
  answer_until(ill, "set limits for you", said);
  ASSERT_FALSE(ill.is_done());
  ASSERT_TRUE(ill.answer("T. Okafor").has_value());
  EXPECT_THAT(ill.answer("bird-dgo").error(), HasSubstr("did you mean 'bird-dog'?"));
  ASSERT_TRUE(ill.answer("bird-dog").has_value());
  EXPECT_THAT(ill.toml(),
              HasSubstr("[therapist]\nforbidden = [\"bird-dog\"]\nname = \"T. Okafor\""));
}

TEST(Interview, CountsItsQuestions) {
  Interview interview(catalog());
  const std::size_t of_about = interview.question().of_about;
  EXPECT_EQ(interview.question().number, 1u);
  answer_until(interview, "How old are you?", kAnn);
  EXPECT_EQ(interview.question().number, 3u);
  EXPECT_EQ(interview.question().of_about, of_about);
  answer_until(interview, "do you not want to do", kAnn);
  EXPECT_EQ(interview.question().number, interview.question().of_about);
}

TEST(Interview, SaysWhatIsWrongAndAsksAgain) {
  Interview interview(catalog());
  answer_until(interview, "How old are you?", kAnn);
  EXPECT_THAT(interview.answer("forty").error(), "please write a whole number");
  EXPECT_THAT(interview.answer("15").error(), HasSubstr("16 years and over"));
  EXPECT_THAT(interview.answer("").error(), "please answer this one");
  EXPECT_EQ(interview.question().text, "How old are you?");
  EXPECT_TRUE(interview.answer("52").has_value());
}

TEST(Interview, GoesBackOneQuestionAndForgetsItsAnswer) {
  Interview interview(catalog());
  EXPECT_FALSE(interview.back());
  answer_until(interview, "How old are you?", kAnn);
  EXPECT_THAT(interview.toml(), HasSubstr("sex = \"female\""));
  EXPECT_TRUE(interview.back());
  EXPECT_THAT(interview.question().text, HasSubstr("woman or a man"));
  EXPECT_THAT(interview.toml(), Not(HasSubstr("sex")));
}

TEST(Interview, AsksWhereItHurtsOnlyWhenItHurts) {
  Interview well(catalog());
  answer_until(well, "a condition", kAnn);
  EXPECT_THAT(well.toml(), Not(HasSubstr("where")));
  std::map<std::string, std::string> said = kAnn;
  said["hurt now"] = "4";
  Interview sore(catalog());
  answer_until(sore, "How far does the pain reach", said);
  EXPECT_THAT(sore.question().example, HasSubstr("below-knee"));
}

TEST(Interview, EndsAtAnAnswerThatCannotWait) {
  std::map<std::string, std::string> said = kAnn;
  said["newly lost feeling"] = "yes";
  Interview interview(catalog());
  answer_until(interview, "", said);
  EXPECT_TRUE(interview.is_cut_short());
  ASSERT_THAT(interview.notices(), Not(IsEmpty()));
  EXPECT_THAT(interview.notices().front(), HasSubstr("Call 999"));
  EXPECT_TRUE(interview.back());
  EXPECT_FALSE(interview.is_cut_short());
}

TEST(Interview, LeavesASkippedQuestionOutOfTheFile) {
  std::map<std::string, std::string> said = kAnn;
  said["newly lost feeling"] = "skip";
  Interview interview(catalog());
  answer_until(interview, "", said);
  EXPECT_THAT(interview.toml(), Not(HasSubstr("ces_saddle")));
  EXPECT_THAT(interview.toml(), HasSubstr("ces_bladder = false"));
}

TEST(TomlString, EscapesWhatTomlDoesNotAllow) {
  EXPECT_EQ(toml_string("a \"b\" \\ \x01 é"), "\"a \\\"b\\\" \\\\ \\u0001 é\"");
}

TEST(TomlValue, ReadsBloodPressureAndClearance) {
  Step step;
  step.form = Form::Pressure;
  EXPECT_EQ(toml_value(step, "128/82").value(), "{ systolic = 128, diastolic = 82 }");
  EXPECT_EQ(toml_value(step, "128").error(), "please write both numbers, such as 128/82");
  step.form = Form::Clearance;
  EXPECT_EQ(toml_value(step, "2026-11-20, Dr. Lind, no lifting").value(),
            "{ date = 2026-11-20, who = \"Dr. Lind\", limits = \"no lifting\" }");
  EXPECT_EQ(toml_value(step, "no").value(), "false");
}

}  // namespace
}  // namespace strongback
