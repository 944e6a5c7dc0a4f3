#include <fmt/format.h>

#include <algorithm>
#include <numbers>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;
constexpr std::size_t kMostAngles = 4;
constexpr std::size_t kColumnsOfAngle = 11;  // [column] with its gap
constexpr std::size_t kColumnsOfRest = 42;   // [column]

/// The angles that change most over the frames, the widest first; still ones are left out.
std::vector<std::size_t> moving_angles(const std::vector<FrameRow>& frames, std::size_t most) {
  constexpr double kStill = 1.0 / kDegrees;  // [rad]
  std::vector<std::pair<double, std::size_t>> ranges;
  for (std::size_t i = 0; i < frames.front().angles.size(); ++i) {
    const auto [low, high] = std::minmax_element(
        frames.begin(), frames.end(),
        [&](const FrameRow& a, const FrameRow& b) { return a.angles[i] < b.angles[i]; });
    const double range = high->angles[i] - low->angles[i];
    if (range > kStill) ranges.emplace_back(range, i);
  }
  std::stable_sort(ranges.begin(), ranges.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> angles;
  for (const auto& [range, i] : ranges) {
    if (angles.size() < most) angles.push_back(i);
  }
  return angles;
}

/// "right elbow flexion °" for "elbow_flexion_r".
std::string angle_head(std::string name) {
  std::string side;
  if (name.ends_with("_r")) side = "right ";
  if (name.ends_with("_l")) side = "left ";
  if (!side.empty()) name.resize(name.size() - 2);
  std::replace(name.begin(), name.end(), '_', ' ');
  return fmt::format("{}{}{}°", side, name, kUnbroken);
}

}  // namespace

void write_frames(Page& page, const ExerciseAnswer& answer, const BodyTables& tables,
                  const AnswerStyle& style) {
  if (answer.frames.empty()) return;
  const Units units = style.person->units;
  const std::size_t room = page.width() > kColumnsOfRest ? page.width() - kColumnsOfRest : 0;
  const auto angles = moving_angles(answer.frames, std::min(kMostAngles, room / kColumnsOfAngle));
  const std::string unit = force_unit(units);
  page.heading("Instant by instant");
  std::vector<Column> columns = {
      {"Time s", true}, {"L5/S1 " + unit, true}, {"L4/L5 " + unit, true}, {"Shear " + unit, true}};
  for (const std::size_t i : angles) {
    columns.push_back({angle_head(tables.coordinates.at(i).name), true, true});
  }
  std::vector<Row> rows;
  for (const FrameRow& frame : answer.frames) {
    std::vector<std::string> cells = {fmt::format("{:.2f}", frame.time_s)};
    for (const double force :
         {frame.compression_N[0], frame.compression_N[kL4L5], frame.shear_N[kL4L5]}) {
      cells.push_back(force_number(force, units));
    }
    for (const std::size_t i : angles) cells.push_back(plain(frame.angles[i] * kDegrees, 0));
    rows.push_back({cells, {}});
  }
  page.table(columns, rows, 2);
  page.blank();
  page.paragraph(
      "Compression of the two lowest discs, shear of L4/L5, and the angles that change most. "
      "'--out FILE.csv' writes everything.",
      2, Ink::Dim);
}

}  // namespace strongback
