#include "app/simulate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>

#include "app/answer_codec.h"
#include "catalog/doses_for_tests.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string example(const std::string& name) {
  return std::string(STRONGBACK_SOURCE_DIR "/examples/") + name;
}

const Exercise* exercise(const std::string& id) { return find_exercise(catalog_for_tests(), id); }

ExerciseAnswer answer_with(double newtons) {
  ExerciseAnswer answer;
  answer.id = "fake";
  answer.model = "0.1 \"test\"\nof a name";
  answer.load_kg = 0.1 + 0.2;
  answer.muscles["biceps-brachii"] = {{0.1, 0.2, 0.3}, {1.0 / 3.0, 0.5, 1e-300}};
  answer.discs[1].compression_N = {newtons / 2.0, newtons};
  answer.discs[1].shear_N = {-0.0, -12.5};
  answer.contacts.push_back({"foot_r", "floor", {10.0, 20.0}, {1.0, 2.0, -3.0}});
  answer.limited_by = "biceps-brachii";
  answer.limited_side = 'r';
  answer.tiring = TiringLoad{7.0, 9.3, 12.0};
  answer.repetition_s = 2.0;
  return answer;
}

NoAnswer no_answer() {
  return {NoAnswer::Why::TooHeavy,
          "end (1.0 s)",
          "too heavy",
          {"lats-2_r", "lats-1_r", "odd_l"},
          {12.0, 3.0}};
}

/// An engine that knows motions for some exercises, presses with 1000 N and 100 N more for each
/// kilogram, and counts how often it was asked.
struct FakeEngine {
  explicit FakeEngine(std::set<std::string> with_loads) {
    engine.tables.version = "1";
    for (const char* id : {"lats-1_r", "lats-2_r"}) {
      Fascicle& lats = engine.tables.fascicles.emplace_back();
      lats.id = id;
      lats.muscle = "latissimus-dorsi";
      lats.side = 'r';
    }
    engine.find_motion = [with_loads](const std::string& id, const BodyTables& /*tables*/) {
      std::optional<FoundMotion> found;
      if (with_loads.contains(id) || id == "bird-dog") found.emplace();
      if (with_loads.contains(id)) found->motion.loads.resize(1);
      return Outcome<std::optional<FoundMotion>>(found);
    };
    engine.assess = [this](const BodyTables&, const Build&, const Motion&, Mass load,
                           const AssessOptions&) -> Computed {
      ++asked;
      if (load >= kilograms(100.0)) return tl::unexpected(no_answer());
      return answer_with(1000.0 + 100.0 * in_kilograms(load));
    };
  }
  Engine engine;
  std::atomic<int> asked = 0;
};

SimulateAnswer simulated(const FakeEngine& fake, const std::string& id,
                         std::optional<Mass> load = {}, const std::string& file = "novice.toml") {
  auto answer =
      simulate_exercise(catalog_for_tests(), fake.engine, {id, example(file), load, false});
  EXPECT_TRUE(answer.has_value());
  return std::move(*answer);
}

class Kept : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/strongback_cache_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
  }
  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string only_file() const {
    return std::filesystem::directory_iterator(folder_)->path().string();
  }

  SimulateAllAnswer all(const FakeEngine& fake, const std::string& file = "novice.toml") const {
    auto answer =
        simulate_all(catalog_for_tests(), fake.engine,
                     {{exercise("bird-dog")}, {example(file), AnswerCache(folder_), 1, {}}});
    EXPECT_TRUE(answer.has_value());
    return std::move(*answer);
  }
  std::string folder_;
};

TEST(Codec, GivesBackTheSameValueBitByBit) {
  const auto again = decoded(encoded(answer_with(1234.5)));
  ASSERT_TRUE(again.has_value() && again->has_value());
  const ExerciseAnswer& answer = **again;
  EXPECT_EQ(answer.model, "0.1 \"test\"\nof a name");
  EXPECT_EQ(answer.load_kg, 0.1 + 0.2);
  EXPECT_EQ(answer.muscles.at("biceps-brachii").right.mean, 1.0 / 3.0);
  EXPECT_EQ(answer.muscles.at("biceps-brachii").right.share, 1e-300);
  EXPECT_TRUE(std::signbit(answer.discs[1].shear_N.mean));
  EXPECT_EQ(answer.contacts.front().mean_N[2], -3.0);
  EXPECT_EQ(answer.limited_side, 'r');
  EXPECT_EQ(answer.tiring->best_kg, 9.3);
}

TEST(Codec, GivesBackAnHonestNo) {
  const auto again = decoded(encoded(tl::unexpected(no_answer())));
  ASSERT_TRUE(again.has_value());
  ASSERT_FALSE(again->has_value());
  EXPECT_EQ(again->error().why, NoAnswer::Why::TooHeavy);
  EXPECT_EQ(again->error().frame, "end (1.0 s)");
  EXPECT_THAT(again->error().at_limit, ElementsAre("lats-2_r", "lats-1_r", "odd_l"));
}

