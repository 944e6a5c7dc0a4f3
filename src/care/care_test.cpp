#include "care/care.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/people_for_tests.h"

namespace strongback {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Caps, AHealthyNoviceIsOnlyKeptFromTwisting) {
  const Assessment care = assessed(healthy_person());
  EXPECT_EQ(care.gate, Gate::None);
  EXPECT_FALSE(care.is_gentle);
  EXPECT_EQ(care.caps.load_factor, 1.0);
  EXPECT_EQ(care.caps.least_reserve, 1);
  EXPECT_EQ(why_not("barbell-row", care), "");
  EXPECT_THAT(why_not("renegade-row", care),
              HasSubstr("above what the default against twisting allows (2, allowed 1)"));
}

TEST(Caps, TwistingIsOpenToTrainedPeopleWithoutPain) {
  Person person = healthy_person();
  person.level = Level::Intermediate;
  EXPECT_EQ(why_not("renegade-row", assessed(person)), "");
  person.pain.now = 1;
  EXPECT_NE(why_not("renegade-row", assessed(person)), "");
}

TEST(Caps, AConditionGivesItsLimitsInItsName) {
  Person person = healthy_person();
  person.conditions = {"osteoporosis"};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.caps.least_reserve, 2);
  EXPECT_EQ(care.caps.longest_hold_s, 10);
  EXPECT_EQ(care.caps.load_factor, 0.7);
  EXPECT_TRUE(care.caps.no_failure);
  EXPECT_EQ(why_not("barbell-row", care),
            "load along the spine above what 'Osteoporosis, no vertebral fracture' allows (3, "
            "allowed 2)");
  EXPECT_EQ(why_not("superman", care), "blocked by 'Osteoporosis, no vertebral fracture'");
  EXPECT_EQ(why_not("prone-cobra", care), "") << "always allowed by its own list";
  EXPECT_THAT(care.caps.offered_last, Contains(Property::Prone));
}

TEST(Caps, TwoConditionsTakeTheStricterOfEach) {
  Person person = healthy_person();
  person.conditions = {"osteoporosis", "pregnancy-t2t3"};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.caps.least_reserve, 4);
  EXPECT_EQ(care.caps.longest_hold_s, 10);
  EXPECT_EQ(care.caps.load_factor, 0.5);
  ASSERT_TRUE(care.caps.reps);
  EXPECT_EQ(care.caps.reps->low, 10);
  EXPECT_EQ(care.caps.reps->high, 12);
  EXPECT_THAT(why_not("prone-cobra", care), HasSubstr("above what 'Pregnancy, second or third"))
      << "the list of one condition does not pass the limits of the other";
  EXPECT_THAT(care.caps.blocked, IsSupersetOf({"superman", "dead-bug", "good-morning"}));
}

TEST(Caps, RangesThatDoNotMeetGiveTheHigherOneAndOneMoreInReserve) {
  Person person = healthy_person();
  person.conditions = {"osteoporosis", "htn-160-179"};  // 8-12 with 2 left, 12-15 with 4 left
  EXPECT_EQ(assessed(person).caps.reps->low, 12);
  EXPECT_EQ(assessed(person).caps.reps->high, 12);
  EXPECT_EQ(assessed(person).caps.least_reserve, 4);
  person.conditions = {"postop-disc-0-6w", "htn-160-179"};  // 8-10 with 5 left, 12-15 with 4 left
  const Caps caps = assessed(person).caps;
  EXPECT_EQ(caps.reps->low, 12);
  EXPECT_EQ(caps.reps->high, 15);
  EXPECT_EQ(caps.least_reserve, 6);
}

