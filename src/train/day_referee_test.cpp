#include "train/day_referee.h"

#include <gmock/gmock.h>

#include "train/log_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Maya's first session as it should be, and what the referee says when `spoil` has changed it.
template <class Spoil>
std::vector<std::string> said_of(LogForTests& log, Spoil spoil) {
  const auto state = log.state();
  Today today = make_today(state, log.now(), catalog_for_tests());
  EXPECT_EQ(today.kind, DayKind::Session);
  EXPECT_THAT(day_violations(today, state, catalog_for_tests()), IsEmpty());
  spoil(today);
  return day_violations(today, state, catalog_for_tests());
}

LogForTests maya(const std::string& day = "2026-11-30") {
  LogForTests log(example_for_tests("novice.toml"));
  log.plan().on(day, "18:30");
  return log;
}

PlannedExercise line_for(const std::string& id) {
  PlannedExercise line;
  const Exercise& exercise = *find_exercise(catalog_for_tests(), id);
  line.id = id;
  line.sets = 1;
  line.reps = Span{8, 10};
  line.reserve = 4;
  line.rest_s = 60;
  for (const Share& share : set_credits(exercise)) line.works[share.muscle] = share.credit;
  return line;
}

TEST(DayReferee, RefusesMusclesThatAreNotRested) {
  LogForTests log = maya("2026-12-02");
  const auto session = [&] {
    log.on("2026-11-30", "18:30");
    log.train();
  };
  session();
  log.on("2026-12-04", "18:30");
  LogForTests early = log;
  EXPECT_THAT(said_of(early, [](Today& today) { today.at.at -= std::chrono::hours{30}; }),
              Contains(HasSubstr("recovery: latissimus-dorsi again after 66 h, needs 72 h")));
}

TEST(DayReferee, RefusesTooManySets) {
  LogForTests log = maya();
  EXPECT_THAT(said_of(log, [](Today& today) { today.lines.front().planned.sets = 10; }),
              testing::Not(Contains(HasSubstr("dose"))));
  EXPECT_THAT(said_of(log,
                      [](Today& today) {
                        for (TodayLine& line : today.lines) line.planned.sets = 9;
                      }),
              Contains(HasSubstr("cap: ")));
}

TEST(DayReferee, RefusesTwistAndWhatIsBarred) {
  std::string profile = example_for_tests("novice.toml");
  profile.replace(profile.find("can_use_floor = true"), 20,
                  "can_use_floor = true\nlimits = { twist = 0 }");
  LogForTests log(profile);
  log.plan().on("2026-11-30", "18:30");
  const auto said = said_of(log, [](Today& today) {
    TodayLine line;
    line.planned = line_for("bird-dog");
    today.lines.push_back(line);
  });
  EXPECT_THAT(said, Contains(HasSubstr("twist: 'bird-dog'")));
  EXPECT_THAT(said, Contains(HasSubstr("clearance: 'bird-dog' is not allowed")));
}

TEST(DayReferee, RefusesASessionWhereSomebodyMustLook) {
  LogForTests log = maya();
  EXPECT_THAT(said_of(log, [](Today& today) { today.care.be_seen_first = true; }),
              Contains(HasSubstr("clearance: a session where somebody must look first")));
}

TEST(DayReferee, RefusesLoadsThatCannotBe) {
  LogForTests log = maya();
  EXPECT_THAT(said_of(log, [](Today& today) { today.lines.front().planned.load = kilograms(4.0); }),
              Contains(HasSubstr("cannot be put together")));
  EXPECT_THAT(said_of(log, [](Today& today) { today.care.caps.load_cap = kilograms(1.0); }),
              Contains(HasSubstr("heavier than allowed")));
  EXPECT_THAT(said_of(log, [](Today& today) { today.care.caps.no_external_load = true; }),
              Contains(HasSubstr("a load where none is allowed")));
}

TEST(DayReferee, RefusesWrongDoses) {
  LogForTests log = maya();
  EXPECT_THAT(said_of(log, [](Today& today) { today.lines.front().planned.reserve = -1; }),
              Contains(HasSubstr("nearer to failure than allowed")));
  EXPECT_THAT(said_of(log, [](Today& today) { today.lines.back().planned.hold_s = Span{10, 900}; }),
              Contains(HasSubstr("held longer than allowed")));
}

TEST(DayReferee, RefusesALoadedSessionInAFlare) {
  LogForTests log = maya();
  EXPECT_THAT(said_of(log, [](Today& today) { today.care.is_flare = true; }),
              Contains(HasSubstr("flare: an ordinary session in a flare")));
}

TEST(DayReferee, RefusesWhatLingeredTwice) {
  LogForTests log = maya();
  for (int time = 0; time < 2; ++time) {
    log.on(time == 0 ? "2026-11-30" : "2026-12-04", "18:30");
    log.pain(1, PainWhen::BeforeSession);
    log.set("back-ext-floor", 10, {}, 3, 2);
    log.next_day().pain(3, PainWhen::NextMorning);
  }
  for (const char* day :
       {"2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"})
    log.on(day, "07:00").pain(1);
  log.on("2026-12-11", "18:30");
  const auto state = log.state();
  Today today = make_today(state, log.now(), catalog_for_tests());
  EXPECT_THAT(day_violations(today, state, catalog_for_tests()), IsEmpty());
  TodayLine line;
  line.planned = line_for("back-ext-floor");
  today.lines.push_back(line);
  EXPECT_THAT(day_violations(today, state, catalog_for_tests()),
              Contains(HasSubstr("'back-ext-floor' rests after two bad mornings")));
}

}  // namespace
}  // namespace strongback
