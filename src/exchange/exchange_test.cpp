#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/html.h"
#include "exchange/json.h"
#include "exchange/json_parts.h"
#include "exchange/plain_words.h"
#include "exchange/sheet.h"
#include "exchange/summary.h"
#include "exchange/wording.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

PlannedExercise row() {
  PlannedExercise exercise;
  exercise.id = "one-arm-row-bench";
  exercise.name = "One-arm row, knee on bench";
  exercise.sets = 2;
  exercise.sides = 2;
  exercise.reps = Span{8, 12};
  exercise.load = pounds_mass(10);
  exercise.load_text = "10 lb in one hand";
  exercise.rest_s = 45;
  exercise.reserve = 3;
  exercise.tempo = "2-0-1-1";
  exercise.works = {{"latissimus-dorsi", 1.0}, {"deltoid-posterior", 0.5}};
  exercise.why = {{"sets", "ramp", "half the sets", "our judgment", "D"}};
  return exercise;
}

PlannedExercise hold() {
  PlannedExercise exercise;
  exercise.id = "bird-dog";
  exercise.name = "Bird dog";
  exercise.sets = 1;
  exercise.hold_s = Span{8, 8};
  exercise.holds = 6;
  return exercise;
}

Program program() {
  Program made;
  PlannedSession session;
  session.weekday = 1;
  session.exercises = {row(), hold()};
  session.kcal_net = 70.4;
  PlannedWeek week;
  week.sets_total = 3;
  week.sessions = {session};
  made.weeks = {week};
  made.weekly_sets = {{"latissimus-dorsi", 7.5, 4, 10, 12}};
  made.recovery = {{"latissimus-dorsi", 72, 48}};
  made.left_out = {{"barbell-row", "no barbell"}};
  return made;
}

json planned(const Program& made) {
  const Person person;
  return json::parse(plan_json(made, {&person, &catalog_for_tests(), {}}));
}

/// The same program where the model has computed the row.
Program simulated() {
  Program made = program();
  PlannedWeek& week = made.weeks[0];
  PlannedSession& session = week.sessions[0];
  session.exercises[0].works_by_model = {"latissimus-dorsi"};
  session.exercises[0].disc = DiscUse{1500.0, 1640.4, {1230.3, 2050.5}};
  session.exercises[1].works = {{"multifidus", 0.5}};
  session.disc = DiscSum{3000.4, 1640.4, {1230.3, 2050.5}, 0.357, 3, 2};
  week.disc = DiscSum{6000.8, 1640.4, {1230.3, 2050.5}, 0.357, 3, 2};
  return made;
}

TEST(PlanJson, SaysWhatTheModelComputed) {
  const json document = planned(simulated());
  const json& week = document["weeks"][0];
  EXPECT_EQ(week["disc_load"], json::parse(R"({"week_N_s": 6001, "peak_N": 1640,
      "likely_N": [1230.0, 2051.0],
      "share_of_guideline": 0.36, "sets": 3, "simulated_sets": 2})"));
  const json& session = week["sessions"][0];
  EXPECT_EQ(session["disc_load"]["session_N_s"], 3000);
  EXPECT_EQ(session["exercises"][0]["works_from"],
            json::parse(R"({"deltoid-posterior": "list", "latissimus-dorsi": "model"})"));
  EXPECT_EQ(session["exercises"][1]["works_from"]["multifidus"], "list");
}

TEST(PlanJson, HasNoDiscLoadWhereNothingIsSimulated) {
  const json document = planned(program());
  EXPECT_TRUE(document["weeks"][0]["disc_load"].is_null());
  EXPECT_TRUE(document["weeks"][0]["sessions"][0]["disc_load"].is_null());
  EXPECT_EQ(document["weeks"][0]["sessions"][0]["exercises"][0]["works_from"]["latissimus-dorsi"],
            "list");
}

TEST(ModelNotes, SayTheLoadOnTheDiscsAndWhatIsNotSimulated) {
  EXPECT_THAT(
      model_notes(simulated()),
      ElementsAre("Load on the discs, by the model: at most 1640 N (likely 1200 to 2100) in "
                  "one repetition, 36 % of a work guideline for your age; force above quiet "
                  "standing times its time adds up to 6 kN·s in week 1.",
                  "Not simulated, or with a load that the model does not know, and so not in "
                  "that sum: Bird dog."));
  EXPECT_TRUE(model_notes(program()).empty());
}

TEST(PlanJson, HasEveryPromisedKey) {
  const json document = planned(program());
  for (const char* key : {"schema", "status", "care", "gate", "triage", "assumptions", "weeks",
                          "weekly_sets", "recovery", "left_out", "conflicts", "therapist_diff"}) {
    EXPECT_TRUE(document.contains(key)) << key;
  }
  EXPECT_EQ(document["schema"], "strongback.plan/1");
  EXPECT_EQ(document["status"], "ok");
  const json& session = document["weeks"][0]["sessions"][0];
  for (const char* key : {"date", "minutes", "kcal_net", "warm_up", "cool_down", "exercises"}) {
    EXPECT_TRUE(session.contains(key)) << key;
  }
  EXPECT_TRUE(session["date"].is_null());
  EXPECT_EQ(session["day"], "Tuesday");
  EXPECT_EQ(session["kcal_net"], 70.0);
  for (const char* key : {"id", "name", "sets", "sides", "reps", "load_kg", "load_text", "rest_s",
                          "reserve", "tempo", "works", "why"}) {
    EXPECT_TRUE(session["exercises"][0].contains(key)) << key;
  }
  EXPECT_EQ(document["weekly_sets"]["latissimus-dorsi"], 7.5);
  EXPECT_EQ(document["left_out"][0]["because"], "no barbell");
}

