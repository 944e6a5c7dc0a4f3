#include "cbc_oracle.h"

#include <coin/Cbc_C_Interface.h>

#include <cmath>
#include <string>
#include <vector>

namespace strongback {
namespace {

/// A column or row under construction; CBC takes rows as index and value lists.
struct Row {
  std::vector<int> columns;
  std::vector<double> factors;
  void add(int column, double factor) {
    columns.push_back(column);
    factors.push_back(factor);
  }
};

class Model {
 public:
  explicit Model(const WeekProblem& problem) : p_(problem), cbc_(Cbc_newModel()) {
    Cbc_setObjSense(cbc_, -1.0);
    Cbc_setLogLevel(cbc_, 0);
    add_columns();
    add_values();
    add_slots();
    add_recovery();
    add_week();
  }
  ~Model() { Cbc_deleteModel(cbc_); }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  OracleAnswer solve(double seconds, const Choice* start) {
    if (start) give(*start);
    Cbc_setMaximumSeconds(cbc_, seconds);
    Cbc_setParameter(cbc_, "timeMode", "elapsed");
    Cbc_solve(cbc_);
    OracleAnswer answer;
    answer.bound = Cbc_getBestPossibleObjValue(cbc_) + constant_;
    const double* best = Cbc_bestSolution(cbc_);
    if (!best) return answer;
    Choice choice = empty_choice(p_);
    for (std::size_t k = 0; k < choice.size(); ++k) {
      for (std::size_t o = 0; o < choice[k].size(); ++o) {
        choice[k][o] = static_cast<int>(std::lround(best[sets_[k][o]]));
      }
    }
    answer.value = value_of(p_, choice);
    answer.choice = std::move(choice);
    return answer;
  }

 private:
  int column(double low, double high, double worth, bool is_whole) {
    const std::string name = "c" + std::to_string(names_++);
    Cbc_addCol(cbc_, name.c_str(), low, high, worth, is_whole ? 1 : 0, 0, nullptr, nullptr);
    return Cbc_getNumCols(cbc_) - 1;
  }
  void at_most(const Row& row, double bound) { constrain(row, 'L', bound); }
  void constrain(const Row& row, char sense, double bound) {
    const std::string name = "r" + std::to_string(rows_++);
    Cbc_addRow(cbc_, name.c_str(), static_cast<int>(row.columns.size()), row.columns.data(),
               row.factors.data(), sense, bound);
  }

  void add_columns() {
    for (std::size_t k = 0; k < p_.slots.size(); ++k) {
      sets_.emplace_back();
      used_.emplace_back();
      for (const Option& option : p_.options) {
        const bool open = (option.slots >> k & 1U) != 0;
        const double times = p_.slots[k].times;
        const int x = column(0, open ? option.most_sets : 0, -times * option.set_cost, true);
        const int y = column(0, open ? 1 : 0, times * option.use_value, true);
        Row least, most;  // least·y <= x <= most·y
        least.add(y, option.least_sets);
        least.add(x, -1.0);
        most.add(x, 1.0);
        most.add(y, -option.most_sets);
        at_most(least, 0.0);
        at_most(most, 0.0);
        sets_.back().push_back(x);
        used_.back().push_back(y);
      }
    }
  }

  /// Worth of each muscle: three segments of falling worth, so no binaries are needed.
  void add_values() {
    for (std::size_t m = 0; m < p_.muscles.size(); ++m) {
      const MuscleGoal& goal = p_.muscles[m];
      const int early = column(0, goal.low, goal.weight, false);
      const int later =
          column(0, std::max(0.0, goal.high - goal.low), goal.weight * p_.later_value, false);
      const int over = column(0, 1e4, -goal.weight * p_.over_cost, false);
      Row sum, cap;  // early + later + over = sets
      sum.add(early, 1.0);
      sum.add(later, 1.0);
      sum.add(over, 1.0);
      for (std::size_t k = 0; k < p_.slots.size(); ++k) {
        for (std::size_t o = 0; o < p_.options.size(); ++o) {
          for (const PerSet& credit : p_.options[o].credit) {
            if (credit.muscle != static_cast<int>(m)) continue;
            sum.add(sets_[k][o], -credit.amount * p_.slots[k].times);
            cap.add(sets_[k][o], credit.amount * p_.slots[k].times);
          }
        }
      }
      constrain(sum, 'E', goal.base);
      at_most(cap, std::max(0.0, goal.cap - goal.base));
    }
  }

  void add_slots() {
    for (std::size_t k = 0; k < p_.slots.size(); ++k) {
      const Slot& slot = p_.slots[k];
      Row minutes, sets, uses;
      std::vector<Row> family(p_.family_cap.size());
      for (std::size_t o = 0; o < p_.options.size(); ++o) {
        minutes.add(sets_[k][o], p_.options[o].set_min);
        minutes.add(used_[k][o], p_.options[o].change_min);
        sets.add(sets_[k][o], 1.0);
        uses.add(used_[k][o], 1.0);
        family[static_cast<std::size_t>(p_.options[o].family)].add(used_[k][o], 1.0);
      }
      at_most(minutes, slot.minutes);
      at_most(sets, slot.most_sets);
      at_most(uses, slot.most_exercises);
      for (std::size_t f = 0; f < family.size(); ++f) {
        at_most(family[f], p_.family_cap[f]);
        const int has = column(0, 1, slot.times * p_.family_value[f], false);
        Row covered;  // has <= sum of uses
        covered.add(has, 1.0);
        for (const int y : family[f].columns) covered.add(y, -1.0);
        at_most(covered, 0.0);
      }
      add_stations(k);
    }
  }

