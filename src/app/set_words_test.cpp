#include "app/set_words.h"

#include <gmock/gmock.h>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

Checked<std::vector<SetDone>> read(const std::string& exercise, const std::string& text) {
  return parse_sets("--sets", text, *find_exercise(catalog_for_tests(), exercise));
}

TEST(SetWords, ReadSetsAsPeopleTypeThem) {
  const auto sets = read("one-arm-row-bench", "12@10kg:rir2, 10@22lb:rir1,8");
  ASSERT_TRUE(sets) << messages(sets);
  ASSERT_EQ(sets->size(), 3U);
  EXPECT_EQ((*sets)[0].reps, 12);
  EXPECT_DOUBLE_EQ(in_kilograms(*(*sets)[0].load), 10.0);
  EXPECT_EQ((*sets)[0].reserve, 2);
  EXPECT_NEAR(in_kilograms(*(*sets)[1].load), 9.98, 0.01);
  EXPECT_FALSE((*sets)[2].load);
  EXPECT_FALSE((*sets)[2].reserve);
}

TEST(SetWords, ReadHoldsCarriesWalksAndBands) {
  EXPECT_EQ(read("plank-knee", "30s")->front().seconds, 30);
  EXPECT_EQ(read("side-plank", "6x8s")->front().reps, 6);
  EXPECT_EQ(read("farmers-carry", "20m@12kg")->front().meters, 20);
  EXPECT_EQ(read("walk-easy", "15min")->front().seconds, 900);
  EXPECT_EQ(read("chair-band-row", "15@red:rir3")->front().band, "red");
}

TEST(SetWords, SayEveryFaultWithItsColumn) {
  EXPECT_EQ(
      messages(read("one-arm-row-bench", "twelve,10@heavy,9@5kg:rir11")),
      "--sets:1:1: error: 'twelve' is no number of repetitions, seconds, meters or minutes\n"
      "  hint: such as 12@10kg:rir2,10@10kg:rir1, or 30s for a hold, 20m for a carry, 15min for a "
      "walk\n"
      "--sets:1:8: error: 'heavy' is no load: write a number and its unit, such as 10kg\n"
      "  hint: such as 12@10kg:rir2,10@10kg:rir1, or 30s for a hold, 20m for a carry, 15min for a "
      "walk\n"
      "--sets:1:17: error: 'rir11' is no reserve: write rir0 to rir10\n"
      "  hint: such as 12@10kg:rir2,10@10kg:rir1, or 30s for a hold, 20m for a carry, 15min for a "
      "walk");
  EXPECT_FALSE(read("one-arm-row-bench", ""));
}

}  // namespace
}  // namespace strongback
