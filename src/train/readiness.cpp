#include "train/readiness.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "plan/prescribe.h"
#include "plan/recovery.h"
#include "plan/simulated.h"
#include "train/pain.h"
#include "train/weeks.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kLookBack_days = 14;
constexpr int kUnsaidReserve = 2;  // where the reserve was not said: as hard as sets usually are
constexpr double kPrime = 1.0;

PastSet past_set(const LoggedSet& set) {
  PastSet past;
  past.exercise = set.set.exercise;
  past.reps = set.set.reps;
  past.load = set.set.load;
  past.reserve = set.set.reserve;
  return past;
}

/// Shares of the sets of one call, each exercise and load worked out once.
class SharesOfSets {
 public:
  SharesOfSets(const Person& person, const Catalog& catalog) : person_(person), catalog_(catalog) {}

  const std::vector<Share>& of(const LoggedSet& set) {
    const double load = set.set.load ? in_kilograms(*set.set.load) : -1.0;
    const auto [known, is_new] = shares_.try_emplace({set.exercise, load});
    if (is_new) known->second = worked_by(*set.exercise, past_set(set), person_, catalog_);
    return known->second;
  }

 private:
  const Person& person_;
  const Catalog& catalog_;
  std::map<std::pair<const Exercise*, double>, std::vector<Share>> shares_;
};

/// What one session did to one muscle.
struct Strain {
  Moment start;
  double impulse = 0.0;
  bool is_prime = false;
  bool is_failed_heavy = false;  ///< nothing left in a lift that loads the spine heavily
};

/// Sets with longer pauses between them belong to two sessions.
constexpr double kSessionPause_h = 3.0;

/// A muscle's sessions, oldest first.
using StrainsOf = std::map<std::string, std::vector<Strain>>;

/// Days on which an exercise was done before `date`.
int times_before(const TrainingState& state, const std::string& exercise, Date date) {
  const auto& dates = state.days_of.at(exercise);
  return static_cast<int>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
}

StrainsOf strains_before(const TrainingState& state, const Person& person, const Moment& now,
                         const Catalog& catalog) {
  const Rules& rules = catalog.rules;
  SharesOfSets shares(person, catalog);
  StrainsOf strained;
  std::optional<Moment> start;
  std::optional<Instant> last;
  const Date today = local_date(now);
  for (const auto& [date, day] : days_between(state, today - days{kLookBack_days}, today)) {
    for (const LoggedSet& set : day->sets) {
      if (set.when.at >= now.at || set.exercise == nullptr || !strains(*set.exercise)) continue;
      if (!last || hours_between(*last, set.when.at) > kSessionPause_h)
        start = session_start(*day, set.when);
      last = set.when.at;
      const int reserve = set.set.reserve.value_or(kUnsaidReserve);
      const double set_impulse =
          fatigue_impulse(rules, reserve) *
          novelty(person, rules, *set.exercise, times_before(state, set.set.exercise, date));
      const bool is_failed_heavy =
          reserve == 0 && set.exercise->level_of(Property::AxialCompression) >=
                              static_cast<int>(rules.number("recovery-floor", "axial"));
      for (const Share& share : shares.of(set)) {
        if (share.credit < rest_from(rules)) continue;
        auto& sessions = strained[share.muscle];
        if (sessions.empty() || sessions.back().start != *start) sessions.push_back({*start});
        Strain& strain = sessions.back();
        strain.impulse += set_impulse * share.credit;
        strain.is_prime = strain.is_prime || share.credit >= kPrime;
        strain.is_failed_heavy = strain.is_failed_heavy || is_failed_heavy;
      }
    }
  }
  return strained;
}

/// Hours of rest that the rules ask before main work, whatever the fatigue.
double floor_of(const TrainingState& state, const Person& person, const Moment& now,
                const std::string& muscle, const Strain& last, const Catalog& catalog) {
  const Rules& rules = catalog.rules;
  const double slow = rules.number("recovery-floor", "slow_h");
  if (last.is_failed_heavy) return slow;
  const auto sore = person.soreness.find(muscle);
  if (sore != person.soreness.end() && sore->second >= rules.number("recovery-floor", "soreness"))
    return slow;
  const int yellow = static_cast<int>(rules.number("pain-zones", "yellow_from"));
  const DayPain pain = day_pain(state, local_date(last.start));
  if (pain.most.value_or(0) >= yellow || person.pain.now >= yellow) return slow;
  Person rested = person;
  rested.soreness.clear();
  rested.pain.now = 0;
  return recovery_floor_h(rested, rules, weeks_trained(state, local_date(now)), muscle);
}

}  // namespace

