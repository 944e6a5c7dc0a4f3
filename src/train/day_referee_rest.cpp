// The day referee's own arithmetic of rest.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "plan/referee_doses.h"
#include "train/day_case.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;
constexpr double kSlack = 1e-6;

bool tires(const Exercise& exercise) {
  if (exercise.stimulus == Stimulus::Strength) return true;
  if (exercise.stimulus != Stimulus::Control) return false;
  const LoadBasis basis = exercise.load_basis;
  const bool is_held =
      basis == LoadBasis::PerHand || basis == LoadBasis::OneHand || basis == LoadBasis::Total;
  return exercise.level_of(Property::AxialCompression) == 3 ||
         (exercise.external_load == ExternalLoad::Required && is_held);
}

/// The line that a set of the log would have been.
PlannedExercise line_of(const SetDone& set) {
  PlannedExercise line;
  line.id = set.exercise;
  line.load = set.load;
  line.reserve = set.reserve.value_or(2);
  return line;
}

/// What one session did to one muscle.
struct Work {
  Instant start;
  double impulse = 0.0;
  bool is_prime = false;
  bool is_to_the_limit = false;
};

/// Sessions of the log before the one of today, muscle by muscle.
class Diary {
 public:
  explicit Diary(const DayCase& c) : c_(c) {
    constexpr int kLookBack_days = 15;
    for (const auto& [date, day] : c.state.diary) {
      if (date < c.date() - days{kLookBack_days} || date > c.date()) continue;
      for (const LoggedSet& set : day.sets) add(date, day, set);
    }
  }
  [[nodiscard]] const std::map<std::string, std::vector<Work>>& works() const { return works_; }

 private:
  void add(Date date, const DiaryDay& day, const LoggedSet& set) {
    const Exercise* exercise = find_exercise(c_.catalog, set.set.exercise);
    if (exercise == nullptr || !tires(*exercise) || set.when.at >= c_.today.at.at) return;
    const Instant start = start_of(day, set.when.at);
    const auto& table = c_.catalog.rules.list("recovery-model", "impulse");
    const auto reserve = static_cast<std::size_t>(set.set.reserve.value_or(2));
    const double one = table[std::min(reserve, table.size() - 1)] * novelty(set.set.exercise, date);
    for (const auto& [muscle, credit] : shares_of(set.set, *exercise)) {
      auto& sessions = works_[muscle];
      if (sessions.empty() || sessions.back().start != start) sessions.push_back({start});
      sessions.back().impulse += one * credit;
      sessions.back().is_prime = sessions.back().is_prime || credit >= 1.0;
      const bool is_heavy = exercise->level_of(Property::AxialCompression) == 3;
      sessions.back().is_to_the_limit =
          sessions.back().is_to_the_limit || (is_heavy && set.set.reserve == 0);
    }
  }

  /// The same set is worked out once.
  const std::vector<Share>& shares_of(const SetDone& set, const Exercise& exercise) {
    const double load_kg = set.load ? in_kilograms(*set.load) : -1.0;
    const auto [known, is_new] = shares_.try_emplace({set.exercise, load_kg});
    if (is_new) known->second = tiring_shares(line_of(set), exercise, c_.today.person, c_.catalog);
    return known->second;
  }

  /// Where a guided session began, else its first set; three hours without a set end one.
  Instant start_of(const DiaryDay& day, Instant set) {
    constexpr double kPause_h = 3.0;
    constexpr double kLongest_h = 6.0;
    const bool is_same = last_ && hours_between(*last_, set) <= kPause_h;
    last_ = set;
    if (is_same) return *start_;
    start_ = set;
    for (const LoggedSession& session : day.sessions) {
      const double since = hours_between(session.started.at, set);
      if (since >= 0.0 && since <= kLongest_h) start_ = session.started.at;
    }
    return *start_;
  }

  double novelty(const std::string& exercise, Date date) const {
    const Person& person = c_.today.person;
    const bool is_new_or_back =
        person.level <= Level::Novice || person.weeks_since_training.value_or(0.0) > 12.0;
    const auto& dates = c_.state.days_of.at(exercise);
    const auto before =
        std::count_if(dates.begin(), dates.end(), [&](Date one) { return one < date; });
    const bool is_known =
        std::any_of(person.past_sets.begin(), person.past_sets.end(),
                    [&](const PastSet& past) { return past.exercise == exercise; });
    if (!is_new_or_back || is_known || before > 1) return 1.0;
    return c_.number("recovery-model", before == 0 ? "novelty_first" : "novelty_second");
  }

  const DayCase& c_;
  std::map<std::string, std::vector<Work>> works_;
  std::map<std::pair<std::string, double>, std::vector<Share>> shares_;
  std::optional<Instant> last_;
  std::optional<Instant> start_;
};

