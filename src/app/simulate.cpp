#include "app/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/browse.h"
#include "app/plan_for_person.h"
#include "app/starting_load.h"
#include "base/expects.h"

namespace strongback {
namespace {

constexpr Mass kProbe = kilograms(1.0);  // asks the model which load would tire

/// One exercise with its motion, if the model has one.
struct Task {
  const Exercise* exercise = nullptr;
  std::optional<FoundMotion> motion;
};

/// How a set of the exercise ends, as far as its entry and its motion tell.
SetEnds end_of(const Task& task) {
  const Exercise& exercise = *task.exercise;
  if (!task.motion || task.motion->motion.loads.empty()) return SetEnds::NothingHeld;
  if (exercise.mode != Mode::Reps) return SetEnds::NotRepeated;
  const bool has_own_load = exercise.external_load != ExternalLoad::None &&
                            exercise.load_basis != LoadBasis::None &&
                            exercise.load_basis != LoadBasis::Bodyweight;
  return has_own_load ? SetEnds::Tired : SetEnds::NothingHeld;
}

/// The muscles that the fascicles belong to, each side once, in the same order: "psoas_r".  What
/// belongs to no reported muscle keeps its own name.
std::vector<std::string> muscles_of(const std::vector<std::string>& fascicles,
                                    const BodyTables& tables) {
  std::vector<std::string> muscles;
  for (const std::string& id : fascicles) {
    const auto found = std::find_if(tables.fascicles.begin(), tables.fascicles.end(),
                                    [&](const Fascicle& one) { return one.id == id; });
    std::string name = id;
    if (found != tables.fascicles.end() && !found->muscle.empty()) {
      name = found->muscle;
      if (found->side != 'm') name += std::string("_") + found->side;
    }
    if (std::count(muscles.begin(), muscles.end(), name) == 0) muscles.push_back(name);
  }
  return muscles;
}

/// Where the activations likely lie of those muscles that the bands know.
void add_likely(const Bands& bands, ExerciseAnswer& answer) {
  const auto fill = [](const ActivationSpread& mean, const ActivationSpread& peak, SideWork& side) {
    side.likely_mean = likely_activation(mean, side.mean);
    side.likely_peak = likely_activation(peak, side.peak);
  };
  for (auto& [muscle, work] : answer.muscles) {
    const auto found = bands.muscles.find(muscle);
    if (found == bands.muscles.end()) continue;
    fill(found->second.left_mean, found->second.left_peak, work.left);
    fill(found->second.right_mean, found->second.right_peak, work.right);
  }
}

/// Plays tasks for one person.  Safe to use from several threads.
class Simulator {
 public:
  Simulator(const Catalog& catalog, const Engine& engine, const Person& person)
      : catalog_(catalog),
        engine_(engine),
        person_(person),
        care_(assess_care(person, catalog)),
        assess_(assess_for(engine, build_of(person))),
        guideline_(work_guideline(person, catalog.rules)) {}

  AnswerCache cache;  ///< keeps nothing unless it is set
  AssessOptions options;

  [[nodiscard]] Simulation run(const Task& task, std::optional<Mass> asked) const {
    Simulation made = begun(task);
    if (task.motion) choose_load(task, asked, made);
    if (made.load_from == LoadFrom::Model) return run_near(task, made.load);
    return played(task, std::move(made), options);
  }

  /// With the load that tires a set, where there is one; else as it is done.
  [[nodiscard]] TiredSet run_tired(const Task& task, std::optional<Mass> asked) const {
    TiredSet made;
    made.ends = end_of(task);
    if (asked) made.asked = run(task, asked);
    if (!task.motion || task.motion->motion.loads.empty()) {
      made.set = run(task, std::nullopt);
      return made;
    }
    made.empty = played(task, begun(task), {});
    if (made.ends == SetEnds::Tired) {
      const Mass load = tiring_middle(task, *made.empty);
      if (load > Mass{}) {
        made.set = run_near(task, load);
        return made;
      }
      made.ends = SetEnds::NoLoadTires;
    }
    made.set = run(task, std::nullopt);
    return made;
  }

  [[nodiscard]] Simulation run_pose(const std::string& name, const Motion& pose, Mass load) const {
    Simulation made;
    made.name = name;
    made.leaves_out = pose.leaves_out;
    made.guideline = guideline_;
    made.load = load;
    made.load_from = load > Mass{} ? LoadFrom::Asked : LoadFrom::None;
    made.outcome = assess_(pose, load, options);
    finish(made);
    return made;
  }

 private:
  Computed answer_for(const Task& task, Mass load, const AssessOptions& how) const {
    const AnswerKey key{&engine_,          &*task.motion, task.exercise->id,
                        build_of(person_), load,          how.find_tiring_load};
    if (auto known = cache.find(key)) return std::move(*known);
    Computed answered = assess_(task.motion->motion, load, how);
    cache.keep(key, answered);
    return answered;
  }

