#include "app/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;

const std::string kMaya = STRONGBACK_SOURCE_DIR "/examples/novice.toml";

/// Knows a motion for everything; loads are held in what the catalog gives a load.  By it 9.3 kg
/// tire a set, it presses with 1000 N and 10 N for each kilogram, and it keeps the loads it played.
struct FakeEngine {
  FakeEngine() {
    engine.tables.version = "1";
    engine.find_motion = [](const std::string& id, const BodyTables&) {
      std::optional<FoundMotion> found(std::in_place);
      const bool holds =
          find_exercise(catalog_for_tests(), id)->external_load != ExternalLoad::None;
      if (holds) found->motion.loads.resize(1);
      return Outcome<std::optional<FoundMotion>>(found);
    };
    engine.assess = [this](const BodyTables&, const Build&, const Motion&, Mass load,
                           const AssessOptions& how) -> Computed {
      const std::scoped_lock lock(mutex);
      loads.push_back(in_kilograms(load));
      if (load > kilograms(100.0)) return tl::unexpected(NoAnswer{});
      ExerciseAnswer answer;
      answer.discs[kL4L5].compression_N.peak = 1000.0 + 10.0 * in_kilograms(load);
      if (how.find_tiring_load && tires) answer.tiring = TiringLoad{7.0, 9.3, 12.0};
      return answer;
    };
  }
  Engine engine;
  bool tires = true;
  std::mutex mutex;
  std::vector<double> loads;
};

CompareOrder order_of(std::vector<std::string> words, std::vector<Mass> loads = {}) {
  return {std::move(words), std::move(loads), {kMaya, AnswerCache(), 1, {}}};
}

std::string problem_of(const Failure& failure) {
  const auto* missing = std::get_if<NotFound>(&failure);
  return missing == nullptr ? "" : missing->what + " | " + missing->hint;
}

TEST(Compare, PlaysEmptyHandedAndThenWithTheLoadThatTires) {
  FakeEngine fake;
  const auto answer = compare_exercises(catalog_for_tests(), fake.engine,
                                        order_of({"barbell-row", "Plank from knees"}));
  ASSERT_TRUE(answer);
  const TiredSet& row = answer->sets[0];
  EXPECT_EQ(row.ends, SetEnds::Tired);
  EXPECT_EQ(row.set.load, kilograms(9.5));  // to a step that a gym has
  EXPECT_EQ(row.set.load_from, LoadFrom::Model);
  EXPECT_EQ(row.empty->load, Mass{});
  EXPECT_FALSE(row.asked);
  const TiredSet& plank = answer->sets[1];
  EXPECT_EQ(plank.ends, SetEnds::NothingHeld);
  EXPECT_FALSE(plank.empty);
  EXPECT_THAT(fake.loads, ElementsAre(0.0, 9.5, 0.0));
}

TEST(Compare, IsDoneAsUsualWhereNoLoadTires) {
  FakeEngine fake;
  fake.tires = false;
  const auto answer =
      compare_exercises(catalog_for_tests(), fake.engine, order_of({"barbell-row", "cable-row"}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->sets[0].ends, SetEnds::NoLoadTires);
  EXPECT_EQ(answer->sets[0].set.load_from, LoadFrom::Usual);
}

TEST(Compare, TakesOneLoadForAllOrOneForEach) {
  FakeEngine fake;
  const auto all = compare_exercises(catalog_for_tests(), fake.engine,
                                     order_of({"barbell-row", "cable-row"}, {kilograms(5.0)}));
  ASSERT_TRUE(all);
  EXPECT_EQ(all->sets[0].asked->load, kilograms(5.0));
  EXPECT_EQ(all->sets[1].asked->load, kilograms(5.0));
  const auto each =
      compare_exercises(catalog_for_tests(), fake.engine,
                        order_of({"barbell-row", "bird-dog"}, {kilograms(5.0), Mass{}}));
  ASSERT_TRUE(each);
  EXPECT_EQ(each->sets[0].asked->load, kilograms(5.0));
}

TEST(Compare, SaysWhereALoadDoesNotFit) {
  FakeEngine fake;
  const auto answer = compare_exercises(catalog_for_tests(), fake.engine,
                                        order_of({"barbell-row", "bird-dog"}, {kilograms(5.0)}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(problem_of(answer.error()),
            "nothing is held in 'bird-dog', so no load fits it | give one '--load' for each "
            "exercise, 0kg where nothing is held");
}

DiscCostOrder costs_of(const std::string& muscle) {
  return {{muscle, {}, ""}, {kMaya, AnswerCache(), 2, {}}};
}

TEST(DiscCosts, PlaysOnlyWhatMayTrainTheMuscle) {
  FakeEngine fake;
  const auto lats = disc_costs(catalog_for_tests(), fake.engine, costs_of("lats"));
  ASSERT_TRUE(lats);
  for (const TiredSet& set : lats->played.sets) {
    EXPECT_TRUE(set.set.credit.contains("latissimus-dorsi")) << set.set.name;
  }
  // The model sets the credit of this one, so every exercise may have some.
  const auto traps = disc_costs(catalog_for_tests(), fake.engine, costs_of("mid traps"));
  ASSERT_TRUE(traps);
  EXPECT_EQ(traps->played.sets.size(), catalog_for_tests().exercises.size());
}

TEST(DiscCosts, NeedsOneMuscle) {
  FakeEngine fake;
  const auto group = disc_costs(catalog_for_tests(), fake.engine, costs_of("erector-spinae"));
  ASSERT_FALSE(group);
  EXPECT_EQ(problem_of(group.error()),
            "'erector-spinae' names 3 muscles; one is needed here | it is one of: "
            "erector-spinae-thoracic, erector-spinae-lumbar, multifidus");
}

}  // namespace
}  // namespace strongback
