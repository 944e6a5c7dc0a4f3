#include "plan/ledger.h"

#include <algorithm>

namespace strongback {
namespace {

constexpr double kSlack = 1e-9;  // rounding of sums is no breach

double worth(const WeekProblem& problem, const MuscleGoal& goal, double sets) {
  const double early = std::min(sets, goal.low);
  const double later = std::max(0.0, std::min(sets, goal.high) - goal.low);
  const double over = std::max(0.0, sets - goal.high);
  return goal.weight * (early + problem.later_value * later - problem.over_cost * over);
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
      balance_(problem.balances.size()),
      over_cap_(problem.muscles.size()),
      over_strain_(problem.muscles.size()) {
  for (std::size_t m = 0; m < muscle_.size(); ++m) {
    muscle_[m] = problem.muscles[m].base;
    worth_.push_back(worth(problem, problem.muscles[m], muscle_[m]));
    value_ += worth_.back();
  }
  for (const Option& option : problem.options) {
    if (option.must_use) shortfall_ += 1.0;
  }
}

void Ledger::credit_muscles(int slot, const Option& option, int change) {
  const int times = problem_->slots[at(slot)].times;
  for (const PerSet& credit : option.credit) {
    const MuscleGoal& goal = problem_->muscles[at(credit.muscle)];
    double& sets = muscle_[at(credit.muscle)];
    double& now = worth_[at(credit.muscle)];
    value_ -= now;
    sets += credit.amount * change * times;
    now = worth(*problem_, goal, sets);
    value_ += now;
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
  value_ += times * problem_->family_value[at(option.family)] *
            toggled(family_[at(slot)][at(option.family)]);
  value_ -= times * problem_->station_cost * toggled(station_[at(slot)][at(option.station)]);
  const int before = places_[at(index)];
  places_[at(index)] += sign;
  value_ -= problem_->repeat_cost * (std::max(0, places_[at(index)] - 1) - std::max(0, before - 1));
}

void Ledger::put(int slot, int index, int sets) {
  const int before = choice_[at(slot)][at(index)];
  if (before == sets) return;
  shortfall_ -= touched_shortfall(slot, index);
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
    balance_[b] +=
        problem_->balances[b].weight[at(index)] * change * problem_->slots[at(slot)].times;
  }
  disc_ += option.disc * change * problem_->slots[at(slot)].times;
  if (sign != 0) use(slot, index, sign);
  shortfall_ += touched_shortfall(slot, index);
  for (const PerSet& credit : option.credit) {
    renew(over_cap_[at(credit.muscle)], cap_shortfall(at(credit.muscle)));
  }
  for (const PerSet& strain : option.strain) {
    renew(over_strain_[at(strain.muscle)], strain_shortfall(at(strain.muscle)));
  }
}

double Ledger::slot_shortfall(std::size_t k) const {
  const Slot& slot = problem_->slots[k];
  return above(minutes_[k], slot.minutes) + above(sets_[k], slot.most_sets) +
         above(uses_[k], slot.most_exercises);
}

double Ledger::cap_shortfall(std::size_t m) const {
  const MuscleGoal& goal = problem_->muscles[m];
  return muscle_[m] > goal.base ? above(muscle_[m], goal.cap) : 0.0;
}

double Ledger::strain_shortfall(std::size_t m) const {
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

void Ledger::renew(double& part, double now) {
  shortfall_ += now - part;
  part = now;
}

double Ledger::touched_shortfall(int slot, int index) const {
  const WeekProblem& p = *problem_;
  const Option& option = p.options[at(index)];
  const auto family = at(option.family);
  double total = slot_shortfall(at(slot)) + above(family_[at(slot)][family], p.family_cap[family]);
  for (std::size_t b = 0; b < balance_.size(); ++b) {
    if (p.balances[b].weight[at(index)] != 0.0) total += above(balance_[b], 0.0);
  }
  if (option.must_use && places_[at(index)] == 0) total += 1.0;
  if (option.disc > 0.0) total += above(disc_, p.disc_cap);
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
        sets[static_cast<std::size_t>(credit.muscle)] +=
            credit.amount * choice[k][o] * problem.slots[k].times;
      }
    }
  }
  return sets;
}

}  // namespace strongback
