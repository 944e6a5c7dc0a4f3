// The person as the log knows them at one moment.
#include <algorithm>
#include <cmath>

#include "train/flag_answers.h"
#include "train/pain.h"
#include "train/program_due.h"
#include "train/tolerance.h"
#include "train/weeks.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;

bool is_at_rest(const PainReported& report) {
  return report.when != PainWhen::During && report.when != PainWhen::AfterSession;
}

/// The last word on pain within a day before `now`.
const PainReported* last_word(const TrainingState& state, const Moment& now) {
  constexpr double kFresh_h = 24.0;
  const PainReported* last = nullptr;
  const Date today = local_date(now);
  for (const auto& [date, day] : days_between(state, today - days{1}, today)) {
    for (const LoggedPain& pain : day->pains) {
      const double age = hours_between(pain.when.at, now.at);
      if (age >= 0.0 && age <= kFresh_h && is_at_rest(pain.report)) last = &pain.report;
    }
  }
  return last;
}

void set_pain(const TrainingState& state, const Moment& now, const Catalog& catalog,
              Person& person) {
  const Date today = local_date(now);
  const FlareState flare = flare_at(state, today, catalog);
  person.pain.usual = flare.is_on ? flare.usual : usual_pain(state, today, catalog.rules);
  person.pain.usual_site = usual_site(state, today, catalog.rules);
  person.pain.says_flare = flare.is_on;
  if (const PainReported* word = last_word(state, now)) {
    person.pain.now = word->pain;
    person.pain.site = word->site;
  } else if (local_date(state.began) != today) {
    person.pain.now = person.pain.usual.value_or(person.pain.now);
    person.pain.site = person.pain.usual_site;
  }
  if (!person.pain.weeks) return;
  *person.pain.weeks += static_cast<double>((today - local_date(state.began)).count()) / kWeek;
}

/// The last word on each muscle's soreness within two days.
void set_soreness(const TrainingState& state, Date today, Person& person) {
  if (today - local_date(state.began) > days{2}) person.soreness.clear();
  for (const auto& [date, day] : days_between(state, today - days{2}, today)) {
    for (const auto& [muscle, soreness] : day->soreness) person.soreness[muscle] = soreness;
  }
}

/// The nights of the last week, where some were said.
void set_sleep(const TrainingState& state, Date today, Person& person) {
  double sum = 0.0;
  int nights = 0;
  for (const auto& [date, day] : days_between(state, today - days{kWeek - 1}, today)) {
    if (!day->sleep_h) continue;
    sum += *day->sleep_h;
    ++nights;
  }
  if (nights > 0) person.sleep_h = sum / nights;
}

void set_past_sets(const TrainingState& state, Date today, Person& person) {
  if (state.days_of.empty()) return;
  person.past_sets.clear();
  for (const auto& [date, day] : days_between(state, today - days{kWeek - 1}, today)) {
    for (const LoggedSet& set : day->sets) {
      PastSet past;
      past.exercise = set.set.exercise;
      past.reps = std::max(set.set.reps, set.set.seconds);
      past.load = set.set.load;
      past.reserve = set.set.reserve;
      past.days_ago = static_cast<int>((today - date).count());
      person.past_sets.push_back(std::move(past));
    }
  }
}

void set_break(const TrainingState& state, Date today, Person& person) {
  if (const auto gap = days_without_training(state, today)) {
    person.never_trained = false;
    person.weeks_since_training = static_cast<double>(*gap) / kWeek;
  } else if (person.weeks_since_training) {
    *person.weeks_since_training +=
        static_cast<double>((today - local_date(state.began)).count()) / kWeek;
  }
}

void set_measured(const TrainingState& state, Person& person) {
  const auto mass = state.measured.find(Measure::BodyMass);
  if (mass != state.measured.end() && mass->second.back().first >= state.profile_since)
    person.mass = kilograms(mass->second.back().second.value);
  const auto pressure = state.measured.find(Measure::Pressure);
  if (pressure == state.measured.end()) return;
  const MeasurementTaken& last = pressure->second.back().second;
  person.screening["bp_high"] = BloodPressure{static_cast<int>(std::lround(last.value)),
                                              static_cast<int>(std::lround(last.second))};
}

/// What the back has shown that it takes lowers what the person allows, and nothing else.
void set_tolerance(const TrainingState& state, Date today, const Catalog& catalog, Person& person) {
  for (const auto& [property, tolerance] : tolerance_at(state, today, catalog)) {
    const auto [limit, is_new] = person.limits.try_emplace(property, tolerance.level);
    if (!is_new) limit->second = std::min(limit->second, tolerance.level);
  }
}

void set_walks(const TrainingState& state, Date today, Person& person) {
  double minutes = 0.0;
  bool is_said = false;
  for (const auto& [date, day] : days_between(state, today - days{kWeek}, today - days{1})) {
    for (const LoggedActivity& done : day->activities) {
      if (done.activity != "walk-easy") continue;
      minutes += done.minutes;
      is_said = true;
    }
  }
  if (is_said) person.walks.last_week_min = minutes;
}

}  // namespace

Person person_at(const TrainingState& state, const Moment& now, const Catalog& catalog) {
  const Date today = local_date(now);
  Person person = state.profile;
  person.start = today;
  set_pain(state, now, catalog, person);
  set_soreness(state, today, person);
  set_sleep(state, today, person);
  set_past_sets(state, today, person);
  set_break(state, today, person);
  set_measured(state, person);
  set_tolerance(state, today, catalog, person);
  set_walks(state, today, person);
  set_answers(state, now, catalog, person);
  if (state.reply) person.therapist = state.reply->second.limits;
  return person;
}

}  // namespace strongback
