// What a program may and may not do when the person changes: metamorphic properties.
#include "exchange/json.h"
#include "people.h"
#include "plan/recovery.h"
#include "promises.h"

namespace strongback {
namespace {

constexpr std::uint64_t kFirst = 50001;

bool is_program(const Program& program) {
  return program.status == Status::Ok || program.status == Status::Gentle;
}

std::string words(const Program& program, const Person& person) {
  return plan_json(program, {&person, &real_catalog(), {}});
}

std::string of(std::uint64_t seed) { return "person of seed " + std::to_string(seed); }

TEST(Program, IsTheSameForTheSamePerson) {
  for (auto seed = kFirst; seed < kFirst + 60; ++seed) {
    const Person person = random_person(seed, real_catalog());
    const Program once = make_program(person, real_catalog(), {});
    const Program again = make_program(person, real_catalog(), {});
    EXPECT_EQ(words(once, person), words(again, person)) << of(seed);
  }
}

TEST(Program, IsNotLostWithMoreTime) {
  for (auto seed = kFirst; seed < kFirst + 100; ++seed) {
    Person person = random_person(seed, real_catalog());
    if (!is_program(make_program(person, real_catalog(), in_weeks(2)))) continue;
    person.minutes += 15;
    EXPECT_TRUE(is_program(make_program(person, real_catalog(), in_weeks(2)))) << of(seed);
  }
}

TEST(Program, IsNotLostWithMoreEquipment) {
  for (auto seed = kFirst; seed < kFirst + 100; ++seed) {
    Person person = random_person(seed, real_catalog());
    if (!is_program(make_program(person, real_catalog(), in_weeks(2)))) continue;
    person.inventory.things = equipment_ids(real_catalog());
    for (const double kg : {1.0, 2.0, 4.0, 8.0})
      person.inventory.dumbbells.push_back({2, kilograms(kg)});
    EXPECT_TRUE(is_program(make_program(person, real_catalog(), in_weeks(2)))) << of(seed);
  }
}

TEST(Program, IsOnlyDatedByAStartOnMonday) {
  int compared = 0;
  for (auto seed = kFirst; seed < kFirst + 100; ++seed) {
    Person person = random_person(seed, real_catalog());
    if (person.therapist || person.screening.contains("cleared")) continue;  // dates that lapse
    person.start.reset();
    const Program undated = make_program(person, real_catalog(), in_weeks(3));
    if (!has_planned_weeks(undated)) continue;  // a flare's day is the day of the start
    PlanRequest request = in_weeks(3);
    request.start = make_date(2026, 11, 30);  // a Monday: the days keep their order
    Program dated = make_program(person, real_catalog(), request);
    ASSERT_EQ(dated.weeks.size(), undated.weeks.size()) << of(seed);
    EXPECT_TRUE(dated.weeks.front().sessions.front().date.has_value()) << of(seed);
    for (auto& week : dated.weeks) {
      for (auto& session : week.sessions) session.date.reset();
    }
    EXPECT_EQ(words(dated, person), words(undated, person)) << of(seed);
    ++compared;
  }
  EXPECT_GE(compared, 30);
}

int total(const std::vector<int>& sets) {
  int sum = 0;
  for (const int s : sets) sum += s;
  return sum;
}

TEST(Program, StartsBeginnersAtHalfOfTheirFullSession) {
  int compared = 0;
  for (auto seed = kFirst; seed < kFirst + 120; ++seed) {
    const Prepared prepared(seed);
    if (!prepared.has_weeks() || !is_on_ramp(prepared.person, real_catalog().rules)) continue;
    const auto full = solve_full_week(prepared.input);
    if (!full) continue;
    const auto weeks = solve_weeks(prepared.input, *full, 6);
    for (std::size_t week = 0; week < weeks.size(); ++week) {
      for (std::size_t day = 0; day < weeks[week].size(); ++day) {
        const int whole = total(full->choice[static_cast<std::size_t>(full->pattern.session[day])]);
        const int allowed = std::min(whole, (whole + 1) / 2 + 3 * static_cast<int>(week / 2));
        EXPECT_LE(total(weeks[week][day]), allowed) << of(seed) << ", week " << week + 1;
      }
    }
    ++compared;
  }
  EXPECT_GE(compared, 20);
}

}  // namespace
}  // namespace strongback
