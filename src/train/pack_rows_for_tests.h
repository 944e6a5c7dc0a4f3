#pragma once

#include <gtest/gtest.h>

#include "train/log_for_tests.h"
#include "train/session_pack.h"

namespace strongback {

/// The log with the table's earlier sets and the row's set, at the moments that the table takes.
inline LogForTests lived(LogForTests log, const Today& today, const AfterSetTable& table,
                         const SetDone& last) {
  log.add(SessionStarted{today.planned});
  for (const SetDone& set : table.earlier) {
    log.wait(3);
    log.add(set);
  }
  log.wait(3);
  log.add(last);
  return log;
}

/// Every `stride`th row of the line's tables says what the log would say.
inline void expect_rows_as_lived(const LogForTests& log, const SessionPack& pack,
                                 const PackedLine& line, int stride) {
  int row = 0;
  for (const AfterSetTable& table : line.after) {
    for (const bool hurts : {false, true}) {
      for (int reps = 0; reps <= table.most_reps; ++reps) {
        for (int reserve = 0; reserve < kReserves; ++reserve) {
          if (++row % stride != 0) continue;
          SetDone set;
          set.exercise = line.line.planned.id;
          set.load = table.load;
          set.reps = reps;
          if (reserve <= kMostReserveAsked) set.reserve = reserve;
          if (hurts) set.pain = pack.hurts_above + 1;
          const LogForTests after = lived(log, pack.today, table, set);
          const auto state = after.state();
          const Today today = make_today(state, log.now(), catalog_for_tests(), SessionStart::Now);
          for (const TodayLine& now : today.lines) {
            if (now.planned.id != set.exercise) continue;
            const NextSet next = next_set_of(now, today, state, catalog_for_tests());
            const AfterSet& said = table.after(hurts, reps, set.reserve);
            EXPECT_EQ(said.load, next.load) << set.exercise << " " << reps << " " << reserve;
            EXPECT_EQ(said.load_text, next.load_text);
            EXPECT_EQ(said.why, next.why);
          }
        }
      }
    }
  }
}

}  // namespace strongback
