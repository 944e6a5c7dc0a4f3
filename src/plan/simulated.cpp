#include "plan/simulated.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/strength.h"

namespace strongback {
namespace {

constexpr double kGravity_m_per_s2 = 9.80665;
constexpr double kWalk_m_per_s = 1.0;  // of carries, as in set_minutes
constexpr double kSeconds = 60.0;

double middle(Span span) { return 0.5 * (span.low + span.high); }

DoseFor body_of(const Person& person, Mass load) {
  return {person.height, person.mass, person.sex, person.age, load};
}

/// The load that the model is asked about; nothing when it is a band of unknown force.
std::optional<Mass> model_load(const PlannedExercise& line, const Person& person) {
  if (line.load) return line.load;
  if (line.load_text.empty()) return Mass{};
  const auto force = first_band_force(person);
  return force ? std::optional(kilograms(in_newtons(*force) / kGravity_m_per_s2)) : std::nullopt;
}

/// Seconds under load of one set on one side.
double seconds_of_set(const Dose& dose, const PlannedExercise& line) {
  if (line.reps) return middle(*line.reps) * dose.repetition_s;
  if (line.hold_s) return line.holds * middle(*line.hold_s);
  if (line.distance_m) return middle(*line.distance_m) / kWalk_m_per_s;
  return line.minutes_each ? kSeconds * middle(*line.minutes_each) : 0.0;
}

}  // namespace

std::optional<Dose> dose_for(const Exercise& exercise, const PlannedExercise& line,
                             const Person& person, const Catalog& catalog) {
  const auto load = model_load(line, person);
  if (!load) return std::nullopt;
  return dose_of(catalog.doses, exercise.id, body_of(person, *load), catalog.rules);
}

std::vector<Share> worked_by(const Exercise& exercise, const PastSet& set, const Person& person,
                             const Catalog& catalog) {
  PlannedExercise line;
  line.load = set.load;
  const bool is_unknown = !set.load && exercise.external_load == ExternalLoad::Required;
  if (is_unknown) return exercise.shares;
  return counted_shares(exercise, dose_for(exercise, line, person, catalog), catalog);
}

double rest_from(const Rules& rules) { return rules.number("model-credit", "rest_from"); }

std::optional<LoadedMuscle> tiring_load(const Exercise& exercise, const Person& person,
                                        const Catalog& catalog, double reps_to_failure) {
  return load_where(catalog.doses, exercise.id, body_of(person, Mass{}),
                    share_of_max(catalog.rules, reps_to_failure), catalog.rules);
}

void stay_within_model(StartLoad& start, const Exercise& exercise, const Person& person,
                       const Catalog& catalog, const LoadPurpose& purpose) {
  if (start.rule == "start-load-known") return;
  const auto tiring = tiring_load(exercise, person, catalog, purpose.reps_to_failure);
  if (!tiring) return;
  constexpr double kSteps_per_kg = 10.0;  // finer would say more than the model knows
  const double exact = in_kilograms(tiring->load) * purpose.factor;
  const Mass most = kilograms(std::floor(exact * kSteps_per_kg) / kSteps_per_kg);
  const Muscle* muscle = find_muscle(catalog, tiring->muscle);
  const std::string model =
      fmt::format("by the model the {} would tire within the set at {}",
                  muscle ? muscle->short_name : tiring->muscle, to_text(most, person.units));
  if (most >= start.each) {
    start.text += fmt::format(" ({}, so the usual first load stands)", model);
    return;
  }
  start.text = fmt::format("{}, and the usual first load would be {}; the smaller counts", model,
                           to_text(start.each, person.units));
  start.each = most;
  start.rule = "start-load-model";
}

Force disc_guideline(const Person& person, const Rules& rules) {
  const auto& ages = rules.list("disc-guideline", "age");
  const auto& most =
      rules.list("disc-guideline", person.sex == Sex::Male ? "male_newtons" : "female_newtons");
  if (person.age <= ages.front()) return newtons(most.front());
  for (std::size_t i = 1; i < ages.size(); ++i) {
    if (person.age > ages[i]) continue;
    const double along = (person.age - ages[i - 1]) / (ages[i] - ages[i - 1]);
    return newtons(most[i - 1] + (most[i] - most[i - 1]) * along);
  }
  return newtons(most.back());
}

bool is_held_to_guideline(const Person& person, const Caps& caps, const Rules& rules) {
  constexpr int kFree = 3;
  return person.age >= rules.number("disc-guideline", "older_age") ||
         level_of(caps.highest, Property::AxialCompression) < kFree ||
         caps.weeks_axial_at_most_2 > 0;
}

DiscUse disc_use_of(const Dose& dose, const PlannedExercise& line) {
  DiscUse use;
  for (std::size_t d = 0; d < dose.discs.size(); ++d) {
    const double peak = in_newtons(dose.discs[d].peak_compression);
    if (d > 0 && peak <= use.peak_N) continue;
    use.peak_N = peak;
    use.likely_N = likely_around(peak, dose.likely[d]);
  }
  const double above =
      in_newtons(dose.discs[kL4L5].mean_compression) - in_newtons(dose.standing_compression);
  use.set_N_s = std::max(0.0, above) * seconds_of_set(dose, line) * line.sides;
  return use;
}

std::optional<std::string> above_guideline(const Exercise& exercise, const PlannedExercise& line,
                                           const Person& person, const Catalog& catalog) {
  const auto load = model_load(line, person);
  if (!load) return std::nullopt;
  const auto upper = hardest_press(catalog.doses, exercise.id, body_of(person, *load));
  const Force most = disc_guideline(person, catalog.rules);
  if (!upper || *upper <= most) return std::nullopt;
  return fmt::format(
      "one repetition may press with {:.0f} N on a disc, and a work guideline for your age allows "
      "{:.0f} N",
      in_newtons(*upper), in_newtons(most));
}

std::optional<std::string> spare_discs(std::vector<LoadOption>& options, const Exercise& exercise,
                                       PlannedExercise line, const Person& person,
                                       const Catalog& catalog) {
  std::optional<std::string> why;
  std::erase_if(options, [&](const LoadOption& option) {
    line.load = option.each;
    const auto no = above_guideline(exercise, line, person, catalog);
    if (no && !why) why = no;
    return no.has_value();
  });
  return options.empty() ? why : std::nullopt;
}

}  // namespace strongback
