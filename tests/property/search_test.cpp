// The search room's own arithmetic: a ledger that is kept up to date, and choices that obey.
#include "dice.h"
#include "people.h"
#include "plan/ledger.h"

namespace strongback {
namespace {

TEST(LedgerProperty, EqualsTheWholeChoiceAfterEveryMove) {
  int walks = 0;
  for (std::uint64_t seed = 60001; walks < 25; ++seed) {
    const Prepared prepared(seed);
    const auto patterns = prepared.patterns();
    if (patterns.empty() || prepared.input.fitted.empty()) continue;
    ++walks;
    const WeekProblem problem = full_week(prepared.input, patterns.back());
    Ledger ledger(problem);
    Dice dice(seed);
    for (int move = 0; move < 400; ++move) {
      const int slot = dice.between(0, static_cast<int>(problem.slots.size()) - 1);
      const int index = dice.between(0, static_cast<int>(problem.options.size()) - 1);
      const Option& option = problem.options[static_cast<std::size_t>(index)];
      if ((option.slots >> static_cast<unsigned>(slot) & 1U) == 0) continue;
      ledger.put(slot, index,
                 dice.chance(0.4) ? 0 : dice.between(option.least_sets, option.most_sets));
      ASSERT_NEAR(ledger.value(), value_of(problem, ledger.choice()), 1e-7)
          << "seed " << seed << ", move " << move;
      ASSERT_NEAR(ledger.shortfall(), shortfall_of(problem, ledger.choice()), 1e-7)
          << "seed " << seed << ", move " << move;
    }
  }
}

/// Every bound of the problem in plain sums, without a ledger.
void expect_within_bounds(const WeekProblem& p, const Choice& choice, std::uint64_t seed) {
  const auto sets = weekly_sets(p, choice);
  for (std::size_t m = 0; m < sets.size(); ++m) {
    EXPECT_LE(sets[m], std::max(p.muscles[m].cap, p.muscles[m].base) + 1e-6)
        << "seed " << seed << ", muscle " << m;
  }
  for (std::size_t k = 0; k < choice.size(); ++k) {
    double minutes = 0.0;
    int total = 0, used = 0;
    for (std::size_t o = 0; o < choice[k].size(); ++o) {
      const Option& option = p.options[o];
      if (choice[k][o] == 0) continue;
      EXPECT_GE(choice[k][o], option.least_sets) << "seed " << seed << ", " << option.id;
      EXPECT_LE(choice[k][o], option.most_sets) << "seed " << seed << ", " << option.id;
      minutes += option.change_min + option.set_min * choice[k][o];
      total += choice[k][o];
      ++used;
    }
    EXPECT_LE(minutes, p.slots[k].minutes + 1e-6) << "seed " << seed;
    EXPECT_LE(total, p.slots[k].most_sets) << "seed " << seed;
    EXPECT_LE(used, p.slots[k].most_exercises) << "seed " << seed;
  }
}

TEST(SearchProperty, ObeysEveryBoundAndRepeatsItself) {
  constexpr Effort kQuick{1, 4000, 3};
  for (std::uint64_t seed = 61001; seed < 61041; ++seed) {
    const Prepared prepared(seed);
    for (const auto& pattern : prepared.patterns()) {
      const WeekProblem problem = full_week(prepared.input, pattern);
      const auto choice = search_week(problem, kQuick);
      if (!choice) continue;
      EXPECT_EQ(shortfall_of(problem, *choice), 0.0) << "seed " << seed;
      expect_within_bounds(problem, *choice, seed);
      EXPECT_EQ(*choice, *search_week(problem, kQuick)) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace strongback
