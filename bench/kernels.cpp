// The parts of a plan one by one (Google Benchmark).
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "dice.h"
#include "person/read_person.h"
#include "plan/ledger.h"
#include "plan/plan.h"
#include "plan/referee.h"
#include "plan/solve.h"

namespace {

using namespace strongback;

const Catalog& the_catalog() {
  static const Checked<Catalog> kCatalog = read_catalog(data_folder());
  return *kCatalog;
}

const std::string kExample = STRONGBACK_SOURCE_DIR "/examples/experienced.toml";

std::string text_of(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The example's week: input, pattern and problem.
struct Week {
  Person person = *read_person(kExample, the_catalog());
  Assessment care = assess_care(person, the_catalog());
  PlanInput input{&person, &care, &the_catalog(), {}};
  DayPattern pattern;
  WeekProblem problem;

  Week() {
    std::vector<LeftOut> ignored;
    input.fitted = fitted_exercises(person, care, the_catalog(), ignored);
    const auto patterns = day_patterns(person, the_catalog().rules,
                                       the_catalog().rules.number("recovery-floor", "floor_h"));
    pattern = patterns.front();
    problem = full_week(input, pattern);
  }
};

void read_the_catalog(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_catalog(data_folder()));
}

void parse_a_person(benchmark::State& state) {
  const std::string text = text_of(kExample);
  for (auto _ : state) benchmark::DoNotOptimize(parse_person(kExample, text, the_catalog()));
}

void build_and_search_a_week(benchmark::State& state) {
  const Week week;
  for (auto _ : state) {
    const WeekProblem problem = full_week(week.input, week.pattern);
    benchmark::DoNotOptimize(search_week(problem, Effort{3, 70000, 1}));
  }
}

void move_in_a_ledger(benchmark::State& state) {
  const Week week;
  Ledger ledger(week.problem);
  Dice dice(1);
  const auto slots = static_cast<int>(week.problem.slots.size());
  const auto options = static_cast<int>(week.problem.options.size());
  for (auto _ : state) {
    ledger.put(dice.between(0, slots - 1), dice.between(0, options - 1), dice.between(0, 3));
    benchmark::DoNotOptimize(ledger.value() + ledger.shortfall());
  }
  state.SetItemsProcessed(state.iterations());
}

void referee_a_program(benchmark::State& state) {
  const Week week;
  const Program program = make_program(week.person, the_catalog(), {});
  for (auto _ : state) benchmark::DoNotOptimize(violations(program, week.person, the_catalog()));
}

void make_a_program(benchmark::State& state) {
  const Week week;
  for (auto _ : state) benchmark::DoNotOptimize(make_program(week.person, the_catalog(), {}));
}

BENCHMARK(read_the_catalog)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_a_person)->Unit(benchmark::kMillisecond);
BENCHMARK(build_and_search_a_week)->Unit(benchmark::kMillisecond);
BENCHMARK(move_in_a_ledger)->Unit(benchmark::kNanosecond);
BENCHMARK(referee_a_program)->Unit(benchmark::kMillisecond);
BENCHMARK(make_a_program)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
