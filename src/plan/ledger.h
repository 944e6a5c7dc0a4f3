#pragma once

#include <vector>

#include "plan/week_problem.h"

namespace strongback {

/// The running totals of a choice, kept up to date as one number of sets changes after another.
/// `value()` and `shortfall()` equal those of the whole choice at every moment.
class Ledger {
 public:
  explicit Ledger(const WeekProblem& problem);

  /// Sets the number of sets of `option` in `slot`.
  void put(int slot, int option, int sets);
  [[nodiscard]] int sets(int slot, int option) const { return choice_[at(slot)][at(option)]; }
  [[nodiscard]] const Choice& choice() const { return choice_; }
  [[nodiscard]] double value() const { return value_; }
  /// Sum of what every bound is exceeded by; exactly 0 when none is.
  [[nodiscard]] double shortfall() const { return shortfall_ > kRounding ? shortfall_ : 0.0; }

 private:
  static constexpr double kRounding = 1e-8;  // of the running sum; a breach is far larger
  [[nodiscard]] double slot_shortfall(std::size_t slot) const;
  [[nodiscard]] double cap_shortfall(std::size_t muscle) const;
  [[nodiscard]] double strain_shortfall(std::size_t muscle) const;
  /// Brings one part of the shortfall up to date.
  void renew(double& part, double now);
  /// The parts of the shortfall, but for those of muscles, that a change of `option` can change.
  [[nodiscard]] double touched_shortfall(int slot, int option) const;
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  void use(int slot, int option, int sign);
  void credit_muscles(int slot, const Option& option, int change);
  void strain_muscles(int slot, const Option& option, int change, int sign);

  const WeekProblem* problem_;
  Choice choice_;
  double value_ = 0.0;
  double shortfall_ = 0.0;
  std::vector<double> muscle_;               // weekly sets
  std::vector<double> worth_;                // of them, by muscle
  std::vector<double> minutes_;              // by slot
  std::vector<int> sets_, uses_;             // by slot
  std::vector<std::vector<int>> family_;     // [slot][family]
  std::vector<std::vector<int>> station_;    // [slot][station]
  std::vector<std::vector<int>> strained_;   // [muscle][slot] exercises that strain it
  std::vector<std::vector<int>> primed_;     // [muscle][slot] those that strain it as prime
  std::vector<std::vector<double>> strain_;  // [muscle][slot]
  std::vector<int> places_;                  // by option: slots that use it
  std::vector<double> balance_;
  double disc_ = 0.0;                           // of the week
  std::vector<double> over_cap_, over_strain_;  // by muscle: its parts of the shortfall
};

}  // namespace strongback
