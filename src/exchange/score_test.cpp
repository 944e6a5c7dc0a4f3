#include "exchange/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The barbell row: lats count a set, the lower erectors half, and the model has all muscles rest
/// but those in `active`.
TiredSet row(std::map<std::string, double> active = {}) {
  TiredSet made;
  made.set.exercise = find_exercise(catalog_for_tests(), "barbell-row");
  made.set.credit = {{"latissimus-dorsi", 1.0}, {"erector-spinae-lumbar", 0.5}};
  ExerciseAnswer answer;
  for (const auto& [muscle, effort] : active) {
    answer.muscles[muscle] = {{effort, effort, 0.0}, {effort, effort, 0.0}};
  }
  made.set.outcome = answer;
  return made;
}

RivalCatalog theirs(const std::string& name, std::vector<std::string> primary,
                    std::vector<std::string> secondary = {}) {
  return {find_rival(catalog_for_tests(), "free-exercise-db"),
          {{"x", name, {name}, std::move(primary), std::move(secondary)}}};
}

std::vector<std::string> findings(const RivalCatalog& rival, const TiredSet& played) {
  const std::vector<TiredSet> sets = {played};
  const Score score = score_catalog(rival, sets, catalog_for_tests());
  std::vector<std::string> lines;
  for (const WordFinding& one : score.matched.at(0).findings) {
    std::string line = word_of(one.finding) + " " + one.word + ":";
    for (const MuscleTruth& truth : one.because) line += " " + truth.muscle;
    lines.push_back(line);
  }
  return lines;
}

TEST(PlainName, ForgetsSignsCaseAndPlurals) {
  EXPECT_EQ(plain_name("Bent-Over  Barbell Rows"), "bent over barbell row");
  EXPECT_EQ(plain_name("Farmer's Walk"), "farmer walk");
  EXPECT_EQ(plain_name("PALLOF PRESS"), "pallof press");
  EXPECT_EQ(plain_name("--"), "");
}

TEST(FindOurs, TakesMatchesAndOwnNames) {
  const RivalWords& words = *find_rival(catalog_for_tests(), "free-exercise-db");
  const auto id_of = [&](const char* name) {
    const Exercise* own = find_ours({"x", name, {name}, {}, {}}, words, catalog_for_tests());
    return own == nullptr ? "" : own->id;
  };
  EXPECT_EQ(id_of("Bent Over Barbell Row"), "barbell-row");
  EXPECT_EQ(id_of("barbell bent-over rows"), "barbell-row");
  EXPECT_EQ(id_of("Barbell Squat"), "");
  EXPECT_EQ(id_of("Child Pose"), "");  // no set of it counts, so nothing could be held against it
}

TEST(Score, CallsAMuscleOmittedThatNoTagCovers) {
  EXPECT_THAT(
      findings(theirs("Bent Over Barbell Row", {"lats"}), row({{"erector-spinae-lumbar", 0.2}})),
      ElementsAre("omits lower back: erector-spinae-lumbar", "agrees lats: latissimus-dorsi"));
  EXPECT_THAT(
      findings(theirs("Bent Over Barbell Row", {"lats"}, {"lower back"}), row()),
      ElementsAre("agrees lats: latissimus-dorsi", "agrees lower back: erector-spinae-lumbar"));
}

TEST(Score, AccusesNobodyWhereListAndModelContradictEachOther) {
  EXPECT_THAT(
      findings(theirs("Bent Over Barbell Row", {"neck"}), row({{"levator-scapulae", 0.3}})),
      ElementsAre("omits lats: latissimus-dorsi",  // the list's main work stands
                  "unsure lower back: erector-spinae-lumbar", "agrees neck: levator-scapulae"));
}

