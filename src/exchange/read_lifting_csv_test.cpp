#include "exchange/read_lifting_csv.h"

#include <gmock/gmock.h>

#include <set>

#include "exchange/import_log.h"
#include "exchange/log_json.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kHevy =
    "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\","
    "\"exercise_notes\","
    "\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\",\"duration_seconds\","
    "\"rpe\"\r\n"
    "\"Pull\",\"15 Sep 2025, 07:48\",\"15 Sep 2025, 09:13\",\"\",\"Bent Over Row (Dumbbell)\",,\"a "
    "\"\"note\"\"\\n\",0,"
    "\"warmup\",5,10,,0,\r\n"
    "\"Pull\",\"15 Sep 2025, 07:48\",\"15 Sep 2025, 09:13\",\"\",\"Bent Over Row "
    "(Dumbbell)\",,\"\",1,\"normal\",12.5,10,,0,8\r\n"
    "\"Pull\",\"15 Sep 2025, 07:48\",\"15 Sep 2025, 09:13\",\"\",\"Pull "
    "Up\",,\"\",0,\"normal\",,6,,,9.5\r\n"
    "\"Pull\",\"15 Sep 2025, 07:48\",\"15 Sep 2025, 09:13\",\"\",\"Seated Leg Curl "
    "(Machine)\",,\"\",0,\"normal\",40,12,,0,\r\n";

TEST(LiftingCsv, ReadsHevy) {
  const auto log = read_lifting_csv("hevy.csv", kHevy, {});
  ASSERT_TRUE(log) << messages(log);
  EXPECT_EQ(log->source, "hevy");
  ASSERT_THAT(log->rows, SizeIs(4));
  EXPECT_TRUE(log->rows[0].is_warm_up);
  EXPECT_EQ(to_text(log->rows[1].day), "2025-09-15");
  EXPECT_EQ(log->rows[1].minute, 7 * 60 + 48);
  EXPECT_DOUBLE_EQ(in_kilograms(*log->rows[1].load), 12.5);
  EXPECT_EQ(log->rows[1].reserve, 2) << "RPE 8";
  EXPECT_FALSE(log->rows[2].load) << "an empty weight is body weight, not 0 kg";
  EXPECT_EQ(log->rows[2].reserve, 0);
}

TEST(LiftingCsv, ReadsHevyInPounds) {
  std::string pounds = kHevy;
  pounds.replace(pounds.find("weight_kg"), 9, "weight_lbs");
  const auto log = read_lifting_csv("hevy.csv", pounds, {});
  ASSERT_TRUE(log);
  EXPECT_NEAR(in_pounds(*log->rows[1].load), 12.5, 1e-9);
}

struct Layout {
  const char* name;
  const char* text;
  bool needs_unit;
  double load_kg;
};

TEST(LiftingCsv, ReadsEveryLayoutOfStrong) {
  const Layout layouts[] = {
      {"a",
       "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
       "2024-11-28 17:36:08,\"B\",35m,\"Bent Over Row (Barbell)\",1,10.0,13.0,0,0.0,\n",
       true, 10.0},
      {"b",
       "Date,Workout Name,Duration,Exercise Name,Set "
       "Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
       "2024-11-28 5:36:08\u202FPM,\"B\",1h 15m,\"Bent Over Row "
       "(Barbell)\",1,10.0,13.0,0,0.0,\"\",\"\",8\n",
       true, 10.0},
      {"c",
       "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance "
       "Unit;Seconds;Notes;Workout Notes\n"
       "2019-01-11 17:36:54;\"Leg\";\"Bent Over Row (Barbell)\";1;20;lbs;13;;;;0;\"\";\"\"\n",
       false, 20.0 * kKilogramsPerPound},
      {"d",
       "\xEF\xBB\xBFWorkout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight "
       "(kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes\n"
       "1;2026-08-10 17:36:00;Push day;3600;Bent Over Row (Barbell);1;82,5;13;8,5;;;Wide grip;\n"
       "1;2026-08-10 17:36:00;Push day;3600;Bent Over Row (Barbell);Rest Timer;;;;;90;;\n",
       false, 82.5},
  };
  for (const Layout& layout : layouts) {
    if (layout.needs_unit) {
      EXPECT_THAT(messages(read_lifting_csv("s.csv", layout.text, {})),
                  HasSubstr("add --unit kg or --unit lb"))
          << layout.name;
    }
    const auto log = read_lifting_csv("s.csv", layout.text, Units::Metric);
    ASSERT_TRUE(log) << layout.name << messages(log);
    ASSERT_THAT(log->rows, SizeIs(1)) << layout.name;
    EXPECT_EQ(log->rows[0].minute, 17 * 60 + 36) << layout.name;
    EXPECT_EQ(log->rows[0].reps, 13) << layout.name;
    EXPECT_NEAR(in_kilograms(*log->rows[0].load), layout.load_kg, 1e-9) << layout.name;
  }
}

