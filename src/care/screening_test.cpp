#include "care/screening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "care/people_for_tests.h"

namespace strongback {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// Somebody for whom every trigger can come true: old enough, new back pain, and each number or
/// answer that leads to `flag`.
Person person_for(const RedFlag& flag) {
  Person person = healthy_person();
  person.age =
      asks_about(flag.applies_if, "age_at_onset") || flag.group == "inflammatory" ? 40 : 72;
  person.pain.now = 3;
  person.pain.usual = 3;
  person.pain.weeks = asks_about(flag.trigger, "back_pain_weeks") ? 20 : 2;
  if (flag.group == "inflammatory") person.screening["axspa_core"] = true;
  if (flag.id == "mscc") person.screening["cancer_hx"] = true;
  if (flag.id == "preg_signs") person.conditions = {"pregnancy-t2t3"};
  if (flag.id == "nsaid_safety") person.screening["uses_nsaid"] = true;
  if (flag.group == "benign_pattern" || flag.id == "night_pain_long") {
    person.screening["night_pain_severe"] = true;
    person.screening["night_pain_positional"] = true;
  }
  return person;
}

/// The answer that raises `flag`.
void say_yes(const RedFlag& flag, Person& person) {
  switch (flag.answer) {
    case AnswerKind::BloodPressure:
      person.screening[flag.id] = BloodPressure{184, 96};
      break;
    case AnswerKind::Count:
      person.screening[flag.id] = 4;
      break;
    case AnswerKind::Minutes:
      person.screening[flag.id] = 45;
      break;
    case AnswerKind::Scale:
      person.screening[flag.id] = 8;
      break;
    default:
      person.screening[flag.id] = true;
      break;
  }
  if (flag.id == "combo_72w") {
    person.screening = {{"night_pain_severe", true}, {"abdo_gain_slow", true}};
  }
  if (flag.id == "axspa_3") person.screening["axspa_items"] = 3;
}

void say_no(const RedFlag& flag, Person& person) {
  switch (flag.answer) {
    case AnswerKind::BloodPressure:
      person.screening[flag.id] = BloodPressure{120, 80};
      break;
    case AnswerKind::YesNo:
    case AnswerKind::YesNoSkip:
      person.screening[flag.id] = false;
      break;
    default:
      person.screening[flag.id] = 0;
      break;
  }
}

bool is_asked_and_counts(const RedFlag& flag) {
  return !flag.is_score && flag.answer != AnswerKind::Cleared;
}

TEST(TruthTable, EveryYesDoesWhatItsRowSays) {
  int rows = 0;
  for (const auto& flag : real_catalog().red_flags) {
    if (!is_asked_and_counts(flag)) continue;
    SCOPED_TRACE(flag.id);
    Person person = person_for(flag);
    say_yes(flag, person);
    const Assessment care = assessed(person);
    ASSERT_THAT(triage_ids(care), Contains(flag.id));
    const auto item = std::find_if(care.triage.begin(), care.triage.end(),
                                   [&](const TriageItem& one) { return one.id == flag.id; });
    EXPECT_EQ(item->action, flag.action);
    EXPECT_EQ(item->block, flag.block);
    EXPECT_EQ(item->grade, flag.grade);
    EXPECT_EQ(item->source, flag.source);
    EXPECT_GE(care.care, flag.action);
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

TEST(TruthTable, EveryNoDoesNothing) {
  for (const auto& flag : real_catalog().red_flags) {
    if (!is_asked_and_counts(flag) || flag.answer == AnswerKind::Derived) continue;
    SCOPED_TRACE(flag.id);
    Person person = person_for(flag);
    say_no(flag, person);
    EXPECT_THAT(triage_ids(assessed(person)), Not(Contains(flag.id)));
  }
}

TEST(TruthTable, BlocksCloseAsMuchAsTheirRowSays) {
  for (const auto& flag : real_catalog().red_flags) {
    if (!is_asked_and_counts(flag)) continue;
    SCOPED_TRACE(flag.id);
    Person person = person_for(flag);
    say_yes(flag, person);
    const Assessment care = assessed(person);
    const bool has_more = care.triage.size() > 1;  // combo_72w brings what it is made of
    if (flag.block == Block::StopAll) {
      EXPECT_THAT(allowed_ids(care), IsEmpty());
      EXPECT_EQ(care.gate, Gate::Stop);
      EXPECT_TRUE(care.no_program);
    }
    if (flag.block == Block::StopLoading) {
      EXPECT_THAT(allowed_ids(care), ElementsAre("diaphragm-breath", "rest-90-90", "walk-easy"));
      EXPECT_EQ(care.gate, Gate::Stop);
      EXPECT_TRUE(care.be_seen_first);
      EXPECT_FALSE(care.no_program);
    }
    if (flag.block == Block::CautionAs && !has_more) {
      EXPECT_EQ(care.gate, Gate::Limits);
    }
    if (flag.block == Block::Caution && !has_more) {
      EXPECT_EQ(care.gate, Gate::None);
    }
  }
}

TEST(TruthTable, AScoreRowAloneRaisesNothing) {
  for (const auto& flag : real_catalog().red_flags) {
    if (!flag.is_score) continue;
    SCOPED_TRACE(flag.id);
    Person person = healthy_person();
    person.age = 72;
    say_yes(flag, person);
    EXPECT_EQ(assessed(person).care, Care::None);
  }
}

TEST(TruthTable, EveryWordThatTheDataMayUseIsUnderstood) {
  EXPECT_THAT(understood_words(), ::testing::IsSupersetOf(claim_words()));
}

TEST(Screening, WomanOf72IsUrgentAndKeepsWalkingAndResting) {
  const Assessment care = assessed(reader_of_72());
  EXPECT_EQ(care.care, Care::Urgent);
  EXPECT_EQ(care.gate, Gate::Stop);
  EXPECT_TRUE(care.be_seen_first);
  EXPECT_FALSE(care.no_program);
  EXPECT_THAT(triage_ids(care), ElementsAre("combo_72w"));
  EXPECT_THAT(allowed_ids(care), ElementsAre("diaphragm-breath", "rest-90-90", "walk-easy"));
  EXPECT_EQ(care.triage.front().message,
            "Contact your GP or NHS 111 now and ask to be seen within a day or two. Say: severe "
            "back pain at night, plus the other change that you told us. Until then: walking and "
            "resting positions only.");
  EXPECT_EQ(why_not("machine-row", care), "not before you have been seen");
}

TEST(Screening, NightPainThatEasesOnTurningIsRoutineAndGentle) {
  Person person = reader_of_72();
  person.screening["abdo_gain_slow"] = false;
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::Routine);
  EXPECT_THAT(triage_ids(care), ElementsAre("night_pain_long"));
  EXPECT_EQ(care.gate, Gate::Limits);
  EXPECT_TRUE(care.is_gentle);
  EXPECT_EQ(care.caps.highest_level, 0);
}

TEST(Screening, ShortPositionalNightPainIsOnlyWatched) {
  Person person = reader_of_72();
  person.screening["abdo_gain_slow"] = false;
  person.screening["night_pain_long"] = false;
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::Self);
  EXPECT_THAT(triage_ids(care), ElementsAre("night_pain_positional"));
}

TEST(Screening, PositionalNightPainIsNotCalledCommonBesideAnotherFlag) {
  Person person = reader_of_72();
  person.screening = {
      {"night_pain_severe", true}, {"night_pain_positional", true}, {"leg_vascular", true}};
  EXPECT_THAT(triage_ids(assessed(person)), ElementsAre("leg_vascular"));
}

TEST(Screening, AnEmergencyComesFirstAndClosesEverything) {
  Person person = reader_of_72();
  person.screening["ces_saddle"] = true;
  person.screening["height_loss"] = true;
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::Emergency);
  EXPECT_THAT(triage_ids(care), ElementsAre("ces_saddle", "combo_72w", "height_loss"));
  EXPECT_TRUE(care.no_program);
  EXPECT_THAT(allowed_ids(care), IsEmpty());
  EXPECT_EQ(why_not("walk-easy", care), "no training before you have been seen");
  EXPECT_THAT(care.advice, IsEmpty()) << "nothing about training stands beside a call for help";
}

