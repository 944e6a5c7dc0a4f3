// A motion or posture file: whatever the bytes, a whole motion or problems that say
// something; and its mirror image's mirror image is itself.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalog_once.h"
#include "movement/read_motion.h"

namespace {

using namespace strongback;

const BodyTables& tables_once() {
  static const BodyTables tables = [] {
    auto read = read_body_tables(STRONGBACK_SOURCE_DIR "/data/body");
    check_refusal(read);
    if (!read) std::abort();
    return std::move(*read);
  }();
  return tables;
}

void must(bool holds) {
  if (!holds) std::abort();
}

void check_motion(const Checked<Motion>& motion) {
  check_refusal(motion);
  if (!motion) return;
  const BodyTables& tables = tables_once();
  must(!motion->keyframes.empty() && !motion->supports.empty());
  must(motion->give.size() == tables.coordinates.size());
  for (const Keyframe& keyframe : motion->keyframes) {
    must(keyframe.angles.size() == tables.coordinates.size());
    must(keyframe.stands.size() == motion->supports.size());
    for (const double angle : keyframe.angles) must(std::isfinite(angle));
  }
  must(motion->keyframes.back().time_s <= 60.0);
  must(mirrored(mirrored(*motion, tables), tables) == *motion);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = parse_document("one_arm_row_bench.motion.toml", text);
  if (!document) return 0;
  check_motion(read_motion(*document, tables_once()));
  check_motion(read_pose(*document, tables_once()));
  return 0;
}
