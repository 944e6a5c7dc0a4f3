#include "plan/plan.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "plan/people_for_tests.h"
#include "plan/sessions.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Person example(const std::string& name) {
  const auto person =
      read_person(STRONGBACK_SOURCE_DIR "/examples/" + name + ".toml", real_catalog());
  expects(person.has_value(), name);
  return *person;
}

TEST(MakeProgram, GivesTheSameAnswerToTheSameQuestion) {
  const Program one = program_of(novice());
  const Program two = program_of(novice());
  ASSERT_EQ(one.weeks.size(), two.weeks.size());
  EXPECT_EQ(one.objective, two.objective);
  EXPECT_EQ(one.weeks.back().sets_total, two.weeks.back().sets_total);
}

TEST(MakeProgram, PutsEveryExerciseEitherInTheProgramOrAmongTheLeftOutOnce) {
  for (const auto& person :
       {novice(), lifter(), example("sciatica-flare"), example("night-pain-72")}) {
    const Program program = program_of(person, 12);
    std::map<std::string, int> left;
    for (const auto& out : program.left_out) ++left[out.id];
    for (const auto& exercise : real_catalog().exercises) {
      const bool is_main =
          exercise.stimulus == Stimulus::Strength || exercise.stimulus == Stimulus::Control;
      const bool is_listed =
          std::any_of(program.small_list.begin(), program.small_list.end(),
                      [&](const PlannedExercise& line) { return line.id == exercise.id; });
      const bool is_used = is_listed || line_of(program, exercise.id) != nullptr;
      EXPECT_LE(left[exercise.id], is_used ? 0 : 1) << exercise.id;
      if (is_main) {
        EXPECT_EQ(left[exercise.id], is_used ? 0 : 1) << exercise.id;
      }
    }
  }
}

TEST(MakeProgram, AddsUpMinutesSetsAndEnergy) {
  const Program program = program_of(lifter(), 4);
  for (const auto& week : program.weeks) {
    int sets = 0;
    double kcal = 0.0;
    for (const auto& session : week.sessions) {
      double minutes = 6.0 + 4.0;  // warm-up and cool-down
      for (const auto& line : session.exercises) {
        minutes += line.minutes;
        sets += line.sets;
      }
      EXPECT_NEAR(session.minutes, minutes, 1e-9);
      EXPECT_LE(session.minutes, 60.0);
      EXPECT_LT(session.kcal_range.low, session.kcal_net);
      EXPECT_GT(session.kcal_range.high, session.kcal_net);
      kcal += session.kcal_net;
    }
    for (const auto& activity : week.activities) kcal += activity.kcal_net;
    EXPECT_EQ(week.sets_total, sets);
    EXPECT_NEAR(week.kcal_net, kcal, 1e-9);
  }
}

// 35 min at 3.5 MET for 75 kg: 115 kcal net (docs/theory/energy.md).
TEST(NetKcal, IsThatOfTheWorkedExample) {
  EXPECT_NEAR(net_kcal(real_rules(), 3.5, kilograms(75), 35), 115, 0.5);
  EXPECT_NEAR(net_kcal(real_rules(), 3.5, kilograms(60), 35), 92, 0.5);
  EXPECT_DOUBLE_EQ(net_kcal(real_rules(), 0.9, kilograms(60), 35), 0.0);
}

TEST(MakeProgram, GrowsABeginnerWeekByWeek) {
  const Program program = program_of(novice(), 8);
  int before = 0;
  for (const auto& week : program.weeks) {
    EXPECT_GE(week.sets_total, before);
    before = week.sets_total;
    for (const auto& session : week.sessions) {
      int sets = 0;
      for (const auto& line : session.exercises) sets += line.sets;
      EXPECT_LE(sets, std::min(18, 9 + 3 * ((week.number - 1) / 2)));
    }
  }
  EXPECT_THAT(program.weeks.front().notes, Contains(HasSubstr("ramp: ")));
}

// Rules 10.11: where a limit wins over the ramp, or over the full week, the week says so.
TEST(MakeProgram, SaysWhatHoldsAWeekBack) {
  Person person = lifter();
  person.past_sets.push_back({"one-arm-row-bench", 2, 8, kilograms(17), 2, 6});
  const Program program = program_of(person, 2);
  EXPECT_THAT(program.weeks[0].notes,
              Contains(HasSubstr("it grows from the sets of your last week")));
}

