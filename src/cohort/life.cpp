#include "cohort/life.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/expects.h"
#include "cohort/load_search.h"
#include "train/program_due.h"
#include "train/today.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kMorning_min = 7 * 60;
constexpr int kNoon_min = 12 * 60;
constexpr int kWeek = 7;

// How often what happens: design values of ours.
constexpr double kSaysSleep = 0.7;
constexpr double kWalks = 0.3;
constexpr double kChores = 0.1;
constexpr double kSore = 0.1;
constexpr double kEmergency = 0.002;  // a session's grave answer
constexpr double kUrgent = 0.002;
constexpr double kSkipsSession = 0.25;
constexpr double kLongBreak = 0.01;  // a day's chance that a break begins
constexpr int kLongBreak_days = 14;
constexpr double kLosesSet = 0.2;

/// How much one set asks of the back: levels of the catalog, added up.
double exposure_of(const Exercise& exercise) {
  constexpr double kBending = 0.5;
  return exercise.level_of(Property::AxialCompression) +
         kBending * (exercise.level_of(Property::Flexion) + exercise.level_of(Property::Extension));
}

class Life {
 public:
  Life(VirtualPerson& person, const LifeOrder& order, const Catalog& catalog)
      : person_(person), order_(order), catalog_(catalog), searches_(person, catalog) {}

  Checked<LifeTally> live() {
    now_ = at_local(order_.first, kMorning_min, 0);
    auto begun = state_of({event(Started{order_.profile, ""})}, catalog_, order_.way);
    if (!begun) return tl::unexpected(std::move(begun.error()));
    state_ = std::move(*begun);
    if (order_.program) add(*order_.program);
    for (int day = 0; day < kWeek * order_.weeks; ++day) live_day(order_.first + days{day});
    tally_.sessions_to_range = searches_.sessions_to_range();
    tally_.gain = searches_.mean_gain();
    return std::move(tally_);
  }

 private:
  Event event(EventBody body) {
    const std::string seed = fmt::format("{} {}", order_.number, ++counter_);
    return {event_id(now_.at, seed), now_, std::move(body)};
  }

  void add(EventBody body) {
    const auto taken = follow(state_, event(std::move(body)), catalog_);
    expects(taken.has_value(), "a virtual person's events are right");
  }

  void go_to(Date date, int minute) {
    const Moment wanted = at_local(date, minute, 0);
    if (wanted.at > now_.at) now_ = wanted;
  }

  void live_day(Date date) {
    ++tally_.days;
    go_to(date, kMorning_min);
    person_.pass_night(has_trained_);
    const bool trained_yesterday = has_trained_;
    has_trained_ = false;
    say_morning(trained_yesterday);
    live_around();
    go_to(date, kNoon_min);
    Today today = look(SessionStart::Planned);
    const bool may_change = today.kind == DayKind::Session || today.kind == DayKind::NoProgram;
    if (may_change) {
      if (auto due = program_due(state_, now_, catalog_)) {
        add(std::move(*due));
        today = look(SessionStart::Planned);
      }
    }
    check_stop(today);
    if (break_days_ > 0) {
      --break_days_;
    } else if (today.kind == DayKind::Session) {
      go_to(date, local_minute(today.at));
      train(today.questions);
    }
    see_somebody();
  }

  /// What the day asks; what the referee of the day refused counts as broken.
  Today look(SessionStart start) {
    Today today = make_today(state_, now_, catalog_, start);
    for (const std::string& what : today.broken)
      ++tally_.violations[what.substr(0, what.find(':'))];
    return today;
  }

  void stop_failed() { ++tally_.violations["stop-rule"]; }

  // --- mornings -------------------------------------------------------------------------------

  void say_morning(bool trained_yesterday) {
    Draws& draws = person_.draws();
    constexpr double kHalfHours = 2.0;
    if (draws.chance(kSaysSleep))
      add(Slept{std::round(kHalfHours * draws.between(5.0, 8.5)) / kHalfHours});
    const int bad = person_.bad_back_today();
    const bool forgets = person_.kind() == VirtualKind::LostLogs && draws.chance(kLosesSet);
    if (forgets) return;
    PainReported report;
    report.when = trained_yesterday ? PainWhen::NextMorning : PainWhen::Now;
    report.pain = trained_yesterday ? morning_pain_ : person_.usual_pain();
    report.pain = std::max(report.pain, bad);
    pain_today_ = report.pain;
    add(report);
    const FlareState flare = flare_at(state_, local_date(now_), catalog_);
    if (flare.is_on && flare.since == local_date(now_)) ++tally_.flares;
  }

