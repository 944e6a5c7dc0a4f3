#include "plan/recovery.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

bool is_beginner(const Person& person) { return person.level <= Level::Novice; }

bool is_sore(const Person& person, const Rules& rules, const std::string& muscle) {
  const auto found = person.soreness.find(muscle);
  return found != person.soreness.end() &&
         found->second >= rules.number("recovery-floor", "soreness");
}

bool has_yellow_pain(const Person& person, const Rules& rules) {
  return person.pain.now > rules.number("pain-zones", "green");
}

}  // namespace

double recovery_floor_h(const Person& person, const Rules& rules, int week,
                        const std::string& muscle) {
  const auto number = [&](const char* key) { return rules.number("recovery-floor", key); };
  const bool new_to_it = is_beginner(person) && week <= number("novice_slow_weeks");
  const bool older = person.age >= number("older_age") && week <= number("older_slow_weeks");
  const bool today =
      week == 1 && (is_sore(person, rules, muscle) || has_yellow_pain(person, rules));
  return new_to_it || older || today ? number("slow_h") : number("floor_h");
}

double recovery_tau_h(const Person& person, const Rules& rules, int week) {
  const auto number = [&](const char* key) { return rules.number("recovery-model", key); };
  double tau = number("tau_h");
  if (is_beginner(person)) {
    tau *= week <= number("novice_first_count") ? number("novice_first_weeks") : number("novice");
  } else {
    tau *= number("trained");
  }
  constexpr int kOlder = 60;
  constexpr int kOldest = 75;
  if (person.age >= kOlder) tau *= number(person.age >= kOldest ? "age_75" : "age_60");
  if (person.sleep_h && *person.sleep_h < number("short_sleep_h")) tau *= number("short_sleep");
  return tau;
}

double fatigue_impulse(const Rules& rules, int reserve) {
  const auto& impulses = rules.list("recovery-model", "impulse");
  const auto last = static_cast<int>(impulses.size()) - 1;
  return impulses[static_cast<std::size_t>(std::clamp(reserve, 0, last))];
}

double hours_to_ready(const Rules& rules, double tau_h, double impulse, double residual) {
  const double fatigue = 1.0 - (1.0 - residual) * std::exp(-impulse);
  const double ready = rules.number("recovery-model", "ready");
  return fatigue <= ready ? 0.0 : tau_h * std::log(fatigue / ready);
}

double greatest_impulse(const Rules& rules, double tau_h, double gap_h) {
  constexpr double kNoLimit = 1e3;
  const double ready = rules.number("recovery-model", "ready");
  const double fatigue = ready * std::exp(gap_h / tau_h);
  if (fatigue >= 1.0) return kNoLimit;
  return std::max(0.0, std::log((1.0 - ready) / (1.0 - fatigue)));
}

bool is_on_ramp(const Person& person, const Rules& rules) {
  if (is_beginner(person)) return true;
  const double longest = rules.list("training-gap", "days").back();
  return person.weeks_since_training && *person.weeks_since_training * 7.0 > longest;
}

bool strains(const Exercise& exercise) {
  constexpr int kHeavy = 3;
  if (exercise.stimulus == Stimulus::Strength) return true;
  if (exercise.stimulus != Stimulus::Control) return false;
  const bool is_weight = exercise.load_basis == LoadBasis::PerHand ||
                         exercise.load_basis == LoadBasis::OneHand ||
                         exercise.load_basis == LoadBasis::Total;
  const bool is_loaded = exercise.external_load == ExternalLoad::Required && is_weight;
  return is_loaded || exercise.level_of(Property::AxialCompression) >= kHeavy;
}

double novelty(const Person& person, const Rules& rules, const Exercise& exercise,
               int times_before) {
  const bool known = std::any_of(person.past_sets.begin(), person.past_sets.end(),
                                 [&](const PastSet& set) { return set.exercise == exercise.id; });
  if (known || !is_on_ramp(person, rules) || times_before >= 2) return 1.0;
  return rules.number("recovery-model", times_before == 0 ? "novelty_first" : "novelty_second");
}

}  // namespace strongback