TEST(Caps, BloodPressureAndBodyMassBringTheirOwnLimits) {
  Person person = healthy_person();
  person.screening["bp_high"] = BloodPressure{164, 92};
  Assessment care = assessed(person);
  EXPECT_EQ(care.caps.least_reserve, 4);
  EXPECT_EQ(care.gate, Gate::Limits);
  EXPECT_THAT(why_not("deadlift-bb", care), "blocked by blood pressure 164/92");
  EXPECT_THAT(care.assumptions, Contains(StartsWith("from your blood pressure 164/92: ")));
  person.screening["bp_high"] = BloodPressure{150, 110};
  care = assessed(person);
  EXPECT_EQ(care.care, Care::SameDay);
  EXPECT_THAT(allowed_ids(care), IsEmpty());
  person.screening.erase("bp_high");
  person.mass = kilograms(100);
  care = assessed(person);
  EXPECT_THAT(care.assumptions, Contains(StartsWith("from your body-mass index of 35.4: ")));
  EXPECT_NE(why_not("dead-hang", care), "");
}

TEST(Caps, HoldsTheMorningRuleAndTheFirstWeeks) {
  Person person = healthy_person();
  person.conditions = {"disc-herniation-quiet", "lbp-chronic"};
  const Caps caps = assessed(person).caps;
  EXPECT_EQ(caps.no_flexion_h_after_rising, 2);
  EXPECT_EQ(caps.weeks_axial_at_most_2, 2);
  EXPECT_EQ(caps.reps->low, 8);
  EXPECT_EQ(caps.reps->high, 12);
}

TEST(Caps, FailureIsForbiddenToOldSoreAndBreathHoldingPeople) {
  Person person = healthy_person();
  EXPECT_FALSE(assessed(person).caps.no_failure);
  person.age = 65;
  EXPECT_TRUE(assessed(person).caps.no_failure);
  person.age = 40;
  person.pain.now = 3;
  EXPECT_TRUE(assessed(person).caps.no_failure);
  person.pain.now = 2;
  EXPECT_FALSE(assessed(person).caps.no_failure);
  person.conditions = {"htn-controlled"};
  EXPECT_TRUE(assessed(person).caps.no_failure);
}

TEST(Caps, APainkillerKeepsOneMoreInReserve) {
  Person person = healthy_person();
  person.screening["pain_masked"] = true;
  EXPECT_EQ(assessed(person).caps.least_reserve, 2);
  EXPECT_EQ(assessed(person).care, Care::Self);
}

TEST(Caps, TheChairPersonSitsAndNobodyWithoutAFloorGetsDown) {
  Person person = healthy_person();
  person.chair_only = true;
  const Assessment seated = assessed(person);
  EXPECT_EQ(why_not("can-row-chair", seated), "");
  EXPECT_EQ(why_not("glute-squeeze", seated), "") << "lying or sitting: she sits";
  EXPECT_EQ(why_not("wall-slide", seated), "not done sitting in a chair");
  EXPECT_THAT(why_not("bird-dog", seated),
              HasSubstr("is ruled out by your wish to stay in the chair"));
  for (const Exercise* exercise : allowed_exercises(real_catalog(), seated)) {
    EXPECT_THAT(exercise->positions, Contains("seated")) << exercise->id;
  }
  person.chair_only = false;
  person.can_use_floor = false;
  const Assessment upright = assessed(person);
  EXPECT_THAT(why_not("dead-bug", upright),
              HasSubstr("is ruled out by what you said about the floor"));
  EXPECT_EQ(why_not("wall-slide", upright), "");
}

TEST(Caps, AGentleLevelLeavesGentleWork) {
  Person person = healthy_person();
  person.level = Level::Gentle;
  const Assessment care = assessed(person);
  EXPECT_TRUE(care.is_gentle);
  EXPECT_EQ(why_not("barbell-row", care), "harder than what is open now (level 3, allowed 0)");
}