  void live_around() {
    Draws& draws = person_.draws();
    if (draws.chance(kChores)) add(ChoreDone{"digging", 1.0 * draws.whole(30, 150)});
    if (draws.chance(kSore)) add(SorenessReported{"latissimus-dorsi", draws.whole(1, 7)});
    if (draws.chance(kWalks)) add(Walked{1.0 * draws.whole(10, 45)});
    const bool leaves = person_.kind() == VirtualKind::SkipsDays && break_days_ == 0;
    if (leaves && draws.chance(kLongBreak)) break_days_ = kLongBreak_days;
  }

  /// Days on which nobody may train an ordinary session, by the person's own words.
  void check_stop(const Today& today) {
    constexpr int kTooMuch = 5;  // rules 6.3: above it, relief and walks only
    if (!waits_ && pain_today_ <= kTooMuch) return;
    ++tally_.stops;
    if (today.kind == DayKind::Session) stop_failed();
  }

  void see_somebody() {
    if (!waits_ || --wait_days_ > 0) return;
    waits_ = false;
    add(Answered{waiting_for_, false});
    add(Cleared{"Dr. Lind", ""});
  }

  // --- sessions -------------------------------------------------------------------------------

  void train(const std::vector<std::string>& questions) {
    Draws& draws = person_.draws();
    if (person_.kind() == VirtualKind::SkipsDays && draws.chance(kSkipsSession)) return;
    if (!check_in(questions)) return;
    add(SessionStarted{local_date(now_)});
    Today today = look(SessionStart::Now);
    if (today.kind != DayKind::Session) return;
    ++tally_.sessions;
    person_.begin_session();
    exposure_ = 0.0;
    hurt_ = {person_.usual_pain(), person_.usual_pain(), false};
    std::set<std::string> stopped;
    while (const auto next = next_set(today, state_, catalog_)) {
      if (stopped.count(next->line->planned.id) > 0) {
        stop_failed();
        break;
      }
      const std::string id = next->line->planned.id;
      if (!do_set(*next, today)) continue;
      stopped.insert(id);
      ++tally_.stops;
      today = look(SessionStart::Now);
    }
    add(SessionEnded{stopped.empty() ? SessionEnd::Done : SessionEnd::Pain});
    has_trained_ = true;
    morning_pain_ = hurt_.morning;
    searches_.end_session();
  }

  /// The short questions; false when an answer ends the day.
  bool check_in(const std::vector<std::string>& questions) {
    Draws& draws = person_.draws();
    PainReported before;
    before.when = PainWhen::BeforeSession;
    before.pain = pain_today_;
    add(before);
    const bool is_grave = draws.chance(kEmergency);
    if (is_grave || draws.chance(kUrgent)) {
      waiting_for_ = is_grave ? "ces_bladder" : "night_pain";
      waits_ = true;
      wait_days_ = draws.whole(2, 6);
      add(Answered{waiting_for_, true});
      check_stop(look(SessionStart::Now));
      return false;
    }
    for (const std::string& question : questions) {
      const RedFlag& flag = *find_red_flag(catalog_, question);
      const AnswerKind kind = flag.answer;
      if (is_yes_no(flag)) add(Answered{question, false});
      if (kind == AnswerKind::Minutes || kind == AnswerKind::Count) add(Answered{question, 0});
    }
    return true;
  }

  SetDone set_of(const NextSet& next) {
    const PlannedExercise& planned = next.line->planned;
    const Exercise& exercise = *find_exercise(catalog_, planned.id);
    SetDone set;
    set.exercise = planned.id;
    if (exercise.mode == Mode::Reps) {
      const auto earlier = static_cast<int>(next.line->done.size());
      const auto done =
          person_.perform(exercise, {next.load, next.reps.high, planned.reserve, earlier});
      set.reps = std::max(1, done.reps);
      set.reserve = done.reserve;
      set.load = next.load;
    } else if (exercise.mode == Mode::Distance) {
      set.meters = planned.distance_m ? planned.distance_m->low : 10;
    } else {
      set.reps = planned.holds;
      set.seconds = planned.hold_s ? planned.hold_s->low : 60;
    }
    return set;
  }