  [[nodiscard]] Simulation begun(const Task& task) const {
    Simulation made;
    made.exercise = task.exercise;
    made.name = task.exercise->name;
    made.guideline = guideline_;
    made.barred = barred_because(*task.exercise, care_).value_or("");
    return made;
  }

  [[nodiscard]] Simulation played(const Task& task, Simulation made,
                                  const AssessOptions& how) const {
    count(made);
    if (!task.motion) return made;
    made.leaves_out = task.motion->motion.leaves_out;
    made.outcome = answer_for(task, made.load, how);
    finish(made);
    return made;
  }

  /// With `load`, or with up to a quarter less: the search for it looks at fewer instants, so near
  /// a body's limit it may name too much.
  [[nodiscard]] Simulation run_near(const Task& task, Mass load) const {
    constexpr int kTries = 6;
    constexpr double kStep = 0.95;
    Simulation made;
    for (int i = 0; i < kTries; ++i) {
      made = begun(task);
      made.load = to_a_step(load * std::pow(kStep, i), person_.units);
      made.load_from = LoadFrom::Model;
      made = played(task, std::move(made), options);
      if (made.answer() != nullptr) return made;
    }
    return made;
  }

  void choose_load(const Task& task, std::optional<Mass> asked, Simulation& made) const {
    if (asked) {
      made.load = *asked;
      made.load_from = LoadFrom::Asked;
      return;
    }
    if (task.motion->motion.loads.empty()) return;
    const auto first = first_load(*task.exercise, person_, care_, catalog_);
    made.load = first ? first->each : tiring_middle(task);
    if (made.load == Mass{}) return;
    const LoadFrom known = first && first->is_owned ? LoadFrom::Plan : LoadFrom::Usual;
    made.load_from = first ? known : LoadFrom::Model;
  }

  /// What a plan would count for a set with this load.
  void count(Simulation& made) const {
    const DoseFor whose{person_.height, person_.mass, person_.sex, person_.age, made.load};
    const auto dose = dose_of(catalog_.doses, made.exercise->id, whose, catalog_.rules);
    const auto shares = counted_shares(*made.exercise, dose, catalog_);
    for (const auto& [muscle, credit] : set_credits(*made.exercise, shares)) {
      if (credit <= 0.0) continue;
      made.credit[muscle] = credit;
      if (dose && find_muscle(catalog_, muscle)->trusts_model) made.credit_by_model.insert(muscle);
    }
  }

  /// 0 when the model cannot say.
  Mass tiring_middle(const Task& task) const {
    const Computed probe = answer_for(task, kProbe, {});
    if (!probe || !probe->tiring) return Mass{};
    return to_a_step(kilograms(probe->tiring->best_kg), person_.units);
  }
  /// The same from what was played without load, if that has an answer.
  Mass tiring_middle(const Task& task, const Simulation& empty) const {
    const ExerciseAnswer* answer = empty.answer();
    if (answer == nullptr) return tiring_middle(task);
    if (!answer->tiring) return Mass{};
    return to_a_step(kilograms(answer->tiring->best_kg), person_.units);
  }

  /// Holds every disc against the work guideline and says what is likely, or names the muscles
  /// behind a no.
  void finish(Simulation& made) const {
    if (!*made.outcome) {
      NoAnswer& no = made.outcome->error();
      no.at_limit = muscles_of(no.at_limit, engine_.tables);
      return;
    }
    ExerciseAnswer& answer = **made.outcome;
    if (made.exercise != nullptr) {
      made.bands = find_bands(catalog_.bands, made.exercise->id, answer.model);
    }
    const auto likely = likely_compression(made.bands);
    for (std::size_t i = 0; i < likely.size(); ++i) {
      DiscLoad& disc = answer.discs[i];
      const double peak = disc.compression_N.peak;
      disc.share_of_guideline = peak / in_newtons(guideline_);
      disc.likely_N = likely_around(peak, likely[i]);
    }
    if (made.bands != nullptr) add_likely(*made.bands, answer);
  }