TEST(Codec, RefusesWhatIsCutOffOrTooLong) {
  const std::string text = encoded(answer_with(1000.0));
  EXPECT_FALSE(decoded(text + "1\n").has_value());
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(decoded(text.substr(0, length)).has_value()) << length;
  }
}

TEST(Codec, RefusesNumbersThatAreNone) {
  auto answer = answer_with(1000.0);
  answer.repetition_s = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(decoded(encoded(answer)).has_value());
}

TEST_F(Kept, AnAnswerIsComputedOnceForOneBody) {
  const FakeEngine fake({});
  const auto first = all(fake);
  const auto second = all(fake);
  EXPECT_EQ(fake.asked, 1);
  EXPECT_EQ(encoded(*first.simulations[0].outcome), encoded(*second.simulations[0].outcome));
  all(fake, "experienced.toml");
  EXPECT_EQ(fake.asked, 2);
}

TEST_F(Kept, AnotherModelAsksAnew) {
  FakeEngine fake({});
  all(fake);
  fake.engine.tables.version = "2";
  all(fake);
  EXPECT_EQ(fake.asked, 2);
  fake.engine.fingerprint = 7;
  all(fake);
  EXPECT_EQ(fake.asked, 3);
}

TEST_F(Kept, ADamagedFileIsIgnoredAndWrittenAnew) {
  const FakeEngine fake({});
  all(fake);
  std::fstream file(only_file(), std::ios::in | std::ios::out);
  file.seekp(-20, std::ios::end);
  file << "9";
  file.close();
  all(fake);
  EXPECT_EQ(fake.asked, 2);
  all(fake);
  EXPECT_EQ(fake.asked, 2);
  std::ofstream(only_file(), std::ios::trunc) << "";
  all(fake);
  EXPECT_EQ(fake.asked, 3);
}

TEST_F(Kept, AFolderThatCannotBeMadeKeepsNothing) {
  const FakeEngine fake({});
  folder_ = "/dev/null/below";
  EXPECT_TRUE(all(fake).simulations[0].answer() != nullptr);
}

TEST(CacheFolder, FollowsTheDesktopRule) {
  const char* home = std::getenv("HOME");
  const std::string kept = home == nullptr ? "" : home;
  ::setenv("HOME", "/home/maya", 1);
  ::setenv("XDG_CACHE_HOME", "/var/kept", 1);
  EXPECT_EQ(cache_folder(), "/var/kept/strongback");
  ::setenv("XDG_CACHE_HOME", "not/from/the/root", 1);
  EXPECT_EQ(cache_folder(), "/home/maya/.cache/strongback");
  ::unsetenv("XDG_CACHE_HOME");
  ::unsetenv("HOME");
  EXPECT_EQ(cache_folder(), "");
  if (home != nullptr) ::setenv("HOME", kept.c_str(), 1);
}

TEST(ShareWork, DoesEachPieceOnceAndTellsHowFarItIs) {
  std::vector<int> times(97, 0);
  std::vector<int> told;
  share_work(
      times.size(), 4, [&](std::size_t i) { ++times[i]; },
      [&](int done, int total) {
        EXPECT_EQ(total, 97);
        told.push_back(done);
      });
  EXPECT_EQ(std::count(times.begin(), times.end(), 1), 97);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 97);
}

TEST(ShareWork, ThrowsAgainWhatAPieceThrew) {
  const auto work = [](std::size_t i) {
    if (i == 3) throw std::runtime_error("piece 3");
  };
  EXPECT_THROW(share_work(10, 2, work), std::runtime_error);
}

TEST(Simulate, TakesTheLoadThatThePlanWouldBeginWith) {
  const FakeEngine fake({"one-arm-row-bench"});
  const Simulation simulation = simulated(fake, "one-arm-row-bench").simulation;
  EXPECT_EQ(simulation.load_from, LoadFrom::Plan);
  EXPECT_EQ(in_kilograms(simulation.load), 3.0);  // of the 3, 5 and 8 kg that Maya owns
  EXPECT_EQ(simulation.answer()->discs[1].compression_N.peak, 1300.0);
}

TEST(Simulate, TakesTheUsualLoadForThingsThatNobodyOwns) {
  const FakeEngine fake({"barbell-row"});
  const Simulation simulation = simulated(fake, "barbell-row").simulation;
  EXPECT_EQ(simulation.load_from, LoadFrom::Usual);
  EXPECT_GT(in_kilograms(simulation.load), 5.0);
  EXPECT_EQ(std::fmod(in_kilograms(simulation.load), 0.5), 0.0);
}

TEST(Simulate, AsksTheModelWhereNoFirstLoadIsKnown) {
  const FakeEngine fake({"band-pulldown"});
  const Simulation simulation = simulated(fake, "band-pulldown").simulation;
  EXPECT_EQ(simulation.load_from, LoadFrom::Model);
  EXPECT_EQ(in_kilograms(simulation.load), 9.5);  // the middle, 9.3 kg, to a step
}