TEST(Screening, AClearanceReleasesThePauseButNoEmergency) {
  Person person = reader_of_72();
  person.screening["cleared"] =
      Clearance{make_date(2026, 11, 20), "Dr. Lind", "no lifts above 5 kg"};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::None) << "somebody has looked: what was raised is settled";
  EXPECT_FALSE(care.be_seen_first);
  EXPECT_THAT(
      care.advice,
      Contains("cleared on 2026-11-20 by Dr. Lind: combo_72w no longer pauses loading; keep "
               "to the limits given: no lifts above 5 kg"));
  person.screening["ces_saddle"] = true;
  EXPECT_TRUE(assessed(person).no_program);
}

TEST(Screening, AClearanceAfterTheStartOrWithoutADateDoesNotCount) {
  Person person = reader_of_72();
  person.start = make_date(2026, 11, 30);
  person.screening["cleared"] = Clearance{make_date(2026, 12, 1), "Dr. Lind", ""};
  EXPECT_TRUE(assessed(person).be_seen_first);
  person.screening["cleared"] = Clearance{std::nullopt, "Dr. Lind", ""};
  const Assessment care = assessed(person);
  EXPECT_TRUE(care.be_seen_first);
  EXPECT_THAT(
      care.advice,
      Contains("the clearance does not count: it needs a date that is not after the start"));
}

