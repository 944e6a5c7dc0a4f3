#include "plan/loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace strongback {
namespace {

constexpr int kGram = 1000;  // loads are compared in whole grams

long grams(Mass mass) { return std::lround(in_kilograms(mass) * kGram); }

/// Pounds are no whole grams, and a bar may hold many plates: their sums are kept in milligrams.
constexpr int kMilligram = 1'000'000;
long milligrams(Mass mass) { return std::lround(in_kilograms(mass) * kMilligram); }
Mass from_milligrams(long value) { return kilograms(static_cast<double>(value) / kMilligram); }

/// Sums, in milligrams, of what can be hung on `ends` places at once, every place alike: each plate
/// size contributes 0 to count/ends pieces a place.
std::set<long> plate_sums(const std::vector<CountedMass>& plates, int ends) {
  constexpr std::size_t kMostSums = 400;
  std::set<long> sums{0};
  for (const auto& plate : plates) {
    const std::set<long> before = sums;
    for (int pieces = 1; pieces <= plate.count / ends; ++pieces) {
      for (const long sum : before) {
        if (sums.size() < kMostSums) sums.insert(sum + pieces * ends * milligrams(plate.each));
      }
    }
  }
  return sums;
}

bool is_pair(LoadBasis basis) { return basis == LoadBasis::PerHand; }

std::string place_text(LoadBasis basis) {
  switch (basis) {
    case LoadBasis::PerHand:
      return " in each hand";
    case LoadBasis::OneHand:
      return " in one hand";
    default:
      return "";
  }
}

std::string with_article(const std::string& name) {
  const bool vowel = !name.empty() && std::string("aeiou").find(name[0]) != std::string::npos;
  const bool has_article =
      name.starts_with("a ") || name.starts_with("an ") || name.starts_with("the ");
  return has_article ? name : (vowel ? "an " : "a ") + name;
}

/// Collects options, the lightest first, one for each total.
class Collector {
 public:
  Collector(const Exercise& exercise, Units units) : basis_(exercise.load_basis), units_(units) {}

  void piece(Mass each, int owned, const std::string& name) {
    const int needed = is_pair(basis_) ? 2 : 1;
    if (owned < needed || grams(each) <= 0) return;
    const std::string what = name.empty() ? to_text(each, units_) : with_article(name);
    add(each, each * needed, what + place_text(basis_));
  }
  void add(Mass each, Mass total, std::string text) {
    options_.push_back({each, total, std::move(text)});
  }
  std::vector<LoadOption> sorted() && {
    std::stable_sort(
        options_.begin(), options_.end(),
        [](const LoadOption& a, const LoadOption& b) { return grams(a.total) < grams(b.total); });
    const auto same = [](const LoadOption& a, const LoadOption& b) {
      return grams(a.total) == grams(b.total);
    };
    options_.erase(std::unique(options_.begin(), options_.end(), same), options_.end());
    return std::move(options_);
  }
  [[nodiscard]] LoadBasis basis() const { return basis_; }
  [[nodiscard]] Units units() const { return units_; }