  /// Does a set and logs it; true when it must be the exercise's last today.
  bool do_set(const NextSet& next, Today& today) {
    const PlannedExercise planned = next.line->planned;
    const Exercise& exercise = *find_exercise(catalog_, planned.id);
    if (next.load) weigh(exercise);
    SetDone set = set_of(next);
    judge(next, set, planned.reserve);
    searches_.look_at(state_, now_, planned, next);
    exposure_ += exposure_of(exercise);
    const bool loads_back = exposure_of(exercise) >= 1.0;
    if (loads_back) hurt_ = person_.hurt_by(exposure_);
    set.pain = std::max(pain_today_, loads_back ? hurt_.during : person_.usual_pain());
    ++tally_.sets;
    constexpr int kSet_s = 40;
    now_.at += std::chrono::seconds{planned.rest_s + kSet_s};
    const bool is_lost =
        person_.kind() == VirtualKind::LostLogs && person_.draws().chance(kLosesSet);
    if (!is_lost) add(set);
    for (TodayLine& line : today.lines) {
      if (line.planned.id == planned.id) line.done.push_back({"", now_, set, &exercise});
    }
    today.now = now_;
    return !is_lost && ends_exercise(set, loads_back);
  }

  bool ends_exercise(const SetDone& set, bool loads_back) {
    const bool is_sharp = loads_back && hurt_.is_sharp;
    if (is_sharp) {
      PainReported sharp;
      sharp.when = PainWhen::During;
      sharp.pain = *set.pain;
      sharp.exercise = set.exercise;
      sharp.is_sharp = true;
      add(sharp);
    }
    constexpr int kRise = 3;  // rules 6.3
    constexpr int kTooMuch = 5;
    const int rise = *set.pain - pain_today_;
    return is_sharp || rise >= kRise || (rise > 0 && *set.pain > kTooMuch);
  }

  /// What is believed of the strength, before the set that is about to be done.
  void weigh(const Exercise& exercise) {
    const auto believed = strength_of(exercise, state_.belief, now_.at);
    const auto really = person_.true_one_rep(exercise);
    if (!believed || !really) return;
    const double error = std::abs(std::log(believed->middle / *really));
    ++tally_.believed;
    tally_.error += error;
    const auto& dates = state_.days_of[exercise.id];
    if (!dates.empty() && dates.front() != local_date(now_)) return;
    ++tally_.believed_first;
    tally_.error_first += error;
  }

  void judge(const NextSet& next, const SetDone& set, int wished) {
    constexpr int kMany = 10;  // "ten or more": what is left is at least that
    if (!next.predicted || !set.reserve) return;
    // Where the answer is likely to be "many", whatever was predicted, nothing can be judged.
    if (next.predicted->high > next.reps.high + kMany - wished) return;
    const int said = std::max(0, set.reps + *set.reserve - wished);
    ++tally_.predicted;
    const bool is_many = *set.reserve >= kMany;
    if (said <= next.predicted->high && (is_many || said >= next.predicted->low)) ++tally_.covered;
    if (is_many && next.predicted->middle >= said) return;
    tally_.missed_reps += std::abs(said - next.predicted->middle);
  }

  VirtualPerson& person_;
  const LifeOrder& order_;
  const Catalog& catalog_;
  TrainingState state_;
  Moment now_;
  int counter_ = 0;
  LifeTally tally_;
  LoadSearches searches_;
  double exposure_ = 0.0;
  VirtualPerson::Hurt hurt_;
  bool has_trained_ = false;
  int morning_pain_ = 0;
  int pain_today_ = 0;
  int break_days_ = 0;
  bool waits_ = false;
  int wait_days_ = 0;
  std::string waiting_for_;
};

}  // namespace

Checked<LifeTally> live(VirtualPerson& person, const LifeOrder& order, const Catalog& catalog) {
  return Life(person, order, catalog).live();
}

}  // namespace strongback
