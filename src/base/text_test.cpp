#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace strongback {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Text, NothingFromAFileSteersATerminal) {
  EXPECT_EQ(printable("caf\xc3\xa9"), "caf\xc3\xa9");
  EXPECT_EQ(printable("a\x1b[31m\n\x7f"), "a\\x1B[31m\\x0A\\x7F");
  EXPECT_EQ(printable("\xc2\x9b"), "\\xC2\\x9B") << "C1 controls steer terminals, too";
  EXPECT_EQ(printable("\xff\xe2\x82"), "\\xFF\\xE2\\x82");
}

TEST(Text, KnowsUtf8) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("\xe2\x82\xac \xf0\x9f\x8f\x8b \xed\x9f\xbf \xf4\x8f\xbf\xbf"));
  EXPECT_FALSE(is_utf8("\xc0\x80")) << "overlong";
  EXPECT_FALSE(is_utf8("\xe0\x80\x80")) << "overlong";
  EXPECT_FALSE(is_utf8("\xed\xa0\x80")) << "half of a surrogate pair";
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80")) << "above the last code point";
  EXPECT_FALSE(is_utf8("\x80"));
  EXPECT_EQ(first_bad_utf8("ab\xffz"), 2U);
  EXPECT_EQ(first_bad_utf8("ab\xe2\x82"), 2U) << "cut short";
  EXPECT_EQ(first_bad_utf8("abc"), 3U);
}

TEST(Text, FindsTheNearestWord) {
  const std::vector<std::string> words{"equipment", "exercise", "age", "sex"};
  EXPECT_EQ(nearest("equipmnet", words), "equipment") << "two letters changed places";
  EXPECT_EQ(nearest("EQUIPMENT", words), "equipment");
  EXPECT_EQ(nearest("excercise", words), "exercise");
  EXPECT_EQ(nearest("aeg", words), "age");
  EXPECT_EQ(nearest("banana", words), "");
  EXPECT_EQ(nearest(std::string(65, 'a'), words), "");
  EXPECT_EQ(nearest("age", {}), "");
}

TEST(Text, SuggestsOrLists) {
  EXPECT_EQ(suggestion("mael", {"female", "male"}), "did you mean 'male'?");
  EXPECT_EQ(suggestion("banana", {"female", "male"}), "it is one of: female, male");
  EXPECT_EQ(suggestion("banana", {}), "");
  EXPECT_EQ(suggestion("banana", std::vector<std::string>(13, "x")), "") << "too long a list";
}

TEST(Text, ListsJoinsSplitsAndTrims) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(joined({"a", "b"}, "; "), "a; b");
  EXPECT_THAT(split("a,b,,c", ','), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(split("", ','), IsEmpty());
  EXPECT_EQ(trimmed(" \ta b\t "), "a b");
  EXPECT_EQ(trimmed(" \t"), "");
}

TEST(Text, CountsAndCapitalizes) {
  EXPECT_EQ(counted(1, "set"), "1 set");
  EXPECT_EQ(counted(0, "set"), "0 sets");
  EXPECT_EQ(counted(3, "set"), "3 sets");
  EXPECT_EQ(capitalized("bird dog"), "Bird dog");
  EXPECT_EQ(capitalized(""), "");
  EXPECT_EQ(lower("Bird DOG \xc3\x89"), "bird dog \xc3\x89") << "ASCII only";
}

TEST(Text, ShowsNumbersPlainly) {
  EXPECT_EQ(plain(7.5), "7.5");
  EXPECT_EQ(plain(8.0), "8");
  EXPECT_EQ(plain(0.333333), "0.33");
  EXPECT_EQ(plain(100.0, 0), "100") << "zeros before the point stay";
  EXPECT_EQ(plain(-0.001), "0");
  EXPECT_EQ(plain(-0.4, 0), "0");
  EXPECT_EQ(plain(-2.5), "-2.5");
}

TEST(Text, WrapsAtSpaces) {
  EXPECT_THAT(wrapped("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("a incomprehensible b", 5), ElementsAre("a", "incomprehensible", "b"));
  EXPECT_THAT(wrapped("  a   b ", 10), ElementsAre("a b"));
  EXPECT_THAT(wrapped("", 10), IsEmpty());
  EXPECT_EQ(width("caf\xc3\xa9"), 4U);
  EXPECT_THAT(wrapped("\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", 5),
              ElementsAre("\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9"));
}

TEST(MarkupEscaped, ShowsEverythingLetterByLetter) {
  EXPECT_EQ(markup_escaped("<b a=\"x\">&'\x1b"), "&lt;b a=&quot;x&quot;&gt;&amp;&#39;\\x1B");
}

}  // namespace
}  // namespace strongback
