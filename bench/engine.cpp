// The engine on real motions (Google Benchmark, one thread): the parts of a frame, a whole frame,
// IPOPT and MuJoCo's tendons beside ours, and every motion for a new person on two threads.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "app/simulate.h"
#include "instants.h"
#include "ipopt_oracle.h"
#include "mechanics/columns.h"
#include "mechanics/least_effort.h"
#include "mechanics/read_out.h"
#include "mechanics/recruitment.h"

namespace {

using namespace strongback;

/// Calls `work` with one instant after the other.  The body stands where the last one that was
/// posed left it: for the time of reading it out or of its paths, any posture is as good.
template <class Work>
void each_in_turn(benchmark::State& state, Work work) {
  const std::vector<Instant>& all = instants();  // made outside of the measured time
  std::size_t next = 0;
  for (auto _ : state) {
    work(all[next % all.size()]);
    ++next;
  }
  state.SetItemsProcessed(state.iterations());
}

void move(const Instant& one) {
  one.posed->move(one.frame.balanced.stance, one.frame.rate, one.frame.acceleration);
}

void frame_move(benchmark::State& state) { each_in_turn(state, move); }

void frame_paths(benchmark::State& state) {
  std::vector<std::vector<Arm>> arms;
  each_in_turn(state, [&](const Instant& one) { one.posed->arms(arms); });
}

void frame_paths_by_mujoco(benchmark::State& state) {
  std::vector<std::vector<Arm>> arms;
  each_in_turn(state, [&](const Instant& one) { one.posed->arms_by_mujoco(arms); });
}

void frame_columns(benchmark::State& state) {
  Columns columns;
  columns.table = std::make_shared<const ColumnTable>(the_body());
  EffortProblem problem;
  each_in_turn(state, [&](const Instant& one) {
    fill_columns(*one.posed, one.frame.balanced.setting, one.arms, columns);
    fill_problem(one.posed->body(), columns, problem);
    benchmark::DoNotOptimize(problem);
  });
}

void frame_effort_cold(benchmark::State& state) {
  EffortSolver solver;
  each_in_turn(state,
               [&](const Instant& one) { benchmark::DoNotOptimize(solver.solve(one.problem)); });
}

/// From the answer to the frame before, a twentieth of a repetition earlier.
void frame_effort_warm(benchmark::State& state) {
  EffortSolver solver;
  each_in_turn(state, [&](const Instant& one) {
    const bool fits = one.before && one.before->x.size() == one.problem.cost.size();
    benchmark::DoNotOptimize(fits ? solver.solve(one.problem, *one.before)
                                  : solver.solve(one.problem));
  });
}

void frame_effort_ipopt(benchmark::State& state) {
  each_in_turn(state,
               [](const Instant& one) { benchmark::DoNotOptimize(solve_with_ipopt(one.problem)); });
}

void frame_read_out(benchmark::State& state) {
  each_in_turn(state, [](const Instant& one) {
    benchmark::DoNotOptimize(
        read_out(*one.posed, one.frame.balanced.setting, one.columns, one.answer));
  });
}

void frame_balance(benchmark::State& state) {
  each_in_turn(state, [](const Instant& one) {
    benchmark::DoNotOptimize(one.player->at(*one.posed, one.frame.time_s));
  });
}

/// Everything but balance, in the order in which a repetition is solved, with co-contraction.
void frame_whole(benchmark::State& state) {
  Recruiter recruiter(the_body());
  each_in_turn(state, [&](const Instant& one) {
    move(one);
    const auto answer = recruiter.recruit(*one.posed, one.frame.balanced.setting);
    if (!answer) stop("a frame has no answer");
    benchmark::DoNotOptimize(answer);
  });
}

/// What a load slider asks: one motion with a new load, on a body that is there.
void slider(benchmark::State& state) {
  const ChosenMotion& chosen = kChosenMotions[state.range(0)];
  const Motion motion = motion_of(chosen.exercise);
  AssessOptions options;
  options.find_tiring_load = false;
  const auto standing = standing_on(the_body(), options);
  if (!standing) stop("the body does not stand");
  double more_kg = 0.0;
  for (auto _ : state) {
    more_kg = more_kg < 2.0 ? more_kg + 0.1 : 0.0;
    const double load_kg = chosen.load_kg > 0.0 ? chosen.load_kg + more_kg : 0.0;
    const auto answer = assess_on(the_body(), *standing, motion, kilograms(load_kg), options);
    if (!answer) stop(std::string(chosen.exercise) + " has no answer");
    benchmark::DoNotOptimize(answer);
  }
  state.SetLabel(chosen.exercise);
}

/// Every motion with its first load, as `strongback exercises --person` without a cache.
void catalog_new_person(benchmark::State& state) {
  const Checked<Catalog> catalog = read_catalog(data_folder());
  SimulateAllOrder order;
  for (const Exercise& exercise : catalog->exercises) order.exercises.push_back(&exercise);
  order.play.person_path = STRONGBACK_SOURCE_DIR "/examples/novice.toml";
  order.play.threads = 2;
  double motions = 0.0, refused = 0.0;
  for (auto _ : state) {
    const auto all = simulate_all(*catalog, the_engine(), order);
    if (!all) stop("the catalog cannot be simulated");
    motions = refused = 0.0;
    for (const Simulation& one : all->simulations) {
      motions += one.outcome ? 1.0 : 0.0;
      refused += one.no_answer() ? 1.0 : 0.0;
    }
  }
  state.counters["motions"] = motions;
  state.counters["refused"] = refused;
}

BENCHMARK(frame_move)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_paths)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_paths_by_mujoco)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_columns)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_effort_cold)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_effort_warm)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_effort_ipopt)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_read_out)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_balance)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_whole)->Unit(benchmark::kMicrosecond);
BENCHMARK(slider)->DenseRange(0, std::size(kChosenMotions) - 1)->Unit(benchmark::kMillisecond);
BENCHMARK(catalog_new_person)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
