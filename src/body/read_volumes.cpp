// The body's outside, for pictures.
#include <fmt/format.h>

#include "body/readers.h"

namespace strongback {
namespace {

constexpr Range kRadii{0.001, 0.3, "m"};

/// A ball as the file names it: the right one of a pair.
Ball read_ball(Fields& fields, const BodyTables& tables) {
  Ball ball;
  const Placed segment = fields.need_placed("on", 30);
  ball.segment = sided_segment(tables, segment.text, 'r');
  ball.at = need_point(fields, "at_m");
  ball.radius = fields.need_number("radius_m", kRadii);
  fields.finish();
  if (!has_segment(tables, ball.segment)) {
    fields.problem(segment.place, fmt::format("'{}' is no segment", segment.text));
  }
  return ball;
}

Volume left_of(Volume volume) {
  if (volume.part.ends_with("_r")) volume.part.back() = 'l';
  for (Ball& ball : volume.balls) {
    if (ball.segment.ends_with("_r")) ball.segment.back() = 'l';
    ball.at = mirrored(ball.at);
  }
  return volume;
}

}  // namespace

void read_volumes(Fields& file, BodyTables& tables) {
  for (Fields& fields : file.find_tables("volume")) {
    const bool paired = fields.find_flag("paired").value_or(false);
    Volume volume;
    volume.part = fields.need_text("part", 30);
    const auto hand = fields.find_choice("hand", {"open", "closed"});
    if (hand) volume.hand = *hand == 0 ? HandShape::Open : HandShape::Closed;
    for (Fields& ball : fields.find_tables("balls")) {
      volume.balls.push_back(read_ball(ball, tables));
    }
    if (volume.balls.empty()) fields.problem(fields.place(), "a volume needs at least one ball");
    fields.finish();
    if (paired) tables.volumes.push_back(left_of(volume));
    tables.volumes.push_back(std::move(volume));
  }
}

}  // namespace strongback
