#include "app/lint_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "person/person_for_tests.h"
#include "reading/document.h"

namespace strongback {
namespace {

constexpr const char* kStanding = R"(schema = 1
exercise = "bird-dog"
source = "for this test"

[[support]]
part = "foot"
on = "floor"

[[keyframe]]
name = "stand"
)";

Problems linted(const std::string& file, const std::string& text) {
  const auto document = parse_document(file, text);
  EXPECT_TRUE(document.has_value());
  return lint_model_file(*document, catalog_for_tests())
      .value_or(Problems{{"", {}, "not of the model", ""}});
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(LintModel, TheMotionOfAnExerciseIsNamedAfterIt) {
  EXPECT_TRUE(linted("some/bird_dog.motion.toml", kStanding).empty());
  EXPECT_EQ(linted("some/dog.motion.toml", kStanding).size(), 1u);
}

TEST(LintModel, AMotionMovesAnExerciseOfTheCatalog) {
  const Problems problems = linted("bird_dgo.motion.toml", with(kStanding, "bird-dog", "bird-dgo"));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].message, "'bird-dgo' is no exercise");
  EXPECT_EQ(problems[0].hint, "did you mean 'bird-dog'?");
}

TEST(LintModel, APostureIsCheckedAsOne) {
  EXPECT_TRUE(linted("p.pose.toml", with(kStanding, "exercise = \"bird-dog\"\n", "")).empty());
  EXPECT_FALSE(linted("p.pose.toml", with(kStanding, "foot", "fot")).empty());
}

TEST(LintModel, MeasurementsAreKnownByTheirStudies) {
  const Problems problems = linted("m.toml", "schema = 1\n[[study]]\nid = \"Nobody2000\"\n");
  EXPECT_GT(problems.size(), 1u);
  for (const Problem& problem : problems) EXPECT_EQ(problem.file, "m.toml");
}

/// What the whole check says of an exercise with a motion.
std::string said_of(const Catalog& known, const std::string& exercise) {
  std::string all;
  for (const Problem& problem : lint_model(known)) {
    if (problem.message.find("'" + exercise + "'") == std::string::npos) continue;
    all += problem.message + "; " + problem.hint;
  }
  return all;
}

TEST(LintModel, AnExerciseThatMovesHasBandsOfTheModelOfToday) {
  Catalog known = catalog_for_tests();
  EXPECT_EQ(said_of(known, "bird-dog"), "");
  known.bands.at("bird-dog").model = "0";
  EXPECT_EQ(said_of(known, "bird-dog"),
            "the bands of 'bird-dog' are those of model 0, and this is model " +
                catalog_for_tests().bands.at("bird-dog").model +
                "; './dev bands bird-dog' computes them");
  known.bands.erase("bird-dog");
  EXPECT_EQ(said_of(known, "bird-dog"),
            "'bird-dog' has no bands: nothing says how far its figures may be off; "
            "'./dev bands bird-dog' computes them");
}

TEST(LintModel, LeavesOtherFilesToOthers) {
  const auto document = parse_document("p.toml", "sex = \"male\"\n");
  EXPECT_FALSE(lint_model_file(*document, catalog_for_tests()).has_value());
}

}  // namespace
}  // namespace strongback