TEST(PlanJson, MeasuresASetInExactlyOneWay) {
  const json exercises = planned(program())["weeks"][0]["sessions"][0]["exercises"];
  EXPECT_EQ(exercises[0]["reps"], json::array({8, 12}));
  EXPECT_FALSE(exercises[0].contains("hold_s"));
  EXPECT_EQ(exercises[1]["hold_s"], 8);
  EXPECT_FALSE(exercises[1].contains("reps"));
  EXPECT_TRUE(exercises[1]["load_kg"].is_null());
}

TEST(PlanJson, GivesLoadsInKilogramsToTheGram) {
  const json exercise = planned(program())["weeks"][0]["sessions"][0]["exercises"][0];
  EXPECT_EQ(exercise["load_kg"], 4.536);
  EXPECT_EQ(exercise["load_text"], "10 lb in one hand");
}

TEST(PlanJson, NeverWritesANumberThatIsNone) {
  EXPECT_EXIT(rounded(std::numeric_limits<double>::quiet_NaN(), 2), testing::ExitedWithCode(70),
              "every number of a JSON document is finite");
  EXPECT_FALSE(std::signbit(rounded(-0.001, 2)));
}

TEST(CheckJson, HasEveryPromisedKey) {
  Assessment care;
  care.care = Care::SameDay;
  const json document = json::parse(check_json(care, {&catalog_for_tests().exercises.front()}));
  for (const char* key : {"schema", "care", "gate", "triage", "caps", "allowed"}) {
    EXPECT_TRUE(document.contains(key)) << key;
  }
  EXPECT_EQ(document["care"], "same_day");
  EXPECT_EQ(document["allowed"][0], catalog_for_tests().exercises.front().id);
}

/// Every key of `value`, at any depth; muscle ids and rule ids are not keys of ours.
void collect_keys(const json& value, std::set<std::string>& keys) {
  for (const auto& [key, inside] : value.items()) {
    if (value.is_object()) keys.insert(key);
    const bool is_map =
        key == "works" || key == "works_from" || key == "weekly_sets" || key == "muscle_sets";
    if (inside.is_structured() && !is_map) collect_keys(inside, keys);
  }
}

TEST(JsonDocs, NameEveryKey) {
  std::ifstream file(STRONGBACK_SOURCE_DIR "/docs/json.md");
  const std::string docs{std::istreambuf_iterator<char>(file), {}};
  json plan = planned(program());
  plan.erase("weekly_ranges");  // keyed by muscle; its inner keys are named below
  std::set<std::string> keys = {"weekly_ranges", "low", "high", "cap"};
  collect_keys(plan, keys);
  collect_keys(json::parse(exercise_json(catalog_for_tests().exercises.front())), keys);
  collect_keys(json::parse(muscles_json({{&catalog_for_tests().muscles.front(), {}}})), keys);
  json check = json::parse(check_json({}, {}));
  collect_keys(check, keys);
  for (const std::string& key : keys) EXPECT_THAT(docs, HasSubstr("`" + key + "`"));
}

TEST(Sheet, EscapesThePersonAndStandsAlone) {
  Person person;
  person.name = "<script>alert(1)</script>";
  const std::string html = sheet_html(program(), {&person, &catalog_for_tests(), {}});
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("http")));
  EXPECT_THAT(html, Not(HasSubstr("src=")));
  for (const char* part : {"No answer of the screening", "Week 1",
                           "Conditions:", "Limits:", "Remarks", "Name, date and signature",
                           "Left out, and why", "Reply of the therapist", "Date and signature"}) {
    EXPECT_THAT(html, HasSubstr(part));
  }
}

TEST(Sheet, HasTheWholeWeekAndTheRemarksOnItsFirstPage) {
  Program made = program();
  made.weeks[0].sessions.push_back(made.weeks[0].sessions[0]);
  made.weeks[0].sessions[1].weekday = 4;
  made.weeks[0].sessions[1].exercises.erase(made.weeks[0].sessions[1].exercises.begin());
  const Person person;
  const std::string html = sheet_html(made, {&person, &catalog_for_tests(), {}});
  const std::string front = html.substr(0, html.find("</section>"));
  for (const char* part : {"Sets Tue", "Sets Fri", "Bird dog", "10 lb in one hand", "Remarks"}) {
    EXPECT_THAT(front, HasSubstr(part));
  }
  EXPECT_THAT(front, Not(HasSubstr("Left out")));
}