/// Weeks with training since the first set, the one of today included.
int week_of_training(const DayCase& c) {
  std::optional<Date> first;
  std::set<long> weeks;
  for (const auto& [date, day] : c.state.diary) {
    const bool is_training =
        std::any_of(day.sets.begin(), day.sets.end(), [&](const LoggedSet& set) {
          const Exercise* exercise = find_exercise(c.catalog, set.set.exercise);
          return exercise != nullptr && exercise->stimulus <= Stimulus::Control;
        });
    if (date >= c.date() || !is_training) continue;
    if (!first) first = date;
    weeks.insert((date - *first).count() / kWeek);
  }
  if (!first) return 1;
  weeks.insert((c.date() - *first).count() / kWeek);
  return static_cast<int>(weeks.size());
}

bool hurt_on(const DayCase& c, Date date) {
  const auto day = c.state.diary.find(date);
  if (day == c.state.diary.end()) return false;
  const int yellow = static_cast<int>(c.number("pain-zones", "yellow_from"));
  const bool in_set =
      std::any_of(day->second.sets.begin(), day->second.sets.end(),
                  [&](const LoggedSet& set) { return set.set.pain.value_or(0) >= yellow; });
  return in_set || std::any_of(day->second.pains.begin(), day->second.pains.end(),
                               [&](const LoggedPain& pain) {
                                 const bool is_after = pain.report.when == PainWhen::During ||
                                                       pain.report.when == PainWhen::AfterSession;
                                 return is_after && pain.report.pain >= yellow;
                               });
}

double floor_h(const DayCase& c, const std::string& muscle, const Work& last, int week) {
  const Person& person = c.today.person;
  const auto sore = person.soreness.find(muscle);
  const Date day = local_date({last.start, c.today.at.offset_min});
  const bool is_slow =
      (person.level <= Level::Novice && week <= c.number("recovery-floor", "novice_slow_weeks")) ||
      (person.age >= c.number("recovery-floor", "older_age") &&
       week <= c.number("recovery-floor", "older_slow_weeks")) ||
      (sore != person.soreness.end() && sore->second >= c.number("recovery-floor", "soreness")) ||
      last.is_to_the_limit || hurt_on(c, day) ||
      person.pain.now >= c.number("pain-zones", "yellow_from");
  return c.number("recovery-floor", is_slow ? "slow_h" : "floor_h");
}

double tau_h(const DayCase& c, int week) {
  const Person& person = c.today.person;
  const auto number = [&](const char* key) { return c.number("recovery-model", key); };
  const double level = person.level > Level::Novice           ? number("trained")
                       : week <= number("novice_first_count") ? number("novice_first_weeks")
                                                              : number("novice");
  const double age = person.age >= 75   ? number("age_75")
                     : person.age >= 60 ? number("age_60")
                                        : 1.0;
  const bool sleeps_little = person.sleep_h && *person.sleep_h < number("short_sleep_h");
  return number("tau_h") * level * age * (sleeps_little ? number("short_sleep") : 1.0);
}

/// Fatigue left at the start of today's session.
double fatigue_at(const std::vector<Work>& works, Instant now, double tau) {
  double fatigue = 0.0;
  for (std::size_t i = 0; i < works.size(); ++i) {
    const Instant next = i + 1 < works.size() ? works[i + 1].start : now;
    fatigue = (1.0 - (1.0 - fatigue) * std::exp(-works[i].impulse)) *
              std::exp(-hours_between(works[i].start, next) / tau);
  }
  return fatigue;
}

}  // namespace

void too_little_rest(const DayCase& c, Broken& out) {
  std::map<std::string, bool> worked;  // today; true: as prime mover of some line
  for (const TodayLine& line : c.today.lines) {
    const Exercise* exercise = find_exercise(c.catalog, line.planned.id);
    if (exercise == nullptr || !tires(*exercise)) continue;
    for (const auto& [muscle, credit] :
         tiring_shares(line.planned, *exercise, c.today.person, c.catalog))
      worked[muscle] = worked[muscle] || credit >= 1.0;
  }
  if (worked.empty()) return;
  const Diary diary(c);
  const int week = week_of_training(c);
  for (const auto& [muscle, is_prime] : worked) {
    const auto before = diary.works().find(muscle);
    if (before == diary.works().end()) continue;
    const Work& last = before->second.back();
    const double gap = hours_between(last.start, c.today.at.at);
    const bool has_floor = is_prime || last.is_prime || find_muscle(c.catalog, muscle)->is_back;
    const double floor = floor_h(c, muscle, last, week);
    if (has_floor && gap + kSlack < floor)
      out.push_back(
          fmt::format("{} again after {} h, needs {} h", muscle, plain(gap, 1), plain(floor)));
    const double fatigue = fatigue_at(before->second, c.today.at.at, tau_h(c, week));
    if (fatigue > c.number("recovery-model", "ready") + kSlack)
      out.push_back(fmt::format("{} is still tired: {}", muscle, plain(fatigue, 3)));
  }
}

}  // namespace strongback