TEST(Screening, AClearanceDoesNotMakePainOfEightTrainable) {
  Person person = healthy_person();
  person.pain.now = 8;
  person.pain.weeks = 30;
  person.screening["cleared"] = Clearance{make_date(2026, 11, 20), "Dr. Lind", ""};
  EXPECT_THAT(triage_ids(assessed(person)), ElementsAre("pain_ge8"));
}

TEST(Screening, AYesToAGraveQuestionCountsWithoutTheAnswersThatLeadToIt) {
  Person person = healthy_person();
  person.screening["neuro_footdrop"] = true;
  EXPECT_EQ(assessed(person).care, Care::SameDay);
}

TEST(Screening, AQuestionForOtherAgesRaisesNothing) {
  Person person = healthy_person();
  person.age = 30;
  person.pain.now = 3;
  person.pain.usual = 3;
  person.pain.weeks = 20;
  person.screening["first_ever_60"] = true;
  person.screening["trauma_minor_old"] = true;
  EXPECT_EQ(assessed(person).care, Care::None);
}

TEST(Screening, PainOfUnknownAgeIsTakenAsNew) {
  Person person = healthy_person();
  person.pain.now = 3;
  person.screening["steroids"] = true;
  const Assessment care = assessed(person);
  EXPECT_THAT(triage_ids(care), ElementsAre("steroids"));
  EXPECT_THAT(care.assumptions,
              Contains("when your pain began was not said: it is taken as new (less than 6 weeks "
                       "ago)"));
  person.pain.weeks = 7;
  EXPECT_EQ(assessed(person).care, Care::None);
}

TEST(Screening, UnansweredQuestionsAreNamedWithTheEmergenciesFirst) {
  const Assessment care = assessed(healthy_person());
  ASSERT_THAT(care.assumptions, ElementsAre(HasSubstr("were not answered and are taken as no: "
                                                      "ces_saddle, ces_bladder, ces_bowel")));
  EXPECT_THAT(care.assumptions.front(), Not(HasSubstr("abdo_distension"))) << "she is 40";
  EXPECT_EQ(care.care, Care::None);
}

