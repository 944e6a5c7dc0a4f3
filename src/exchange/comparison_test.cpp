#include "exchange/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A set that presses with `newtons` on L4/L5, 500 N being quiet standing.
TiredSet set_of(const std::string& id, double newtons, double mid_traps = 0.5) {
  TiredSet made;
  made.ends = SetEnds::Tired;
  made.set.exercise = find_exercise(catalog_for_tests(), id);
  made.set.name = made.set.exercise->name;
  made.set.load = kilograms(10.0);
  ExerciseAnswer answer;
  answer.discs[kL4L5].compression_N.peak = newtons;
  answer.discs[kL4L5].relative_to_standing = newtons / 500.0;
  answer.discs[kL4L5].likely_N = {0.75 * newtons, 1.25 * newtons};
  answer.muscles["trapezius-middle"] = {{mid_traps, mid_traps, 0.0}, {0.1, 0.1, 0.0}};
  made.set.outcome = answer;
  return made;
}

void count(TiredSet& set, const std::string& muscle, double credit, bool by_model = false) {
  set.set.credit[muscle] = credit;
  if (by_model) set.set.credit_by_model.insert(muscle);
}

TEST(PerKilogram, IsTheDifferenceToEmptyHandsOverAllThatIsHeld) {
  TiredSet row = set_of("chest-sup-row", 900.0, 0.6);  // its load is that of each hand
  row.empty = set_of("chest-sup-row", 500.0, 0.2).set;
  row.empty->load = Mass{};
  const auto each = per_kilogram(row);
  ASSERT_TRUE(each);
  EXPECT_DOUBLE_EQ(in_kilograms(each->held), 20.0);
  EXPECT_DOUBLE_EQ(each->compression_N, 20.0);
  EXPECT_NEAR(each->effort.at("trapezius-middle"), 0.02, 1e-12);
}

TEST(PerKilogram, LooksAtTheLoadThatWasAskedFor) {
  TiredSet row = set_of("barbell-row", 900.0);
  row.empty = set_of("barbell-row", 500.0).set;
  row.asked = set_of("barbell-row", 600.0).set;
  row.asked->load = kilograms(5.0);
  EXPECT_DOUBLE_EQ(per_kilogram(row)->compression_N, 20.0);
}

TEST(PerKilogram, HasNoNumberWithoutLoadOrWithoutAnswer) {
  TiredSet row = set_of("barbell-row", 900.0);
  EXPECT_FALSE(per_kilogram(row));  // nothing is held
  row.empty = row.set;
  row.empty->outcome = tl::unexpected(NoAnswer{});
  EXPECT_FALSE(per_kilogram(row));
  row.empty = row.set;
  row.set.load = Mass{};
  EXPECT_FALSE(per_kilogram(row));
}

TEST(Difference, SaysHowHardATrustedMuscleWorksForWhichLoad) {
  std::vector<TiredSet> sets = {set_of("barbell-row", 2000.0, 0.5),
                                set_of("chest-sup-row", 600.0, 0.51)};
  for (TiredSet& set : sets) {
    count(set, "latissimus-dorsi", 1.0);
    count(set, "trapezius-middle", 0.8, true);
  }
  EXPECT_EQ(difference_text(sets, catalog_for_tests()),
            "In a set that tires, \"Chest-supported row on incline bench\" works the mid traps as "
            "hard as \"Barbell bent-over row\", for 0.3 times the load on L4/L5.");
}

TEST(Difference, RestsOnTheListWhereTheModelIsNotTrusted) {
  std::vector<TiredSet> sets = {set_of("barbell-row", 2000.0), set_of("pull-up", 1500.0)};
  sets[1].ends = SetEnds::NothingHeld;
  count(sets[0], "latissimus-dorsi", 0.5);
  count(sets[1], "latissimus-dorsi", 1.0);
  EXPECT_EQ(difference_text(sets, catalog_for_tests()),
            "In one set, \"Pull-up\" counts 2.0 times as much for the lats as \"Barbell bent-over "
            "row\", for 0.8 times the load on L4/L5 (their bands overlap).");
}

TEST(Difference, PutsTheLeastOfManyBesideTheMost) {
  const std::vector<TiredSet> sets = {set_of("barbell-row", 1000.0), set_of("pull-up", 500.0),
                                      set_of("deadlift-bb", 2000.0)};
  const auto difference = find_difference(sets, catalog_for_tests());
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->least, 1u);
  EXPECT_EQ(difference->most, 2u);
  EXPECT_DOUBLE_EQ(difference->disc_ratio, 0.25);
  EXPECT_THAT(difference_text(sets, catalog_for_tests()),
              HasSubstr("train no muscle of the back in common"));
}

TEST(Difference, NeedsTwoThatHaveFigures) {
  std::vector<TiredSet> sets = {set_of("barbell-row", 1000.0), set_of("pull-up", 500.0)};
  sets[0].set.outcome.reset();
  EXPECT_FALSE(find_difference(sets, catalog_for_tests()));
  EXPECT_THAT(difference_text(sets, catalog_for_tests()), HasSubstr("fewer than two"));
}

TEST(DiscCost, RanksByTheCountedSetAndNotByTheActivation) {
  std::vector<TiredSet> sets = {set_of("barbell-row", 2000.0), set_of("pull-up", 500.0),
                                set_of("lat-pulldown", 500.0), set_of("deadlift-bb", 500.0)};
  count(sets[0], "trapezius-middle", 1.0, true);
  count(sets[1], "trapezius-middle", 0.5);
  count(sets[2], "trapezius-middle", 1.0);
  const DiscCosts costs = rank_by_disc_cost(sets, "trapezius-middle");
  std::vector<std::string> order;
  for (const DiscCost& cost : costs.ranked) order.push_back(cost.set->set.exercise->id);
  EXPECT_THAT(order, ElementsAre("lat-pulldown", "pull-up", "barbell-row"));
  EXPECT_DOUBLE_EQ(costs.ranked[0].worth, 1.0);
  EXPECT_DOUBLE_EQ(costs.ranked[2].worth, 0.25);
  EXPECT_TRUE(costs.ranked[2].by_model);
  EXPECT_FALSE(costs.ranked[0].by_model);
}

TEST(DiscCost, GivesNoRatioWithoutFiguresOrAnEmptyDisc) {
  std::vector<TiredSet> sets = {set_of("barbell-row", 1.0), set_of("pull-up", 500.0)};
  for (TiredSet& set : sets) count(set, "rhomboids", 1.0);
  sets[1].set.outcome.reset();
  const DiscCosts costs = rank_by_disc_cost(sets, "rhomboids");
  EXPECT_TRUE(costs.ranked.empty());
  EXPECT_THAT(costs.unknown, ElementsAre(&sets[0], &sets[1]));
}

}  // namespace
}  // namespace strongback
