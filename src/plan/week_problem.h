#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace strongback {

/// A muscle and an amount per set.
struct PerSet {
  int muscle = 0;
  double amount = 0.0;
  bool is_prime = false;  ///< strain only: two sessions clash when one of them has it as prime
};

/// One exercise as the search sees it.
struct Option {
  std::string id;
  int least_sets = 2;  ///< in a session, when it is used
  int most_sets = 3;
  double set_min = 2.0;        ///< [min] one set with its rest
  double change_min = 0.75;    ///< [min] to get ready
  int family = 0;              ///< movement pattern
  int station = 0;             ///< what stands ready: exercises that share it need one set-up
  std::vector<PerSet> credit;  ///< fractional sets for each muscle
  std::vector<PerSet> strain;  ///< fatigue impulse for each muscle; empty: may be trained daily
  double use_value = 0.0;  ///< for each session that uses it: liking, continuity, less the set-up
  double set_cost = 0.0;   ///< for each set: load on the back, where that is to be spared
  double disc = 0.0;       ///< for each set: of `disc_cap`
  std::uint32_t slots = ~0U;  ///< bit k: may stand in slot k
  bool must_use = false;
};

/// One muscle's wishes and bounds for the week, in fractional sets.
struct MuscleGoal {
  double weight = 1.0;
  double low = 4.0;    ///< up to here each set counts in full
  double high = 10.0;  ///< from `low` to here it counts `later_value`
  double cap = 22.0;   ///< never above
  double base = 0.0;   ///< already there: chores
};

/// One session of the week, or several alike.
struct Slot {
  int times = 1;
  double minutes = 30.0;  ///< [min] for the main part
  int most_sets = 24;
  int most_exercises = 8;
};

/// Sum over options of weight · weekly sets must not be above 0 (balance between movements).
struct Balance {
  std::vector<double> weight;  ///< by option
};

/// Which exercises, how many sets, in which session: the optimization of docs/theory/planner.md
/// as plain arrays.  The search, and CBC in the bench and tests, read the same problem.
struct WeekProblem {
  std::vector<Option> options;
  std::vector<MuscleGoal> muscles;
  std::vector<Slot> slots;
  /// [muscle][slot]: bit j set when the same muscle may not be strained in slot j as well
  std::vector<std::vector<std::uint32_t>> clash;
  std::vector<std::vector<double>> strain_cap;  ///< [muscle][slot]
  /// [muscle][slot]: the same where a clashing slot strains the muscle too, both only as helper
  std::vector<std::vector<double>> near_cap;
  std::vector<int> family_cap;       ///< exercises of a family in one session
  std::vector<double> family_value;  ///< for each session that has the family
  std::vector<Balance> balances;
  /// Compression-time of the week, over the one that is always free (rule "disc-budget").
  double disc_cap = std::numeric_limits<double>::infinity();
  double later_value = 0.35;  ///< worth of a set between low and high; one below low counts 1
  double over_cost = 0.5;     ///< cost of a set above high
  int stations = 0;
  double station_cost = 0.0;  ///< for each thing to set up in a session
  double repeat_cost = 0.0;   ///< for an exercise that stands in more than one slot
};

/// Sets by slot and option.
using Choice = std::vector<std::vector<int>>;

Choice empty_choice(const WeekProblem& problem);

/// The objective, without looking at any bound.
double value_of(const WeekProblem& problem, const Choice& choice);

/// How far `choice` is from obeying every bound; 0 when it obeys them all.
double shortfall_of(const WeekProblem& problem, const Choice& choice);

/// Weekly fractional sets of each muscle.
std::vector<double> weekly_sets(const WeekProblem& problem, const Choice& choice);

}  // namespace strongback
