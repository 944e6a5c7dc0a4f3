#include "train/today.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Maya of the examples: Monday and Friday at 18:30, from Monday, November 30.
LogForTests maya() {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan();
  return log;
}

std::vector<std::string> ids_of(const Today& today) {
  std::vector<std::string> ids;
  for (const TodayLine& line : today.lines) ids.push_back(line.planned.id);
  return ids;
}

std::vector<std::string> texts_of(const std::vector<Reason>& reasons) {
  std::vector<std::string> texts;
  for (const Reason& reason : reasons) texts.push_back(reason.text);
  return texts;
}

TEST(Today, IsASessionOnThePlannedDayAtItsHour) {
  const Today today = maya().today();
  EXPECT_EQ(today.kind, DayKind::Session);
  EXPECT_EQ(to_text(today.at), "2026-11-30T18:30:00+00:00");
  EXPECT_EQ(today.week, 1);
  EXPECT_THAT(ids_of(today), Contains("one-arm-row-hand"));
  EXPECT_FALSE(today.warm_up.empty());
  EXPECT_GT(today.minutes, 20.0);
  EXPECT_LE(today.minutes, 40.0);
  EXPECT_TRUE(today.asks_pain);
  EXPECT_EQ(maya().today(SessionStart::Now).at, maya().now());
}

TEST(Today, IsRestBetweenWithTheHourOfTheNextSession) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30");
  log.train();
  EXPECT_EQ(log.today().kind, DayKind::Done);
  log.on("2026-12-01", "09:00");
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::Rest);
  ASSERT_TRUE(today.next_session);
  EXPECT_EQ(to_text(*today.next_session), "2026-12-04T18:30:00+00:00");
  EXPECT_TRUE(today.asks_morning);
  ASSERT_FALSE(today.readiness.empty());
  EXPECT_NEAR(today.readiness.front().floor_h, 72.0 - 14.5, 1e-6);
}

TEST(Today, StaysTheSameWhileTheSessionIsUnderWay) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:35");
  const Today before = log.today(SessionStart::Now);
  log.add(SessionStarted{before.planned});
  log.set(before.lines.front().planned.id, 9, 3.0);
  const Today during = log.today();
  EXPECT_TRUE(during.is_under_way);
  EXPECT_EQ(during.at, before.at);
  EXPECT_EQ(ids_of(during), ids_of(before));
  EXPECT_THAT(during.lines.front().done, SizeIs(1));
  EXPECT_EQ(during.lines.front().planned.reps->high, before.lines.front().planned.reps->high);
  const auto next = next_set(during, log.state(), catalog_for_tests());
  ASSERT_TRUE(next);
  EXPECT_EQ(next->line->planned.id, before.lines[1].planned.id) << "the first had one set";
}

TEST(Today, SetsLoggedByHandAreASessionUnderWay) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:35");
  log.set("one-arm-row-hand", 10, 3.0);
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::Session);
  EXPECT_TRUE(today.is_under_way);
  log.on("2026-11-30", "22:50");
  EXPECT_EQ(log.today().kind, DayKind::Done);
}

TEST(Today, CatchesUpASessionThatWasMissed) {
  LogForTests log = maya();
  log.on("2026-12-01", "18:30");
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::Session);
  EXPECT_THAT(texts_of(today.changes), Contains("this is Monday's session, which was not done"));
  log.on("2026-12-02", "18:30");
  EXPECT_EQ(log.today().kind, DayKind::Rest) << "too near to Friday's";
}

TEST(Today, LeavesOutWhatIsNotReady) {
  LogForTests log = maya();
  log.on("2026-12-03", "18:30");
  log.set("one-arm-row-bench", 10, 3.0);
  log.on("2026-12-04", "18:30");
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::Session);
  EXPECT_THAT(ids_of(today), Not(Contains("one-arm-row-hand")));
  ASSERT_FALSE(today.left_out.empty());
  EXPECT_THAT(today.left_out.front().because, HasSubstr("rest until Sunday 18:30"));
}

TEST(Today, SorenessHalvesOrSkips) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:00");
  log.add(SorenessReported{"latissimus-dorsi", 8});
  const Today today = log.today();
  EXPECT_THAT(ids_of(today), Not(Contains("one-arm-row-hand")));
}