TEST(LiftingCsv, RefusesWhatIsNoLog) {
  const auto said = [](std::string_view text) {
    return messages(read_lifting_csv("x.csv", text, {}));
  };
  EXPECT_THAT(said(""), HasSubstr("the file is empty"));
  EXPECT_THAT(said("name,age\nA,3\n"), HasSubstr("this is no log that can be read"));
  EXPECT_THAT(said("\xFF\xFE"
                   "d\0a\0"),
              HasSubstr("the file is UTF-16"));
  EXPECT_THAT(said("Date,Exercise Name,Set Order\n2024-01-01,\xE9,1\n"), HasSubstr("not UTF-8"));
  EXPECT_THAT(said(std::string(kLargestLiftingFile + 1, 'a')), HasSubstr("larger than 64 MB"));
}

TEST(LiftingCsv, LeavesOutBadRowsAndSaysWhich) {
  std::string text = kHevy;
  text += "\"Pull\",\"35 Sep 2025, 07:48\",\"\",\"\",\"Pull Up\",,\"\",1,\"normal\",,6,,,\r\n";
  text += "\"Pull\",\"15 Sep 2025, 07:48\",\"\",\"\",\"Pull Up\",,\"\",2,\"normal\",,5000,,,\r\n";
  const auto log = read_lifting_csv("hevy.csv", text, {});
  ASSERT_TRUE(log);
  EXPECT_THAT(log->rows, SizeIs(4));
  ASSERT_THAT(log->problems, SizeIs(2));
  EXPECT_EQ(to_text(log->problems[0]), "hevy.csv:6:1: error: '35 Sep 2025, 07:48' is no time");
  EXPECT_THAT(to_text(log->problems[1]),
              HasSubstr("'reps' must be a number from 0 to 500, not '5000'"));
}

TEST(LiftingCsv, RefusesAFileOfWhichMoreThanHalfIsWrong) {
  std::string text = kHevy.substr(0, kHevy.find("\r\n") + 2);
  text += "\"P\",\"no time\",\"\",\"\",\"Pull Up\",,\"\",1,\"normal\",,6,,,\r\n";
  EXPECT_THAT(messages(read_lifting_csv("hevy.csv", text, {})), HasSubstr("more than half"));
}

/// A set of Hevy's layout.
std::string hevy_set(const std::string& exercise, int index, const std::string& reps) {
  return "\"Pull\",\"15 Sep 2025, 07:48\",\"\",\"\",\"" + exercise + "\",,\"\"," +
         std::to_string(index) + ",\"normal\",10," + reps + ",,0,\r\n";
}

const std::string kHevyHeader = kHevy.substr(0, kHevy.find("\r\n") + 2);

TEST(LiftingCsv, LosesNoRowToAQuoteThatDoesNotClose) {
  std::string text = "Date,Exercise Name,Set Order,Weight,Reps,Notes\n";
  text += "2024-11-28 17:36:08,Pull Up,1,0,8,\"open\n";
  text += "2024-11-28 17:36:08,\"Pull Up\",2,0,8,\n";
  EXPECT_THAT(messages(read_lifting_csv("s.csv", text, Units::Metric)),
              HasSubstr("the quotes of lines 2 to 3 do not close"));
  std::string within = kHevyHeader + hevy_set("Pull Up", 0, "8") + hevy_set("Pull Up", 1, "8");
  within.replace(within.find(",\"\",1,"), 6, ",\"open,1,");
  const auto log = read_lifting_csv("hevy.csv", within, {});
  ASSERT_TRUE(log) << messages(log);
  EXPECT_THAT(log->rows, SizeIs(1));
  ASSERT_THAT(log->problems, SizeIs(1));
  EXPECT_EQ(to_text(log->problems[0]),
            "hevy.csv:3:1: error: a quote within a cell must be doubled");
}

TEST(LiftingCsv, RefusesHalfRepetitionsAndFilesWithoutRows) {
  EXPECT_THAT(messages(read_lifting_csv("h.csv", kHevyHeader + hevy_set("Pull Up", 0, "6.7"), {})),
              HasSubstr("'reps' must be a whole number, not '6.7'"));
  EXPECT_THAT(messages(read_lifting_csv("h.csv", kHevyHeader, {})),
              HasSubstr("a header and no rows"));
}

TEST(LiftingCsv, ReadsDistancesInTheirUnit) {
  const std::string head =
      "Date;Exercise Name;Set Order;Weight;Weight Unit;Reps;Distance;Distance Unit\n";
  const auto meters = [&](const std::string& distance) {
    const auto log = read_lifting_csv(
        "s.csv", head + "2019-01-11 17:36:54;Farmers Walk;1;20;kg;0;" + distance + "\n", {});
    EXPECT_TRUE(log) << messages(log);
    return log ? log->rows.at(0).meters : -1;
  };
  EXPECT_EQ(meters("40;m"), 40);
  EXPECT_EQ(meters("0,05;km"), 50);
  EXPECT_EQ(meters("0.5;mi"), 805);
  EXPECT_THAT(messages(read_lifting_csv(
                  "s.csv", head + "2019-01-11 17:36:54;Farmers Walk;1;20;kg;0;2;furlong\n", {})),
              HasSubstr("'furlong' is no unit of distance"));
}

