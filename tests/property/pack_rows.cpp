// Every row of the tables after a set says what the log itself would say, for each example reader.
// The web looks the same rows up: web/tests/rows.test.ts.

#include <gtest/gtest.h>

#include "train/pack_rows_for_tests.h"

namespace strongback {
namespace {

class PackRows : public testing::TestWithParam<const char*> {};

TEST_P(PackRows, AreWhatTheLogWouldSay) {
  LogForTests log(example_for_tests(GetParam()));
  log.plan().on("2026-11-30", "18:30");
  for (int day = 0; day < 3; ++day) {
    log.pain(0, PainWhen::BeforeSession);
    const DayPack pack = make_day_pack(log.state(), log.now(), catalog_for_tests());
    const SessionPack& session = pack.sessions.front();
    for (const PackedLine& line : session.lines) expect_rows_as_lived(log, session, line, 1);
    log.wait(30).train();
    log.next_day(2);
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, PackRows,
                         testing::Values("novice.toml", "experienced.toml", "weak-back.toml",
                                         "chair-only.toml", "small-steps.toml"));

}  // namespace
}  // namespace strongback
