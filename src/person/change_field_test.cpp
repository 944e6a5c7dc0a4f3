#include "person/change_field.h"

#include "person/person_for_tests.h"

namespace strongback {
namespace {

const std::string kText =
    "# Maya\nsex = \"female\"\nage = 34  # in May\n\n[equipment]\nhave = [\"chair\",\n  \"mat\"]  "
    "# both\n"
    "dumbbells = [\"2 x 3 kg\"]\n\n[body]\nsleep_h = 7\n";

std::string changed(std::string_view key, std::string_view value) {
  const auto text = change_field(kText, key, value);
  EXPECT_TRUE(text) << text.error();
  return text.value_or("");
}

TEST(ChangeField, ReplacesAValueAndKeepsTheRest) {
  EXPECT_THAT(changed("age", "35"), testing::HasSubstr("age = 35 # in May\n\n[equipment]"));
  EXPECT_THAT(changed("equipment.dumbbells", "[\"2 x 5 kg\"]"),
              testing::HasSubstr("# both\ndumbbells = [\"2 x 5 kg\"]\n\n[body]"));
  EXPECT_THAT(changed("equipment.have", "[\"bench\"]"),
              testing::HasSubstr("have = [\"bench\"] # both\ndumbbells"));
}

TEST(ChangeField, AddsAKeyToItsTable) {
  EXPECT_THAT(changed("body.can_use_floor", "false"),
              testing::HasSubstr("[body]\nsleep_h = 7\ncan_use_floor = false\n"));
  EXPECT_THAT(changed("mass", "64 kg"),
              testing::HasSubstr("# in May\nmass = \"64 kg\"\n\n[equipment]"));
}

TEST(ChangeField, AddsATable) {
  EXPECT_THAT(changed("preferences.liked", "[\"bird-dog\"]"),
              testing::EndsWith("sleep_h = 7\n\n[preferences]\nliked = [\"bird-dog\"]\n"));
}

TEST(ChangeField, ReadsBackAsIntended) {
  for (const char* key : {"age", "equipment.dumbbells", "equipment.have", "body.sleep_h", "name"}) {
    const auto text = change_field(kText, key, "\"x\"");
    ASSERT_TRUE(text);
    EXPECT_TRUE(parse_document("p.toml", *text)) << *text;
  }
}

TEST(ChangeField, RefusesWhatIsNoKey) {
  EXPECT_FALSE(change_field(kText, "", "1"));
  EXPECT_FALSE(change_field(kText, "a.b.c", "1"));
  EXPECT_FALSE(change_field(kText, "a b", "1"));
  EXPECT_FALSE(change_field(kText, "age", " "));
}

}  // namespace
}  // namespace strongback
