#include "plan/referee.h"

#include <gmock/gmock.h>

#include "catalog/doses_for_tests.h"
#include "plan/people_for_tests.h"
#include "plan/referee_hours.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr int kMonday = 0;
constexpr int kTuesday = 1;

PlannedExercise line(const std::string& id, int sets) {
  PlannedExercise line;
  line.id = id;
  line.sets = sets;
  line.reps = Span{8, 12};
  line.rest_s = 60;
  line.reserve = 3;
  line.minutes = 5.0;
  for (const auto& [muscle, credit] : set_credits(exercise_of(id))) line.works[muscle] = credit;
  return line;
}

PlannedSession session(int weekday, std::vector<PlannedExercise> lines) {
  PlannedSession session;
  session.weekday = weekday;
  session.start_min = 18 * 60 + 30;
  session.exercises = std::move(lines);
  session.minutes = 35.0;
  return session;
}

PlannedExercise row(int sets = 3) {
  PlannedExercise row = line("one-arm-row-bench", sets);
  row.load = kilograms(5);
  return row;
}

/// Two weeks that no rule has anything against.
Program good() {
  Program program;
  program.care = assess_care(novice(), real_catalog());
  for (const int number : {1, 2}) {
    PlannedWeek week;
    week.number = number;
    week.sessions = {session(kMonday, {row(), line("bird-dog", 3)}),
                     session(4, {row(), line("bird-dog", 3)})};
    program.weeks.push_back(std::move(week));
  }
  return program;
}

/// The catalog where every credit is the list's, as in the lines above.
const Catalog& by_list() {
  static const Catalog kCatalog = trusting(real_catalog(), {});
  return kCatalog;
}

std::vector<std::string> judged(const Program& program, const Person& person = novice()) {
  return violations(program, person, by_list());
}

TEST(Referee, HasNothingAgainstAGoodProgram) { EXPECT_THAT(judged(good()), IsEmpty()); }

TEST(Referee, HasNothingAgainstWhatThePlannerMakes) {
  for (const auto& person : {novice(), lifter()})
    EXPECT_THAT(violations(program_of(person, 12), person, real_catalog()), IsEmpty());
}

TEST(Referee, AllowedSeesABlockedExercise) {
  Program program = good();
  program.care.caps.blocked.emplace_back("bird-dog");
  program.care.caps.blocked_because["bird-dog"] = "your therapist";
  EXPECT_THAT(
      judged(program),
      ElementsAre("allowed: week 1, Monday: 'bird-dog' is not allowed: blocked by your therapist",
                  "allowed: week 1, Friday: 'bird-dog' is not allowed: blocked by your therapist",
                  "allowed: week 2, Monday: 'bird-dog' is not allowed: blocked by your therapist",
                  "allowed: week 2, Friday: 'bird-dog' is not allowed: blocked by your therapist"));
}

TEST(Referee, AllowedSeesADislikedExercise) {
  Person person = novice();
  person.disliked = {"bird-dog"};
  EXPECT_THAT(judged(good(), person), Contains("allowed: week 1: 'bird-dog' is disliked"));
}

TEST(Referee, AllowedSeesAHeavySpineInTheFirstWeeks) {
  Person person = lifter();
  Program program = good();
  program.care = assess_care(person, real_catalog());
  program.care.caps.weeks_axial_at_most_2 = 1;
  program.weeks[0].sessions[0].exercises[1] = line("rdl-db", 1);
  program.weeks[1].sessions[0].exercises[1] = line("rdl-db", 1);
  const auto found = judged(program, person);
  EXPECT_THAT(
      found,
      Contains("allowed: week 1: 'rdl-db' loads the spine too heavily for the first 1 weeks"));
  EXPECT_THAT(
      found,
      Not(Contains("allowed: week 2: 'rdl-db' loads the spine too heavily for the first 1 weeks")));
}

TEST(Referee, OwnedSeesALoadThatCannotBePutTogether) {
  Program program = good();
  program.weeks[0].sessions[0].exercises[0].load = kilograms(4);
  EXPECT_THAT(judged(program),
              ElementsAre("owned: week 1: 'one-arm-row-bench' with 4 kg cannot be put together"));
}