std::vector<MuscleReadiness> readiness_at(const TrainingState& state, const Person& person,
                                          const Moment& now, const Catalog& catalog) {
  const Rules& rules = catalog.rules;
  const double tau = recovery_tau_h(person, rules, weeks_trained(state, local_date(now)));
  const double ready = rules.number("recovery-model", "ready");
  std::vector<MuscleReadiness> rows;
  for (const auto& [muscle, sessions] : strains_before(state, person, now, catalog)) {
    double fatigue = 0.0;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      const Instant next = i + 1 < sessions.size() ? sessions[i + 1].start.at : now.at;
      fatigue = 1.0 - (1.0 - fatigue) * std::exp(-sessions[i].impulse);
      fatigue *= std::exp(-hours_between(sessions[i].start.at, next) / tau);
    }
    const Strain& last = sessions.back();
    const double since = hours_between(last.start.at, now.at);
    const double floor = floor_of(state, person, now, muscle, last, catalog) - since;
    const double by_model = fatigue > ready ? tau * std::log(fatigue / ready) : 0.0;
    rows.push_back({muscle, fatigue, by_model, std::max(0.0, floor), last.is_prime, last.start});
  }
  return rows;
}

double hours_until_ready(const MuscleReadiness& row, bool is_prime, const Catalog& catalog) {
  const bool has_floor = row.has_prime || is_prime || find_muscle(catalog, row.muscle)->is_back;
  return std::max(row.model_h, has_floor ? row.floor_h : 0.0);
}

std::map<std::string, double> counted_sets(const TrainingState& state, const Person& person,
                                           Date last, int count, const Catalog& catalog) {
  SharesOfSets shares(person, catalog);
  const Rules& rules = catalog.rules;
  std::map<std::string, double> sets;
  double chores = 0.0;
  for (const auto& [date, day] : days_between(state, last - days{count - 1}, last)) {
    for (const LoggedSet& set : day->sets) {
      if (set.exercise == nullptr) continue;
      const double share = reserve_credit(*set.exercise, set.set, rules);
      if (share <= 0.0) continue;
      for (const Share& credit : set_credits(*set.exercise, shares.of(set)))
        sets[credit.muscle] += share * credit.credit;
    }
    for (const LoggedActivity& activity : day->activities)
      chores += chore_sets_of(activity, catalog);
  }
  if (chores > 0.0) {
    for (const char* muscle : {"erector-spinae-lumbar", "multifidus"}) sets[muscle] += chores;
  }
  return sets;
}

double reserve_credit(const Exercise& exercise, const SetDone& set, const Rules& rules) {
  if (exercise.stimulus != Stimulus::Strength || exercise.mode != Mode::Reps || !set.reserve)
    return 1.0;
  if (*set.reserve <= rules.number("reserve-credit", "full_to")) return 1.0;
  const bool is_half = *set.reserve <= rules.number("reserve-credit", "half_to");
  return is_half ? rules.number("reserve-credit", "half_credit") : 0.0;
}

double chore_sets_of(const LoggedActivity& done, const Catalog& catalog) {
  const auto number = [&](const char* key) { return catalog.rules.number("chores", key); };
  constexpr double kHelper = 0.5;  // a secondary set counts half (rule "fractional-sets")
  const Activity* activity = find_activity(catalog, done.activity);
  if (activity == nullptr || !activity->is_back_load || activity->met < number("met")) return 0.0;
  return kHelper * number("secondary_sets") * std::floor(done.minutes / number("minutes"));
}

double disc_N_s_of_days(const TrainingState& state, const Person& person, Date last, int count,
                        const Catalog& catalog) {
  std::map<std::tuple<const Exercise*, double, int>, double> known;
  double sum = 0.0;
  for (const auto& [date, day] : days_between(state, last - days{count - 1}, last)) {
    for (const LoggedSet& set : day->sets) {
      if (set.exercise == nullptr) continue;
      const double load = set.set.load ? in_kilograms(*set.set.load) : -1.0;
      const auto [entry, is_new] = known.try_emplace({set.exercise, load, set.set.reps});
      if (is_new) entry->second = disc_N_s_of(set, person, catalog);
      sum += entry->second;
    }
  }
  return sum;
}

double disc_N_s_of(const LoggedSet& set, const Person& person, const Catalog& catalog) {
  PlannedExercise line;
  line.id = set.set.exercise;
  line.sides = set.exercise->sides();
  line.load = set.set.load;
  line.load_text = set.set.band.empty() ? "" : set.set.band;
  if (set.set.seconds > 0) {
    line.hold_s = Span{set.set.seconds, set.set.seconds};
    line.holds = std::max(1, set.set.reps);
  } else {
    line.reps = Span{set.set.reps, set.set.reps};
  }
  const auto dose = dose_for(*set.exercise, line, person, catalog);
  return dose ? disc_use_of(*dose, line).set_N_s : 0.0;
}

}  // namespace strongback
