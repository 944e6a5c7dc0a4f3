#include "person/person_for_tests.h"

namespace strongback {
namespace {

/// The messages that examples/broken/`name` draws.
std::string broken(const std::string& name) {
  const auto text = read_text(STRONGBACK_SOURCE_DIR "/examples/broken/" + name);
  EXPECT_TRUE(text.has_value());
  return messages(parse_person(name, text.value_or(""), catalog_for_tests()));
}

TEST(BrokenFile, DrawsAMessageForEachMistakeInTheOrderOfTheFile) {
  EXPECT_EQ(broken("mistakes.toml"),
            R"(mistakes.toml:4:7: error: 'femal' is no value of 'sex'
  hint: did you mean 'female'?
mistakes.toml:5:7: error: 'age' must be a whole number from 16 to 110 years
mistakes.toml:6:10: error: '16.8 cm' is out of range: it must be from 120 to 220 cm (3 ft 11 in to 7 ft 3 in)
mistakes.toml:7:8: error: '800 kg' is out of range: it must be from 30 to 250 kg (66.1 to 551 lb)
mistakes.toml:8:11: error: 'UK' is no country code of two letters
  hint: did you mean 'GB'?
mistakes.toml:9:1: error: unknown key 'colour'
mistakes.toml:10:15: error: 'knee_kneeling' is no condition
  hint: did you mean 'knee-kneeling'?
mistakes.toml:14:16: error: 'last_trained' must be a time from 0 to 5200 weeks ago
  hint: write it such as "6 weeks ago", "2 years ago" or a number of weeks
mistakes.toml:15:10: error: 'strenght' is no goal
  hint: did you mean 'strength'?
mistakes.toml:18:19: error: 'moonday' is no day of the week
  hint: did you mean 'monday'?
mistakes.toml:18:30: error: Monday stands twice in 'days'
mistakes.toml:19:6: error: 'at' must be a time of day from 00:00 to 23:59
  hint: write it such as "18:30"
mistakes.toml:20:11: error: 'minutes' must be a whole number from 5 to 180 min
mistakes.toml:21:17: error: 'days_per_week' must be a whole number from 1 to 7 days
mistakes.toml:22:9: error: 'start' must be a day
  hint: write it such as 2026-11-30
mistakes.toml:25:9: error: 'have' names 'dumbbell' but not how heavy
  hint: write such as dumbbells = ["2 x 5 kg"]
mistakes.toml:25:21: error: 'chairs' is no piece of equipment
  hint: did you mean 'chair'?
mistakes.toml:26:12: error: 'chairs' is no piece of equipment
  hint: did you mean 'chair'?
mistakes.toml:27:16: error: 'heavy' must be a mass from 0.5 to 100 kg (1.1 to 220 lb)
  hint: write it such as "5 kg", "12 lb" or "2 x 5 kg"
mistakes.toml:30:17: error: 'can_use_floor' must be true or false, not a text
mistakes.toml:31:14: error: 'lats' is no muscle
  hint: 'strongback muscles' lists them
mistakes.toml:34:1: error: 'ces_sadle' is no screening question
  hint: did you mean 'ces_saddle'?
mistakes.toml:35:11: error: 'bp_high' must be a blood pressure in mmHg
  hint: write bp_high = { systolic = 128, diastolic = 82 }
mistakes.toml:36:15: error: 'axspa_items' must be a whole number from 0 to 9 (how many of the list apply)
mistakes.toml:37:13: error: 'combo_72w' follows from other answers and is not asked
  hint: take the line out
mistakes.toml:38:11: error: 'cleared' must say when and by whom
  hint: write cleared = { date = 2026-11-20, who = "Dr. Lind", limits = "" }
mistakes.toml:42:9: error: 'where' names a place of pain, but there is no pain
  hint: give 'now' or 'usual' from 1 to 10, or take 'where' out
mistakes.toml:45:10: error: 'one_arm_row_bench' is no exercise
  hint: did you mean 'one-arm-row-bench'?
mistakes.toml:46:13: error: 'bird-dog' is both liked and disliked
  hint: keep it in one of the two
mistakes.toml:51:12: error: 'days_ago' must be a whole number from 0 to 7 days: the last week only)");
}

TEST(BrokenFile, DrawsAMessageForEachContradiction) {
  EXPECT_EQ(
      broken("contradictions.toml"),
      R"(contradictions.toml:6:8: error: a height of 150 cm and a mass of 240 kg do not go together: the body mass index would be 106.7, and from 11 to 90 is possible
  hint: check both numbers and their units
contradictions.toml:8:15: error: 'pregnancy-t1' does not go with sex = "male"
contradictions.toml:8:31: error: 'healthy' does not go with another condition
  hint: take it out
contradictions.toml:13:17: error: 'days_per_week' is 4 but 'days' names only 2
  hint: name more days or lower 'days_per_week'
contradictions.toml:14:8: error: the session of Monday at 06:00 comes before getting up at 07:00
  hint: move the session or 'wake'
contradictions.toml:19:12: error: 'without' names 'dumbbell', which is listed as owned
  hint: keep it in one of the two
contradictions.toml:19:24: error: 'chair_only' is true, but 'without' names 'chair'
contradictions.toml:25:12: error: 'pain_ge8' says 4, but the pain 'now' is 0
  hint: take 'pain_ge8' out: 'now' answers it
contradictions.toml:26:20: error: the clearance on 2026-12-24 comes after the start on 2026-11-30
  hint: check both dates
contradictions.toml:31:9: error: 'where' names a place of pain, but there is no pain
  hint: give 'now' or 'usual' from 1 to 10, or take 'where' out
contradictions.toml:32:15: error: 'usual_where' names a place of pain, but 'usual' is 0
contradictions.toml:33:9: error: the pain began longer ago than an age of 40 allows
contradictions.toml:34:16: error: 'age_at_first' is 41 but 'age' is 40
contradictions.toml:35:9: error: 'flare' is true, but the pain 'now' is 0
contradictions.toml:39:8: error: the therapist's answer on 2026-12-01 comes after the start on 2026-11-30
  hint: check both dates
contradictions.toml:40:17: error: 'cleared_until' 2026-11-01 is before 'date' 2026-12-01
contradictions.toml:42:14: error: 'bird-dog' is both allowed and forbidden
  hint: keep it in one of the two
contradictions.toml:46:13: error: 'plank-knee' is both liked and disliked
  hint: keep it in one of the two
contradictions.toml:47:11: error: 'pull-up' is both disliked and locked
  hint: keep it in one of the two
contradictions.toml:47:11: error: 'pull-up' is locked, but the therapist's 'allowed' does not name it
contradictions.toml:47:22: error: 'superman' is both forbidden by the therapist and locked
  hint: keep it in one of the two)");
}

TEST(BrokenFile, SaysWhereTheYoungCanAsk) {
  EXPECT_EQ(
      broken("young.toml"),
      "young.toml:4:7: error: Strongback is for people of 16 years and over, and 'age' is 14\n"
      "  hint: ask a doctor, a physical therapist or a teacher of sports for a program");
}

}  // namespace
}  // namespace strongback
