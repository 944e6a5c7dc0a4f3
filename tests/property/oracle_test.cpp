// The search against a solver that proves its bound: CBC on the same problem, small enough to be
// proved in about a second.  bench/README.md has the large ones.
#include "cbc_oracle.h"
#include "dice.h"
#include "people.h"
#include "person/read_person.h"

namespace strongback {
namespace {

constexpr double kProof_s = 20.0;
constexpr double kWithin = 0.01;
constexpr Effort kEffort{3, 70000, 1};

/// Our value is within 1 % of a bound that CBC proved, and its best choice obeys our bounds.
void expect_near_the_best(const WeekProblem& problem, const std::string& name) {
  const auto ours = search_week(problem, kEffort);
  ASSERT_TRUE(ours.has_value()) << name;
  const OracleAnswer oracle = solve_with_cbc(problem, kProof_s);
  ASSERT_TRUE(oracle.choice.has_value()) << name;
  EXPECT_EQ(shortfall_of(problem, *oracle.choice), 0.0) << name << ": the two models differ";
  EXPECT_NEAR(oracle.value, oracle.bound, 0.001 * oracle.bound)
      << name << ": not proved, or the two models differ";
  const double value = value_of(problem, *ours);
  EXPECT_LE(value, oracle.bound + 1e-3) << name << ": better than a bound";
  EXPECT_GE(value, (1.0 - kWithin) * oracle.bound) << name;
}

/// `problem` with every `step`-th exercise only.
WeekProblem thinned(WeekProblem problem, std::size_t most) {
  const std::size_t step = (problem.options.size() + most - 1) / most;
  std::vector<std::size_t> kept;
  for (std::size_t o = 0; o < problem.options.size(); o += step) kept.push_back(o);
  WeekProblem thin = problem;
  thin.options.clear();
  for (const std::size_t o : kept) thin.options.push_back(problem.options[o]);
  for (auto& option : thin.options) option.must_use = false;
  for (std::size_t b = 0; b < thin.balances.size(); ++b) {
    thin.balances[b].weight.clear();
    for (const std::size_t o : kept)
      thin.balances[b].weight.push_back(problem.balances[b].weight[o]);
  }
  return thin;
}

TEST(Oracle, ProvesThatTheExamplesOfSmallWeeksAreNearTheBest) {
  for (const std::string name : {"disc-compression", "chair-only"}) {
    const auto person =
        read_person(STRONGBACK_SOURCE_DIR "/examples/" + name + ".toml", real_catalog());
    ASSERT_TRUE(person.has_value());
    const Assessment care = assess_care(*person, real_catalog());
    std::vector<LeftOut> ignored;
    const PlanInput input{&*person, &care, &real_catalog(),
                          fitted_exercises(*person, care, real_catalog(), ignored)};
    const auto full = solve_full_week(input);
    ASSERT_TRUE(full.has_value()) << name;
    expect_near_the_best(full->problem, name);
  }
}

TEST(Oracle, ProvesThatGeneratedSmallWeeksAreNearTheBest) {
  constexpr std::size_t kMostOptions = 20;
  int cases = 0;
  for (std::uint64_t seed = 80001; cases < 3; ++seed) {
    const Prepared prepared(seed);
    const auto patterns = prepared.patterns();
    if (!prepared.has_weeks() || patterns.empty() || prepared.input.fitted.size() < kMostOptions)
      continue;
    expect_near_the_best(thinned(full_week(prepared.input, patterns.back()), kMostOptions),
                         "seed " + std::to_string(seed));
    ++cases;
  }
}

/// A week so small that every choice can be tried, with all that makes choices interact.
WeekProblem tiny_problem(Dice& dice) {
  WeekProblem p;
  p.slots = {{2, dice.between(6.0, 14.0), 6, 2}, {1, dice.between(6.0, 14.0), 6, 2}};
  for (int m = 0; m < 2; ++m) {
    const double low = dice.between(1, 4);
    p.muscles.push_back({dice.between(0.5, 2.0), low, low + dice.between(0, 4),
                         low + 4.0 + dice.between(0, 4), 0.0});
    p.clash.push_back({2U, 1U});
    p.strain_cap.push_back({dice.between(0.1, 0.6), dice.between(0.1, 0.6)});
    p.near_cap.push_back({dice.between(0.05, 0.2), dice.between(0.05, 0.2)});
  }
  p.family_cap = {1, 2};
  p.family_value = {0.5, 0.2};
  p.stations = 2;
  p.station_cost = 0.3;
  p.repeat_cost = 0.2;
  p.balances.push_back({});
  for (int o = 0; o < 4; ++o) {
    Option option;
    option.id = std::to_string(o);
    option.family = o % 2;
    option.station = o / 2;
    option.least_sets = dice.between(1, 2);
    option.most_sets = 3;
    option.use_value = dice.between(-0.4, 0.4);
    option.set_cost = dice.between(0.0, 0.2);
    const bool is_prime = dice.chance(0.5);
    option.credit = {{o % 2, is_prime ? 1.0 : 0.5, false}, {1 - o % 2, 0.5, false}};
    if (dice.chance(0.8)) option.strain = {{o % 2, dice.between(0.03, 0.15), is_prime}};
    p.options.push_back(option);
    p.balances[0].weight.push_back(o == 0 ? 1.0 : o == 1 ? -1.5 : 0.0);
  }
  return p;
}

/// The best value over every choice there is.
double best_of_all(const WeekProblem& p) {
  const std::size_t places = p.slots.size() * p.options.size();
  std::size_t count = 1;
  for (std::size_t i = 0; i < places; ++i) count *= 4;
  double best = -1e9;
  Choice choice = empty_choice(p);
  for (std::size_t code = 0; code < count; ++code) {
    std::size_t rest = code;
    for (std::size_t i = 0; i < places; ++i, rest /= 4)
      choice[i / p.options.size()][i % p.options.size()] = static_cast<int>(rest % 4);
    if (shortfall_of(p, choice) <= 0.0) best = std::max(best, value_of(p, choice));
  }
  return best;
}

// The witness of the witness: CBC's model and our search, both against every choice there is.
TEST(Oracle, AndTheSearchFindTheBestOfEveryChoiceInATinyWeek) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Dice dice(seed);
    const WeekProblem problem = tiny_problem(dice);
    const double best = best_of_all(problem);
    const OracleAnswer oracle = solve_with_cbc(problem, kProof_s);
    const auto ours = search_week(problem, kEffort);
    ASSERT_TRUE(oracle.choice && ours) << "seed " << seed;
    EXPECT_NEAR(oracle.value, best, 1e-6) << "seed " << seed;
    EXPECT_NEAR(oracle.bound, best, 1e-4) << "seed " << seed;
    EXPECT_NEAR(value_of(problem, *ours), best, 1e-6) << "seed " << seed;
  }
}

}  // namespace
}  // namespace strongback
