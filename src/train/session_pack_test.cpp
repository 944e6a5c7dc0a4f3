#include "train/session_pack.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"
#include "train/pack_rows_for_tests.h"

namespace strongback {
namespace {

using testing::IsEmpty;
using testing::Not;

class SessionPackOf : public testing::TestWithParam<const char*> {};

TEST_P(SessionPackOf, SaysAfterEverySetWhatTheLogWouldSay) {
  LogForTests log(example_for_tests(GetParam()));
  log.plan().on("2026-11-30", "18:30");
  for (int session = 0; session < 2; ++session) {
    log.pain(0, PainWhen::BeforeSession);
    const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
    ASSERT_EQ(pack.sessions.size(), 1U);
    const SessionPack& first = pack.sessions.front();
    for (const PackedLine& line : first.lines) expect_rows_as_lived(log, first, line, 37);
    if (session == 0) log.wait(30).train();
    log.next_day(2);
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, SessionPackOf,
                         testing::Values("novice.toml", "experienced.toml", "weak-back.toml"));

/// Whatever pain is said before the session, `pack` has the day that the log would then have.
void expect_days_as_said(const LogForTests& log, const DayPack& pack) {
  for (int pain = 0; pain <= 10; ++pain) {
    LogForTests said = log;
    said.pain(pain, PainWhen::BeforeSession);
    said.plan();
    const Today today = said.today(SessionStart::Now);
    const Today& packed = pack.sessions[pack.by_pain[static_cast<std::size_t>(pain)]].today;
    EXPECT_EQ(packed.kind, today.kind) << pain;
    ASSERT_EQ(packed.lines.size(), today.lines.size()) << pain;
    for (std::size_t i = 0; i < today.lines.size(); ++i) {
      EXPECT_EQ(packed.lines[i].planned.id, today.lines[i].planned.id);
      EXPECT_EQ(packed.lines[i].planned.load, today.lines[i].planned.load);
      EXPECT_EQ(packed.lines[i].planned.sets, today.lines[i].planned.sets);
    }
  }
}

TEST(SessionPack, HasASessionForEveryWordOnPain) {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan().on("2026-11-30", "18:30");
  expect_days_as_said(log, make_day_pack(log.state(), log.now(), catalog_for_tests()));
}

/// The example without the word "flare": that its pain is over the usual says it.
std::string walter_by_pain() {
  std::string text = example_for_tests("sciatica-flare.toml");
  const std::string said = "flare = true";
  text.erase(text.find(said), said.size());
  return text;
}

TEST(SessionPack, OpensTheFirstSessionForWhoBeganInAFlareThatIsOver) {
  LogForTests log(walter_by_pain());
  log.plan().on("2026-11-30", "11:00");
  ASSERT_FALSE(log.state().outline.has_value());
  const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
  expect_days_as_said(log, pack);
  for (const SessionPack& session : pack.sessions)
    EXPECT_NE(session.today.kind, DayKind::NoProgram);
}

TEST(SessionPack, StandInsAreAsTheyWouldBeOnceChosen) {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan().on("2026-11-30", "18:30").pain(0, PainWhen::BeforeSession);
  const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
  const SessionPack& session = pack.sessions.front();
  int seen = 0;
  for (std::size_t i = 0; i < session.lines.size(); ++i) {
    for (const PackedLine& other : session.stand_ins[i]) {
      LogForTests chosen = log;
      const std::string& id = session.lines[i].line.planned.id;
      chosen.add(SetSkipped{id, SkipReason::Other, other.line.planned.id});
      const Today today = chosen.today(SessionStart::Now);
      const auto line = std::find_if(
          today.lines.begin(), today.lines.end(),
          [&](const TodayLine& one) { return one.planned.id == other.line.planned.id; });
      ASSERT_NE(line, today.lines.end());
      EXPECT_EQ(line->planned.load, other.line.planned.load);
      EXPECT_EQ(line->planned.sets, other.line.planned.sets);
      ++seen;
    }
  }
  EXPECT_GT(seen, 3);
}

TEST(SessionPack, AnswersToPainAreThoseOfTheLog) {
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan().on("2026-11-30", "18:30").pain(2, PainWhen::BeforeSession, Site::BackOnly);
  const auto state = log.state();
  const Today today = make_today(state, log.now(), catalog_for_tests(), SessionStart::Now);
  const DayPack pack = make_day_pack(state, log.now(), catalog_for_tests());
  PainReported report;
  report.when = PainWhen::During;
  for (int pain = 0; pain <= 10; ++pain) {
    report.pain = pain;
    for (const auto site :
         {std::optional<Site>{}, std::optional{Site::BackOnly}, std::optional{Site::Foot}}) {
      report.site = site;
      EXPECT_EQ(pack.hurts.at(report), answer_to_pain(report, today, state, catalog_for_tests()));
    }
  }
}

TEST(HurtAnswer, StopsWhatTheRulesStop) {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan().on("2026-11-30", "18:30").pain(1, PainWhen::BeforeSession, Site::BackOnly);
  const auto state = log.state();
  const Today today = make_today(state, log.now(), catalog_for_tests(), SessionStart::Now);
  const auto answer = [&](int pain, std::optional<Site> site, bool sharp, bool numb) {
    PainReported report;
    report.when = PainWhen::During;
    report.pain = pain;
    report.site = site;
    report.is_sharp = sharp;
    report.is_numb_or_weak = numb;
    return answer_to_pain(report, today, state, catalog_for_tests());
  };
  EXPECT_EQ(answer(1, {}, false, false).action, HurtAction::GoOn);
  EXPECT_EQ(answer(3, {}, false, false).action, HurtAction::Lighter);
  EXPECT_EQ(answer(4, {}, false, false).action, HurtAction::StopExercise);
  EXPECT_EQ(answer(6, {}, false, false).action, HurtAction::StopExercise);
  EXPECT_EQ(answer(1, {}, true, false).action, HurtAction::StopExercise);
  EXPECT_GE(answer(2, Site::BelowKnee, false, false).action, HurtAction::StopToday);
  EXPECT_GE(answer(2, {}, false, true).action, HurtAction::StopToday);
}

TEST(SessionPack, SaysWhatAYesToEachQuestionChanges) {
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan().on("2026-12-14", "18:30").pain(2, PainWhen::BeforeSession);
  const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
  ASSERT_THAT(pack.sessions.front().flags, Not(IsEmpty()));
  for (const FlagRow& row : pack.sessions.front().flags) {
    LogForTests said = log;
    said.add(Answered{row.question, true});
    const Today today = said.today(SessionStart::Now);
    EXPECT_EQ(row.kind, today.kind) << row.question;
    EXPECT_EQ(row.triage.size(), today.care.triage.size());
  }
}

TEST(SessionPack, AsksWhatEachPainMakesDue) {  // so that it is asked without a network, too
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan().on("2026-12-14", "18:30");
  const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
  ASSERT_TRUE(pack.asks_pain);
  std::size_t fewest = 100, most = 0;
  for (int pain = 0; pain <= 10; ++pain) {
    LogForTests said = log;
    said.pain(pain, pack.asks_morning ? PainWhen::NextMorning : PainWhen::BeforeSession);
    const auto& flags = pack.sessions[pack.by_pain[static_cast<std::size_t>(pain)]].flags;
    fewest = std::min(fewest, flags.size());
    most = std::max(most, flags.size());
    std::vector<std::string> asked;
    for (const FlagRow& row : flags) {
      asked.push_back(row.question);
      LogForTests yes = said;
      yes.add(Answered{row.question, true});
      const Today today = yes.today(SessionStart::Now);
      EXPECT_EQ(row.kind, today.kind) << pain << " " << row.question;
      EXPECT_EQ(row.triage.size(), today.care.triage.size()) << pain << " " << row.question;
    }
    for (const std::string& id : said.today(SessionStart::Now).questions) {
      const bool is_asked = is_yes_no(*find_red_flag(catalog_for_tests(), id));
      EXPECT_EQ(is_asked, std::find(asked.begin(), asked.end(), id) != asked.end()) << id;
    }
  }
  EXPECT_GT(most, fewest) << "much pain asks more";
}

TEST(SessionPack, IsMadeWhereTheLastEventIsAheadOfTheClock) {  // of another device
  LogForTests log(example_for_tests("weak-back.toml"));
  log.plan().on("2026-12-14", "18:30").pain(2, PainWhen::BeforeSession);
  Moment behind = log.now();
  behind.at -= std::chrono::minutes{5};
  EXPECT_THAT(make_day_pack(log.state(), behind, catalog_for_tests()).sessions, Not(IsEmpty()));
  EXPECT_EQ(make_flare_pack(log.state(), behind, catalog_for_tests()).today.kind, DayKind::Flare);
}

}  // namespace
}  // namespace strongback
