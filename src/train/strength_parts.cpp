#include "train/strength_parts.h"

#include <algorithm>
#include <cmath>

#include "plan/loads.h"
#include "plan/strength.h"

namespace strongback {
namespace {

StrengthNumbers numbers_of(const Person& person, const Rules& rules) {
  const bool is_novice = person.level <= Level::Novice;
  const auto spread = [&](const char* key) { return rules.number("strength-spread", key); };
  const auto noise = [&](const char* key) { return rules.number("strength-noise", key); };
  const auto change = [&](const char* key) { return rules.number("strength-change", key); };
  constexpr double kDaysPerWeek_d = 7.0;
  StrengthNumbers numbers;
  numbers.sd_all = spread("all");
  numbers.sd_group = spread("group");
  numbers.sd_skill = spread("skill");
  numbers.sd_unloaded = spread("unloaded");
  numbers.sd_day = noise("day");
  numbers.sd_set = noise("set");
  numbers.sd_reps = noise("reps");
  numbers.sd_reps_per_reserve = noise("reps_per_reserve");
  numbers.drift_all = change("drift_all_week") / std::sqrt(kDaysPerWeek_d);
  numbers.drift_group = change("drift_group_week") / std::sqrt(kDaysPerWeek_d);
  numbers.drift_skill = change("drift_skill_week") / std::sqrt(kDaysPerWeek_d);
  numbers.gain_per_day =
      change(is_novice ? "gain_novice_week" : "gain_trained_week") / kDaysPerWeek_d;
  const bool is_older = person.age >= change("older_age");
  numbers.loss_per_day = change("loss_week") / kDaysPerWeek_d;
  numbers.loss_after_days = change(is_older ? "older_keeps_days" : "keeps_days");
  numbers.set_drop = noise("set_drop");
  numbers.reserve_bias = is_novice ? rules.number("novice-reserve", "add") : 0.0;
  numbers.most_reps = rules.number("wathan", "reps_high");
  numbers.session_gap_h = noise("session_gap_h");
  numbers.outlier = noise("outlier");
  constexpr double kPercent = 100.0;
  numbers.a = rules.number("wathan", "a") / kPercent;
  numbers.b = rules.number("wathan", "b") / kPercent;
  numbers.c = rules.number("wathan", "c");
  return numbers;
}

std::vector<std::string> groups_of(const Catalog& catalog) {
  std::vector<std::string> groups;
  for (const Muscle& muscle : catalog.muscles) {
    if (std::find(groups.begin(), groups.end(), muscle.group) == groups.end())
      groups.push_back(muscle.group);
  }
  return groups;
}

/// Which groups a set's outcome hangs on: by the squares of the muscles' shares, so that prime
/// movers decide.
std::vector<std::pair<int, double>> weights_of(const Exercise& exercise, const Catalog& catalog,
                                               const std::vector<std::string>& groups) {
  std::vector<double> by_group(groups.size(), 0.0);
  double sum = 0.0;
  for (const Share& share : counted_shares(exercise, middle_dose(exercise, catalog), catalog)) {
    const Muscle* muscle = find_muscle(catalog, share.muscle);
    const auto group = std::find(groups.begin(), groups.end(), muscle->group) - groups.begin();
    const double weight = share.credit * share.credit;
    by_group[static_cast<std::size_t>(group)] += weight;
    sum += weight;
  }
  std::vector<std::pair<int, double>> weights;
  for (std::size_t g = 0; g < by_group.size(); ++g) {
    if (by_group[g] > 0.0) weights.emplace_back(static_cast<int>(g), by_group[g] / sum);
  }
  return weights;
}

/// The strength that is expected where the exercise has a first load.
std::optional<double> expected_load(const Exercise& exercise, const Person& person,
                                    const Rules& rules) {
  const auto start = start_load(exercise, person, rules, {});
  if (!start || in_kilograms(start->each) <= 0.0) return std::nullopt;
  const double one = in_kilograms(start->each) / share_of_max(rules, kStartRepsToFailure);
  return std::log(one * rules.number("strength-spread", "over_first_load"));
}

}  // namespace

StrengthTable strength_table(const Person& asked, const Catalog& catalog) {
  Person person = asked;
  person.past_sets.clear();  // they are sets to learn from, not what is expected
  StrengthTable table;
  table.groups = groups_of(catalog);
  table.numbers = numbers_of(person, catalog.rules);
  for (const Exercise& exercise : catalog.exercises) {
    const bool is_counted = exercise.mode == Mode::Reps &&
                            exercise.stimulus == Stimulus::Strength &&
                            exercise.load_basis != LoadBasis::Band;
    if (!is_counted) continue;
    StrengthPart part;
    if (const auto expected = expected_load(exercise, person, catalog.rules)) {
      part.is_loaded = true;
      part.log_expected = *expected;
    } else if (exercise.external_load != ExternalLoad::Required) {
      const double middle = 0.5 * (exercise.dose.low + exercise.dose.high);
      const double left = catalog.rules.number("reserve-target", "high");
      part.log_expected = -std::log(share_of_max(catalog.rules, middle + left));
    } else {
      continue;
    }
    part.weights = weights_of(exercise, catalog, table.groups);
    table.parts.emplace(exercise.id, std::move(part));
  }
  return table;
}

}  // namespace strongback