TEST(Screening, QuestionsBranchOnAgeSexAndAnswers) {
  const auto ids = [](const Person& person) {
    std::vector<std::string> all;
    for (const auto* flag : questions_for(person, real_catalog(), "onboard"))
      all.push_back(flag->id);
    return all;
  };
  Person person = healthy_person();
  EXPECT_THAT(ids(person), Contains("cancer_hx"));
  EXPECT_THAT(ids(person), Not(Contains("mscc")));
  EXPECT_THAT(ids(person), Not(Contains("combo_72w")));
  EXPECT_THAT(ids(person), Not(Contains("cleared")));
  person.screening["cancer_hx"] = true;
  person.pain.now = 3;
  EXPECT_THAT(ids(person), Contains("mscc"));
  EXPECT_THAT(ids(person), Contains("cleared")) << "new pain and a history: a flag is open";
  EXPECT_THAT(ids(person), Not(Contains("cancer_hx"))) << "it has been answered";
  person.age = 55;
  EXPECT_THAT(ids(person), Contains("abdo_distension"));
  person.sex = Sex::Male;
  EXPECT_THAT(ids(person), Not(Contains("abdo_distension")));
}

TEST(Screening, MessagesSpeakOfThePersonsCountry) {
  Person person = healthy_person();
  person.screening["chest_pain"] = true;
  EXPECT_EQ(assessed(person).triage.front().message, "Stop. Call 999 now.");
  person.country = "US";
  EXPECT_EQ(assessed(person).triage.front().message, "Stop. Call 911 now.");
  person.country = "XX";
  EXPECT_EQ(assessed(person).triage.front().message, "Stop. Call your local emergency number now.");
}

TEST(Screening, NoMessageKeepsASlotOrNamesADisease) {
  const std::vector<std::string> diseases = {
      "cancer,",           "tumor",   "aneurysm",  "fracture", "sepsis",    "malignan", "cauda",
      "spondyloarthritis", "ovarian", "osteoporo", "myeloma",  "thrombosis"};
  for (const auto& flag : real_catalog().red_flags) {
    const std::string text = fill_slots(flag.message, country_of(real_catalog(), ""));
    EXPECT_THAT(text, Not(HasSubstr("{"))) << flag.id;
    for (const auto& disease : diseases) EXPECT_THAT(text, Not(HasSubstr(disease))) << flag.id;
  }
}

TEST(Screening, LimitsThatFollowFromAnAnswerDoNotNameTheCondition) {
  Person person = healthy_person();
  person.age = 66;
  person.screening["height_loss"] = true;
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::Routine);
  EXPECT_EQ(care.gate, Gate::Limits) << "caution: train, with limits";
  EXPECT_FALSE(care.be_seen_first);
  EXPECT_EQ(why_not("superman", care), "blocked by your answer to 'height_loss'");
  EXPECT_EQ(why_not("rdl-db", care),
            "load along the spine above what your answer to 'height_loss' allows (3, allowed 1)");
  EXPECT_THAT(care.conditions, IsEmpty());
  EXPECT_THAT(care.limits_from, ElementsAre("your answer to 'height_loss'"));
  for (const auto& line : care.advice) EXPECT_THAT(line, Not(StartsWith("'Osteo")));
}

TEST(Docs, NameEveryRowAndEveryWord) {
  std::ifstream file(STRONGBACK_SOURCE_DIR "/docs/care.md");
  std::stringstream page;
  page << file.rdbuf();
  for (const auto& flag : real_catalog().red_flags) {
    EXPECT_THAT(page.str(), HasSubstr("`" + flag.id + "`"));
  }
  for (const auto& word : claim_words()) EXPECT_THAT(page.str(), HasSubstr("`" + word + "`"));
}

TEST(FillSlots, StartsASentenceWithACapital) {
  const Country& gb = country_of(real_catalog(), "GB");
  EXPECT_EQ(fill_slots("{doctor} knows. {urgent_line} too, or {doctor}.", gb),
            "Your GP knows. NHS 111 too, or your GP.");
  EXPECT_EQ(fill_slots("no {slot} here", gb), "no {slot} here");
}

}  // namespace
}  // namespace strongback
