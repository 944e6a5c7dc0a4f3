// docs/movement.md says what the readers and the tables of the body say.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "movement/read_motion.h"
#include "movement/readers.h"
#include "movement/surfaces.h"

namespace strongback {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;

const BodyTables& real() {
  static const BodyTables tables = [] {
    auto read = read_body_tables(STRONGBACK_SOURCE_DIR "/data/body");
    for (const Problem& problem : read ? Problems{} : read.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return read.value();
  }();
  return tables;
}

const std::string& page() {
  static const std::string text = [] {
    std::ostringstream all;
    all << std::ifstream(STRONGBACK_SOURCE_DIR "/docs/movement.md").rdbuf();
    return all.str();
  }();
  return text;
}

/// The first `columns` cells of each row of the table under the heading.
std::vector<std::string> rows_under(const std::string& heading, std::size_t columns) {
  std::istringstream lines(page().substr(std::min(page().find(heading), page().size())));
  std::vector<std::string> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ") && line + "\n" != heading) break;
    if (!line.starts_with("| `")) continue;
    std::size_t end = 0;
    for (std::size_t i = 0; i <= columns; ++i) end = line.find('|', end) + 1;
    rows.push_back(line.substr(0, end));
  }
  return rows;
}

/// "pelvis_tilt", and "" for `sides`; for the right one of a pair the name of both.
struct Row {
  std::string name, sides;
};

std::optional<Row> row_of(const std::string& name) {
  if (name.ends_with("_l")) return std::nullopt;
  if (!name.ends_with("_r")) return Row{name, "  "};
  return Row{name.substr(0, name.size() - 2), " `_r` `_l` "};
}

TEST(MovementPage, ListsEveryJointAngleWithItsRange) {
  std::vector<std::string> expected;
  for (const Coordinate& one : real().coordinates) {
    const auto row = row_of(one.name);
    if (!row) continue;
    expected.push_back(fmt::format("| `{}` | {} to {} |{}|", row->name, plain(one.low / kDegree),
                                   plain(one.high / kDegree), row->sides));
  }
  EXPECT_THAT(rows_under("## Joint angles\n", 3), ElementsAreArray(expected));
}

TEST(MovementPage, ListsEveryPartOfTheBody) {
  std::vector<std::string> expected;
  for (const Patch& one : real().patches) {
    const auto row = row_of(one.name);
    if (row) expected.push_back(fmt::format("| `{}` |{}|", row->name, row->sides));
  }
  EXPECT_THAT(rows_under("## Parts of the body\n", 2), ElementsAreArray(expected));
}

TEST(MovementPage, NamesEveryKindOfSurfaceAndTheReferenceStature) {
  for (std::size_t i = 1; i < surface_words().size(); ++i) {
    EXPECT_THAT(page(), HasSubstr("`" + surface_words()[i] + "`"));
  }
  EXPECT_THAT(page(), HasSubstr(fmt::format("{:.2f} m", real().numbers.at("reference.height_m"))));
}

TEST(MovementPage, ItsExamplesAreRead) {
  const std::string fence = "```toml\n";
  int motions = 0, poses = 0;
  for (std::size_t at = page().find(fence); at != std::string::npos; at = page().find(fence, at)) {
    at += fence.size();
    const std::string text = page().substr(at, page().find("```", at) - at);
    const bool is_motion = text.find("exercise =") != std::string::npos;
    const auto document = parse_document("one_arm_row_bench.motion.toml", text);
    ASSERT_TRUE(document.has_value());
    const auto read = is_motion ? read_motion(*document, real()) : read_pose(*document, real());
    for (const Problem& problem : read ? Problems{} : read.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    (is_motion ? motions : poses) += 1;
    at = page().find("```", at) + 3;
  }
  EXPECT_EQ(motions, 1);
  EXPECT_EQ(poses, 1);
}

TEST(RealMotions, AreReadAndAreTheMirrorImagesOfTheirMirrorImages) {
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(STRONGBACK_SOURCE_DIR "/data")) {
    const std::string path = entry.path().string();
    const bool is_pose = path.ends_with(".pose.toml");
    if (!is_pose && !path.ends_with(".motion.toml")) continue;
    const auto document = read_document(path);
    ASSERT_TRUE(document.has_value()) << path;
    const auto motion = is_pose ? read_pose(*document, real()) : read_motion(*document, real());
    for (const Problem& problem : motion ? Problems{} : motion.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    if (!motion) continue;
    EXPECT_EQ(mirrored(mirrored(*motion, real()), real()), *motion) << path;
  }
}

TEST(RealMotions, EveryAngleMayStandAtTheEndOfItsRange) {
  for (const Coordinate& one : real().coordinates) {
    for (const double end : {one.low, one.high}) {
      const std::string text = fmt::format(
          "schema = 1\n[[support]]\npart = \"foot\"\non = \"floor\"\n[[keyframe]]\n"
          "angles_deg = {{ {} = {} }}\n",
          one.name, plain(end / kDegree));
      EXPECT_TRUE(read_pose(parse_document("end.toml", text).value(), real()).has_value()) << text;
    }
  }
}

}  // namespace
}  // namespace strongback
