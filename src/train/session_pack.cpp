#include "train/session_pack.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "plan/prescribe.h"
#include "train/program_due.h"
#include "train/stand_ins.h"

namespace strongback {
namespace {

constexpr int kMostPain = 10;
constexpr int kRepsAbove = 8;  // as far above the wished repetitions as rows go
constexpr std::chrono::minutes kBetweenSets{3};
constexpr std::size_t kMostStandIns = 3;

std::size_t index_of(int number) { return static_cast<std::size_t>(number); }

int hurts_above(const Today& today, const Catalog& catalog) {
  return std::max(today.person.pain.now,
                  static_cast<int>(catalog.rules.number("calibration", "pain")));
}

/// A line as some course of earlier sets left it.
struct Situation {
  TodayLine line;
  StrengthBelief belief;
  Moment at;
};

int changes_of(const std::vector<LoggedSet>& done) {
  int changes = 0;
  for (std::size_t i = 1; i < done.size(); ++i)
    changes += done[i].set.load != done[i - 1].set.load ? 1 : 0;
  return changes;
}

/// Makes the tables of a line: for every situation that its sets can lead to, one set on.
class AfterSets {
 public:
  AfterSets(const Today& today, TrainingState& trial, const Catalog& catalog)
      : today_(today), trial_(trial), catalog_(catalog), above_(hurts_above(today, catalog)) {}

  std::vector<AfterSetTable> tables_of(const TodayLine& line) {
    std::vector<AfterSetTable> tables;
    if (!line.planned.load || !line.planned.reps) return tables;
    // Situations that differ only in how they came about share a table.
    std::set<std::tuple<std::size_t, double, int>> seen;
    std::vector<Situation> open{{line, trial_.belief, today_.now}};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const Situation now = open[i];
      if (now.line.sets_left() < 2) continue;
      const NextSet next = next_of(now);
      const double load = in_kilograms(next.load.value_or(Mass{}));
      if (!seen.emplace(now.line.done.size(), load, changes_of(now.line.done)).second) continue;
      tables.push_back(table_of(now, next, open));
    }
    return tables;
  }

 private:
  NextSet next_of(const Situation& now) {
    trial_.belief = now.belief;
    return next_set_of(now.line, today_, trial_, catalog_);
  }

  /// `before` and one more set, learned from as the log does.
  Situation after_set(const Situation& before, const SetDone& set) const {
    Situation after = before;
    const Exercise* exercise = find_exercise(catalog_, set.exercise);
    after.at.at += kBetweenSets;
    const int earlier = static_cast<int>(before.line.done.size());
    learn(after.belief, {exercise, set.load, set.reps, set.reserve, earlier, after.at.at});
    after.line.done.push_back({"", after.at, set, exercise});
    return after;
  }

  SetDone set_of(const Situation& now, const NextSet& next, int reps, int reserve) const {
    SetDone set;
    set.exercise = now.line.planned.id;
    set.load = next.load;
    set.reps = reps;
    if (reserve <= kMostReserveAsked) set.reserve = reserve;
    return set;
  }

  /// How far an outcome is from what is planned; the nearest one stands for all that lead on alike.
  static int distance(const PlannedExercise& line, const SetDone& set) {
    const int from_reps = std::abs(set.reps - line.reps->high);
    return from_reps + std::abs(set.reserve.value_or(line.reserve) - line.reserve);
  }

  AfterSetTable table_of(const Situation& now, const NextSet& next, std::vector<Situation>& open) {
    AfterSetTable table;
    for (const LoggedSet& set : now.line.done) table.earlier.push_back(set.set);
    table.load = next.load;
    table.most_reps = now.line.planned.reps->high + kRepsAbove;
    std::vector<std::pair<int, Situation>> nearest;  // by outcome
    for (const int pain : {0, above_ + 1}) {
      for (int reps = 0; reps <= table.most_reps; ++reps) {
        for (int reserve = 0; reserve < kReserves; ++reserve) {
          SetDone set = set_of(now, next, reps, reserve);
          if (pain > 0) set.pain = pain;
          Situation after = after_set(now, set);
          const NextSet then = next_of(after);
          const std::size_t outcome = outcome_in(table, {then.load, then.load_text, then.why});
          table.rows.push_back(outcome);
          const int far = distance(now.line.planned, set);
          if (outcome == nearest.size()) {
            nearest.emplace_back(far, std::move(after));
          } else if (far < nearest[outcome].first) {
            nearest[outcome] = {far, std::move(after)};
          }
        }
      }
    }
    for (auto& [far, after] : nearest) open.push_back(std::move(after));
    return table;
  }