 private:
  LoadBasis basis_;
  Units units_;
  std::vector<LoadOption> options_;
};

/// Equal masses of a list counted together.
std::vector<CountedMass> merged(const std::vector<CountedMass>& list) {
  std::vector<CountedMass> result;
  for (const auto& item : list) {
    const auto same = std::find_if(result.begin(), result.end(), [&](const CountedMass& other) {
      return grams(other.each) == grams(item.each);
    });
    if (same == result.end()) {
      result.push_back(item);
    } else {
      same->count += item.count;
    }
  }
  return result;
}

void add_dumbbells(const Inventory& inventory, Collector& out) {
  for (const auto& piece : merged(inventory.dumbbells)) out.piece(piece.each, piece.count, "");
  if (!inventory.adjustable) return;
  const auto& set = *inventory.adjustable;
  const int needed = is_pair(out.basis()) ? 2 : 1;
  if (set.handles < needed) return;
  for (const long sum : plate_sums(merged(set.plates), 2 * needed)) {
    out.piece(set.handle + from_milligrams(sum / needed), needed, "");
  }
}

void add_barbell(const Barbell& barbell, Collector& out) {
  for (const long sum : plate_sums(merged(barbell.plates), 2)) {
    const Mass total = barbell.bar + from_milligrams(sum);
    const std::string ends =
        sum == 0 ? "the empty bar, " + to_text(total, out.units())
                 : fmt::format("{} (bar and {} on each end)", to_text(total, out.units()),
                               to_text(from_milligrams(sum / 2), out.units()));
    out.add(total, total, ends);
  }
}

void add_stack(const Stack& stack, Collector& out) {
  constexpr int kMostSteps = 200;
  for (int i = 0; i <= kMostSteps; ++i) {
    const Mass load = stack.lightest + stack.step * i;
    if (grams(load) > grams(stack.heaviest)) break;
    out.add(load, load, to_text(load, out.units()) + " on the stack");
    if (grams(stack.step) <= 0) break;
  }
}

double age_factor(const Person& person, const Rules& rules) {
  const auto& from = rules.list("start-load", "age_from");
  const auto& factors = rules.list("start-load", person.sex == Sex::Male ? "male" : "female");
  double factor = factors.front();
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (person.age >= from[i]) factor = factors[i];
  }
  return factor;
}

double experience_factor(const Person& person, const Rules& rules) {
  switch (person.level) {
    case Level::Intermediate:
      return rules.number("start-load", "exp_trained");
    case Level::Advanced:
      return rules.number("start-load", "exp_intermediate");
    default:
      return rules.number("start-load", "exp_novice");
  }
}

double gap_factor(const Person& person, const Rules& rules) {
  if (!person.weeks_since_training) return 1.0;
  const auto& days = rules.list("training-gap", "days");
  const auto& loads = rules.list("training-gap", "load");
  double factor = 1.0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (*person.weeks_since_training * 7.0 > days[i])
      factor = loads[std::min(i + 1, loads.size() - 1)];
  }
  return factor;
}

std::string health_text(double factor) {
  return factor == 1.0 ? ""
                       : fmt::format(" × {} for what you told about your health", plain(factor));
}

/// From last week's sets: the one that says most about strength (rule "start-load-known"); a
/// beginner's reserve counts one higher (rule "novice-reserve").
std::optional<StartLoad> known_load(const Exercise& exercise, const Person& person,
                                    const Rules& rules, const LoadPurpose& purpose) {
  constexpr int kUsualReserve = 2;
  const PastSet* best = nullptr;
  double best_max = 0.0;
  for (const auto& set : person.past_sets) {
    if (set.exercise != exercise.id || !set.load || set.reps < 1) continue;
    double to_failure = set.reps + set.reserve.value_or(kUsualReserve);
    if (person.level <= Level::Novice) to_failure += rules.number("novice-reserve", "add");
    const double max = in_kilograms(*set.load) / share_of_max(rules, to_failure);
    if (max <= best_max) continue;
    best_max = max;
    best = &set;
  }
  if (!best) return std::nullopt;
  const double each = best_max * share_of_max(rules, purpose.reps_to_failure) * purpose.factor;
  return StartLoad{
      kilograms(each),
      fmt::format("last week's {} with {} and {} left, brought to a set of about {} to the limit{}",
                  counted(best->reps, "repetition"), to_text(*best->load, person.units),
                  best->reserve.value_or(kUsualReserve), plain(purpose.reps_to_failure, 0),
                  health_text(purpose.factor)),
      "start-load-known"};
}

Mass counted_mass(const Person& person, const Rules& rules) {
  const double cap =
      rules.number("start-load", person.sex == Sex::Male ? "cap_men_kg" : "cap_women_kg");
  return kilograms(std::min(in_kilograms(person.mass), cap));
}

std::string body_text(const Person& person, const Rules& rules) {
  const Mass counted = counted_mass(person, rules);
  const std::string text = to_text(counted, person.units);
  return counted < person.mass ? text + " (the most that is counted)" : text + " body mass";
}

