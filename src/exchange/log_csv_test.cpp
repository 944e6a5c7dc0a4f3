#include "exchange/log_csv.h"

#include <gmock/gmock.h>

namespace strongback {
namespace {

TEST(LogCsv, SaysOnlyWhatWasSaidAndIsNoFormula) {
  TrainingState state;
  const Moment when = *parse_moment("2026-11-30T18:30+01:00");
  LoggedSet loaded, held;
  loaded.when = held.when = when;
  loaded.set = {"one-arm-row-bench", 10, 0, 0, kilograms(12.5), "=1+1", 2, 0, ""};
  held.set = {"plank-knee", 1, 20, 0, {}, "light, \"red\"", {}, {}, "hevy"};
  state.diary[local_date(when)].sets = {loaded, held};
  EXPECT_EQ(log_csv(state),
            "time,exercise,reps,duration_s,distance_m,load_kg,band,reserve,pain,source\n"
            "2026-11-30T18:30:00+01:00,one-arm-row-bench,10,,,12.500,'=1+1,2,0,\n"
            "2026-11-30T18:30:00+01:00,plank-knee,1,20,,,\"light, \"\"red\"\"\",,,hevy\n");
}

}  // namespace
}  // namespace strongback
