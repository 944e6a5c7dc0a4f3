// The engine on real motions (Google Benchmark, one thread): the parts of a frame, a whole frame,
// IPOPT and MuJoCo's tendons beside ours, and every motion for a new person on two threads.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "app/simulate.h"
#include "body/body.h"
#include "ipopt_oracle.h"
#include "mechanics/columns.h"
#include "mechanics/least_effort.h"
#include "mechanics/read_out.h"
#include "mechanics/recruitment.h"
#include "movement/play.h"

namespace {

using namespace strongback;

constexpr int kFrames = 21;  // of each motion

/// One-sided, lying, hanging, seated, held and fast: what users ask for.
struct Chosen {
  const char* exercise;
  double load_kg;
};
constexpr Chosen kChosen[] = {{"one-arm-row-bench", 12.0}, {"db-row-bent", 8.0},
                              {"bird-dog", 0.0},           {"back-ext-45", 0.0},
                              {"side-plank", 0.0},         {"lat-pulldown", 30.0}};

const Engine& the_engine() {
  static const Engine kEngine = *load_engine();
  return kEngine;
}

/// Ends the program: a benchmark of less than all motions would look too fast.
[[noreturn]] void stop(const std::string& why) {
  fmt::print(stderr, "{}\n", why);
  std::exit(2);
}

Motion motion_of(const std::string& exercise) {
  const auto found = the_engine().find_motion(exercise, the_engine().tables);
  if (!found || !*found) stop(exercise + " has no motion");
  return (*found)->motion;
}

Body the_body() {
  return *make_body(the_engine().tables, {meters(1.75), kilograms(75.0), Sex::Male, 30});
}

/// A balanced instant with all that is needed to solve it.
struct Instant {
  PosedBody* posed = nullptr;  ///< carries the motion's load
  const Player* player = nullptr;
  PlayedFrame frame;
  std::vector<std::vector<Arm>> arms;
  Columns columns;
  EffortProblem problem;
  std::optional<EffortAnswer> before;  ///< of the frame before
  EffortAnswer answer;
};

/// All instants of the chosen motions.
class Instants {
 public:
  Instants() {
    for (const Chosen& chosen : kChosen) add(chosen);
  }
  [[nodiscard]] const std::vector<Instant>& all() const { return all_; }

 private:
  void add(const Chosen& chosen) {
    PosedBody& posed = bodies_.emplace_back(body_);
    const auto player = Player::make(posed, motion_of(chosen.exercise), kilograms(chosen.load_kg));
    if (!player) stop(fmt::format("{}: {}", chosen.exercise, player.error().why.text));
    players_.push_back(*player);
    std::optional<EffortAnswer> before;
    for (int i = 0; i < kFrames; ++i) {
      Instant one;
      one.posed = &posed;
      one.player = &players_.back();
      const auto frame = player->at(posed, player->duration_s() * i / (kFrames - 1));
      if (!frame) stop(fmt::format("{}: {}", chosen.exercise, frame.error().why.text));
      one.frame = *frame;
      posed.arms(one.arms);
      one.columns = make_columns(posed, frame->balanced.setting, one.arms);
      one.problem = make_problem(body_, one.columns);
      one.before = before;
      const auto answer = least_effort(one.problem);
      if (!answer) stop(fmt::format("{}: frame {} has no answer", chosen.exercise, i));
      one.answer = *answer;
      before = one.answer;
      all_.push_back(std::move(one));
    }
  }

  Body body_ = the_body();
  std::deque<PosedBody> bodies_;
  std::deque<Player> players_;
  std::vector<Instant> all_;
};

const std::vector<Instant>& instants() {
  static const Instants kInstants;
  return kInstants.all();
}

/// Calls `work` with one instant after the other.  The body stands where the last one that was
/// posed left it: for the time of reading it out or of its paths, any posture is as good.
template <class Work>
void each_in_turn(benchmark::State& state, Work work) {
  std::size_t next = 0;
  for (auto _ : state) {
    work(instants()[next % instants().size()]);
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
  each_in_turn(state, [](const Instant& one) {
    const Columns columns = make_columns(*one.posed, one.frame.balanced.setting, one.arms);
    benchmark::DoNotOptimize(make_problem(one.posed->body(), columns));
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

/// Every motion with its first load, as `strongback exercises --person` without a cache.
void catalog_new_person(benchmark::State& state) {
  const Checked<Catalog> catalog = read_catalog(data_folder());
  SimulateAllOrder order;
  for (const Exercise& exercise : catalog->exercises) order.exercises.push_back(&exercise);
  order.person_path = STRONGBACK_SOURCE_DIR "/examples/novice.toml";
  order.threads = 2;
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
BENCHMARK(catalog_new_person)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
