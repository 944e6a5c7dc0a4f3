// bench_gap SECONDS SUBJECT...: how near the planner's full week comes to the best bound that CBC
// proves in SECONDS for each way to lay the sessions on days.  A SUBJECT is a person's file, or
// seed:FIRST:COUNT for the first COUNT generated persons from seed FIRST on that have a weekly
// program.  Prints one line of JSON for each (bench/README.md).
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "cbc_oracle.h"
#include "person/read_person.h"
#include "plan/solve.h"
#include "random_person.h"

namespace {

using namespace strongback;

struct Gap {
  std::size_t patterns = 0;
  std::size_t options = 0;
  double ours = 0.0;
  double bound = -INFINITY;  ///< greatest over the patterns
  double found = -INFINITY;  ///< the best that CBC itself holds
};

bool has_weeks(const Assessment& care) {
  return !care.no_program && !care.be_seen_first && !care.is_flare && !care.caps.quiet_only;
}

bool is_same(const DayPattern& a, const DayPattern& b) {
  return a.session == b.session &&
         std::equal(a.days.begin(), a.days.end(), b.days.begin(), b.days.end(),
                    [](const auto& x, const auto& y) { return x.weekday == y.weekday; });
}

/// Nothing when this person has no weekly program.
std::optional<Gap> gap_of(const Person& person, const Catalog& catalog, double seconds) {
  const Assessment care = assess_care(person, catalog);
  if (!has_weeks(care)) return std::nullopt;
  std::vector<LeftOut> ignored;
  const PlanInput input{&person, &care, &catalog, fitted_exercises(person, care, catalog, ignored)};
  const auto full = solve_full_week(input);
  if (!full) return std::nullopt;
  Gap gap;
  gap.ours = full->value;
  gap.options = full->problem.options.size();
  const Rules& rules = catalog.rules;
  for (const auto& pattern :
       day_patterns(person, rules, rules.number("recovery-floor", "floor_h"))) {
    const WeekProblem problem = full_week(input, pattern);
    const auto start = std::chrono::steady_clock::now();
    const OracleAnswer oracle =
        solve_with_cbc(problem, seconds, is_same(pattern, full->pattern) ? &full->choice : nullptr);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (std::getenv("STRONGBACK_BENCH_TRACE")) {
      fmt::print(stderr, "{} days, {} kinds: bound {:.4f}, cbc {:.4f}{}, {:.1f} s\n",
                 pattern.days.size(), pattern.sessions, week_value(rules, pattern, oracle.bound),
                 week_value(rules, pattern, oracle.value), oracle.choice ? "" : " (none)",
                 took.count());
    }
    ++gap.patterns;
    constexpr double kEarly =
        0.9;  // ended before its time without a choice: it proved that there is none
    if (!oracle.choice && !is_same(pattern, full->pattern) && took.count() < kEarly * seconds)
      continue;
    gap.bound = std::max(gap.bound, week_value(rules, pattern, oracle.bound));
    if (oracle.choice && shortfall_of(problem, *oracle.choice) <= 0.0) {
      gap.found = std::max(gap.found, week_value(rules, pattern, oracle.value));
    }
  }
  return gap;
}

/// Share of the bound by which `value` stays below it; a value above the bound counts as 0.
double share_below(double value, double bound) {
  return std::max(0.0, bound - value) / std::max(1e-9, std::abs(bound));
}

void print(const std::string& name, const Gap& gap) {
  const double best = std::max(gap.ours, gap.found);
  fmt::print(
      R"({{"name": "{}", "patterns": {}, "options": {}, "ours": {:.4f}, "bound": {:.4f}, "cbc": {:.4f}, )"
      R"("gap": {:.5f}, "oracle_gap": {:.5f}, "behind_cbc": {:.5f}}})"
      "\n",
      name, gap.patterns, gap.options, gap.ours, gap.bound,
      std::isfinite(gap.found) ? gap.found : 0.0, share_below(gap.ours, gap.bound),
      share_below(best, gap.bound), share_below(gap.ours, best));
  std::fflush(stdout);
}

void print_generated(const std::vector<std::string>& parts, const Catalog& catalog,
                     double seconds) {
  auto seed = std::strtoull(parts[1].c_str(), nullptr, 10);
  auto left = std::strtoull(parts[2].c_str(), nullptr, 10);
  for (; left > 0; ++seed) {
    const auto gap = gap_of(random_person(seed, catalog), catalog, seconds);
    if (!gap) continue;
    print(fmt::format("seed {}", seed), *gap);
    --left;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: bench_gap SECONDS SUBJECT...\n");
    return 2;
  }
  const auto catalog = read_catalog(data_folder());
  if (!catalog) {
    fmt::print(stderr, "the catalog has problems: call strongback lint\n");
    return 2;
  }
  const double seconds = std::strtod(argv[1], nullptr);
  for (int i = 2; i < argc; ++i) {
    const auto parts = split(argv[i], ':');
    if (parts.size() == 3 && parts[0] == "seed") {
      print_generated(parts, *catalog, seconds);
      continue;
    }
    const auto person = read_person(argv[i], *catalog);
    if (!person) continue;  // a therapist's reply, say
    if (const auto gap = gap_of(*person, *catalog, seconds)) print(argv[i], *gap);
  }
  return 0;
}