TEST(Referee, OwnedSeesAMissingThing) {
  Program program = good();
  program.weeks[0].sessions[0].exercises[1] = line("band-pull-apart", 3);
  EXPECT_THAT(
      judged(program),  // the light week makes the next one too great a step for the discs, too
      Contains("owned: week 1: 'band-pull-apart' needs things that the person does not have"));
}

TEST(Referee, DaysSeesADayThatWasNotOffered) {
  Program program = good();
  program.weeks[0].sessions[0].weekday = kTuesday;
  EXPECT_THAT(judged(program), Contains("days: week 1: Tuesday was not offered"));
}

TEST(Referee, DaysSeesALongSession) {
  Program program = good();
  program.weeks[1].sessions[0].minutes = 40.5;
  EXPECT_THAT(judged(program), ElementsAre("days: week 2, Monday: 40.5 min, allowed 40"));
}

TEST(Referee, DaysSeesTwoSessionsOnADay) {
  Program program = good();
  program.weeks[0].sessions[1].weekday = kMonday;
  EXPECT_THAT(judged(program), Contains("days: week 1: two sessions on one day"));
}

TEST(Referee, DaysSeesAWrongDate) {
  Program program = good();
  program.weeks[0].sessions[0].date = make_date(2026, 12, 1);  // a Tuesday
  EXPECT_THAT(judged(program), ElementsAre("days: a date is not on its weekday"));
}

TEST(Referee, RestSeesAMuscleThatComesBackTooSoon) {
  Program program = good();
  program.weeks[0].sessions[1].weekday = 2;  // Wednesday: 48 h, in a beginner's first week
  EXPECT_THAT(judged(program),
              Contains("rest: latissimus-dorsi is trained again after 48 h and needs 72 h"));
}

// 10 sets to the limit, new to the muscle: 1 - exp(-10 x 0.12 x 1.5) = 0.83; 36 h ln(0.83 / 0.06)
// = 94.8 h.
TEST(Referee, RestSeesMoreWorkThanTheGapCanHeal) {
  Program program = good();
  program.weeks[0].sessions[1].weekday = 3;  // Thursday: 72 h
  PlannedExercise& rows = program.weeks[0].sessions[0].exercises[0];
  rows.reserve = 0;
  rows.sets = 10;
  EXPECT_THAT(judged(program),
              Contains("rest: latissimus-dorsi is trained again after 72 h and needs 94.8 h"));
}

TEST(Referee, WeeklyCapSeesTooManySets) {
  Program program = good();
  for (auto& week : program.weeks) {
    for (auto& session : week.sessions) session.exercises[0].sets = 7;
  }
  EXPECT_THAT(judged(program),
              Contains("weekly-cap: week 1: 14 sets for latissimus-dorsi, at most 12"));
}

TEST(Referee, WeeklyCapCountsTheChores) {
  Person person = novice();
  person.habits.push_back({"digging", 240.0, {}, 2});
  Program program = good();
  for (auto& session : program.weeks[0].sessions) session.exercises[1] = line("back-ext-floor", 2);
  EXPECT_THAT(judged(program, person),
              Contains("weekly-cap: week 1: 12 sets for erector-spinae-lumbar, at most 10"));
}

TEST(Referee, WeeklyCapSeesWorkForWhatIsVerySore) {
  Person person = novice();
  person.soreness["latissimus-dorsi"] = 7;
  EXPECT_THAT(judged(good(), person),
              ElementsAre("weekly-cap: week 1: latissimus-dorsi is very sore and is to rest"));
}

TEST(Referee, GrowthSeesAJump) {
  Person person = novice();
  person.level = Level::Intermediate;
  Program program = good();
  for (auto& session : program.weeks[1].sessions) session.exercises[0].sets = 5;
  EXPECT_THAT(judged(program, person),
              Contains("growth: week 2: latissimus-dorsi grows from 6 to 10 sets"));
  EXPECT_THAT(judged(program),
              Not(Contains(testing::HasSubstr("growth"))));  // a beginner's step is two weeks
}

TEST(Referee, RampSeesTooMuchForABeginner) {
  Program program = good();
  program.weeks[0].sessions[0].exercises[0].sets = 6;
  program.weeks[0].sessions[0].exercises[1].sets = 4;
  EXPECT_THAT(judged(program), Contains("ramp: week 1, Monday: 10 sets, a beginner may do 9"));
  EXPECT_THAT(judged(program, lifter()), Not(Contains(testing::HasSubstr("ramp:"))));
}