/// Every pair of conditions opens nothing that one of the two closes, and is as strict in dose.
TEST(Caps, ASecondConditionNeverOpensAnything) {
  const auto& conditions = real_catalog().conditions;
  std::vector<std::pair<std::vector<std::string>, Caps>> alone;
  Person person = healthy_person();
  for (const auto& condition : conditions) {
    person.conditions = {condition.id};
    const Assessment care = assessed(person);
    alone.emplace_back(allowed_ids(care), care.caps);
  }
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      person.conditions = {conditions[i].id, conditions[j].id};
      const Assessment both = assessed(person);
      const auto open = allowed_ids(both);  // in catalog order, which is by id
      for (const std::size_t one : {i, j}) {
        const auto& more = alone[one].first;
        EXPECT_TRUE(std::includes(more.begin(), more.end(), open.begin(), open.end()))
            << conditions[i].id << " and " << conditions[j].id;
      }
      EXPECT_GE(both.caps.least_reserve,
                std::max(alone[i].second.least_reserve, alone[j].second.least_reserve));
      EXPECT_LE(both.caps.longest_hold_s,
                std::min(alone[i].second.longest_hold_s, alone[j].second.longest_hold_s));
    }
  }
}

TEST(Clearance, WithoutATherapistOnlyTheListOfTheConditionIsOpen) {
  Person person = healthy_person();
  person.conditions = {"in-physio"};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.gate, Gate::Clearance);
  EXPECT_EQ(care.care, Care::None);
  EXPECT_TRUE(care.be_seen_first);
  EXPECT_THAT(allowed_ids(care), ElementsAre("walk-easy"));
  EXPECT_THAT(why_not("chair-band-row", care),
              StartsWith("not before a clinician says yes to 'Disc"));
  ASSERT_THAT(triage_ids(care), ElementsAre("in-physio"));
  EXPECT_THAT(care.triage.front().message, HasSubstr("needs the yes of your GP or your therapist"));
  EXPECT_THAT(care.questions,
              Contains(StartsWith("What does your therapist or doctor allow with")));
}

TEST(Clearance, ATherapistOpensTheDoorToTheirList) {
  Person person = healthy_person();
  person.conditions = {"in-physio"};
  person.therapist = TherapistLimits{};
  person.therapist->allowed = {"chair-band-row", "bird-dog-leg", "superman"};
  person.therapist->forbidden = {"bird-dog-leg"};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.gate, Gate::Limits);
  EXPECT_FALSE(care.be_seen_first);
  EXPECT_THAT(allowed_ids(care), ElementsAre("chair-band-row"));
  EXPECT_EQ(why_not("bird-dog-leg", care), "blocked by your therapist");
  EXPECT_EQ(why_not("walk-easy", care), "not on your therapist's list");
  EXPECT_THAT(why_not("superman", care), StartsWith("blocked by 'Disc"))
      << "a list does not undo a block";
  EXPECT_EQ(care.caps.load_factor, 0.3);
  person.therapist->load_cap = kilograms(4);
  EXPECT_EQ(assessed(person).caps.load_factor, 0.7);
  EXPECT_EQ(assessed(person).caps.load_cap, kilograms(4));
}

TEST(Clearance, ATherapistsCapsBindEvenTheirOwnList) {
  Person person = healthy_person();
  person.therapist = TherapistLimits{};
  person.therapist->allowed = {"db-row-bent", "chair-band-row"};
  person.therapist->caps = {{Property::AxialCompression, 1}};
  person.therapist->least_reserve = 3;
  const Assessment care = assessed(person);
  EXPECT_EQ(why_not("db-row-bent", care),
            "load along the spine above what your therapist allows (3, allowed 1)");
  EXPECT_EQ(care.caps.least_reserve, 3);
}

TEST(Clearance, AClearanceThatIsOverOpensNothing) {
  Person person = healthy_person();
  person.conditions = {"in-physio"};
  person.therapist = TherapistLimits{};
  person.therapist->cleared_until = make_date(2026, 11, 29);
  person.therapist->forbidden = {"walk-easy"};
  person.start = make_date(2026, 11, 30);
  const Assessment care = assessed(person);
  EXPECT_TRUE(care.be_seen_first);
  EXPECT_THAT(allowed_ids(care), IsEmpty()) << "their limits stay";
  EXPECT_THAT(care.advice, Contains(HasSubstr("clearance does not hold on the start date")));
  person.start = make_date(2026, 11, 29);
  EXPECT_FALSE(assessed(person).be_seen_first);
  person.start.reset();
  EXPECT_THAT(
      assessed(person).assumptions,
      Contains("no start date: your therapist's clearance until 2026-11-29 is taken to hold"));
}

