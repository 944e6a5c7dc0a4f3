#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "train/hurt_answer.h"
#include "train/today.h"

namespace strongback {

// A session as tables, so that an app can lead it without asking: whatever the person says, the
// answer stands here.  Each entry is what the log's own functions would answer.

/// What comes after a set.
struct AfterSet {
  std::optional<Mass> load;
  std::string load_text;
  std::string why;  ///< what the set changed; empty: nothing
  bool operator==(const AfterSet&) const = default;
};

inline constexpr int kMostReserveAsked = 5;              ///< "5 or more"
inline constexpr int kReserves = kMostReserveAsked + 2;  ///< 0 to 5, and not said

/// What comes after one set of a line, for every outcome.
struct AfterSetTable {
  std::vector<SetDone> earlier;  ///< of the line, as taken for granted; those done first
  std::optional<Mass> load;      ///< with which the set is done
  int most_reps = 0;             ///< more are looked up as this many
  std::vector<AfterSet> outcomes;
  /// Into `outcomes`, by [hurts][reps][reserve]: hurts 0 or 1 (more than is allowed for, see
  /// SessionPack::hurts_above), reps 0 to most_reps, reserve 0 to 5, then "not said".
  std::vector<std::size_t> rows;
  [[nodiscard]] const AfterSet& after(bool hurts, int reps, std::optional<int> reserve) const;
};

/// A line with what comes after each of its sets.
struct PackedLine {
  TodayLine line;
  std::vector<AfterSetTable> after;  ///< empty where nothing changes between sets
};

/// What a yes to a screening question changes.
struct FlagRow {
  std::string question;  ///< id
  DayKind kind = DayKind::Session;
  std::vector<std::string> triage;
  bool operator==(const FlagRow&) const = default;
};

/// One state of the day: all that follows while nothing but sets is logged.
struct SessionPack {
  Today today;
  int hurts_above = 0;         ///< pain in a set above this counts as hurting
  std::vector<FlagRow> flags;  ///< of the yes-or-no questions that are due
  std::vector<PackedLine> lines;
  /// By line: what may take its place today, best first, as it would then be.
  std::vector<std::vector<PackedLine>> stand_ins;
};

/// Answers to "it hurts", by [pain 0 to 10][site: not said, then the words of Site][sharp][numb].
struct HurtTable {
  std::vector<HurtAnswer> answers;
  std::vector<std::size_t> rows;
  [[nodiscard]] const HurtAnswer& at(const PainReported& report) const;
};

/// A day on which the person may train.
struct DayPack {
  bool asks_pain = false;             ///< no pain was said on this day: it picks the session
  bool asks_morning = false;          ///< what is asked is the pain of the morning after training
  std::vector<SessionPack> sessions;  ///< those that pain before the session tells apart
  std::array<std::size_t, 11> by_pain{};  ///< 0 to 10 -> `sessions`; all 0 when it was said
  HurtTable hurts;
};

/// The day at `now`, as far as `state` knows.
DayPack make_day_pack(const TrainingState& state, const Moment& now, const Catalog& catalog);

/// The day at `now`, should the person say that this is a flare with as much pain as they last
/// said.
SessionPack make_flare_pack(const TrainingState& state, const Moment& now, const Catalog& catalog);

}  // namespace strongback