TEST(Simulate, TakesTheLoadThatIsAskedFor) {
  const FakeEngine fake({"one-arm-row-bench"});
  const Simulation simulation = simulated(fake, "one-arm-row-bench", kilograms(12)).simulation;
  EXPECT_EQ(simulation.load_from, LoadFrom::Asked);
  EXPECT_EQ(simulation.answer()->discs[1].compression_N.peak, 2200.0);
}

TEST(Simulate, CountsASetAsAPlanWould) {
  FakeEngine fake({"one-arm-row-bench"});
  const SimpleDose dose{"one-arm-row-bench",
                        {{"multifidus", {0.4, 0.0}}, {"rhomboids", {0.4, 0.0}}}};
  const Catalog known = trusting(with_doses(catalog_for_tests(), {dose}), {"multifidus"});
  const auto counted = [&](const Catalog& by, const char* id) {
    return simulate_exercise(by, fake.engine, {id, example("novice.toml"), {}, false})->simulation;
  };
  const Simulation row = counted(known, "one-arm-row-bench");
  EXPECT_THAT(row.credit_by_model, ElementsAre("multifidus"));
  EXPECT_EQ(row.credit.at("multifidus"), 1.0);
  EXPECT_EQ(row.credit.at("latissimus-dorsi"), 1.0);  // the list's
  EXPECT_TRUE(counted(known, "bird-dog").credit_by_model.empty());
  EXPECT_EQ(counted(known, "bird-dog").credit.at("multifidus"), 0.5);
}

TEST(Simulate, ComparesEachDiscWithTheGuidelineForSexAndAge) {
  const FakeEngine fake({});
  const Simulation simulation = simulated(fake, "bird-dog").simulation;
  EXPECT_NEAR(in_newtons(simulation.guideline), 3300.0, 1e-9);  // a woman of 34
  EXPECT_NEAR(simulation.answer()->discs[1].share_of_guideline, 1000.0 / 3300.0, 1e-12);
}

TEST(Simulate, SaysWhatIsNotSimulated) {
  const FakeEngine fake({});
  const Simulation simulation = simulated(fake, "cat-camel").simulation;
  EXPECT_FALSE(simulation.outcome.has_value());
  EXPECT_EQ(fake.asked, 0);
}

TEST(Simulate, KeepsAnHonestNo) {
  const FakeEngine fake({"one-arm-row-bench"});
  const auto answer = simulated(fake, "one-arm-row-bench", kilograms(200));
  EXPECT_EQ(answer.simulation.answer(), nullptr);
  EXPECT_EQ(answer.simulation.no_answer()->text, "too heavy");
  EXPECT_THAT(answer.simulation.no_answer()->at_limit, ElementsAre("latissimus-dorsi_r", "odd_l"));
}

TEST(Simulate, ALoadForEmptyHandsIsAMistake) {
  const FakeEngine fake({});
  const auto answer = simulate_exercise(catalog_for_tests(), fake.engine,
                                        {"bird-dog", example("novice.toml"), kilograms(3)});
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(std::get<NotFound>(answer.error()).what,
            "nothing is held in 'bird-dog', so no load fits it");
}

TEST(Simulate, SaysWhyHealthLeavesTheExerciseOut) {
  const FakeEngine fake({});
  EXPECT_EQ(simulated(fake, "bird-dog").simulation.barred, "");
  EXPECT_NE(simulated(fake, "bird-dog", {}, "chair-only.toml").simulation.barred, "");
}

TEST(SimulateAll, GivesTheSameOnOneThreadAndOnMany) {
  const FakeEngine fake({"one-arm-row-bench", "barbell-row", "db-row-bent", "band-pulldown"});
  SimulateAllOrder order;
  for (const Exercise& one : catalog_for_tests().exercises) order.exercises.push_back(&one);
  order.play.person_path = example("novice.toml");
  const auto alone = simulate_all(catalog_for_tests(), fake.engine, order);
  order.play.threads = 4;
  const auto shared = simulate_all(catalog_for_tests(), fake.engine, order);
  ASSERT_TRUE(alone && shared);
  ASSERT_EQ(shared->simulations.size(), catalog_for_tests().exercises.size());
  for (std::size_t i = 0; i < shared->simulations.size(); ++i) {
    const Simulation& one = shared->simulations[i];
    EXPECT_EQ(one.exercise, &catalog_for_tests().exercises[i]);
    EXPECT_EQ(one.load, alone->simulations[i].load);
    EXPECT_EQ(one.answer() != nullptr, alone->simulations[i].answer() != nullptr);
  }
}

TEST(SimulateAll, NamesTheProblemsOfEveryMotionFile) {
  FakeEngine fake({});
  fake.engine.find_motion = [](const std::string& id, const BodyTables& /*tables*/) {
    return Outcome<std::optional<FoundMotion>>(
        tl::unexpected<Failure>(BadInput{{{id + ".motion.toml", {1, 1}, "no keyframe", ""}}}));
  };
  const auto answer = simulate_all(
      catalog_for_tests(), fake.engine,
      {{exercise("bird-dog"), exercise("barbell-row")}, {example("novice.toml"), {}, 1, {}}});
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(std::get<BadInput>(answer.error()).problems.size(), 2u);
}

}  // namespace
}  // namespace strongback