TEST(MakeProgram, SplitsFourDaysAndKeepsTheLumbarMusclesForB) {
  const Program program = program_of(lifter(), 4);
  const auto& sessions = program.weeks.back().sessions;
  ASSERT_EQ(sessions.size(), 4U);
  EXPECT_EQ(sessions[0].focus.substr(0, 2), "A:");
  EXPECT_EQ(sessions[1].focus.substr(0, 2), "B:");
  for (const std::size_t a : {0U, 2U}) {
    for (const auto& line : sessions[a].exercises) {
      if (exercise_of(line.id).stimulus != Stimulus::Strength) continue;
      const auto work = line.works.find("erector-spinae-lumbar");
      EXPECT_TRUE(work == line.works.end() || work->second < rest_from(real_rules())) << line.id;
    }
  }
}

TEST(MakeProgram, GivesOneSessionToOneDay) {
  const Program program = program_of(person_of("male", 40, 80, "[time]\ndays = [\"sunday\"]\n"), 3);
  EXPECT_EQ(program.status, Status::Ok);
  for (const auto& week : program.weeks) EXPECT_EQ(week.sessions.size(), 1U);
  EXPECT_THAT(program.why,
              Contains(testing::Field(&Reason::text, "Sunday: the one day that you have")));
  for (const auto& row : program.recovery) EXPECT_DOUBLE_EQ(row.shortest_gap_h, 168.0);
}

TEST(MakeProgram, ServesSixteenYearOldsAndPounds) {
  EXPECT_EQ(program_of(person_of("male", 16, 60)).status, Status::Ok);
  const Program program = program_of(person_of(R"(
sex = "female"
age = 30
country = "US"
[equipment]
have = ["chair"]
dumbbells = ["2 x 2 lb", "2 x 8 lb"]
)"));
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises)
        EXPECT_THAT(line.load_text, Not(HasSubstr("kg"))) << line.id;
    }
  }
}

TEST(MakeProgram, NamesABandWithoutAForce) {
  const Program program = program_of(person_of(
      "male", 40, 80,
      "[equipment]\nhave = [\"anchor\", \"chair\"]\n[[equipment.band]]\nname = \"red\"\n"));
  std::set<std::string> loads;
  for (const auto& line : program.weeks.back().sessions.front().exercises)
    loads.insert(line.load_text);
  EXPECT_THAT(loads, Contains("the red band"));
}

TEST(MakeProgram, DatesSessionsFromTheStart) {
  PlanRequest request;
  request.weeks = 2;
  request.start = make_date(2026, 12, 2);  // a Wednesday
  const Program program = make_program(lifter(), real_catalog(), request);
  std::vector<std::string> dates;
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) dates.push_back(to_text(*session.date));
  }
  EXPECT_THAT(dates, ElementsAre("2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08",
                                 "2026-12-10", "2026-12-11", "2026-12-14", "2026-12-15"));
}

TEST(MakeProgram, HalvesWhatIsSoreAndRestsWhatIsVerySore) {
  Person person = lifter();
  person.soreness = {{"rhomboids", 4}, {"gluteus-maximus", 7}};
  const Program program = program_of(person, 2);
  for (const auto& session : program.weeks[0].sessions) {
    for (const auto& line : session.exercises) {
      EXPECT_EQ(line.works.count("gluteus-maximus"), 0U) << line.id;
      if (line.works.contains("rhomboids") && line.works.at("rhomboids") >= 1.0) {
        EXPECT_LE(line.sets, 2) << line.id;
      }
    }
  }
  EXPECT_THAT(program.weeks[0].notes,
              Contains("at most half the sets for what is sore: rhomboids"));
  EXPECT_THAT(program.weeks[0].notes, Contains("nothing for what is very sore: glutes"));
}

TEST(MakeProgram, WaitsForWhatWasTrainedYesterday) {
  PlanRequest request;
  request.start = make_date(2026, 11, 30);  // a Monday, a training day
  Person person = lifter();
  EXPECT_NE(make_program(person, real_catalog(), request).weeks[0].sessions[0].weekday, 2);
  person.past_sets.push_back({"one-arm-row-bench", 4, 8, kilograms(17), 2, 1});
  const Program program = make_program(person, real_catalog(), request);
  for (const auto& session : program.weeks[0].sessions) {
    if (session.weekday != 0) continue;
    for (const auto& line : session.exercises) {
      if (exercise_of(line.id).stimulus == Stimulus::Strength) {
        EXPECT_EQ(line.works.count("rhomboids"), 0U) << line.id;
      }
    }
  }
}

