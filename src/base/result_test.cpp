#include "base/result.h"

#include <gtest/gtest.h>

namespace strongback {
namespace {

TEST(Problems, SayWhereWhatAndWhatToDo) {
  EXPECT_EQ(to_text(Problem{"a.toml", {3, 7}, "'age' is missing", "write age = 34"}),
            "a.toml:3:7: error: 'age' is missing\n  hint: write age = 34");
  EXPECT_EQ(to_text(Problem{"a.toml", {}, "there is no such file", ""}),
            "a.toml: error: there is no such file");
}

TEST(Problems, ShowControlCharactersOfTheFileHarmlessly) {
  EXPECT_EQ(to_text(Problem{"a\x1b.toml", {1, 1}, "'\n' is no sex", "\x07"}),
            "a\\x1B.toml:1:1: error: '\\x0A' is no sex\n  hint: \\x07");
}

TEST(Problems, StandInTheOrderOfTheFile) {
  Problems problems{{"b", {1, 1}, "1", ""},
                    {"a", {2, 1}, "2", ""},
                    {"a", {1, 9}, "3", ""},
                    {"a", {2, 1}, "4", ""},
                    {"a", {}, "5", ""}};
  sort_by_place(problems);
  std::string order;
  for (const auto& problem : problems) order += problem.message;
  EXPECT_EQ(order, "53241") << "equal places keep the order in which they were found";
}

}  // namespace
}  // namespace strongback
