#include "exchange/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/bands.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr double kAlike = 0.1;       // [-]  ratios nearer to 1 are told as alike
constexpr double kEmptyDisc = 0.01;  // [-]  of standing: below it, a ratio would say nothing

double peak_of(const ExerciseAnswer& answer) { return answer.discs[kL4L5].compression_N.peak; }

double credit_in(const Simulation& simulation, const std::string& muscle) {
  const auto found = simulation.credit.find(muscle);
  return found == simulation.credit.end() ? 0.0 : found->second;
}

/// A muscle of the back that a set of both trains: one that the model says more about first, then
/// the one that gets the most.
const Muscle* shared_muscle(const Simulation& a, const Simulation& b, const Catalog& catalog) {
  constexpr double kHalfASet = 0.5;
  const Muscle* best = nullptr;
  double best_score = 0.0;
  for (const Muscle& muscle : catalog.muscles) {
    const double both = std::min(credit_in(a, muscle.id), credit_in(b, muscle.id));
    if (!muscle.is_back || both <= 0.0) continue;
    const bool by_model = a.credit_by_model.contains(muscle.id) &&
                          b.credit_by_model.contains(muscle.id) && both >= kHalfASet;
    const double score = both + (by_model ? 1.0 : 0.0);
    if (score > best_score) {
      best = &muscle;
      best_score = score;
    }
  }
  return best;
}

void compare_muscle(const Simulation& least, const Simulation& most, const Muscle& muscle,
                    Difference& difference) {
  difference.muscle = muscle.id;
  difference.by_model =
      least.credit_by_model.contains(muscle.id) && most.credit_by_model.contains(muscle.id);
  const double a =
      difference.by_model ? effort_of(*least.answer(), muscle.id) : credit_in(least, muscle.id);
  const double b =
      difference.by_model ? effort_of(*most.answer(), muscle.id) : credit_in(most, muscle.id);
  difference.muscle_ratio = b > 0.0 ? a / b : 0.0;
}

bool is_alike(double ratio) { return ratio > 1.0 - kAlike && ratio < 1.0 + kAlike; }

std::string muscle_words(const Difference& difference, const Catalog& catalog) {
  const std::string name = short_name(difference.muscle, catalog);
  const double ratio = difference.muscle_ratio;
  if (difference.by_model) {
    return is_alike(ratio) ? fmt::format("works the {} as hard as", name)
                           : fmt::format("works the {} {:.1f} times as hard as", name, ratio);
  }
  return is_alike(ratio) ? fmt::format("counts as much for the {} as", name)
                         : fmt::format("counts {:.1f} times as much for the {} as", ratio, name);
}

std::string disc_words(const Difference& difference) {
  const std::string text =
      is_alike(difference.disc_ratio)
          ? "about the same load on L4/L5"
          : fmt::format("{:.1f} times the load on L4/L5", difference.disc_ratio);
  return difference.bands_overlap && !is_alike(difference.disc_ratio)
             ? text + " (their bands overlap)"
             : text;
}

}  // namespace

const std::string& word_of(SetEnds ends) {
  static const std::array<std::string, 4> kWords = {"tired", "nothing_held", "not_repeated",
                                                    "no_load_tires"};
  return kWords.at(static_cast<std::size_t>(ends));
}

const Simulation& loaded(const TiredSet& set) { return set.asked ? *set.asked : set.set; }

Mass held_mass(const Exercise& exercise, Mass load) {
  return exercise.load_basis == LoadBasis::PerHand ? load * 2.0 : load;
}

double effort_of(const MuscleWork& work) {
  return effort_of(MuscleDose{work.left.mean, work.right.mean, work.left.peak, work.right.peak});
}

double effort_of(const ExerciseAnswer& answer, const std::string& muscle) {
  const auto found = answer.muscles.find(muscle);
  return found == answer.muscles.end() ? 0.0 : effort_of(found->second);
}

