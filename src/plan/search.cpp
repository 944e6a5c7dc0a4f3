#include "plan/search.h"

#include <algorithm>
#include <cmath>

#include "plan/ledger.h"

namespace strongback {
namespace {

constexpr double kSoft = 3.0;   // cost of each unit that a bound is exceeded by, at first
constexpr double kHard = 30.0;  // and at the end
constexpr double kHot = 3.0;    // temperatures, in units of the objective
constexpr double kWarm = 1.4;   // for runs that start from the best so far
constexpr double kFirm = 6.0;
constexpr double kCold = 0.1;
constexpr double kBetter = 1e-9;

/// xorshift64*: small, fast, the same everywhere (Vigna 2016, from memory).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  int below(int bound) {
    return static_cast<int>((next() >> 33U) % static_cast<std::uint64_t>(bound));
  }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

/// An exercise in a session.
struct Cell {
  int slot;
  int option;
};

struct Change {
  int slot;
  int option;
  int sets;
};

/// A ledger that remembers what the last move changed.
class Walker {
 public:
  explicit Walker(const WeekProblem& problem) : problem_(&problem), ledger_(problem) {}

  void apply(const Change& change) {
    undo_.push_back({change.slot, change.option, ledger_.sets(change.slot, change.option)});
    ledger_.put(change.slot, change.option, change.sets);
  }
  void undo() {
    for (; !undo_.empty(); undo_.pop_back()) {
      ledger_.put(undo_.back().slot, undo_.back().option, undo_.back().sets);
    }
  }
  void keep() { undo_.clear(); }
  [[nodiscard]] bool moved() const { return !undo_.empty(); }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const WeekProblem& problem() const { return *problem_; }
  void restart(const Choice& choice) {
    keep();
    ledger_ = Ledger(*problem_);
    for (std::size_t k = 0; k < choice.size(); ++k) {
      for (std::size_t o = 0; o < choice[k].size(); ++o) {
        ledger_.put(static_cast<int>(k), static_cast<int>(o), choice[k][o]);
      }
    }
  }

