#include "reading/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace strongback {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

/// Every problem of `text` as it is printed; none means that it was read.
std::vector<std::string> problems(std::string_view text) {
  std::vector<std::string> shown;
  if (const auto document = parse_document("f.toml", text); !document) {
    for (const auto& problem : document.error()) shown.push_back(to_text(problem));
  }
  return shown;
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

const Node& only(const Document& document) { return document.root.at(0).node; }

TEST(Document, KeepsEveryKindOfValueWithItsPlace) {
  const auto document = parse_document("f.toml",
                                       "flag = true\nwhole = 7\nnumber = 1.5\ntext = \"t\"\n"
                                       "day = 2026-11-30\ntime = 18:30:00\nlist = [1, 2]\n"
                                       "[table]\n  key = 'v'\n");
  ASSERT_TRUE(document);
  const Table& root = document->root;
  ASSERT_THAT(root, SizeIs(8));
  EXPECT_EQ(std::get<bool>(root[0].node.value), true);
  EXPECT_EQ(std::get<std::int64_t>(root[1].node.value), 7);
  EXPECT_EQ(std::get<double>(root[2].node.value), 1.5);
  EXPECT_EQ(std::get<std::string>(root[3].node.value), "t");
  EXPECT_EQ(std::get<Date>(root[4].node.value), *make_date(2026, 11, 30));
  EXPECT_EQ(std::get<TimeOfDay>(root[5].node.value).minutes, 18 * 60 + 30);
  EXPECT_THAT(std::get<Array>(root[6].node.value), SizeIs(2));
  const Table& table = std::get<Table>(root[7].node.value);
  EXPECT_EQ(table.at(0).key, "key");
  EXPECT_EQ(table.at(0).place.line, 9);
  EXPECT_EQ(table.at(0).place.column, 3);
  EXPECT_EQ(table.at(0).node.place.column, 9);
}

TEST(Document, KeepsTheOrderOfTheFile) {
  const auto document = parse_document("f.toml", "zebra = 1\napple = 2\nmango = 3\n");
  ASSERT_TRUE(document);
  std::vector<std::string> keys;
  for (const auto& entry : document->root) keys.push_back(entry.key);
  EXPECT_THAT(keys, ElementsAre("zebra", "apple", "mango"));
}

TEST(Document, ReadsEmptyTextsByteOrderMarksAndWindowsLines) {
  EXPECT_THAT(problems(""), SizeIs(0));
  EXPECT_THAT(problems("# only a comment"), SizeIs(0));
  EXPECT_THAT(problems("\xEF\xBB\xBF"
                       "a = 1\r\nb = 2\r\n"),
              SizeIs(0));
}

TEST(Document, RefusesWhatIsNotToml) {
  EXPECT_THAT(
      problems("age 34\n"),
      ElementsAre("f.toml:1:5: error: this is not TOML: error while parsing key-value pair: "
                  "expected '=', saw '3'\n"
                  "  hint: text stands in quotes, a list in [ ], one key = value a line"));
  EXPECT_THAT(problems("ok = 1\nage = 1\nage = 2\n"), SizeIs(1));
  EXPECT_THAT(problems("["), SizeIs(1));
  EXPECT_THAT(problems("a = \"never closed\nb = 1\n"), SizeIs(1));
}

TEST(Document, RefusesBytesThatAreNotUtf8AndSaysWhere) {
  EXPECT_THAT(problems("a = 1\nb = \"\xff\"\n"),
              ElementsAre("f.toml:2:6: error: the text is not UTF-8 here\n"
                          "  hint: save the file as UTF-8"));
}

TEST(Document, RefusesControlCharacters) {
  EXPECT_THAT(
      problems(std::string("a = \"\0\"", 7)),
      ElementsAre("f.toml:1:6: error: a control character stands here; this is no text file"));
  EXPECT_THAT(problems("\x7f"
                       "ELF"),
              SizeIs(1));
}

TEST(Document, RefusesLargeTexts) {
  EXPECT_THAT(problems("#" + std::string(kLargestDocument - 1, 'x')), SizeIs(0));
  EXPECT_THAT(problems("#" + std::string(kLargestDocument, 'x')),
              ElementsAre("f.toml: error: the file is larger than 256 KiB"));
}

TEST(Document, RefusesValuesNestedMoreThan16Deep) {
  EXPECT_THAT(problems("a = " + repeated("[", 15) + repeated("]", 15)), SizeIs(0));
  EXPECT_THAT(problems("a = " + repeated("[", 17) + repeated("]", 17)),
              ElementsAre("f.toml:1:21: error: nested more than 16 deep"));
  EXPECT_THAT(problems("[" + repeated("a.", 20) + "a]\n"), SizeIs(1));
}

// Each of these once overflowed a stack, or would have, had the parser seen it.
TEST(Document, NeverShowsTheParserWhatNestsTooDeeply) {
  const std::vector<std::string> refused{"f.toml:1:133: error: nested more than 16 deep"};
  EXPECT_EQ(problems("a = " + repeated("[", 100000)), refused);
  EXPECT_THAT(problems(repeated("a.", 100000) + "a = 1"), SizeIs(1));
  EXPECT_THAT(problems("[" + repeated("a.", 100000) + "a]"), SizeIs(1));
  EXPECT_THAT(problems(repeated("\"=\".", 60000) + "a = 1"), SizeIs(1)) << "quoted keys";
  EXPECT_THAT(problems(repeated("'['.", 60000) + "a = 1"), SizeIs(1)) << "quoted keys";
  EXPECT_THAT(problems(repeated(repeated("a.", 100) + "a={", 128)), SizeIs(1)) << "dots and braces";
  EXPECT_THAT(problems("a = [\"\"\"x\"\"\"\"\", " + repeated("[", 100000)), SizeIs(1))
      << "brackets behind a text that ends in quotes";
  EXPECT_THAT(problems("a = [\"\\\"\", " + repeated("[", 100000)), SizeIs(1))
      << "brackets behind an escaped quote";
}

TEST(Document, BracketsAndDotsInTextsAndCommentsNestNothing) {
  const std::string many = repeated("[{.", 300);
  EXPECT_THAT(problems("a = \"" + many + "\" # " + many + "\nb = '" + many + "'\n"), SizeIs(0));
  EXPECT_THAT(problems("a = \"\"\"\n" + many + "\n\"" + many + "\"\"\"\nb = '''" + many + "'''\n"),
              SizeIs(0));
  EXPECT_THAT(problems("a = [" + repeated("1.5, ", 1000) + "]\n" + repeated("# a. b.\n", 1000)),
              SizeIs(0));
}

TEST(Document, OnlyDaysThatExistAndNoTimesWithDates) {
  EXPECT_THAT(problems("a = 1850-01-01\nb = 2026-11-30T10:00:00\n"),
              ElementsAre("f.toml:1:5: error: there is no such day between 1900 and 2200",
                          "f.toml:2:5: error: a date with a time does not fit here\n"
                          "  hint: write the date alone, such as 2026-11-30"));
  EXPECT_THAT(problems("a = 2026-02-30\n"), SizeIs(1));
}

// U+03FB reached an `unreachable` of the parser when it was compiled from headers alone.
TEST(Document, LettersOutsideAsciiAreNoCrash) {
  EXPECT_THAT(problems("\xCF\xBB = 1\n"), SizeIs(1));
  EXPECT_THAT(problems("a = \"\xCF\xBB\"\n"), SizeIs(0));
}

TEST(Document, KeepsNumbersThatAreNone) {
  const auto document = parse_document("f.toml", "a = nan\n");
  ASSERT_TRUE(document);
  EXPECT_NE(std::get<double>(only(*document).value), std::get<double>(only(*document).value));
}

class ReadDocument : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  static std::string problem(const std::string& path) {
    const auto document = read_document(path);
    return document ? "" : to_text(document.error().at(0));
  }

  std::filesystem::path folder_ = ::testing::TempDir() + "/strongback_document_test";
};

TEST_F(ReadDocument, ReadsAFile) {
  std::ofstream(path("a.toml")) << "a = 1\n";
  const auto document = read_document(path("a.toml"));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->file, path("a.toml"));
  EXPECT_EQ(std::get<std::int64_t>(only(*document).value), 1);
}

TEST_F(ReadDocument, SaysWhyAFileCannotBeRead) {
  EXPECT_EQ(problem(path("none.toml")), path("none.toml") + ": error: there is no such file");
  EXPECT_EQ(problem(""), ": error: there is no such file");
  EXPECT_EQ(problem(folder_.string()), folder_.string() + ": error: this is a folder, not a file");
  std::ofstream(path("big.toml")) << std::string(kLargestDocument + 1, ' ');
  EXPECT_EQ(problem(path("big.toml")),
            path("big.toml") + ": error: the file is larger than 256 KiB");
}

TEST_F(ReadDocument, ReadsNoMoreThanItMay) {
  EXPECT_EQ(problem("/dev/zero"), "/dev/zero: error: the file is larger than 256 KiB");
}

}  // namespace
}  // namespace strongback
