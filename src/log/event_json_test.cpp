#include "log/event_json.h"

#include <gmock/gmock.h>

#include <fstream>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string kHead =
    R"("id":"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000","at_ms":1764527400000,"offset_min":60,)";

Event event_of(EventBody body) {
  const Moment when = *parse_moment("2026-11-30T18:30:00.125+01:00");
  return {event_id(when.at, kind_of(body)), when, std::move(body)};
}

std::vector<EventBody> one_of_each() {
  SetDone set{"one-arm-row-bench", 10, 0, 0, kilograms(12.5), "", 2, 1, "hevy"};
  PainReported pain{PainWhen::During, 4, Site::Buttock, "db-row-bent", 20, true, true, true};
  Outline outline{*make_date(2026, 11, 30), {{0, 1110, "whole back", {{"bird-dog", {1, 2}}}}}};
  return {Started{"sex = \"male\"\nage = 40\n", "Europe/London"},
          ProfileChanged{"sex = \"male\"\nage = 41\n", "age"},
          ProgramAccepted{outline, {"the first program"}},
          SessionStarted{*make_date(2026, 11, 30)},
          SessionEnded{SessionEnd::Pain},
          set,
          SetSkipped{"bird-dog", SkipReason::TooTired, "plank-knee"},
          pain,
          Answered{"fever", true},
          SorenessReported{"rhomboids", 5},
          Slept{6.5},
          Walked{25},
          ChoreDone{"digging", 90},
          Noted{NoteAbout::Exercise, "bird-dog", "the left \"hand\"\ttires — first"},
          MeasurementTaken{Measure::Pressure, 138, 82},
          Cleared{"Dr. Lind", "no lifts above 5 kg"},
          TherapistReplied{"schema = 1\nname = \"T.\"\n"},
          Busy{*make_date(2026, 12, 24)},
          Retracted{"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000"}};
}

TEST(EventJson, EveryKindComesBackAsItWas) {
  const auto bodies = one_of_each();
  ASSERT_EQ(bodies.size(), event_kinds().size());
  for (const EventBody& body : bodies) {
    const Event event = event_of(body);
    const std::string line = event_json(event);
    const auto back = parse_event("log", 1, line);
    ASSERT_TRUE(back) << line << "\n" << messages(back);
    EXPECT_EQ(event_json(*back), line);
    EXPECT_EQ(back->body.index(), body.index());
    EXPECT_EQ(back->when, event.when);
  }
}

std::string problems_of(const std::string& text) {
  return messages(parse_event("log.json", 7, text));
}

TEST(EventJson, RefusesEveryFaultAtOnce) {
  EXPECT_EQ(
      problems_of("{" + kHead +
                  R"("kind":"set_done","exercise":"bird-dog","reps":5000,"pain":11,"reserv":2})"),
      "log.json:7:1: error: 'reps' must be a whole number from 0 to 500\n"
      "log.json:7:1: error: 'pain' must be a whole number from 0 to 10\n"
      "log.json:7:1: error: unknown key 'reserv'\n"
      "  hint: did you mean 'reserve'?");
}

TEST(EventJson, RefusesWhatIsNoEvent) {
  EXPECT_THAT(problems_of(""), HasSubstr("this is no JSON object"));
  EXPECT_THAT(problems_of("[1,2]"), HasSubstr("this is no JSON object"));
  EXPECT_THAT(problems_of("{" + kHead + R"("kind":"set_dnoe"})"),
              HasSubstr("did you mean 'set_done'?"));
  EXPECT_THAT(problems_of(R"({"kind":"walk","duration_min":20})"), HasSubstr("'id' is missing"));
  EXPECT_THAT(problems_of("{" + kHead + R"("kind":"sleep","duration_h":1e999})"),
              HasSubstr("no JSON object"));
  EXPECT_THAT(problems_of("{" + kHead + R"("kind":"sleep","duration_h":-1})"),
              HasSubstr("a number from 0 to 24"));
  EXPECT_THAT(problems_of(R"({"id":"x","at_ms":1,"offset_min":0,"kind":"walk","duration_min":1})"),
              HasSubstr("must be a UUID"));
  EXPECT_THAT(problems_of("{" + kHead + R"("kind":"busy","until":"2026-13-01"})"),
              HasSubstr("a date such as"));
  EXPECT_THAT(problems_of("{\"id\":\"\xff\"}"), HasSubstr("not UTF-8"));
}

