#include "plan/simulated.h"

#include <gmock/gmock.h>

#include <cmath>

#include "catalog/doses_for_tests.h"
#include "plan/people_for_tests.h"
#include "plan/prescribe.h"
#include "plan/referee.h"
#include "plan/search.h"
#include "plan/strength.h"

namespace strongback {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRow = "one-arm-row-bench";

SimpleDose row() {
  return {
      kRow,
      {{"latissimus-dorsi", {0.1, 0.2}}, {"rhomboids", {0.07, 0.14}}, {"multifidus", {0.02, 0.05}}},
      700.0,
      300.0};
}

Catalog catalog_with(const std::vector<SimpleDose>& doses) {
  return with_doses(real_catalog(), doses);
}

Person rower(const std::string& sex, int age, const std::string& more = "") {
  return person_of(sex, age, 75, "height = \"172 cm\"\n" + more + R"(
[training]
level = "novice"
last_trained = "never"
[time]
days = ["monday", "thursday"]
minutes = 40
[equipment]
have = ["bench", "chair", "mat"]
dumbbells = ["2 kg", "4 kg", "6 kg", "8 kg", "10 kg"]
)");
}

Prescription fitted(const Person& person, const Catalog& catalog, const char* id = kRow) {
  const Assessment care = assess_care(person, catalog);
  auto prescription = prescribe(*find_exercise(catalog, id), person, care, catalog);
  expects(prescription.has_value(), prescription ? "" : prescription.error());
  return *prescription;
}

TEST(CreditSets, ComesFromTheModelWhereTheExerciseIsSimulated) {
  const Prescription row_set = fitted(rower("male", 30), catalog_with({row()}));
  EXPECT_TRUE(row_set.line.works_by_model.contains("latissimus-dorsi"));
  EXPECT_EQ(row_set.line.works.at("latissimus-dorsi"), 1.0);
  EXPECT_EQ(row_set.line.works.at("rhomboids"), 1.0);           // 70 % of its full effort
  EXPECT_FALSE(row_set.line.works.contains("biceps-brachii"));  // on the list, not in the dose
  EXPECT_THAT(why(row_set.line, "works"), HasSubstr("computed for your body and this load: lats"));
}

TEST(CreditSets, ComesFromTheModelOnlyForTheMusclesWithWhichItIsTrusted) {
  SimpleDose lying = row();
  lying.muscles["erector-spinae-lumbar"] = {0.5, 0.0};
  const Catalog catalog = trusting(catalog_with({lying}), {"erector-spinae-lumbar", "multifidus"});
  const PlannedExercise line = fitted(rower("male", 30), catalog).line;
  EXPECT_THAT(line.works_by_model, ElementsAre("erector-spinae-lumbar"));
  EXPECT_EQ(line.works.at("erector-spinae-lumbar"), 1.0);  // the list does not name it
  for (const auto& [muscle, credit] : find_exercise(catalog, kRow)->shares) {
    EXPECT_EQ(line.works.at(muscle), credit) << muscle;
  }
  EXPECT_THAT(why(line, "works"),
              AllOf(HasSubstr("computed for your body and this load: lower erectors; "),
                    HasSubstr("as the catalog's list says: lats, "),
                    HasSubstr("hardest in the model: lower erectors, at up to 50 %")));
}

TEST(CreditSets, FallsBackOnTheListAndSaysSo) {
  const Catalog other = catalog_with({{"bird-dog", {{"multifidus", {0.3, 0.0}}}}});
  const Prescription by_list = fitted(rower("male", 30), other);
  EXPECT_THAT(by_list.line.works_by_model, IsEmpty());
  EXPECT_FALSE(by_list.line.disc.has_value());
  EXPECT_EQ(by_list.line.works, fitted(rower("male", 30), catalog_with({})).line.works);
  EXPECT_THAT(why(by_list.line, "works"), HasSubstr("not simulated"));
  EXPECT_THAT(why(fitted(rower("male", 30), catalog_with({})).line, "works"),
              Not(HasSubstr("simulated")));
  EXPECT_EQ(fitted(rower("male", 30), other, "bird-dog").line.works.at("multifidus"), 0.5);
}

TEST(CreditSets, FollowsTheLoadThatATherapistAsksFor) {
  SimpleDose steep = row();  // at 2 kg the rhomboids rest
  steep.muscles = {{"latissimus-dorsi", {0.2, 0.0}}, {"rhomboids", {-0.1, 0.6}}};
  const Catalog catalog = catalog_with({steep});
  Prescription set = fitted(rower("male", 30), catalog);
  const double before = set.line.works.at("rhomboids");
  set.line.load = kilograms(2);
  credit_sets(set, rower("male", 30), catalog);
  EXPECT_GT(before, 0.9);
  EXPECT_FALSE(set.line.works.contains("rhomboids"));
  EXPECT_EQ(std::count_if(set.line.why.begin(), set.line.why.end(),
                          [](const Reason& one) { return one.about == "works"; }),
            1);
}

TEST(DoseFor, AsksForTheForceOfABand) {
  const Catalog catalog = catalog_with({{"standing-band-row", {{"rhomboids", {0.0, 1.0}}}}});
  const Exercise& exercise = *find_exercise(catalog, "standing-band-row");
  PlannedExercise line;
  line.load_text = "the red band";
  Person person = rower("male", 30);
  EXPECT_FALSE(dose_for(exercise, line, person, catalog).has_value());
  person.inventory.bands = {{"red", std::nullopt}};
  EXPECT_FALSE(dose_for(exercise, line, person, catalog).has_value());
  person.inventory.bands = {{"red", newtons(49.03325)}};  // 5 kg
  EXPECT_NEAR(dose_for(exercise, line, person, catalog)->muscles.at("rhomboids").left_peak, 0.5,
              1e-9);
}

TEST(TiringLoad, IsWhereTheFirstMuscleGivesUp) {
  const Catalog catalog = catalog_with({row()});
  const Exercise& exercise = *find_exercise(catalog, kRow);
  const double share = share_of_max(real_rules(), 13.0);
  const auto tiring = tiring_load(exercise, rower("male", 30), catalog, 13.0);
  ASSERT_TRUE(tiring.has_value());
  EXPECT_EQ(tiring->muscle, "latissimus-dorsi");
  EXPECT_NEAR(in_kilograms(tiring->load), 10.0 * (share - 0.1) / 0.2, 1e-3);
  SimpleDose easy = row();
  easy.muscles = {{"latissimus-dorsi", {0.1, 0.01}}};
  EXPECT_FALSE(tiring_load(exercise, rower("male", 30), catalog_with({easy}), 13.0).has_value());
  EXPECT_FALSE(tiring_load(exercise, rower("male", 30), catalog_with({}), 13.0).has_value());
}

TEST(FirstLoad, IsNeverAboveTheSmallerOfUsualAndModel) {
  const Person person = rower("male", 30);  // 0.14 x 75 kg x 0.86 = 9 kg
  const Prescription usual = fitted(person, catalog_with({row()}));
  EXPECT_EQ(usual.line.load, kilograms(8));
  EXPECT_THAT(why(usual.line, "load"), HasSubstr("so the usual first load stands"));
  SimpleDose hard = row();
  hard.muscles = {{"latissimus-dorsi", {0.1, 1.0}}};  // 13 repetitions at 5.9 kg
  const Prescription less = fitted(person, catalog_with({hard}));
  EXPECT_EQ(less.line.load, kilograms(4));
  EXPECT_THAT(why(less.line, "load"), HasSubstr("the smaller counts"));
  for (double slope = 0.05; slope < 2.0; slope += 0.05) {
    hard.muscles = {{"latissimus-dorsi", {0.1, slope}}};
    const Catalog catalog = catalog_with({hard});
    const auto set =
        prescribe(*find_exercise(catalog, kRow), person, assess_care(person, catalog), catalog);
    if (!set) continue;
    EXPECT_LE(*set->line.load, kilograms(8)) << slope;
  }
}

TEST(FirstLoad, KeepsWhatWasReallyLifted) {
  SimpleDose hard = row();
  hard.muscles = {{"latissimus-dorsi", {0.1, 1.0}}};
  Person person = rower("male", 30);
  PastSet done;
  done.exercise = kRow;
  done.reps = 10;
  done.reserve = 3;
  done.load = kilograms(10);
  person.past_sets = {done};
  EXPECT_EQ(fitted(person, catalog_with({hard})).line.load,
            fitted(person, catalog_with({})).line.load);
}

TEST(DiscUse, IsForceAboveStandingTimesItsTime) {
  const Prescription set = fitted(rower("male", 30), catalog_with({row()}));
  const double above_N = 700.0 + 300.0 * 0.8 - 500.0;  // with 8 kg
  const double seconds = 0.5 * (set.line.reps->low + set.line.reps->high) * 4.0;
  ASSERT_TRUE(set.line.disc.has_value());
  EXPECT_NEAR(set.line.disc->set_N_s, above_N * seconds * 2, 1e-6);  // on each side
  EXPECT_NEAR(set.line.disc->peak_N, 940.0, 1e-9);
  EXPECT_NEAR(set.line.disc->likely_N.low, 0.75 * 940.0, 1e-9);
  EXPECT_NEAR(set.line.disc->likely_N.high, 1.25 * 940.0, 1e-9);
  PlannedExercise hold;
  hold.hold_s = Span{8, 8};
  hold.holds = 6;
  const auto dose = dose_for(exercise_of(kRow), set.line, rower("male", 30), catalog_with({row()}));
  EXPECT_NEAR(disc_use_of(*dose, hold).set_N_s, above_N * 48.0, 1e-6);
  SimpleDose lying = row();
  lying.compression_N = 200.0;
  lying.per_10kg_N = 0.0;
  EXPECT_EQ(fitted(rower("male", 30), catalog_with({lying})).line.disc->set_N_s, 0.0);
}

TEST(DiscGuideline, FallsWithAgeOnALine) {
  EXPECT_EQ(in_newtons(disc_guideline(rower("male", 18), real_rules())), 5400.0);
  EXPECT_EQ(in_newtons(disc_guideline(rower("male", 40), real_rules())), 3800.0);
  EXPECT_NEAR(in_newtons(disc_guideline(rower("female", 45), real_rules())), 2700.0, 1e-9);
  EXPECT_EQ(in_newtons(disc_guideline(rower("female", 80), real_rules())), 1800.0);
}

TEST(DiscGuideline, IsALimitForOlderPeopleAndAimsAtTheUpperEdge) {
  SimpleDose heavy = row();  // 2,200 N allow 1,760 N and a quarter of it: 6 kg
  heavy.compression_N = 1160.0;
  heavy.per_10kg_N = 1000.0;
  heavy.muscles = {{"latissimus-dorsi", {0.1, 0.1}}};
  const Catalog catalog = catalog_with({heavy});
  Person old = rower("male", 70);
  old.past_sets = {{kRow, 1, 10, kilograms(8), 4, std::nullopt}};
  EXPECT_EQ(fitted(old, catalog).line.load, kilograms(6));
  EXPECT_GT(*fitted(old, catalog_with({})).line.load, kilograms(6));
  Person young = rower("male", 50);
  young.past_sets = old.past_sets;
  EXPECT_GT(*fitted(young, catalog).line.load, kilograms(6));
  heavy.compression_N = 1761.0;
  const Catalog too_heavy = catalog_with({heavy});
  const auto none =
      prescribe(*find_exercise(too_heavy, kRow), old, assess_care(old, too_heavy), too_heavy);
  ASSERT_FALSE(none.has_value());
  EXPECT_THAT(none.error(), HasSubstr("a work guideline for your age allows 2200"));
}

TEST(DiscGuideline, IsALimitWhereHealthLowersTheLoadAlongTheSpine) {
  const Person healthy = rower("male", 40);
  const Person hurt = rower("male", 40, "conditions = [\"disc-herniation-quiet\"]\n");
  const Person chronic = rower("male", 40, "conditions = [\"lbp-chronic\"]\n");
  const auto held = [](const Person& person) {
    return is_held_to_guideline(person, assess_care(person, real_catalog()).caps, real_rules());
  };
  EXPECT_FALSE(held(healthy));
  EXPECT_TRUE(held(hurt));
  EXPECT_TRUE(held(chronic));
}

TEST(DiscBudget, GrowsByAFifthOfTheMeanOfFourWeeks) {
  const Rules& rules = real_rules();
  EXPECT_TRUE(std::isinf(disc_budget_N_s(rules, {})));
  EXPECT_EQ(disc_budget_N_s(rules, {1e3}), 150e3);
  EXPECT_NEAR(disc_budget_N_s(rules, {300e3}), 360e3, 1e-6);
  EXPECT_NEAR(disc_budget_N_s(rules, {900e3, 300e3, 300e3, 400e3, 400e3}), 1.2 * 350e3, 1e-6);
}

/// Doses that put much on the low back, for every row and hinge and for the back extensions.
Catalog heavy_catalog() {
  std::vector<SimpleDose> doses;
  for (const auto& exercise : real_catalog().exercises) {
    const bool is_heavy = exercise.pattern == Pattern::HorizontalPull ||
                          exercise.pattern == Pattern::Hinge ||
                          exercise.pattern == Pattern::TrunkExtension;
    if (!is_heavy || exercise.shares.empty()) continue;
    SimpleDose dose{exercise.id, {}, 1500.0, 200.0};
    dose.heaviest_kg = 200.0;
    for (const auto& [muscle, credit] : exercise.shares)
      dose.muscles[muscle] = {0.3 * credit, 0.01};
    doses.push_back(dose);
  }
  return catalog_with(doses);
}

Program program_with(const Person& person, const Catalog& catalog) {
  PlanRequest request;
  request.weeks = 8;
  return make_program(person, catalog, request);
}

TEST(DiscBudget, HoldsInEveryWeekOfAProgram) {
  const Catalog catalog = heavy_catalog();
  for (const Person& person : {novice(), lifter(), rower("male", 68)}) {
    const Program program = program_with(person, catalog);
    ASSERT_EQ(program.weeks.size(), 8U) << testing::PrintToString(program.conflicts);
    EXPECT_THAT(violations(program, person, catalog), IsEmpty());
    std::vector<double> before;
    for (const auto& week : program.weeks) {
      ASSERT_TRUE(week.disc.has_value());
      EXPECT_LE(week.disc->N_s, disc_budget_N_s(catalog.rules, before) + 1e-3) << week.number;
      EXPECT_LE(week.disc->simulated_sets, week.disc->sets);
      double sum = 0.0;
      for (const auto& session : week.sessions) sum += session.disc ? session.disc->N_s : 0.0;
      EXPECT_NEAR(week.disc->N_s, sum, 1e-6);
      before.push_back(week.disc->N_s);
    }
    EXPECT_GT(before.back(), 0.0);
  }
}

TEST(DiscBudget, IsKeptByTheSearch) {
  const Person person = novice();
  const Assessment care = assess_care(person, heavy_catalog());
  const Catalog catalog = heavy_catalog();
  std::vector<LeftOut> ignored;
  PlanInput input{&person, &care, &catalog, fitted_exercises(person, care, catalog, ignored)};
  WeekProblem problem = full_week(input, day_patterns(person, catalog.rules, 48.0).front());
  const auto used = [&](const Choice& choice) {
    double sum = 0.0;
    for (std::size_t k = 0; k < choice.size(); ++k) {
      for (std::size_t o = 0; o < choice[k].size(); ++o)
        sum += problem.options[o].disc * choice[k][o] * problem.slots[k].times;
    }
    return sum;
  };
  const auto free = search_week(problem, {});
  ASSERT_TRUE(free.has_value());
  const double before = used(*free);
  problem.disc_cap = 0.5 * before;
  EXPECT_GT(shortfall_of(problem, *free), 0.0);
  const auto held = search_week(problem, {});
  ASSERT_TRUE(held.has_value());
  EXPECT_LE(used(*held), problem.disc_cap + 1e-9);
}

class Refused : public testing::Test {
 protected:
  Catalog catalog_ = heavy_catalog();
  Person person_ = rower("male", 68);
  Program program_ = program_with(person_, catalog_);