  const Catalog& catalog_;
  const Engine& engine_;
  const Person& person_;
  Assessment care_;
  PersonAssess assess_;
  Force guideline_;
};

template <class Order>
Outcome<Person> person_of(const Catalog& catalog, const Order& order) {
  if (order.person) return *order.person;
  return load_person(catalog, order.person_path);
}

/// Why `load` cannot be held in `motion`.
std::optional<Failure> misfit(const Motion& motion, const std::optional<Mass>& load,
                              const std::string& name,
                              const std::string& hint = "leave '--load' out") {
  if (!load || *load == Mass{} || !motion.loads.empty()) return std::nullopt;
  return NotFound{fmt::format("nothing is held in '{}', so no load fits it", name), hint};
}

void check_load(const std::optional<Mass>& load) {
  expects(!load || (*load >= Mass{} && *load <= kHeaviestLoad), "the door has checked the load");
}

/// The tasks of `exercises`, or every problem of every motion file.
Outcome<std::vector<Task>> tasks_of(const std::vector<const Exercise*>& exercises,
                                    const Engine& engine) {
  std::vector<Task> tasks;
  Problems problems;
  for (const Exercise* exercise : exercises) {
    auto motion = engine.find_motion(exercise->id, engine.tables);
    if (motion) {
      tasks.push_back({exercise, std::move(*motion)});
      continue;
    }
    const auto* bad = std::get_if<BadInput>(&motion.error());
    if (bad == nullptr) return tl::unexpected(motion.error());
    problems.insert(problems.end(), bad->problems.begin(), bad->problems.end());
  }
  if (!problems.empty()) return tl::unexpected<Failure>(BadInput{std::move(problems)});
  return tasks;
}

}  // namespace

Build build_of(const Person& person) {
  return {person.height, person.mass, person.sex, person.age};
}

Outcome<SimulateAnswer> simulate_exercise(const Catalog& catalog, const Engine& engine,
                                          const SimulateOrder& order) {
  check_load(order.load);
  const auto exercise = exercise_named(catalog, order.word);
  if (!exercise) return tl::unexpected(exercise.error());
  auto person = person_of(catalog, order);
  if (!person) return tl::unexpected(person.error());
  const auto motion = engine.find_motion((*exercise)->id, engine.tables);
  if (!motion) return tl::unexpected(motion.error());
  if (*motion) {
    auto wrong = misfit((*motion)->motion, order.load, (*exercise)->id);
    if (wrong) return tl::unexpected(std::move(*wrong));
  }
  Simulator simulator(catalog, engine, *person);
  simulator.options.keep_frames = order.keep_frames;
  simulator.options.find_tiring_load = order.find_tiring_load;
  Simulation simulation = simulator.run({*exercise, *motion}, order.load);
  return SimulateAnswer{std::move(*person), std::move(simulation)};
}

Outcome<SimulateAnswer> simulate_pose(const Catalog& catalog, const Engine& engine,
                                      const SimulateOrder& order) {
  check_load(order.load);
  auto person = person_of(catalog, order);
  if (!person) return tl::unexpected(person.error());
  const auto pose = engine.load_pose(order.word, engine.tables);
  if (!pose) return tl::unexpected(pose.error());
  if (auto wrong = misfit(*pose, order.load, order.word)) return tl::unexpected(*wrong);
  Simulator simulator(catalog, engine, *person);
  simulator.options.keep_frames = order.keep_frames;
  simulator.options.find_tiring_load = order.find_tiring_load;
  Simulation simulation = simulator.run_pose(order.word, *pose, order.load.value_or(Mass{}));
  return SimulateAnswer{std::move(*person), std::move(simulation)};
}

Outcome<SimulateAllAnswer> simulate_all(const Catalog& catalog, const Engine& engine,
                                        const SimulateAllOrder& order) {
  auto person = person_of(catalog, order.play);
  if (!person) return tl::unexpected(person.error());
  const auto tasks = tasks_of(order.exercises, engine);
  if (!tasks) return tl::unexpected(tasks.error());
  Simulator simulator(catalog, engine, *person);
  simulator.cache = order.play.cache;
  simulator.options.find_tiring_load = false;
  std::vector<Simulation> simulations(tasks->size());
  share_work(
      tasks->size(), order.play.threads,
      [&](std::size_t i) { simulations[i] = simulator.run((*tasks)[i], std::nullopt); },
      order.play.progress);
  return SimulateAllAnswer{std::move(*person), std::move(simulations)};
}

Outcome<TiredAnswer> simulate_tired(const Catalog& catalog, const Engine& engine,
                                    const TiredOrder& order) {
  for (const auto& load : order.loads) check_load(load);
  expects(order.loads.empty() || order.loads.size() == order.exercises.size(),
          "each exercise has a load, or none has");
  auto person = person_of(catalog, order.play);
  if (!person) return tl::unexpected(person.error());
  const auto tasks = tasks_of(order.exercises, engine);
  if (!tasks) return tl::unexpected(tasks.error());
  const auto asked = [&](std::size_t i) {
    return order.loads.empty() ? std::nullopt : order.loads[i];
  };
  for (std::size_t i = 0; i < tasks->size(); ++i) {
    const Task& task = (*tasks)[i];
    if (!task.motion) continue;
    auto wrong = misfit(task.motion->motion, asked(i), task.exercise->id,
                        "give one '--load' for each exercise, 0kg where nothing is held");
    if (wrong) {
      return tl::unexpected(std::move(*wrong));
    }
  }
  Simulator simulator(catalog, engine, *person);
  simulator.cache = order.play.cache;
  simulator.options.find_tiring_load = false;
  std::vector<TiredSet> sets(tasks->size());
  share_work(
      tasks->size(), order.play.threads,
      [&](std::size_t i) { sets[i] = simulator.run_tired((*tasks)[i], asked(i)); },
      order.play.progress);
  return TiredAnswer{std::move(*person), std::move(sets)};
}

}  // namespace strongback