  static std::size_t outcome_in(AfterSetTable& table, const AfterSet& after) {
    const auto found = std::find(table.outcomes.begin(), table.outcomes.end(), after);
    const auto index = static_cast<std::size_t>(found - table.outcomes.begin());
    if (found == table.outcomes.end()) table.outcomes.push_back(after);
    return index;
  }

  const Today& today_;
  TrainingState& trial_;
  const Catalog& catalog_;
  int above_;
};

PackedLine packed(const TodayLine& line, const Today& today, const TrainingState& state,
                  const Catalog& catalog) {
  TrainingState trial = state;
  return {line, AfterSets(today, trial, catalog).tables_of(line)};
}

/// The line of the day once `other` was chosen in the place of `line`; nothing when it is refused.
std::optional<PackedLine> stand_in_for(const TodayLine& line, const Exercise& other,
                                       const Today& today, const TrainingState& state,
                                       const Catalog& catalog) {
  TrainingState trial = state;
  const SetSkipped swap{line.planned.id, SkipReason::Other, other.id};
  const Event event{event_id(today.now.at, "swap"), today.now, swap};
  if (!follow(trial, event, catalog)) return std::nullopt;
  const Today then = make_today(trial, today.now, catalog, SessionStart::Now);
  for (const TodayLine& one : then.lines) {
    if (one.planned.id == other.id && one.in_place_of == line.planned.id)
      return packed(one, then, trial, catalog);
  }
  return std::nullopt;
}

std::vector<PackedLine> stand_ins_of(const TodayLine& line, const Today& today,
                                     const TrainingState& state, const Catalog& catalog) {
  std::vector<PackedLine> found;
  for (const Exercise* other : stand_ins_for(*find_exercise(catalog, line.planned.id), catalog)) {
    if (found.size() >= kMostStandIns) break;
    const bool is_there =
        std::any_of(today.lines.begin(), today.lines.end(),
                    [&](const TodayLine& one) { return one.planned.id == other->id; });
    if (is_there || !prescribe(*other, today.person, today.care, catalog)) continue;
    if (auto one = stand_in_for(line, *other, today, state, catalog)) found.push_back(*one);
  }
  return found;
}

std::vector<FlagRow> flags_of(const Today& today, const TrainingState& state,
                              const Catalog& catalog) {
  std::vector<FlagRow> flags;
  for (const std::string& id : today.questions) {
    const RedFlag* flag = find_red_flag(catalog, id);
    if (!is_yes_no(*flag)) continue;
    TrainingState trial = state;
    (void)follow(trial, {event_id(today.now.at, id), today.now, Answered{id, true}}, catalog);
    const Assessment care = assess_care(person_at(trial, today.now, catalog), catalog);
    FlagRow row{id, closed_by(care).value_or(today.kind), {}};
    for (const TriageItem& item : care.triage) row.triage.push_back(item.message);
    flags.push_back(std::move(row));
  }
  return flags;
}

/// The day `today`, which `state` makes.
SessionPack session_pack(Today today, const TrainingState& state, const Catalog& catalog) {
  SessionPack pack;
  pack.today = std::move(today);
  pack.hurts_above = hurts_above(pack.today, catalog);
  pack.flags = flags_of(pack.today, state, catalog);
  for (const TodayLine& line : pack.today.lines) {
    pack.lines.push_back(packed(line, pack.today, state, catalog));
    const bool is_open = line.sets_left() > 0;
    pack.stand_ins.push_back(is_open ? stand_ins_of(line, pack.today, state, catalog)
                                     : std::vector<PackedLine>{});
  }
  return pack;
}

bool same_line(const TodayLine& a, const TodayLine& b) {
  return a.planned.id == b.planned.id && a.planned.sets == b.planned.sets &&
         a.planned.load == b.planned.load && a.planned.reps == b.planned.reps &&
         a.planned.hold_s == b.planned.hold_s && a.planned.reserve == b.planned.reserve &&
         a.in_place_of == b.in_place_of;
}

/// True when the two days ask the same of the person and say the same to what hurts.
bool same_session(const Today& a, const Today& b, const Catalog& catalog) {
  return a.kind == b.kind && hurts_above(a, catalog) == hurts_above(b, catalog) &&
         a.changes.size() == b.changes.size() && a.left_out.size() == b.left_out.size() &&
         a.small_list.size() == b.small_list.size() && a.questions == b.questions &&
         a.care.triage.size() == b.care.triage.size() &&
         std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(), same_line);
}