TEST(ImportLog, KeepsEverySetOfAnExerciseThatStandsTwiceInAWorkout) {
  const auto log = read_lifting_csv("hevy.csv",
                                    kHevyHeader + hevy_set("Pull Up", 0, "6") +
                                        hevy_set("Bent Over Row (Dumbbell)", 0, "8") +
                                        hevy_set("Pull Up", 0, "6"),
                                    {});
  ASSERT_TRUE(log) << messages(log);
  ImportReport report;
  const auto events = events_of(*log, right_person("sex = \"female\"\nage = 44\n"),
                                catalog_for_tests(), 60, report);
  std::set<std::string> ids;
  for (const Event& event : events) ids.insert(event.id);
  EXPECT_THAT(ids, SizeIs(3));
}

TEST(ImportLog, MatchesExactlyAndCountsTheRest) {
  const auto log = read_lifting_csv("hevy.csv", kHevy, {});
  const Person person = right_person("sex = \"female\"\nage = 44\n");
  ImportReport report;
  const auto events = events_of(*log, person, catalog_for_tests(), 60, report);
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(report.warm_ups, 1);
  EXPECT_EQ(report.matched.at("Bent Over Row (Dumbbell)").exercise, "db-row-bent");
  EXPECT_EQ(report.unmatched.at("Seated Leg Curl (Machine)"), 1);
  EXPECT_GT(report.weekly_sets.at("latissimus-dorsi"), 0.9);
  EXPECT_EQ(to_text(events[0].when), "2025-09-15T07:48:00.001+01:00");
  ImportReport again;
  EXPECT_EQ(events_of(*log, person, catalog_for_tests(), 60, again)[0].id, events[0].id);
}

TEST(LogJson, ComesBackAsItWas) {
  const Moment when = *parse_moment("2026-11-30T18:30Z");
  const std::vector<Event> events = {{event_id(when.at, "a"), when, Slept{7}},
                                     {event_id(when.at, "b"), when, Walked{20}}};
  const std::string text = log_json(events);
  EXPECT_TRUE(is_log_json(text));
  const auto back = read_log_json("log.json", text);
  ASSERT_TRUE(back) << messages(back);
  EXPECT_EQ(log_json(*back), text);
  EXPECT_THAT(messages(read_log_json("log.json", text.substr(0, text.size() - 4))),
              HasSubstr("cut off"));
  EXPECT_EQ(log_json(*read_log_json("log.json", log_json({}))), log_json({}));
}

/// `text` with each `from` as `to`.
std::string with(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(LogJson, ReadsALogThatWasLaidOutAnew) {
  const Moment when = *parse_moment("2026-11-30T18:30Z");
  const std::string text = log_json({{event_id(when.at, "a"), when, Slept{7}},
                                     {event_id(when.at, "b"), when, Noted{{}, "", "a: b"}}});
  const std::string layouts[] = {with(text, "\n", "\r\n"), "\xEF\xBB\xBF" + text,
                                 with(text, "\n", ""),
                                 with(with(text, ",\"", ",\n  \""), "{\"", "{\n  \"")};
  for (const std::string& layout : layouts) {
    EXPECT_TRUE(is_log_json(layout));
    const auto back = read_log_json("log.json", layout);
    ASSERT_TRUE(back) << layout << messages(back);
    EXPECT_EQ(log_json(*back), text);
  }
  EXPECT_EQ(messages(read_log_json("log.json", with(with(text, "\n", ""), ":7", ":77"))),
            "log.json: error: event 1: 'duration_h' must be a number from 0 to 24");
}

TEST(LogJson, SaysWhichDocumentsAreNoLogs) {
  const auto said = [](const std::string& text) { return messages(read_log_json("x.json", text)); };
  EXPECT_THAT(said("{\"schema\": \"strongback.plan/1\", \"weeks\": []}\n"),
              HasSubstr("'schema' must be \"strongback.log/1\""));
  EXPECT_THAT(said("{\"schema\": \"strongback.log/2\", \"events\": [\n]}\n"),
              HasSubstr("'schema' must be \"strongback.log/1\""));
  EXPECT_THAT(said("{\"schema\": \"strongback.log/1\"}"), HasSubstr("the list 'events'"));
  EXPECT_THAT(said("{\"schema\""), HasSubstr("no JSON object that is whole"));
  EXPECT_THAT(said("{\"schema\":" + std::string(100'000, '[')), HasSubstr("no JSON object"));
  EXPECT_THAT(said("{\"schema\":\"strongback.log/1\",\"events\":[" + std::string(50'000, '[') +
                   std::string(50'000, ']') + "]}"),
              HasSubstr("no JSON object"));
}

}  // namespace
}  // namespace strongback
