#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answer_cache.h"
#include "app/engine.h"
#include "app/failure.h"
#include "app/share_work.h"
#include "exchange/comparison.h"
#include "exchange/simulation.h"
#include "person/person.h"

namespace strongback {

inline constexpr Mass kHeaviestLoad = kilograms(500.0);

/// What somebody asks the model for.
struct SimulateOrder {
  std::string word;  ///< an exercise's id or name, or the file of a posture
  std::string person_path;
  std::optional<Mass> load;  ///< 0 to kHeaviestLoad; nothing: chosen (LoadFrom says how)
  bool keep_frames = false;
  bool find_tiring_load = true;       ///< takes ten times as long as the rest
  std::optional<Person> person = {};  ///< known already; nothing: read from `person_path`
};

struct SimulateAnswer {
  Person person;
  Simulation simulation;
};

/// What an exercise does to this person.  Not simulated, or an honest no: the simulation says so.
/// A load for what holds none is a mistake of the one who asks.
Outcome<SimulateAnswer> simulate_exercise(const Catalog& catalog, const Engine& engine,
                                          const SimulateOrder& order);

/// What a still posture does to this person; without a load, its own loads weigh nothing.
Outcome<SimulateAnswer> simulate_pose(const Catalog& catalog, const Engine& engine,
                                      const SimulateOrder& order);

/// What is shared by all that play many exercises.
struct PlayOrder {
  std::string person_path;
  AnswerCache cache;
  int threads = 1;
  Progress progress;                  ///< may be empty
  std::optional<Person> person = {};  ///< known already; nothing: read from `person_path`
};

struct SimulateAllOrder {
  std::vector<const Exercise*> exercises;
  PlayOrder play;
};

struct SimulateAllAnswer {
  Person person;
  std::vector<Simulation> simulations;  ///< in the order of the exercises
};

/// Every exercise with its first load; the threads share the work, the answers do not depend on
/// how.  The load that would tire is looked for only where nothing else gives a first load, since
/// it takes ten times as long as the rest.
Outcome<SimulateAllAnswer> simulate_all(const Catalog& catalog, const Engine& engine,
                                        const SimulateAllOrder& order);

struct TiredOrder {
  std::vector<const Exercise*> exercises;
  std::vector<std::optional<Mass>> loads;  ///< asked for, one for each exercise; or empty
  PlayOrder play;
};

struct TiredAnswer {
  Person person;
  std::vector<TiredSet> sets;  ///< in the order of the exercises
};

/// Every exercise in a set that tires, so that they can be held side by side.  Where a load has to
/// be found for that, an exercise takes some ten times as long as with a given one.  A load for
/// what holds none is a mistake of the one who asks.
Outcome<TiredAnswer> simulate_tired(const Catalog& catalog, const Engine& engine,
                                    const TiredOrder& order);

/// What the model is scaled from.
Build build_of(const Person& person);

}  // namespace strongback
