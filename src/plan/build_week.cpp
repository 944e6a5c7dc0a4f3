#include "plan/build_week.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/expects.h"
#include "plan/recovery.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

constexpr double kPrimeCredit = 1.0;
constexpr int kFamilies = 13;  // patterns that train: HorizontalPull ... Neck

std::string family_key(int family) {
  std::string word = pattern_words()[static_cast<std::size_t>(family)];
  std::replace(word.begin(), word.end(), '_', '-');
  return word;
}

bool holds(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

class Builder {
 public:
  Builder(const PlanInput& input, WeekShape shape)
      : input_(input),
        person_(*input.person),
        rules_(input.catalog->rules),
        shape_(std::move(shape)) {
    for (std::size_t m = 0; m < input.catalog->muscles.size(); ++m) {
      muscle_[input.catalog->muscles[m].id] = static_cast<int>(m);
    }
  }

  WeekProblem build() {
    add_muscles();
    add_slots();
    add_families();
    for (const auto& fitted : input_.fitted) add_option(fitted);
    add_balances();
    problem_.stations = static_cast<int>(stations_.size());
    problem_.station_cost = rules_.number("choice-costs", "station");
    problem_.repeat_cost = rules_.number("choice-costs", "repeat");
    problem_.later_value = rules_.number("muscle-value", "later");
    problem_.over_cost = rules_.number("muscle-value", "over");
    return std::move(problem_);
  }

 private:
  void add_muscles() {
    const double chores = chore_sets(person_, *input_.catalog);
    for (const auto& muscle : input_.catalog->muscles) {
      const Range2 range = weekly_range(person_, rules_, muscle);
      MuscleGoal goal;
      goal.weight = rules_.number("muscle-weight", muscle.id);
      goal.low = range.low;
      goal.high = range.high;
      goal.cap = weekly_cap(person_, rules_, muscle.id);
      if (muscle.id == "erector-spinae-lumbar" || muscle.id == "multifidus") goal.base = chores;
      problem_.muscles.push_back(goal);
      add_recovery(muscle.id);
    }
  }

  double shortest(std::size_t a, std::size_t b) const {
    double gap = kHoursPerWeek;
    for (const auto& from : shape_.slots[a]) {
      for (const auto& to : shape_.slots[b]) {
        if (&from != &to) gap = std::min(gap, hours_until(from, to));
      }
    }
    return gap;
  }

  void add_recovery(const std::string& muscle) {
    const double floor = recovery_floor_h(person_, rules_, shape_.week, muscle);
    const double tau = recovery_tau_h(person_, rules_, shape_.week);
    std::vector<std::uint32_t> clash(shape_.slots.size(), 0);
    std::vector<double> cap(shape_.slots.size());
    std::vector<double> near(shape_.slots.size());
    for (std::size_t k = 0; k < shape_.slots.size(); ++k) {
      double next = shortest(k, k);
      double nearest = kHoursPerWeek;
      for (std::size_t j = 0; j < shape_.slots.size(); ++j) {
        if (j == k) continue;
        const bool clashes = std::min(shortest(k, j), shortest(j, k)) < floor;
        if (clashes) {
          clash[k] |= 1U << j;
          nearest = std::min(nearest, shortest(k, j));
        } else {
          next = std::min(next, shortest(k, j));
        }
      }
      cap[k] = greatest_impulse(rules_, tau, next);
      near[k] = greatest_impulse(rules_, tau, std::min(next, nearest));
    }
    has_close_kinds_ = has_close_kinds_ || (shape_.is_split && clash.front() != 0);
    problem_.clash.push_back(std::move(clash));
    problem_.strain_cap.push_back(std::move(cap));
    problem_.near_cap.push_back(std::move(near));
  }

  void add_slots() {
    const Frame frame = session_frame(person_, rules_);
    constexpr int kMostSets = 30;
    for (const auto& days : shape_.slots) {
      Slot slot;
      slot.times = static_cast<int>(days.size());
      slot.minutes = person_.minutes - frame.warm_up_min - frame.cool_down_min;
      slot.most_sets = is_on_ramp(person_, rules_)
                           ? static_cast<int>(rules_.number("ramp", "full_sets"))
                           : kMostSets;
      slot.most_exercises = static_cast<int>(
          rules_.number("session-size", shape_.is_split ? "split_exercises" : "exercises"));
      problem_.slots.push_back(slot);
    }
  }

  void add_families() {
    for (int family = 0; family < kFamilies; ++family) {
      problem_.family_cap.push_back(
          static_cast<int>(rules_.number("session-families", family_key(family))));
      problem_.family_value.push_back(rules_.number("family-value", family_key(family)));
    }
  }

  void add_option(const Prescription& fitted) {
    const Exercise& exercise = *fitted.exercise;
    const auto family = static_cast<int>(exercise.pattern);
    expects(family < kFamilies, "only exercises that train are fitted");
    Option option;
    option.id = exercise.id;
    option.least_sets = fitted.least_sets;
    option.most_sets = fitted.most_sets;
    option.set_min = fitted.set_min;
    option.change_min = rules_.number("session-time", "change_s") / 60.0;
    option.family = family;
    option.station =
        stations_.emplace(fitted.station, static_cast<int>(stations_.size())).first->second;
    for (const auto& [muscle, credit] : fitted.credit)
      option.credit.push_back({muscle_.at(muscle), credit, false});
    add_strain(fitted, option);
    option.use_value = use_value(fitted);
    option.set_cost = set_cost(exercise) + ease_cost(fitted);
    option.must_use = holds(person_.locked, exercise.id);
    if (fitted.line.disc)
      option.disc = fitted.line.disc->set_N_s / rules_.number("disc-budget", "free_newton_s");
    option.slots = open_slots(fitted, option);
    problem_.options.push_back(std::move(option));
  }

  void add_strain(const Prescription& fitted, Option& option) const {
    if (!strains(*fitted.exercise)) return;
    const std::size_t exercise = problem_.options.size();
    const int times_before =
        shape_.times_before.empty() ? kSteadyWeek : shape_.times_before[exercise];
    const double factor = fatigue_impulse(rules_, fitted.line.reserve) *
                          novelty(person_, rules_, *fitted.exercise, times_before);
    for (const auto& [muscle, credit] : fitted.shares) {
      if (credit < rest_from(rules_)) continue;
      const int index = muscle_.at(muscle);
      const bool is_back = input_.catalog->muscles[static_cast<std::size_t>(index)].is_back;
      option.strain.push_back({index, factor * credit, is_back || credit >= kPrimeCredit});
    }
  }

  double use_value(const Prescription& fitted) const {
    const Exercise& exercise = *fitted.exercise;
    const auto cost = [&](const char* key) { return rules_.number("choice-costs", key); };
    double value = -cost("use");
    if (holds(person_.liked, exercise.id)) value += cost("liked");
    if (exercise.in_article) value += cost("article");
    if (holds(input_.preferred, exercise.id)) value += cost("template");
    if (fitted.fits_goal) value += cost("goal");
    for (const Property position : input_.care->caps.offered_last) {
      if (exercise.level_of(position) > 0) value -= cost("last_position");
    }
    return value;
  }

  double set_cost(const Exercise& exercise) const {
    constexpr int kOlder = 65;
    const bool spare = has_goal(person_, Goal::PainAware) || !input_.care->conditions.empty() ||
                       person_.age >= kOlder;
    return spare ? rules_.number("choice-costs", "axial") *
                       exercise.level_of(Property::AxialCompression)
                 : 0.0;
  }

  /// Work without a load that lies below the person's level tires less: it is worth less.
  double ease_cost(const Prescription& fitted) const {
    const int below = static_cast<int>(person_.level) - fitted.exercise->level;
    if (fitted.line.load || fitted.exercise->external_load == ExternalLoad::Required || below <= 0)
      return 0.0;
    double worth = 0.0;
    for (const auto& [muscle, credit] : fitted.credit)
      worth += credit * rules_.number("muscle-weight", muscle);
    return worth * (1.0 - std::pow(rules_.number("choice-costs", "easy"), below));
  }

  /// Slots in which the exercise may stand; near heavy chores it is halved everywhere.
  std::uint32_t open_slots(const Prescription& fitted, Option& option) const {
    const Exercise& exercise = *fitted.exercise;
    const bool bends =
        exercise.pattern == Pattern::Hinge || exercise.pattern == Pattern::TrunkExtension;
    std::uint32_t open = 0;
    bool halve = false;
    for (std::size_t k = 0; k < shape_.slots.size(); ++k) {
      bool fits = true;
      for (const auto& day : shape_.slots[k]) {
        fits = fits && !is_too_early(input_, exercise, day);
        halve = halve || (bends && is_near_heavy_chores(person_, *input_.catalog, day));
      }
      if (fits) open |= 1U << k;
    }
    constexpr int kAxialHeavy = 3;
    if (has_close_kinds_) open &= kinds_of(fitted);
    const bool too_soon = shape_.week <= input_.care->caps.weeks_axial_at_most_2 &&
                          exercise.level_of(Property::AxialCompression) >= kAxialHeavy;
    if (halve) {
      option.most_sets = std::max(1, option.most_sets / 2);
      option.least_sets = std::min(option.least_sets, option.most_sets);
    }
    return too_soon ? 0 : open;
  }

  /// Two kinds of session on days close together: pulling in the first, trunk and hips in the
  /// second, holds in both.  Pulling that tires the lumbar extensors gives way to supported forms,
  /// so that they are fresh for the second (rule "split-days").
  std::uint32_t kinds_of(const Prescription& fitted) const {
    constexpr std::uint32_t kFirst = 1U;
    constexpr std::uint32_t kSecond = 2U;
    const bool tires_lumbar =
        std::any_of(fitted.shares.begin(), fitted.shares.end(), [&](const Share& share) {
          return share.muscle == "erector-spinae-lumbar" && share.credit >= rest_from(rules_);
        });
    switch (fitted.exercise->pattern) {
      case Pattern::HorizontalPull:
      case Pattern::VerticalPull:
      case Pattern::ShoulderExtension:
      case Pattern::Scapular:
        return tires_lumbar ? 0U : kFirst;
      case Pattern::AntiRotation:
      case Pattern::AntiExtension:
      case Pattern::AntiLateralFlexion:
      case Pattern::Neck:
        return kFirst | kSecond;
      default:
        return kSecond;
    }
  }

  void add_balance(Pattern more, double ratio, Pattern less) {
    Balance balance;
    bool can_balance = false;
    for (const auto& fitted : input_.fitted) {
      const Pattern pattern = fitted.exercise->pattern;
      can_balance = can_balance || pattern == less;
      balance.weight.push_back(pattern == more ? 1.0 : pattern == less ? -ratio : 0.0);
    }
    if (can_balance) problem_.balances.push_back(std::move(balance));
  }

  void add_balances() {
    add_balance(Pattern::VerticalPull, 1.0, Pattern::HorizontalPull);
    add_balance(Pattern::TrunkExtension, rules_.number("balance-extension", "ratio"),
                Pattern::AntiExtension);
  }

  const PlanInput& input_;
  const Person& person_;
  const Rules& rules_;
  WeekShape shape_;
  std::map<std::string, int> muscle_;
  std::map<std::string, int> stations_;
  bool has_close_kinds_ = false;  // two kinds of session, nearer to each other than the floor
  WeekProblem problem_;
};

}  // namespace

WeekProblem week_problem(const PlanInput& input, WeekShape shape) {
  return Builder(input, std::move(shape)).build();
}

WeekProblem full_week(const PlanInput& input, const DayPattern& pattern) {
  WeekShape shape;
  shape.is_split = pattern.sessions > 1;
  shape.slots.resize(static_cast<std::size_t>(pattern.sessions));
  for (std::size_t d = 0; d < pattern.days.size(); ++d) {
    shape.slots[static_cast<std::size_t>(pattern.session[d])].push_back(pattern.days[d]);
  }
  return week_problem(input, std::move(shape));
}

}  // namespace strongback