TEST(Clearance, ADatedClearanceAnswerOpensItToo) {
  Person person = healthy_person();
  person.conditions = {"cardiac-stable"};
  EXPECT_THAT(allowed_ids(assessed(person)), IsEmpty());
  person.screening["cleared"] = Clearance{make_date(2026, 11, 20), "Dr. Lind", ""};
  const Assessment care = assessed(person);
  EXPECT_FALSE(care.be_seen_first);
  EXPECT_EQ(care.gate, Gate::Limits);
  EXPECT_EQ(why_not("chair-band-row", care), "");
  EXPECT_THAT(care.advice, Contains("cleared on 2026-11-20 by Dr. Lind"));
}

TEST(Clearance, AStoppingConditionIsNotOpenedByATherapist) {
  Person person = healthy_person();
  person.conditions = {"postop-fusion-lt12w"};
  person.therapist = TherapistLimits{};
  const Assessment care = assessed(person);
  EXPECT_EQ(care.gate, Gate::Stop);
  EXPECT_TRUE(care.no_program);
  EXPECT_THAT(allowed_ids(care), ElementsAre("diaphragm-breath", "walk-easy"));
}

TEST(Clearance, TwoLocksOpenOnlyWhatBothListsHold) {
  Person person = healthy_person();
  person.conditions = {"in-physio", "osteoporosis-vf"};
  EXPECT_THAT(allowed_ids(assessed(person)), ElementsAre("walk-easy"));
}

TEST(Flare, IsEnteredByPainSiteOrWord) {
  Person person = healthy_person();
  person.pain.now = 4;
  EXPECT_FALSE(assessed(person).is_flare) << "without a usual value nobody can tell";
  person.pain.usual = 3;
  EXPECT_FALSE(assessed(person).is_flare);
  person.pain.usual = 2;
  EXPECT_EQ(assessed(person).flare_reason,
            "pain is 4 of 10 now and usually 2: 2 or more above the usual");
  person.pain.usual = 4;
  person.pain.site = Site::BelowKnee;
  person.pain.usual_site = Site::Buttock;
  EXPECT_EQ(assessed(person).flare_reason,
            "the pain reaches below the knee now and usually the buttock or thigh: it has moved "
            "outward");
  person.pain.site = Site::BackOnly;
  EXPECT_FALSE(assessed(person).is_flare) << "closer to the spine is good";
  person.pain.says_flare = true;
  EXPECT_EQ(assessed(person).flare_reason, "you say that this is a flare");
}

TEST(Flare, LeavesUnloadedGentleWorkAndAsksTheGraveQuestions) {
  Person person = healthy_person();
  person.pain.now = 4;
  person.pain.usual = 2;
  person.pain.weeks = 10;
  const Assessment care = assessed(person);
  EXPECT_TRUE(care.is_gentle);
  EXPECT_EQ(care.gate, Gate::Limits);
  EXPECT_EQ(why_not("walk-easy", care), "");
  EXPECT_EQ(why_not("dead-bug-heel", care), "");
  EXPECT_EQ(why_not("can-row-chair", care), "no strength work in the flare");
  EXPECT_EQ(why_not("cat-camel", care), "no mobility work in the flare");
  EXPECT_THAT(why_not("child-pose", care), HasSubstr("above what the flare allows (3, allowed 1)"));
  ASSERT_FALSE(care.questions.empty());
  EXPECT_THAT(care.questions, Contains(HasSubstr("(answer 'ces_saddle')")));
  EXPECT_THAT(care.questions, Contains(HasSubstr("(answer 'renal')")));
  EXPECT_THAT(care.questions,
              Contains("Which exercise, or which load, has changed in the last 7 days?"));
  EXPECT_THAT(care.advice, Contains(AllOf(StartsWith("the flare is over after 3 mornings"),
                                          HasSubstr("2 more repetitions in reserve and 70% of"))));
  EXPECT_THAT(care.advice,
              Contains("a flare of more than 14 days: see your GP or a physical therapist"));
}

