#include "exchange/read_rival_catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/json_tree.h"
#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> problems_in(const std::string& text) {
  const auto read = read_rival_catalog("c.json", text, catalog_for_tests());
  std::vector<std::string> lines;
  if (read) return {"none"};
  for (const Problem& problem : read.error()) lines.push_back(to_text(problem));
  return lines;
}

constexpr const char* kRow =
    R"({"id": "Row_X", "name": "Row X", "force": null, "level": "beginner", "mechanic": "compound",
 "equipment": "barbell", "primaryMuscles": ["middle back"], "secondaryMuscles": ["biceps", "lats"],
 "instructions": ["Pull."], "category": "strength", "images": []})";

constexpr const char* kLift =
    R"({"id": 7, "uuid": "u", "category": {"id": 12, "name": "Back"},
 "muscles": [{"id": 12, "name": "Latissimus dorsi", "name_en": "Lats", "is_front": false}],
 "muscles_secondary": [{"id": 16, "name": "Erector spinae", "name_en": "Lower back"}],
 "equipment": [], "variation_group": null, "translations": [
  {"id": 1, "language": 1, "name": "Ziehen", "aliases": []},
  {"id": 2, "language": 2, "name": "Lifts", "aliases": [{"id": 1, "alias": "Big pull"}]}]})";

TEST(JsonTree, KeepsValuesAndPlaces) {
  const auto root = parse_json("c.json", "{\n  \"a\": [1, \"t\\\"wo\", true],\n  \"b\": null }");
  ASSERT_TRUE(root);
  const auto& table = std::get<Table>(root->value);
  ASSERT_EQ(table.size(), 1u);  // null is as good as absent
  EXPECT_EQ(table[0].place.line, 2);
  EXPECT_EQ(table[0].place.column, 3);
  const auto& list = std::get<Array>(table[0].node.value);
  EXPECT_EQ(std::get<std::int64_t>(list[0].value), 1);
  EXPECT_EQ(std::get<std::string>(list[1].value), "t\"wo");
  EXPECT_EQ(list[1].place.column, 12);
  EXPECT_EQ(list[2].place.column, 21);
}

TEST(JsonTree, RefusesWhatIsTooDeep) {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
  };
  EXPECT_TRUE(parse_json("c.json", nested(kDeepestJson)));
  const auto deep = parse_json("c.json", nested(100'000));
  ASSERT_FALSE(deep);
  EXPECT_EQ(
      to_text(deep.error().front()),
      "c.json:1:33: error: more than 32 objects and lists in each other\n  hint: a catalog of "
      "exercises needs 6 at most");
}

TEST(JsonTree, SaysWhereTheTextStopsBeingJson) {
  const auto broken = parse_json("c.json", "{\n \"a\": [1,,2]}");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().front().place.line, 2);
  EXPECT_EQ(broken.error().front().place.column, 10);
  EXPECT_FALSE(parse_json("c.json", ""));
  EXPECT_FALSE(parse_json("c.json", "[1] 2"));
  EXPECT_FALSE(parse_json("c.json", "[\"\xff\"]"));
  EXPECT_FALSE(parse_json("c.json", "[1e999]"));
}

TEST(JsonTree, RefusesAKeyThatStandsTwice) {
  const auto twice = parse_json("c.json", "{\"a\": 1, \"a\": 2}");
  ASSERT_FALSE(twice);
  EXPECT_EQ(to_text(twice.error().front()), "c.json:1:10: error: 'a' stands twice in this object");
}

TEST(RivalCatalog, ReadsOneExerciseOrAListOfFreeExerciseDb) {
  for (const std::string& text : {std::string(kRow), "[" + std::string(kRow) + "]"}) {
    const auto read = read_rival_catalog("c.json", text, catalog_for_tests());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->words->rival, "free-exercise-db");
    ASSERT_EQ(read->exercises.size(), 1u);
    EXPECT_EQ(read->exercises[0].id, "Row_X");
    EXPECT_THAT(read->exercises[0].names, ElementsAre("Row X"));
    EXPECT_THAT(read->exercises[0].primary, ElementsAre("middle back"));
    EXPECT_THAT(read->exercises[0].secondary, ElementsAre("biceps", "lats"));
  }
}

TEST(RivalCatalog, ReadsAPageOrAListOfWger) {
  const std::string list = "[" + std::string(kLift) + "]";
  for (const std::string& text :
       {list, R"({"count": 1, "next": null, "previous": null, "results": )" + list + "}",
        std::string(kLift)}) {
    const auto read = read_rival_catalog("c.json", text, catalog_for_tests());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->words->rival, "wger");
    ASSERT_EQ(read->exercises.size(), 1u);
    const RivalExercise& lift = read->exercises[0];
    EXPECT_EQ(lift.name, "Lifts");  // the English one
    EXPECT_THAT(lift.names, ElementsAre("Lifts", "Ziehen", "Big pull"));
    EXPECT_THAT(lift.primary, ElementsAre("Latissimus dorsi"));
    EXPECT_THAT(lift.secondary, ElementsAre("Erector spinae"));
  }
}

TEST(RivalCatalog, NamesEveryMistakeWithItsPlace) {
  EXPECT_THAT(
      problems_in(R"([{"id": "A", "primaryMuscles": ["lower bak", 3]},
 {"id": 4, "name": "B", "primaryMuscles": "lats"}, 5])"),
      ElementsAre("c.json:1:2: error: 'name' is missing",
                  "c.json:1:33: error: 'lower bak' is no muscle of free-exercise-db\n  "
                  "hint: did you mean 'lower back'?",
                  "c.json:1:46: error: 'primaryMuscles' holds texts in quotes, not a whole "
                  "number",
                  "c.json:2:9: error: 'id' must be a text in quotes, not a whole number",
                  "c.json:2:43: error: 'primaryMuscles' must be a list of texts, not a text\n  "
                  "hint: write it such as [\"one\", \"two\"]",
                  "c.json:2:52: error: an exercise must be an object"));
}

TEST(RivalCatalog, NamesMistakesOfWgerInWordsOfJson) {
  EXPECT_THAT(
      problems_in(R"({"results": [{"id": "x", "muscles": {"a": 1}, "translations": [null]}]})"),
      ElementsAre("c.json:1:21: error: 'id' must be a whole number from 1 to 2000000000",
                  "c.json:1:37: error: 'muscles' must be a list of objects",
                  "c.json:1:64: error: 'name' is missing"));
}

TEST(RivalCatalog, RefusesWhatIsNeither) {
  for (const char* text :
       {"[]", "{}", "3", "null", "[[]]", R"({"results": []})", R"([{"a": 1}])"}) {
    const auto problems = problems_in(text);
    ASSERT_EQ(problems.size(), 1u) << text;
    EXPECT_THAT(problems[0], testing::HasSubstr("this is no catalog that can be scored")) << text;
  }
}

TEST(RivalWords, NameOnlyWhatTheCatalogHas) {
  ASSERT_EQ(catalog_for_tests().rivals.size(), 3u);
  EXPECT_EQ(find_rival(catalog_for_tests(), "free-exercise-db")->words.size(), 17u);
  EXPECT_EQ(find_rival(catalog_for_tests(), "wger")->words.size(), 16u);
  EXPECT_EQ(find_rival(catalog_for_tests(), "nobody"), nullptr);
  for (const RivalWords& rival : catalog_for_tests().rivals) {
    for (const RivalWords::Match& match : rival.matches)
      EXPECT_THAT(match.names, testing::Not(IsEmpty()));
  }
}

}  // namespace
}  // namespace strongback