  void add_stations(std::size_t k) {
    for (int s = 0; s < p_.stations; ++s) {
      const int stands = column(0, 1, -p_.slots[k].times * p_.station_cost, false);
      for (std::size_t o = 0; o < p_.options.size(); ++o) {
        if (p_.options[o].station != s) continue;
        Row row;  // y <= stands
        row.add(used_[k][o], 1.0);
        row.add(stands, -1.0);
        at_most(row, 0.0);
      }
    }
  }

  /// trained[m][k] and primed[m][k] are 1 when some exercise strains the muscle there.
  void add_recovery() {
    for (std::size_t m = 0; m < p_.muscles.size(); ++m) {
      std::vector<int> trained, primed;
      std::vector<Row> strain(p_.slots.size());
      for (std::size_t k = 0; k < p_.slots.size(); ++k) {
        trained.push_back(column(0, 1, 0.0, true));
        primed.push_back(column(0, 1, 0.0, true));
        for (std::size_t o = 0; o < p_.options.size(); ++o)
          add_strain(m, k, o, {trained[k], primed[k]}, strain[k]);
        at_most(strain[k], p_.strain_cap[m][k]);
      }
      for (std::size_t k = 0; k < p_.slots.size(); ++k) {
        for (std::size_t j = 0; j < p_.slots.size(); ++j) {
          if ((p_.clash[m][k] >> j & 1U) != 0) add_clash(m, {k, j}, {trained, primed}, strain[k]);
        }
      }
    }
  }

  struct Marks {
    int trained, primed;
  };
  void add_strain(std::size_t m, std::size_t k, std::size_t o, Marks marks, Row& strain) {
    for (const PerSet& s : p_.options[o].strain) {
      if (s.muscle != static_cast<int>(m)) continue;
      strain.add(sets_[k][o], s.amount);
      Row row;
      row.add(used_[k][o], 1.0);
      row.add(marks.trained, -1.0);
      at_most(row, 0.0);
      if (!s.is_prime) continue;
      Row prime;
      prime.add(used_[k][o], 1.0);
      prime.add(marks.primed, -1.0);
      at_most(prime, 0.0);
    }
  }

  struct Pair {
    std::size_t k, j;
  };
  struct Columns {
    const std::vector<int>& trained;
    const std::vector<int>& primed;
  };
  void add_clash(std::size_t m, Pair pair, Columns columns, const Row& strain) {
    Row row;  // prime here and anything there: not both
    row.add(columns.primed[pair.k], 1.0);
    row.add(columns.trained[pair.j], 1.0);
    at_most(row, 1.0);
    double most = 0.0;
    for (const Option& option : p_.options) {
      for (const PerSet& s : option.strain)
        most += s.muscle == static_cast<int>(m) ? s.amount * option.most_sets : 0.0;
    }
    if (most <= p_.near_cap[m][pair.k]) return;
    Row near = strain;  // strain_k <= near when the other is trained
    near.add(columns.trained[pair.j], most - p_.near_cap[m][pair.k]);
    at_most(near, most);
  }

  void add_discs() {
    if (!std::isfinite(p_.disc_cap)) return;
    Row row;
    for (std::size_t k = 0; k < p_.slots.size(); ++k) {
      for (std::size_t o = 0; o < p_.options.size(); ++o) {
        if (p_.options[o].disc > 0.0) row.add(sets_[k][o], p_.options[o].disc * p_.slots[k].times);
      }
    }
    at_most(row, p_.disc_cap);
  }

  void add_week() {
    add_discs();
    for (const Balance& balance : p_.balances) {
      Row row;
      for (std::size_t k = 0; k < p_.slots.size(); ++k) {
        for (std::size_t o = 0; o < p_.options.size(); ++o) {
          if (balance.weight[o] != 0.0) row.add(sets_[k][o], balance.weight[o] * p_.slots[k].times);
        }
      }
      at_most(row, 0.0);
    }
    for (std::size_t o = 0; o < p_.options.size(); ++o) {
      Row places, repeats;
      for (std::size_t k = 0; k < p_.slots.size(); ++k) {
        places.add(used_[k][o], 1.0);
        repeats.add(used_[k][o], 1.0);
      }
      if (p_.options[o].must_use) constrain(places, 'G', 1.0);
      if (p_.slots.size() < 2 || p_.repeat_cost <= 0.0) continue;
      const int extra = column(0, static_cast<double>(p_.slots.size()), -p_.repeat_cost, false);
      repeats.add(extra, -1.0);  // uses - extra <= 1
      at_most(repeats, 1.0);
    }
  }

  void give(const Choice& start) {
    std::vector<int> columns;
    std::vector<double> values;
    for (std::size_t k = 0; k < start.size(); ++k) {
      for (std::size_t o = 0; o < start[k].size(); ++o) {
        columns.push_back(sets_[k][o]);
        values.push_back(start[k][o]);
        columns.push_back(used_[k][o]);
        values.push_back(start[k][o] > 0 ? 1.0 : 0.0);
      }
    }
    Cbc_setMIPStartI(cbc_, static_cast<int>(columns.size()), columns.data(), values.data());
  }

  const WeekProblem& p_;
  Cbc_Model* cbc_;
  double constant_ = 0.0;
  int names_ = 0;
  int rows_ = 0;
  std::vector<std::vector<int>> sets_, used_;
};

}  // namespace

OracleAnswer solve_with_cbc(const WeekProblem& problem, double seconds, const Choice* start) {
  return Model(problem).solve(seconds, start);
}

}  // namespace strongback