std::string factors_text(const Exercise& exercise, const Person& person, const Rules& rules,
                         double factor) {
  std::string text =
      fmt::format("{} of {} × {} for age {}", plain(*exercise.start_coefficient),
                  body_text(person, rules), plain(age_factor(person, rules)), person.age);
  if (person.sex == Sex::Female)
    text += fmt::format(" × {} for women", plain(rules.number("start-load", "female")));
  const double experience = experience_factor(person, rules) * gap_factor(person, rules);
  if (experience != 1.0) text += fmt::format(" × {} for training so far", plain(experience));
  return text + health_text(factor);
}

}  // namespace

bool has_all(const Person& person, const std::vector<std::string>& alternative) {
  const auto& things = person.inventory.things;
  return std::all_of(alternative.begin(), alternative.end(), [&](const std::string& id) {
    return std::find(things.begin(), things.end(), id) != things.end();
  });
}

std::string missing_equipment(const Exercise& exercise, const Person& person,
                              const Catalog& catalog) {
  std::vector<std::string> best;
  for (const auto& alternative : exercise.equipment) {
    std::vector<std::string> missing;
    for (const auto& id : alternative) {
      if (has_all(person, {id})) continue;
      const Equipment* thing = find_equipment(catalog, id);
      std::string name = thing ? thing->name : id;
      for (const std::string_view article : {"a ", "an ", "the "}) {
        if (name.starts_with(article)) name.erase(0, article.size());
      }
      missing.push_back("no " + name);
    }
    if (best.empty() || missing.size() < best.size()) best = missing;
  }
  return listed(best);
}

namespace {

const Band* lightest_band(const Person& person) {
  const Band* found = nullptr;
  for (const auto& band : person.inventory.bands) {
    const bool lighter =
        found && band.at_double && (!found->at_double || *band.at_double < *found->at_double);
    if (!found || lighter) found = &band;
  }
  return found;
}

}  // namespace

std::optional<std::string> first_band(const Person& person) {
  const Band* band = lightest_band(person);
  return band ? std::optional(band->name) : std::nullopt;
}

std::optional<Force> first_band_force(const Person& person) {
  const Band* band = lightest_band(person);
  return band ? band->at_double : std::nullopt;
}

std::vector<LoadOption> loads_for(const Exercise& exercise,
                                  const std::vector<std::string>& alternative, const Person& person,
                                  const Catalog& catalog) {
  Collector out(exercise, person.units);
  const Inventory& owned = person.inventory;
  for (const auto& id : alternative) {
    const Equipment* thing = find_equipment(catalog, id);
    if (!thing || !thing->is_load) continue;
    if (id == "dumbbell") add_dumbbells(owned, out);
    if (id == "barbell" && owned.barbell) add_barbell(*owned.barbell, out);
    if (id == "household") {
      for (const auto& object : owned.household) out.piece(object.mass, object.count, object.name);
    }
    if (id == "kettlebell") {
      for (const auto& bell : merged(owned.kettlebells)) out.piece(bell.each, bell.count, "");
    }
    if (const auto stack = owned.stacks.find(id); stack != owned.stacks.end())
      add_stack(stack->second, out);
  }
  return std::move(out).sorted();
}

std::optional<StartLoad> start_load(const Exercise& exercise, const Person& person,
                                    const Rules& rules, const LoadPurpose& purpose) {
  if (auto known = known_load(exercise, person, rules, purpose)) return known;
  if (!exercise.start_coefficient) return std::nullopt;
  const bool is_male = person.sex == Sex::Male;
  const double body = in_kilograms(counted_mass(person, rules));
  const double sex = is_male ? 1.0 : rules.number("start-load", "female");
  const double value = *exercise.start_coefficient * body * age_factor(person, rules) * sex *
                       experience_factor(person, rules) * gap_factor(person, rules) *
                       purpose.factor;
  return StartLoad{kilograms(value), factors_text(exercise, person, rules, purpose.factor),
                   "start-load"};
}

}  // namespace strongback