TEST(Today, UsesNewDumbbellsFromTheNextSession) {
  LogForTests log = maya();
  for (const char* day : {"2026-11-30", "2026-12-04"}) {
    log.on(day, "18:30");
    log.train();
  }
  std::string profile = example_for_tests("novice.toml");
  const std::string old = "dumbbells = [\"2 x 3 kg\"";
  profile.replace(profile.find(old), old.size(), old + ", \"2 x 3.5 kg\"");
  log.on("2026-12-05").add(ProfileChanged{profile, "equipment.dumbbells"});
  log.plan().on("2026-12-07", "18:30");
  const Today today = log.today();
  ASSERT_THAT(ids_of(today), Contains("one-arm-row-hand"));
  for (const TodayLine& line : today.lines) {
    if (line.planned.id != "one-arm-row-hand") continue;
    EXPECT_DOUBLE_EQ(in_kilograms(*line.planned.load), 3.5);
  }
}

TEST(Today, StopsOnAGraveAnswerUntilSomebodyHasLooked) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30").add(Answered{"ces_bladder", true});
  EXPECT_EQ(log.today().kind, DayKind::Stop);
  log.on("2026-12-04", "18:30").add(Answered{"ces_bladder", false});
  EXPECT_EQ(log.today().kind, DayKind::Stop) << "better is not yet looked at";
  log.add(Cleared{"Dr. Lind", ""});
  EXPECT_EQ(log.today().kind, DayKind::Session);
  log.on("2026-12-07", "18:30").add(Answered{"ces_bladder", true});
  EXPECT_EQ(log.today().kind, DayKind::Stop) << "a new one asks for a new look";
}

TEST(Today, WaitsForAClearanceAfterAnUrgentAnswer) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30").add(Answered{"night_pain", true});
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::BeSeenFirst);
  EXPECT_THAT(today.lines, IsEmpty());
  EXPECT_FALSE(today.small_list.empty());
  log.on("2027-03-01", "18:30").add(Answered{"night_pain", false});
  EXPECT_EQ(log.today().kind, DayKind::BeSeenFirst);
  log.add(Cleared{"Dr. Lind", ""});
  EXPECT_EQ(log.today().kind, DayKind::Session);
}

TEST(Today, HasTheFlareProgramInAFlare) {
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan().on("2026-12-03", "18:00");
  PainReported flare;
  flare.pain = 5;
  flare.says_flare = true;
  log.add(flare);
  const Today today = log.today();
  EXPECT_EQ(today.kind, DayKind::Flare);
  EXPECT_THAT(today.lines, IsEmpty());
  EXPECT_FALSE(today.small_list.empty());
  EXPECT_FALSE(today.flare_causes.empty());
  for (const PlannedExercise& line : today.small_list) EXPECT_FALSE(line.load) << line.id;
}

TEST(Today, AfterAFlareComesHalfTheSets) {
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan();
  PainReported flare;
  flare.pain = 5;
  flare.says_flare = true;
  log.on("2026-12-03", "08:00").add(flare);
  for (int morning = 0; morning < 3; ++morning) log.next_day().pain(2);
  log.on("2026-12-07", "18:30");
  const Today today = log.today();
  ASSERT_EQ(today.kind, DayKind::Session);
  for (const TodayLine& line : today.lines) EXPECT_EQ(line.planned.sets, 1) << line.planned.id;
  EXPECT_THAT(texts_of(today.changes), Contains(HasSubstr("after the flare")));
}

TEST(Today, RedPainEndsTheExercise) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30");
  log.add(SessionStarted{local_date(log.now())});
  log.set("one-arm-row-bench", 10, 3.0);
  log.set("one-arm-row-hand", 6, 3.0, 3, 6);
  const Today today = log.today();
  EXPECT_THAT(ids_of(today), Not(Contains("one-arm-row-hand")));
}

TEST(Today, SymptomsThatSpreadEndTheSessionAndAsk) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30");
  log.add(SessionStarted{local_date(log.now())});
  log.set("one-arm-row-bench", 10, 3.0);
  PainReported numb;
  numb.when = PainWhen::During;
  numb.pain = 2;
  numb.is_numb_or_weak = true;
  log.add(numb);
  const Today today = log.today();
  EXPECT_NE(today.kind, DayKind::Session);
  EXPECT_THAT(today.questions, Contains("ces_sexual")) << "the questions of a worsening";
}