TEST(Referee, BalanceSeesMorePullingFromAboveThanRowing) {
  Person person = lifter();
  Program program = good();
  for (auto& session : program.weeks[0].sessions) session.exercises[1] = line("pull-up-neg", 4);
  EXPECT_THAT(judged(program, person),
              Contains("balance: week 1: more pulling from above than rowing"));
  for (auto& session : program.weeks[0].sessions)
    session.exercises.erase(session.exercises.begin());
  EXPECT_THAT(judged(program, person),
              Contains("balance: week 1: more pulling from above than rowing"));
}

TEST(Referee, BalanceSeesTooMuchExtension) {
  Program program = good();
  program.weeks[0].sessions[0].exercises.push_back(line("back-ext-floor", 2));
  program.weeks[0].sessions[0].exercises.push_back(line("dead-bug", 1));
  EXPECT_THAT(judged(program),
              Contains("balance: week 1: too much extension for the holds against it"));
}

TEST(Referee, DoseSeesEachNumberOutOfBounds) {
  const auto broken = [](void (*change)(PlannedExercise&)) {
    Program program = good();
    change(program.weeks[0].sessions[0].exercises[0]);
    return judged(program);
  };
  const std::string who = "dose: week 1, 'one-arm-row-bench': ";
  EXPECT_THAT(broken([](PlannedExercise& l) { l.sets = 0; }), Contains(who + "0 sets"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.reps = Span{12, 8}; }),
              ElementsAre(who + "repetitions out of bounds"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.hold_s = Span{60, 61}; }),
              ElementsAre(who + "held longer than allowed"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.reserve = 0; }),
              ElementsAre(who + "ends nearer to failure than allowed"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.rest_s = 10; }), ElementsAre(who + "rest of 10 s"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.minutes = 0.0; }),
              ElementsAre(who + "no duration"));
  EXPECT_THAT(broken([](PlannedExercise& l) { l.load = kilograms(0); }),
              Contains(who + "no positive load"));
}

TEST(Referee, DoseSeesALoadAboveTheCap) {
  Program program = good();
  program.care.caps.load_cap = kilograms(4);
  EXPECT_THAT(judged(program), Contains("dose: week 1, 'one-arm-row-bench': heavier than allowed"));
  program.care.caps.no_external_load = true;
  EXPECT_THAT(judged(program),
              Contains("dose: week 1, 'one-arm-row-bench': a load where none is allowed"));
}

TEST(Referee, MorningSeesBendingTooSoon) {
  Person person = lifter();
  Program program = good();
  program.care = assess_care(person, real_catalog());
  program.care.caps.no_flexion_h_after_rising = 2;
  program.weeks[0].sessions[0].exercises[1] = line("rdl-db", 1);
  person.wake_min = 17 * 60;
  EXPECT_THAT(judged(program, person),
              Contains("morning: week 1: 'rdl-db' bends too soon after getting up"));
  person.wake_min = 16 * 60;
  EXPECT_THAT(judged(program, person), Not(Contains(testing::HasSubstr("morning:"))));
}

TEST(CanAssemble, HangsPlatesAlikeOnBothEnds) {
  const Person person = lifter();
  EXPECT_TRUE(can_assemble(person, exercise_of("barbell-row"), kilograms(45)));
  EXPECT_FALSE(can_assemble(person, exercise_of("barbell-row"), kilograms(22.5)));
  EXPECT_TRUE(can_assemble(person, exercise_of("can-row-chair"),
                           kilograms(12)));  // 5 kg on each of four ends
  EXPECT_FALSE(
      can_assemble(person, exercise_of("can-row-chair"), kilograms(32)));  // one handle alone could
  EXPECT_TRUE(can_assemble(person, exercise_of("one-arm-row-bench"), kilograms(32)));
}

TEST(RecoveryOf, NeverShowsLessRestThanNeeded) {
  for (const auto& person : {novice(), lifter()}) {
    const Program program = program_of(person, 26);
    ASSERT_FALSE(program.recovery.empty());
    for (const auto& row : program.recovery)
      EXPECT_GE(row.shortest_gap_h, row.needed_h) << row.muscle;
  }
}

}  // namespace
}  // namespace strongback
