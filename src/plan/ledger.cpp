#include "plan/ledger.h"

#include <algorithm>

namespace strongback {
namespace {

constexpr double kSlack = 1e-9;  // rounding of sums is no breach

double worth(const MuscleGoal& goal, double later_value, double sets) {
  const double early = std::min(sets, goal.low);
  const double later = std::max(0.0, std::min(sets, goal.high) - goal.low);
  return goal.weight * (early + later_value * later);
}

double above(double amount, double bound) { return amount > bound + kSlack ? amount - bound : 0.0; }

}  // namespace

Choice empty_choice(const WeekProblem& problem) {
  return Choice(problem.slots.size(), std::vector<int>(problem.options.size(), 0));
}

Ledger::Ledger(const WeekProblem& problem)
    : problem_(&problem),
      choice_(empty_choice(problem)),
      muscle_(problem.muscles.size()),
      minutes_(problem.slots.size()),
      sets_(problem.slots.size()),
      uses_(problem.slots.size()),
      family_(problem.slots.size(), std::vector<int>(problem.family_cap.size())),
      station_(problem.slots.size(), std::vector<int>(at(problem.stations))),
      strained_(problem.muscles.size(), std::vector<int>(problem.slots.size())),
      primed_(problem.muscles.size(), std::vector<int>(problem.slots.size())),
      strain_(problem.muscles.size(), std::vector<double>(problem.slots.size())),
      places_(problem.options.size()),
      balance_(problem.balances.size()) {
  for (std::size_t m = 0; m < muscle_.size(); ++m) {
    muscle_[m] = problem.muscles[m].base;
    value_ += worth(problem.muscles[m], problem.later_value, muscle_[m]);
  }
}

void Ledger::credit_muscles(int slot, const Option& option, int change) {
  const int times = problem_->slots[at(slot)].times;
  for (const PerSet& credit : option.credit) {
    const MuscleGoal& goal = problem_->muscles[at(credit.muscle)];
    double& sets = muscle_[at(credit.muscle)];
    value_ -= worth(goal, problem_->later_value, sets);
    sets += credit.amount * change * times;
    value_ += worth(goal, problem_->later_value, sets);
  }
}

void Ledger::strain_muscles(int slot, const Option& option, int change, int sign) {
  for (const auto& [muscle, amount, is_prime] : option.strain) {
    strain_[at(muscle)][at(slot)] += amount * change;
    strained_[at(muscle)][at(slot)] += sign;
    if (is_prime) primed_[at(muscle)][at(slot)] += sign;
  }
}

void Ledger::use(int slot, int index, int sign) {
  const Option& option = problem_->options[at(index)];
  const int times = problem_->slots[at(slot)].times;
  const auto toggled = [&](int& count) {  // +1 when the first comes, -1 when the last goes
    count += sign;
    return sign > 0 ? (count == 1 ? 1 : 0) : (count == 0 ? -1 : 0);
  };
  value_ += sign * times * option.use_value;
  minutes_[at(slot)] += sign * option.change_min;
  uses_[at(slot)] += sign;
  value_ += times * problem_->family_value[at(option.family)] * toggled(family_[at(slot)][at(option.family)]);
  value_ -= times * problem_->station_cost * toggled(station_[at(slot)][at(option.station)]);
  const int before = places_[at(index)];
  places_[at(index)] += sign;
  value_ -= problem_->repeat_cost * (std::max(0, places_[at(index)] - 1) - std::max(0, before - 1));
}

void Ledger::put(int slot, int index, int sets) {
  const int before = choice_[at(slot)][at(index)];
  if (before == sets) return;
  const Option& option = problem_->options[at(index)];
  const int change = sets - before;
  const int sign = before == 0 ? 1 : sets == 0 ? -1 : 0;
  choice_[at(slot)][at(index)] = sets;
  credit_muscles(slot, option, change);
  strain_muscles(slot, option, change, sign);
  value_ -= problem_->slots[at(slot)].times * option.set_cost * change;
  minutes_[at(slot)] += option.set_min * change;
  sets_[at(slot)] += change;
  for (std::size_t b = 0; b < balance_.size(); ++b) {
    balance_[b] += problem_->balances[b].weight[at(index)] * change * problem_->slots[at(slot)].times;
  }
  if (sign != 0) use(slot, index, sign);
}

double Ledger::slot_shortfall() const {
  const WeekProblem& p = *problem_;
  double total = 0.0;
  for (std::size_t k = 0; k < p.slots.size(); ++k) {
    total += above(minutes_[k], p.slots[k].minutes) + above(sets_[k], p.slots[k].most_sets) +
             above(uses_[k], p.slots[k].most_exercises);
    for (std::size_t f = 0; f < p.family_cap.size(); ++f) total += above(family_[k][f], p.family_cap[f]);
  }
  return total;
}

double Ledger::recovery_shortfall(std::size_t m) const {
  const WeekProblem& p = *problem_;
  double total = 0.0;
  for (std::size_t k = 0; k < p.slots.size(); ++k) {
    if (strained_[m][k] == 0) continue;
    total += above(strain_[m][k], p.strain_cap[m][k]);
    for (std::size_t j = 0; j < p.slots.size(); ++j) {
      if ((p.clash[m][k] >> j & 1U) == 0 || strained_[m][j] == 0) continue;
      const bool has_prime = primed_[m][j] > 0 || primed_[m][k] > 0;
      total += has_prime ? 1.0 : above(strain_[m][k], p.near_cap[m][k]);
    }
  }
  return total;
}

double Ledger::shortfall() const {
  const WeekProblem& p = *problem_;
  double total = slot_shortfall();
  for (std::size_t m = 0; m < p.muscles.size(); ++m) {
    if (muscle_[m] > p.muscles[m].base) total += above(muscle_[m], p.muscles[m].cap);
    total += recovery_shortfall(m);
  }
  for (const double sum : balance_) total += above(sum, 0.0);
  for (std::size_t o = 0; o < p.options.size(); ++o) {
    if (p.options[o].must_use && places_[o] == 0) total += 1.0;
  }
  return total;
}

double value_of(const WeekProblem& problem, const Choice& choice) {
  Ledger ledger(problem);
  for (std::size_t k = 0; k < choice.size(); ++k) {
    for (std::size_t o = 0; o < choice[k].size(); ++o) {
      ledger.put(static_cast<int>(k), static_cast<int>(o), choice[k][o]);
    }
  }
  return ledger.value();
}

double shortfall_of(const WeekProblem& problem, const Choice& choice) {
  Ledger ledger(problem);
  double total = 0.0;
  for (std::size_t k = 0; k < choice.size(); ++k) {
    for (std::size_t o = 0; o < choice[k].size(); ++o) {
      const Option& option = problem.options[o];
      const int sets = choice[k][o];
      if (sets == 0) continue;
      if ((option.slots >> k & 1U) == 0) total += 1.0;
      total += std::max(0, option.least_sets - sets) + std::max(0, sets - option.most_sets);
      ledger.put(static_cast<int>(k), static_cast<int>(o), sets);
    }
  }
  return total + ledger.shortfall();
}

std::vector<double> weekly_sets(const WeekProblem& problem, const Choice& choice) {
  std::vector<double> sets;
  for (const auto& goal : problem.muscles) sets.push_back(goal.base);
  for (std::size_t k = 0; k < choice.size(); ++k) {
    for (std::size_t o = 0; o < choice[k].size(); ++o) {
      for (const PerSet& credit : problem.options[o].credit) {
        sets[static_cast<std::size_t>(credit.muscle)] += credit.amount * choice[k][o] * problem.slots[k].times;
      }
    }
  }
  return sets;
}

}  // namespace strongback