TEST(NextSet, LooksForTheLoadInTheFirstSession) {  // rules 4.4
  std::string profile = example_for_tests("novice.toml");
  const std::string old = "dumbbells = [\"2 x 3 kg\"";
  profile.replace(profile.find(old), old.size(), old + ", \"2 x 3.75 kg\", \"2 x 4.5 kg\"");
  const auto next_after = [&](int reps, int reserve) {
    LogForTests log(profile);
    log.plan().on("2026-11-30", "18:30");
    log.add(SessionStarted{local_date(log.now())});
    while (true) {  // up to the first exercise of two sets
      const Today today = log.today();
      const auto next = next_set(today, log.state(), catalog_for_tests());
      EXPECT_TRUE(next);
      const bool is_last = next->line->planned.sets == next->number;
      log.set(next->line->planned.id, is_last ? 10 : reps, in_kilograms(*next->load),
              is_last ? 3 : reserve);
      if (!is_last)
        return in_kilograms(*next_set(log.today(), log.state(), catalog_for_tests())->load);
    }
  };
  EXPECT_DOUBLE_EQ(next_after(10, 3), 4.5);
  EXPECT_DOUBLE_EQ(next_after(12, 5), 5.0);
  EXPECT_DOUBLE_EQ(next_after(7, 3), 3.75);
}

TEST(ProgramDue, IsNothingWhileNothingHappens) {
  LogForTests log = maya();
  EXPECT_FALSE(program_due(log.state(), log.now(), catalog_for_tests()));
}

TEST(ProgramDue, SwapsWhatIsDislikedAndNothingElse) {
  LogForTests log = maya();
  std::string profile = example_for_tests("novice.toml");
  profile += "\n[preferences]\ndisliked = [\"plank-knee\"]\n";
  log.next_day().add(ProfileChanged{profile, "preferences.disliked"});
  const auto due = program_due(log.state(), log.now(), catalog_for_tests());
  ASSERT_TRUE(due);
  ASSERT_THAT(due->changes, SizeIs(1));
  EXPECT_THAT(due->changes.front(), HasSubstr("Plank from knees: you would rather not do it"));
  const Outline before = *log.state().outline;
  std::size_t changed = 0;
  for (std::size_t day = 0; day < before.days.size(); ++day) {
    for (std::size_t line = 0; line < due->outline.days[day].lines.size(); ++line)
      changed += due->outline.days[day].lines[line] == before.days[day].lines[line] ? 0U : 1U;
  }
  EXPECT_LE(changed, before.days.size());
}

TEST(ProgramDue, MovesTheSessionsToOtherDays) {
  LogForTests log = maya();
  std::string profile = example_for_tests("novice.toml");
  const std::string old = "days = [\"monday\", \"wednesday\", \"friday\"]";
  profile.replace(profile.find(old), old.size(), "days = [\"tuesday\", \"saturday\"]");
  log.next_day().add(ProfileChanged{profile, "time.days"});
  const auto due = program_due(log.state(), log.now(), catalog_for_tests());
  ASSERT_TRUE(due);
  EXPECT_EQ(due->outline.days.front().weekday, 1);
  EXPECT_EQ(due->outline.days.front().lines, log.state().outline->days.front().lines);
  EXPECT_THAT(due->changes,
              testing::ElementsAre("Monday 18:30 becomes Tuesday 18:30: your days changed",
                                   "Friday 18:30 becomes Saturday 18:30: your days changed"));
}

TEST(ProgramDue, LaysTheWeekAnewForANewGoal) {
  LogForTests log = maya();
  std::string profile = example_for_tests("novice.toml");
  const std::string old = "goals = [\"health\", \"posture\"]";
  profile.replace(profile.find(old), old.size(), "goals = [\"endurance\"]");
  log.next_day().add(ProfileChanged{profile, "training.goals"});
  const auto due = program_due(log.state(), log.now(), catalog_for_tests());
  ASSERT_TRUE(due);
  EXPECT_THAT(due->changes.front(), HasSubstr("your goals changed, so the week is laid anew"));
}

TEST(StateOf, IsTheSameForAnyOrderOfArrival) {
  LogForTests log = maya();
  log.on("2026-11-30", "18:30");
  log.train();
  auto events = log.events();
  std::reverse(events.begin(), events.end());
  const auto backward = state_of(events, catalog_for_tests());
  ASSERT_TRUE(backward);
  EXPECT_EQ(backward->days_of, log.state().days_of);
  log.on("2026-12-04", "18:30");
  EXPECT_EQ(ids_of(make_today(*backward, log.now(), catalog_for_tests())), ids_of(log.today()));
}

TEST(StateOf, RefusesALogWithoutABeginning) {
  const auto state = state_of({}, catalog_for_tests());
  ASSERT_FALSE(state);
  EXPECT_THAT(to_text(state.error().front()), HasSubstr("the log is empty"));
}

}  // namespace
}  // namespace strongback