TEST(EventJson, RefusesWhatCouldBeReadInTwoWays) {
  EXPECT_THAT(problems_of("{" + kHead + R"("kind":"walk","duration_min":20,"duration_min":30})"),
              HasSubstr("a key stands there twice"));
  EXPECT_THAT(problems_of(R"({"id":"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000","at_ms":1.5,)"
                          R"("offset_min":0,"kind":"walk","duration_min":20})"),
              HasSubstr("'at_ms' must be whole milliseconds"));
  EXPECT_EQ(problems_of("{" + kHead + R"("kind":"note","about":"day","text":"a \": \\"})"), "")
      << "colons and quotes within texts are no keys";
}

TEST(EventsPage, ShowsLinesThatRead) {
  std::ifstream page(std::string(STRONGBACK_SOURCE_DIR) + "/docs/events.md");
  ASSERT_TRUE(page) << "docs/events.md is missing";
  std::set<std::string> shown;
  std::string line;
  while (std::getline(page, line)) {
    if (!line.starts_with("{\"id\"")) continue;
    const auto event = parse_event("docs/events.md", 0, line);
    ASSERT_TRUE(event) << line << "\n" << messages(event);
    shown.insert(kind_of(event->body));
  }
  for (const std::string& kind : event_kinds()) EXPECT_EQ(shown.count(kind), 1U) << kind;
}

SetDone set_of(const std::string& exercise, int reps) {
  SetDone set;
  set.exercise = exercise;
  set.reps = reps;
  return set;
}

std::vector<std::string> faults_of(EventBody body,
                                   const std::string& now = "2026-11-30T19:00+01:00") {
  std::vector<std::string> faults;
  for (const Problem& problem :
       check_event(event_of(std::move(body)), catalog_for_tests(), parse_moment(now)->at))
    faults.push_back(problem.message + (problem.hint.empty() ? "" : " (" + problem.hint + ")"));
  return faults;
}

TEST(CheckEvent, PassesWhatIsRight) {
  for (const EventBody& body : one_of_each()) {
    EXPECT_THAT(faults_of(body), IsEmpty()) << kind_of(body);
  }
}

TEST(CheckEvent, KnowsTheCatalog) {
  using testing::ElementsAre;
  EXPECT_THAT(faults_of(set_of("bird-dgo", 8)),
              ElementsAre("'bird-dgo' is no exercise (did you mean 'bird-dog'?)"));
  EXPECT_THAT(faults_of(SorenessReported{"rhomboid", 3}),
              ElementsAre("'rhomboid' is no muscle (did you mean 'rhomboids'?)"));
  EXPECT_THAT(faults_of(set_of("one-arm-row-bench", 0)),
              ElementsAre(HasSubstr("at least 1 repetition")));
  EXPECT_THAT(faults_of(set_of("plank-knee", 1)),
              ElementsAre("'plank-knee' is counted in seconds (such as 20s)"));
  EXPECT_THAT(faults_of(Answered{"fever", 3}), ElementsAre("'fever' is answered with yes or no"));
  EXPECT_THAT(faults_of(MeasurementTaken{Measure::Pressure, 80, 120}),
              ElementsAre(HasSubstr("the first higher")));
}

TEST(CheckEvent, RefusesWhatCouldNotBeReadAgain) {
  EXPECT_THAT(faults_of(set_of("one-arm-row-bench", 5000)),
              testing::ElementsAre("'reps' must be a whole number from 0 to 500"));
  EXPECT_THAT(faults_of(Noted{NoteAbout::Day, "", std::string(3000, 'x')}),
              testing::ElementsAre("'text' must be a text of at most 2000 bytes"));
  EXPECT_THAT(faults_of(Noted{NoteAbout::Day, "", "caf\xE9"}),
              testing::ElementsAre("'text' is not UTF-8"));
}

TEST(CheckEvent, RefusesTheFuture) {
  EXPECT_THAT(faults_of(Walked{20}, "2026-11-30T18:25+01:00"), IsEmpty())
      << "clocks differ a little";
  EXPECT_THAT(faults_of(Walked{20}, "2026-11-30T18:00+01:00"),
              testing::ElementsAre(HasSubstr("2026-11-30T18:30:00.125+01:00 is in the future")));
}

}  // namespace
}  // namespace strongback