TEST(Score, CallsATagInventedOnlyWhenListAndModelDenyIt) {
  const RivalCatalog rival = theirs("Bent Over Barbell Row", {"lats", "lower back", "neck"});
  const auto last = [&](const TiredSet& played) { return findings(rival, played).back(); };
  EXPECT_EQ(last(row()), "invents neck: levator-scapulae neck-extensors neck-flexors-deep");
  EXPECT_EQ(last(row({{"levator-scapulae", 0.16}})), "agrees neck: levator-scapulae");
  EXPECT_EQ(last(row({{"levator-scapulae", 0.14}})),
            "invents neck: levator-scapulae neck-extensors neck-flexors-deep");
  TiredSet unplayed = row();
  unplayed.set.outcome.reset();
  EXPECT_EQ(last(unplayed), "unsure neck: levator-scapulae neck-extensors neck-flexors-deep");
}

TEST(Score, LeavesOtherMusclesAlone) {
  EXPECT_THAT(
      findings(theirs("Bent Over Barbell Row", {"lats", "lower back", "quadriceps"}), row()),
      ElementsAre("agrees lats: latissimus-dorsi", "agrees lower back: erector-spinae-lumbar"));
}

TEST(Score, CountsWordsAndKeepsWhatWasNotMatched) {
  RivalCatalog rival = theirs("Bent Over Barbell Row", {"neck"});
  rival.exercises.push_back({"y", "Barbell bend-over row", {"Barbell bend-over row"}, {}, {}});
  rival.exercises.push_back({"z", "Jumping Jack", {"Jumping Jack"}, {}, {}});
  const std::vector<TiredSet> sets = {row()};
  const Score score = score_catalog(rival, sets, catalog_for_tests());
  EXPECT_EQ(score.total, 3u);
  ASSERT_EQ(score.unmatched.size(), 2u);
  EXPECT_EQ(score.unmatched[0].nearest, "Barbell bent-over row");
  EXPECT_EQ(score.unmatched[1].name, "Jumping Jack");
  EXPECT_EQ(score.unmatched[1].nearest, "");
  const auto count = [&](const std::string& word) {
    return *std::find_if(score.words.begin(), score.words.end(),
                         [&](const WordCount& one) { return one.word == word; });
  };
  EXPECT_EQ(count("lats").loaded, 1);
  EXPECT_EQ(count("lats").tagged_of_loaded, 0);
  EXPECT_EQ(count("lower back").loaded + count("lower back").idle, 0);  // half by the list alone
  EXPECT_EQ(count("neck").idle, 1);
  EXPECT_EQ(count("neck").tagged_of_idle, 1);
}

TEST(Score, HoldsNothingAgainstACatalogThatHasNoWord) {
  RivalCatalog rival{find_rival(catalog_for_tests(), "wger"),
                     {{"1", "Bent Over Rowing", {"Bent Over Rowing"}, {"Latissimus dorsi"}, {}}}};
  TiredSet played = row();
  played.set.credit["rhomboids"] = 1.0;
  played.set.credit.erase("erector-spinae-lumbar");
  EXPECT_THAT(findings(rival, played), ElementsAre("agrees Latissimus dorsi: latissimus-dorsi"));
  const std::vector<TiredSet> sets = {played};
  EXPECT_THAT(score_catalog(rival, sets, catalog_for_tests()).nameless,
              testing::Contains("rhomboids"));
}

TEST(Score, TakesSharesBeforeTheRuleOfControl) {
  TiredSet played = row();
  played.set.exercise = find_exercise(catalog_for_tests(), "bird-dog");
  played.set.credit = {{"multifidus", 0.5}};  // a whole share of control work
  RivalCatalog rival{find_rival(catalog_for_tests(), "wger"),
                     {{"1", "Bird Dog", {"Bird Dog"}, {}, {}}}};
  const std::vector<TiredSet> sets = {played};
  const Score score = score_catalog(rival, sets, catalog_for_tests());
  ASSERT_EQ(score.matched.at(0).findings.size(), 1u);
  EXPECT_DOUBLE_EQ(score.matched[0].findings[0].because.at(0).share, 1.0);
  EXPECT_THAT(score.unmatched, IsEmpty());
}

}  // namespace
}  // namespace strongback
