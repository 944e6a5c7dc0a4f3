#include "app/lint_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/document.h"

namespace strongback {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = *read_catalog(STRONGBACK_SOURCE_DIR "/data");
  return kCatalog;
}

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
  return lint_model_file(*document, catalog()).value_or(Problems{{"", {}, "not of the model", ""}});
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

TEST(LintModel, LeavesOtherFilesToOthers) {
  const auto document = parse_document("p.toml", "sex = \"male\"\n");
  EXPECT_FALSE(lint_model_file(*document, catalog()).has_value());
}

}  // namespace
}  // namespace strongback