  PlannedExercise& simulated_line(std::size_t week) {
    for (auto& session : program_.weeks[week].sessions) {
      for (auto& line : session.exercises) {
        if (!line.works_by_model.empty()) return line;
      }
    }
    expects(false, "a line is simulated");
    return program_.weeks[week].sessions.front().exercises.front();
  }
  std::vector<std::string> broken() { return violations(program_, person_, catalog_); }
};

TEST_F(Refused, CreditsThatTheModelDoesNotGive) {
  ASSERT_THAT(broken(), IsEmpty());
  simulated_line(0).works.begin()->second += 0.3;
  EXPECT_THAT(broken(), Contains(HasSubstr("credit: week 1")));
}

TEST_F(Refused, CreditsThatClaimTheWrongSource) {
  PlannedExercise& line = simulated_line(0);
  line.works_by_model.erase(line.works_by_model.begin());
  EXPECT_THAT(broken(), Contains(HasSubstr("comes from elsewhere")));
}

TEST_F(Refused, CreditsThatTheListDoesNotSay) {
  catalog_ = trusting(std::move(catalog_), {});
  EXPECT_THAT(broken(), Contains(HasSubstr("comes from elsewhere")));
  program_ = program_with(person_, catalog_);
  ASSERT_THAT(broken(), IsEmpty());
  PlannedExercise& line = program_.weeks[0].sessions[0].exercises[0];
  line.works.begin()->second += 0.3;
  EXPECT_THAT(broken(), Contains(HasSubstr("the list gives")));
}

TEST_F(Refused, ALineThatHidesWhatItWorks) {
  PlannedExercise& line = simulated_line(0);
  line.works_by_model.erase(line.works.begin()->first);
  line.works.erase(line.works.begin());
  EXPECT_THAT(broken(), Contains(HasSubstr("0 of a set for ")));
}

TEST_F(Refused, AWeekThatJumpsOnTheDiscs) {
  simulated_line(7).sets *= 9;
  EXPECT_THAT(broken(), Contains(HasSubstr("discs: week 8")));
}

TEST_F(Refused, ARepetitionAboveTheGuideline) {
  for (auto& [id, surfaces] : catalog_.doses) {
    for (auto& surface : surfaces) surface.discs[2][0][0] += 1000.0;
  }
  EXPECT_THAT(broken(), Contains(HasSubstr("on L3/L4, at most 2200")));
}

}  // namespace
}  // namespace strongback