 private:
  const WeekProblem* problem_;
  Ledger ledger_;
  std::vector<Change> undo_;
};

bool may_stand(const WeekProblem& problem, int slot, int option) {
  return (problem.options[static_cast<std::size_t>(option)].slots >> static_cast<unsigned>(slot) &
          1U) != 0;
}

std::vector<Cell> open_cells(const WeekProblem& problem) {
  std::vector<Cell> cells;
  for (int k = 0; k < static_cast<int>(problem.slots.size()); ++k) {
    for (int o = 0; o < static_cast<int>(problem.options.size()); ++o) {
      if (may_stand(problem, k, o)) cells.push_back({k, o});
    }
  }
  return cells;
}

int random_sets(const Option& option, Dice& dice) {
  return option.least_sets + dice.below(option.most_sets - option.least_sets + 1);
}

int random_used(const Walker& walker, int slot, Dice& dice) {
  const int count = static_cast<int>(walker.problem().options.size());
  const int first = dice.below(count);
  for (int i = 0; i < count; ++i) {
    const int option = (first + i) % count;
    if (walker.ledger().sets(slot, option) > 0) return option;
  }
  return -1;
}

/// Takes out of the other slots what may not stand beside `option` in `slot`.
void evict(Walker& walker, int slot, const Option& option) {
  const WeekProblem& problem = walker.problem();
  const auto clashes = [&](int other_slot, const Option& other) {
    for (const PerSet& mine : option.strain) {
      const auto mask =
          problem.clash[static_cast<std::size_t>(mine.muscle)][static_cast<std::size_t>(slot)];
      if ((mask >> static_cast<unsigned>(other_slot) & 1U) == 0) continue;
      for (const PerSet& theirs : other.strain) {
        if (theirs.muscle == mine.muscle && (theirs.is_prime || mine.is_prime)) return true;
      }
    }
    return false;
  };
  for (int k = 0; k < static_cast<int>(problem.slots.size()); ++k) {
    if (k == slot) continue;
    for (int o = 0; o < static_cast<int>(problem.options.size()); ++o) {
      const bool is_used = walker.ledger().sets(k, o) > 0;
      if (is_used && clashes(k, problem.options[static_cast<std::size_t>(o)]))
        walker.apply({k, o, 0});
    }
  }
}

/// A place that a move changes: one that is used every third time, otherwise any that is open.
Cell random_place(const Walker& walker, const std::vector<Cell>& open, Dice& dice) {
  const Cell place = open[static_cast<std::size_t>(dice.below(static_cast<int>(open.size())))];
  if (dice.below(3) != 0) return place;
  const int used = random_used(walker, place.slot, dice);
  return used < 0 ? place : Cell{place.slot, used};
}

/// One random change, or an exchange of one exercise (or one set) for another.
void propose(Walker& walker, const std::vector<Cell>& open, Dice& dice) {
  const WeekProblem& problem = walker.problem();
  const auto [slot, option] = random_place(walker, open, dice);
  const Option& what = problem.options[static_cast<std::size_t>(option)];
  const int now = walker.ledger().sets(slot, option);
  const int kind = dice.below(4);
  if (kind == 0 && now > 0) {
    walker.apply({slot, option, 0});
  } else {
    const int sets = random_sets(what, dice);
    if (sets == now) return;
    walker.apply({slot, option, sets});
    if (now == 0 && !what.strain.empty()) evict(walker, slot, what);
  }
  if (kind < 2) return;
  const int other = random_used(walker, slot, dice);
  if (other < 0 || other == option) return;
  const Option& given = problem.options[static_cast<std::size_t>(other)];
  const int fewer = walker.ledger().sets(slot, other) - 1;
  const bool drop = kind == 2 || fewer < given.least_sets;
  walker.apply({slot, other, drop ? 0 : fewer});
}

/// How a run of annealing begins; it always ends cold and hard.
struct Schedule {
  int moves = 0;
  double hot = 0.0;
  double soft = 0.0;
};

struct Best {
  std::optional<Choice> choice;
  double value = -INFINITY;
};

void offer(Best& best, const Ledger& ledger, double shortfall) {
  if (shortfall > 0.0 || ledger.value() <= best.value + kBetter) return;
  best.value = ledger.value();
  best.choice = ledger.choice();
}

void anneal(Walker& walker, const Schedule& schedule, Dice& dice, Best& best) {
  const std::vector<Cell> open = open_cells(walker.problem());
  const int moves = schedule.moves;
  const double cooling = std::pow(kCold / schedule.hot, 1.0 / std::max(1, moves));
  const double hardening = std::pow(kHard / schedule.soft, 1.0 / std::max(1, moves));
  double temperature = schedule.hot;
  double penalty = schedule.soft;
  double value = walker.ledger().value();
  double shortfall = walker.ledger().shortfall();
  offer(best, walker.ledger(), shortfall);
  for (int i = 0; i < moves; ++i, temperature *= cooling, penalty *= hardening) {
    propose(walker, open, dice);
    if (!walker.moved()) continue;
    const double new_value = walker.ledger().value();
    const double new_shortfall = walker.ledger().shortfall();
    const double gain = new_value - value - penalty * (new_shortfall - shortfall);
    if (gain < 0.0 && dice.unit() >= std::exp(gain / temperature)) {
      walker.undo();
      continue;
    }
    walker.keep();
    value = new_value;
    shortfall = new_shortfall;
    offer(best, walker.ledger(), shortfall);
  }
}

/// Every change of one number that the bounds on sets allow.
std::vector<Change> single_changes(const WeekProblem& problem) {
  std::vector<Change> changes;
  for (int k = 0; k < static_cast<int>(problem.slots.size()); ++k) {
    for (int o = 0; o < static_cast<int>(problem.options.size()); ++o) {
      if (!may_stand(problem, k, o)) continue;
      const Option& option = problem.options[static_cast<std::size_t>(o)];
      changes.push_back({k, o, 0});
      for (int s = option.least_sets; s <= option.most_sets; ++s) changes.push_back({k, o, s});
    }
  }
  return changes;
}

/// True, and kept in `best`, when the walker stands better than ever before.
bool settle(Walker& walker, Best& best) {
  const bool better =
      walker.ledger().value() > best.value + kBetter && walker.ledger().shortfall() <= 0.0;
  if (!better) return false;
  walker.keep();
  offer(best, walker.ledger(), 0.0);
  return true;
}

/// Applies a change of something used, after `first` has been applied, that improves.
bool improve_after(Walker& walker, const std::vector<Change>& changes, const Change& first,
                   Best& best) {
  for (const Change& second : changes) {
    const int used = walker.ledger().sets(second.slot, second.option);
    if (used == 0 || used == second.sets) continue;
    if (second.slot == first.slot && second.option == first.option) continue;
    walker.apply(second);
    if (settle(walker, best)) return true;
    walker.undo();
  }
  return false;
}

/// Applies the first change, alone or together with a change of what is used, that improves.
bool improve(Walker& walker, const std::vector<Change>& changes, Best& best) {
  for (const Change& first : changes) {
    const int before = walker.ledger().sets(first.slot, first.option);
    if (before == first.sets) continue;
    walker.apply(first);
    if (settle(walker, best)) return true;
    walker.keep();
    if (improve_after(walker, changes, first, best)) return true;
    walker.apply({first.slot, first.option, before});
    walker.keep();
  }
  return false;
}

}  // namespace

std::optional<Choice> search_week(const WeekProblem& problem, const Effort& effort,
                                  const std::optional<Choice>& start) {
  if (problem.options.empty() || problem.slots.empty()) return std::nullopt;
  Walker walker(problem);
  Best best;
  const std::vector<Change> changes = single_changes(problem);
  if (changes.empty()) return std::nullopt;
  for (int restart = 0; restart < effort.restarts; ++restart) {
    Dice dice(effort.seed + static_cast<std::uint64_t>(restart));
    const bool again = restart % 4 == 3 && best.choice;  // every fourth run starts from the best
    const bool is_warm = again || start;
    walker.restart(again ? *best.choice : start.value_or(empty_choice(problem)));
    const Schedule schedule =
        is_warm ? Schedule{effort.moves, kWarm, kFirm} : Schedule{effort.moves, kHot, kSoft};
    anneal(walker, schedule, dice, best);
  }
  if (!best.choice) return std::nullopt;
  walker.restart(*best.choice);
  while (improve(walker, changes, best)) {
  }
  return best.choice;
}

}  // namespace strongback