TEST(PlainWords, SplitAConflictIntoWishAndRemedy) {
  const auto [wish, freed_by] = conflict_parts("you ask for 4 (to free it: ask for (at most) 3)");
  EXPECT_EQ(wish, "you ask for 4");
  EXPECT_EQ(freed_by, "ask for (at most) 3");
  EXPECT_EQ(conflict_parts("no way").wish, "no way");
}

TEST(PlainWords, NameConditionsShortlyAndDropLevels) {
  Condition condition;
  condition.label = "Leg pain below the knee, easily provoked";
  Assessment care;
  care.conditions = {&condition};
  EXPECT_EQ(
      without_levels(plain_reason(
          "above what 'Leg pain below the knee, easily provoked' allows (3, allowed 1)", care)),
      "above what leg pain below the knee allows");
  EXPECT_EQ(without_levels("lying (face down)"), "lying (face down)");
  care.advice = {"'Leg pain below the knee, easily provoked': walk", "sleep more"};
  const auto notes = health_notes(care);
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_THAT(notes[0].advice, ElementsAre("Walk."));
  EXPECT_EQ(notes[1].label, "");
}

TEST(PlainWords, SaySoftlyThatAMuscleGetsMoreThanItsRange) {
  EXPECT_EQ(range_word({"glutes", 6, 2, 5, 12}, false), "plenty");
  EXPECT_EQ(range_word({"glutes", 6, 2, 5, 12}, true), "above range");
  EXPECT_EQ(range_word({"glutes", 1, 2, 5, 12}, false), "below");
  EXPECT_THAT(range_legend({{"glutes", 6, 2, 5, 12}}), HasSubstr("Limit: 12 sets"));
}

TEST(PlainWords, ExplainHolds) {
  EXPECT_EQ(holds_legend({hold()}), "1 x 6 x 8 s: 1 set of 6 holds, 8 s each.");
  EXPECT_EQ(holds_legend({row()}), "");
}

TEST(Wording, SaysDosesAsPeopleDo) {
  EXPECT_EQ(dose_text(row()), "2 x 8-12 each side");
  EXPECT_EQ(dose_text(hold()), "1 x 6 x 8 s");
  PlannedExercise walk;
  walk.sets = 1;
  walk.minutes_each = Span{5, 20};
  EXPECT_EQ(dose_text(walk), "5-20 min");
}

TEST(Wording, SaysSharesRestAndDates) {
  EXPECT_EQ(credit_text(1.0), "1");
  EXPECT_EQ(credit_text(0.5), "½");
  EXPECT_EQ(credit_text(1.5), "1½");
  EXPECT_EQ(credit_text(0.33), "0.33");
  EXPECT_EQ(rest_text(0), "none");
  EXPECT_EQ(rest_text(90), "90 s");
  EXPECT_EQ(rest_text(150), "2 min 30 s");
  EXPECT_EQ(date_words(*make_date(2026, 11, 30)), "Monday, November 30, 2026");
}

TEST(Wording, PutsTheLargestShareFirst) {
  EXPECT_EQ(works_text({{"deltoid-posterior", 0.5}, {"rhomboids", 1.0}, {"latissimus-dorsi", 1.0}},
                       catalog_for_tests()),
            "lats\u00A01, rhomboids\u00A01, rear delts\u00A0½");
}

TEST(Wording, EveryBackMuscleHasAShortName) {
  for (const Muscle& muscle : catalog_for_tests().muscles) {
    EXPECT_LE(short_name(muscle.id, catalog_for_tests()).size(), 18u) << muscle.id;
  }
}

TEST(Wording, CutsANameAtItsFirstCommaOrBracket) {
  EXPECT_EQ(name_parts("Side plank").head, "Side plank");
  EXPECT_EQ(name_parts("One-arm row, knee on bench").rest, "knee on bench");
  EXPECT_EQ(name_parts("Back extension (chest lift)").rest, "chest lift");
}

TEST(Changes, NameTheDaysOnlyWhereTheyDiffer) {
  PlannedWeek before = program().weeks.front();
  before.sessions.push_back(before.sessions.front());
  before.sessions[1].weekday = 4;
  PlannedWeek after = before;
  for (PlannedSession& session : after.sessions) session.exercises[0].sets = 3;
  EXPECT_THAT(changes_between(before, before), testing::IsEmpty());
  EXPECT_THAT(changes_between(before, after), ElementsAre("One-arm row: 2 → 3 sets"));
  after.sessions[0].exercises[0].sets = 2;
  after.sessions[1].exercises.pop_back();
  EXPECT_THAT(changes_between(before, after),
              ElementsAre("One-arm row: 2 → 3 sets (Fri)", "Bird dog: leaves (Fri)"));
}

TEST(LeftOutGroups, SayEachReasonOnce) {
  const auto groups = left_out_groups(
      {{"barbell-row", "no barbell"}, {"lat-pulldown", "no cable"}, {"deadlift-bb", "no barbell"}},
      catalog_for_tests());
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].because, "no barbell");
  EXPECT_EQ(groups[0].names.size(), 2u);
}

}  // namespace
}  // namespace strongback