TEST(Why, SaysWhatAnExerciseIsChosenFor) {
  Person person = novice();
  person.liked = {"one-arm-row-bench"};
  const Program program = program_of(person, 1);
  const PlannedExercise* row = line_of(program, "one-arm-row-bench");
  ASSERT_NE(row, nullptr);
  std::vector<std::string> rules;
  for (const auto& reason : row->why) {
    if (reason.about == "choice") rules.push_back(reason.rule);
  }
  EXPECT_THAT(rules, ElementsAre("preference", "choice"));
  EXPECT_EQ(why(*row, "choice"), "you like it, so it is preferred among its equals");
}

TEST(Why, SaysWhatAnExerciseStandsInFor) {
  const Program program = program_of(novice(), 8);
  std::vector<std::string> texts;
  for (const auto& session : program.weeks.back().sessions) {
    for (const auto& line : session.exercises) {
      for (const auto& reason : line.why) {
        if (reason.rule == "substitution") texts.push_back(line.id + ": " + reason.text);
      }
    }
  }
  EXPECT_THAT(
      texts,
      Contains(
          "back-ext-floor: in place of 'Back extension over exercise ball': no exercise ball"));
}

TEST(Why, MatchesTheLine) {
  for (const auto& person : {novice(), lifter()}) {
    const Program program = program_of(person, 8);
    for (const auto& week : program.weeks) {
      for (const auto& session : week.sessions) {
        for (const auto& line : session.exercises) {
          EXPECT_THAT(why(line, "sets"), testing::StartsWith(counted(line.sets, "set")));
          EXPECT_THAT(why(line, "rest"), testing::StartsWith(std::to_string(line.rest_s) + " s: "));
          if (line.reps) {
            EXPECT_THAT(why(line, "reps"),
                        testing::StartsWith(std::to_string(line.reps->low) + " to " +
                                            std::to_string(line.reps->high) + " repetitions"));
          }
          if (line.load) {
            EXPECT_THAT(why(line, "load"), HasSubstr(line.load_text));
          }
          EXPECT_NE(why(line, "choice"), "");
        }
      }
    }
  }
}

TEST(Article, ShowsItsOwnTableAndWhatTheFitChanged) {
  const Program program = program_of(novice(), 8, "back-2012");
  ASSERT_TRUE(program.article.has_value());
  EXPECT_EQ(program.article->table.rows.size(), 6U);
  EXPECT_FALSE(program.article->table.rows[1].sets.is_filled);
  EXPECT_TRUE(program.article->table.rows[0].sets.is_filled);
  ASSERT_EQ(program.article->changes.size(), 6U);
  EXPECT_THAT(program.article->changes[0],
              HasSubstr("row 1, Dumbbell row, bent over, two dumbbells: left out (it is for "
                        "intermediate level, above yours)"));
  EXPECT_THAT(program.article->changes[1],
              HasSubstr("row 2, One-arm row, same-side knee and hand on bench or chair: kept; "));
  EXPECT_FALSE(program_of(novice(), 1).article.has_value());
}

TEST(Flare, AnswersWithTodaysSmallProgram) {
  const Program program = program_of(example("sciatica-flare"));
  EXPECT_EQ(program.status, Status::Gentle);
  ASSERT_EQ(program.weeks.size(), 1U);
  ASSERT_EQ(program.weeks[0].sessions.size(), 1U);
  EXPECT_FALSE(program.small_list.empty());
  EXPECT_THAT(program.small_list_how, HasSubstr("2 to 3 short times a day"));
  for (const auto& line : program.small_list) {
    const Exercise& exercise = exercise_of(line.id);
    EXPECT_NE(exercise.stimulus, Stimulus::Strength) << line.id;
    EXPECT_LE(exercise.level_of(Property::AxialCompression), 1) << line.id;
    EXPECT_FALSE(line.load.has_value()) << line.id;
    EXPECT_EQ(line.sets, 1);
  }
}