std::optional<PerKilogram> per_kilogram(const TiredSet& set) {
  const Simulation& with = loaded(set);
  if (!set.empty || set.empty->answer() == nullptr || with.answer() == nullptr) return std::nullopt;
  PerKilogram each;
  each.held = held_mass(*with.exercise, with.load);
  const double kg = in_kilograms(each.held);
  if (kg <= 0.0) return std::nullopt;
  const ExerciseAnswer& empty = *set.empty->answer();
  each.compression_N = (peak_of(*with.answer()) - peak_of(empty)) / kg;
  for (const auto& [muscle, work] : with.answer()->muscles) {
    each.effort[muscle] = (effort_of(work) - effort_of(empty, muscle)) / kg;
  }
  return each;
}

std::optional<Difference> find_difference(const std::vector<TiredSet>& sets,
                                          const Catalog& catalog) {
  std::vector<std::size_t> answered;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i].set.answer() != nullptr) answered.push_back(i);
  }
  if (answered.size() < 2) return std::nullopt;
  const auto [least, most] =
      std::minmax_element(answered.begin(), answered.end(), [&](std::size_t a, std::size_t b) {
        return peak_of(*sets[a].set.answer()) < peak_of(*sets[b].set.answer());
      });
  const Simulation& low = sets[*least].set;
  const Simulation& high = sets[*most].set;
  Difference difference;
  difference.least = *least;
  difference.most = *most;
  const double a = peak_of(*low.answer()), b = peak_of(*high.answer());
  difference.disc_ratio = b > 0.0 ? a / b : 1.0;
  difference.bands_overlap =
      a * (1.0 + disc_band(*low.answer(), kL4L5)) >= b * (1.0 - disc_band(*high.answer(), kL4L5));
  if (const Muscle* muscle = shared_muscle(low, high, catalog)) {
    compare_muscle(low, high, *muscle, difference);
  }
  return difference;
}

std::string difference_text(const std::vector<TiredSet>& sets, const Catalog& catalog) {
  const auto difference = find_difference(sets, catalog);
  if (!difference) return "There are figures for fewer than two of them, so nothing to compare.";
  const TiredSet& low = sets[difference->least];
  const TiredSet& high = sets[difference->most];
  NameParts a = name_parts(low.set.name), b = name_parts(high.set.name);
  if (a.head == b.head) a.head = low.set.name, b.head = high.set.name;
  const bool both_tire = low.ends == SetEnds::Tired && high.ends == SetEnds::Tired;
  const std::string when = both_tire ? "In a set that tires" : "In one set";
  if (difference->muscle.empty()) {
    return fmt::format(
        "{}, \"{}\" puts {} that \"{}\" does; they train no muscle of the back in common.", when,
        a.head, disc_words(*difference), b.head);
  }
  return fmt::format("{}, \"{}\" {} \"{}\", for {}.", when, a.head,
                     muscle_words(*difference, catalog), b.head, disc_words(*difference));
}

DiscCosts rank_by_disc_cost(const std::vector<TiredSet>& sets, const std::string& muscle) {
  DiscCosts costs;
  for (const TiredSet& set : sets) {
    const double credit = credit_in(set.set, muscle);
    if (credit <= 0.0) continue;
    const ExerciseAnswer* answer = set.set.answer();
    const double x_standing = answer == nullptr ? 0.0 : answer->discs[kL4L5].relative_to_standing;
    if (x_standing < kEmptyDisc) {
      costs.unknown.push_back(&set);
      continue;
    }
    costs.ranked.push_back({&set, credit, set.set.credit_by_model.contains(muscle),
                            effort_of(*answer, muscle), x_standing, credit / x_standing});
  }
  std::stable_sort(costs.ranked.begin(), costs.ranked.end(),
                   [](const DiscCost& a, const DiscCost& b) { return a.worth > b.worth; });
  return costs;
}

}  // namespace strongback