TEST(Flare, SciaticaAtSixKeepsTighteningRestAndWalks) {
  const Assessment care = assessed(sciatica_flare());
  EXPECT_TRUE(care.is_flare);
  EXPECT_FALSE(care.be_seen_first);
  EXPECT_EQ(care.care, Care::None);
  EXPECT_THAT(allowed_ids(care),
              IsSupersetOf({"quad-set", "adductor-squeeze", "thigh-squeeze", "glute-squeeze",
                            "abd-brace", "walk-easy", "rest-90-90"}));
  EXPECT_EQ(why_not("dead-bug-heel", care), "with pain above 5 only what leaves the spine at rest");
  EXPECT_THAT(why_not("hamstring-strap", care), StartsWith("blocked by 'Leg pain below the knee"));
  for (const auto& id : allowed_ids(care)) {
    const Exercise& exercise = *find_exercise(real_catalog(), id);
    EXPECT_EQ(exercise.level, 0) << id;
    EXPECT_LE(exercise.level_of(Property::AxialCompression), 1) << id;
  }
  Person milder = sciatica_flare();
  milder.pain.now = 5;
  EXPECT_THAT(allowed_ids(assessed(milder)),
              IsSupersetOf({"dead-bug-heel", "bird-dog-stand", "glute-squeeze", "thigh-squeeze"}));
}

TEST(Pain, AboveFiveWithoutAFlareLeavesReliefAndWalks) {
  Person person = healthy_person();
  person.pain.now = 6;
  person.pain.usual = 6;
  person.pain.weeks = 60;
  const Assessment care = assessed(person);
  EXPECT_FALSE(care.is_flare);
  EXPECT_EQ(why_not("rest-90-90", care), "");
  EXPECT_EQ(why_not("walk-easy", care), "");
  EXPECT_EQ(why_not("quad-set", care), "no control work with pain above 5");
  person.pain.now = 5;
  EXPECT_EQ(why_not("quad-set", assessed(person)), "");
}

TEST(Pain, EightStopsLoadingByTheFlag) {
  Person person = sciatica_flare();
  person.pain.now = 8;
  const Assessment care = assessed(person);
  EXPECT_EQ(care.care, Care::Urgent);
  EXPECT_THAT(allowed_ids(care), IsSupersetOf({"walk-easy", "rest-90-90"}));
  EXPECT_THAT(allowed_ids(care), Not(Contains("quad-set")));
}

TEST(Lifestyle, TheTrainersQuestionsBecomeAdviceWhenAnswered) {
  Person person = healthy_person();
  person.pain.now = 2;
  person.pain.usual = 2;
  person.lifestyle.mattress_years = 12;
  person.lifestyle.mattress = "soft";
  person.lifestyle.changed = "heavier rows";
  person.sleep_h = 5.5;
  const Assessment care = assessed(person);
  EXPECT_THAT(care.questions, ElementsAre("What do you stretch, how often, and has that changed?"));
  EXPECT_THAT(care.advice, Contains(StartsWith("you changed 'heavier rows' in the last week")));
  EXPECT_THAT(care.advice, Contains(StartsWith("your mattress is 12 years old")));
  person.pain.now = 0;
  person.pain.usual = 0;
  EXPECT_THAT(assessed(person).questions, IsEmpty());
  EXPECT_THAT(assessed(person).advice, IsEmpty());
}

}  // namespace
}  // namespace strongback