TEST(SmallList, IsWhatIsLeftUntilSomeoneHasLooked) {
  const Program program = program_of(example("night-pain-72"));
  EXPECT_EQ(program.status, Status::SeeSomeoneFirst);
  EXPECT_THAT(program.weeks, IsEmpty());
  EXPECT_FALSE(program.small_list.empty());
  for (const auto& line : program.small_list) {
    const Stimulus stimulus = exercise_of(line.id).stimulus;
    EXPECT_TRUE(stimulus == Stimulus::Relief || stimulus == Stimulus::Aerobic) << line.id;
  }
}

TherapistReply reply_of(const std::string& text) {
  const auto reply = parse_reply("reply.toml", "name = \"T. Okafor\"\n" + text, real_catalog());
  expects(reply.has_value(), reply ? "" : to_text(reply.error().front()));
  return *reply;
}

Program answered(const Person& person, const std::string& reply) {
  PlanRequest request;
  request.weeks = 4;
  request.reply = reply_of(reply);
  return make_program(person, real_catalog(), request);
}

TEST(Therapist, ChangesADose) {
  const Program program = answered(
      novice(),
      "[[dose]]\nexercise = \"one-arm-row-bench\"\nsets = 1\nreps = [6, 6]\nload = \"4 kg\"\n");
  const PlannedExercise* row = line_of(program, "one-arm-row-bench");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->sets, 1);
  EXPECT_EQ(row->reps->low, 6);
  EXPECT_EQ(row->reps->high, 6);
  EXPECT_EQ(row->load_text, "3 kg in one hand");
  EXPECT_EQ(why(*row, "reps"), "6 repetitions as T. Okafor asks");
  EXPECT_EQ(why(*row, "load"), "at most 4 kg as T. Okafor asks");
}

// Found in review: the lighter load was ignored where nothing owned was as light, and ours stayed.
TEST(Therapist, ALoadThatCannotBeMadeLeavesTheExerciseOut) {
  const Program program =
      answered(novice(), "[[dose]]\nexercise = \"one-arm-row-bench\"\nload = \"1 kg\"\n");
  EXPECT_EQ(line_of(program, "one-arm-row-bench"), nullptr);
  EXPECT_EQ(because(program, "one-arm-row-bench"),
            "nothing you own is as light as the 1 kg that T. Okafor allows");
}

// Found in review: more than 30 repetitions were taken for a bug of ours.
TEST(Therapist, MayAskForManyRepetitions) {
  const Program program =
      answered(novice(), "[[dose]]\nexercise = \"one-arm-row-bench\"\nreps = [40, 50]\n");
  EXPECT_EQ(program.status, Status::Ok);
  EXPECT_THAT(program.conflicts, IsEmpty());
}

TEST(Therapist, ForbidsAnExercise) {
  const Program program = answered(novice(), "forbidden = [\"one-arm-row-bench\"]\n");
  EXPECT_EQ(line_of(program, "one-arm-row-bench"), nullptr);
  EXPECT_EQ(because(program, "one-arm-row-bench"), "blocked by your therapist");
}

TEST(Morning, HasNoBendingForABackThatBendingHurts) {
  const Person person = person_of("male", 40, 80, R"(
conditions = ["flexion-intolerant"]
[training]
level = "intermediate"
[time]
wake = "07:00"
at = "08:00"
[equipment]
have = ["chair", "mat"]
dumbbells = ["2 x 5 kg"]
kettlebells = ["12 kg"]
)");
  const Program program = program_of(person, 4);
  ASSERT_FALSE(program.weeks.empty());
  for (const auto& session : program.weeks.back().sessions) {
    EXPECT_THAT(session.warm_up, Not(Contains(HasSubstr("Cat-camel"))));
    for (const auto& line : session.exercises) {
      const Exercise& exercise = exercise_of(line.id);
      EXPECT_LT(exercise.level_of(Property::Flexion), 2) << line.id;
      EXPECT_FALSE(exercise.pattern == Pattern::Hinge &&
                   exercise.external_load != ExternalLoad::None)
          << line.id;
    }
  }
  EXPECT_THAT(program.advice, Contains("For the first 2 h after getting up: no deep bending, no "
                                       "loaded bending, no bending chores."));
}

}  // namespace
}  // namespace strongback