TrainingState with_pain(const TrainingState& state, const Moment& now, int pain, PainWhen when,
                        const Catalog& catalog) {
  TrainingState trial = state;
  PainReported report;
  report.pain = pain;
  report.when = when;
  (void)follow(trial, {event_id(now.at, "pain"), now, report}, catalog);
  // The log would settle the program, too: whoever began in a flare gets their first one.
  if (auto due = program_due(trial, now, catalog))
    (void)follow(trial, {event_id(now.at, "program"), now, std::move(*due)}, catalog);
  return trial;
}

void add_sessions(const Today& asked, const TrainingState& state, const Catalog& catalog,
                  DayPack& pack) {
  pack.asks_pain = asked.asks_pain;
  pack.asks_morning = asked.asks_morning;
  if (!asked.asks_pain) {
    pack.sessions.push_back(session_pack(asked, state, catalog));
    return;
  }
  const Moment& now = asked.now;
  const PainWhen when = asked.asks_morning ? PainWhen::NextMorning : PainWhen::BeforeSession;
  for (int pain = 0; pain <= kMostPain; ++pain) {
    const TrainingState said = with_pain(state, now, pain, when, catalog);
    Today today = make_today(said, now, catalog, SessionStart::Now);
    const std::vector<FlagRow> flags = flags_of(today, said, catalog);
    const auto same =
        std::find_if(pack.sessions.begin(), pack.sessions.end(), [&](const SessionPack& one) {
          return one.flags == flags && same_session(one.today, today, catalog);
        });
    pack.by_pain[index_of(pain)] = static_cast<std::size_t>(same - pack.sessions.begin());
    if (same == pack.sessions.end())
      pack.sessions.push_back(session_pack(std::move(today), said, catalog));
  }
}

std::size_t hurt_row(const PainReported& report) {
  const std::size_t sites = site_words().size() + 1;
  const std::size_t site = report.site ? static_cast<std::size_t>(*report.site) + 1 : 0;
  const std::size_t sharp = report.is_sharp ? 1 : 0;
  const std::size_t numb = report.is_numb_or_weak ? 1 : 0;
  return ((index_of(report.pain) * sites + site) * 2 + sharp) * 2 + numb;
}

void add_hurts(const Today& today, const TrainingState& state, const Catalog& catalog,
               HurtTable& table) {
  const int sites = static_cast<int>(site_words().size());
  for (int pain = 0; pain <= kMostPain; ++pain) {
    for (int site = -1; site < sites; ++site) {
      for (const bool is_sharp : {false, true}) {
        for (const bool is_numb : {false, true}) {
          PainReported report;
          report.when = PainWhen::During;
          report.pain = pain;
          if (site >= 0) report.site = static_cast<Site>(site);
          report.is_sharp = is_sharp;
          report.is_numb_or_weak = is_numb;
          const HurtAnswer answer = answer_to_pain(report, today, state, catalog);
          const auto same = std::find(table.answers.begin(), table.answers.end(), answer);
          table.rows.push_back(static_cast<std::size_t>(same - table.answers.begin()));
          if (same == table.answers.end()) table.answers.push_back(answer);
        }
      }
    }
  }
}

}  // namespace

const AfterSet& AfterSetTable::after(bool hurts, int reps, std::optional<int> reserve) const {
  const std::size_t rows_each = index_of(most_reps) + 1;
  const std::size_t row = index_of(std::clamp(reps, 0, most_reps));
  const int said = reserve ? std::clamp(*reserve, 0, kMostReserveAsked) : kMostReserveAsked + 1;
  const std::size_t block = hurts ? rows_each : 0;
  return outcomes[rows[(block + row) * index_of(kReserves) + index_of(said)]];
}

const HurtAnswer& HurtTable::at(const PainReported& report) const {
  return answers[rows[hurt_row(report)]];
}

DayPack make_day_pack(const TrainingState& state, const Moment& asked, const Catalog& catalog) {
  const Moment now = std::max(asked, state.last);  // another device's clock may be ahead
  const Today today = make_today(state, now, catalog, SessionStart::Now);
  DayPack pack;
  add_sessions(today, state, catalog, pack);
  add_hurts(today, state, catalog, pack.hurts);
  return pack;
}

SessionPack make_flare_pack(const TrainingState& state, const Moment& asked,
                            const Catalog& catalog) {
  const Moment now = std::max(asked, state.last);
  const Today today = make_today(state, now, catalog, SessionStart::Now);
  TrainingState trial = state;
  PainReported report;
  report.pain = today.person.pain.now;
  report.says_flare = true;
  (void)follow(trial, {event_id(now.at, "flare"), now, report}, catalog);
  return session_pack(make_today(trial, now, catalog, SessionStart::Now), trial, catalog);
}

}  // namespace strongback
