// How far the model's answers may be off: draws every assumption of data/body/uncertainty.toml and
// the posture for each simulated exercise, and writes data/bands/.  What is there already and was
// computed from the same inputs with as many samples stays, so a run that was broken off goes on.
// Usage: bands [--samples N] [--again] [EXERCISE...]     (./dev bands)
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <thread>

#include "app/engine.h"
#include "app/share_work.h"
#include "app/starting_load.h"
#include "app/validate.h"
#include "assess/monte_carlo.h"
#include "assess/sampling.h"
#include "assess/statistics.h"
#include "page_tool.h"
#include "person/read_person.h"

namespace {

using namespace strongback;
namespace fs = std::filesystem;

/// The man of docs/theory, who owns everything that a gym has.
constexpr const char* kMan = R"(
sex = "male"
age = 30
mass = "75 kg"
height = "175 cm"
[training]
level = "intermediate"
last_trained = "1 week ago"
)";

struct Order {
  int samples = 160;
  bool is_again = false;
  std::set<std::string> exercises;  ///< none: all that are simulated
};

std::optional<Order> read_order(int count, char** words) {
  Order order;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--again") {
      order.is_again = true;
    } else if (word == "--samples" && i + 1 < count) {
      const std::string number = words[++i];
      const auto [end, error] =
          std::from_chars(number.data(), number.data() + number.size(), order.samples);
      if (error != std::errc{} || *end != '\0' || order.samples < 1) return std::nullopt;
    } else if (word.starts_with("-")) {
      return std::nullopt;
    } else {
      order.exercises.insert(word);
    }
  }
  return order;
}

int threads() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

/// 90 % half width of the relative error of the ratios to standing that are judged upright.
double measured_error(const Validation& validation) {
  std::vector<double> measured, computed;
  for (const SpineResult& result : validation.spine.cases) {
    const bool counts = result.ratio_error() && !result.is_reference() &&
                        result.measured.position != SpinePosition::Lying;
    if (!counts) continue;
    measured.push_back(0.0);
    computed.push_back(*result.ratio_error());
  }
  return normal_quantile(0.95) * root_mean_square_error(measured, computed);
}

class Bandsman {
 public:
  Bandsman(const Catalog& catalog, const Engine& engine, const Uncertainty& uncertainty,
           const Person& man)
      : catalog_(catalog),
        engine_(engine),
        uncertainty_(uncertainty),
        man_(man),
        care_(assess_care(man, catalog)) {}

  Order order;
  double measured = 0.0;

  /// False: there is nothing to say of it.
  bool settle(const Exercise& exercise) const {
    const auto motion = engine_.find_motion(exercise.id, engine_.tables);
    if (!motion) std::exit(complain(std::get<BadInput>(motion.error()).problems));
    if (!*motion) return true;
    const std::string inputs = fmt::format(
        "{:016x}", fingerprint_of(std::to_string((*motion)->fingerprint), engine_.fingerprint));
    const Bands* known = find_bands(catalog_.bands, exercise.id, engine_.tables.version);
    const bool stays = known != nullptr && known->inputs == inputs &&
                       known->samples == order.samples && !order.is_again;
    if (stays) return true;
    const auto begun = std::chrono::steady_clock::now();
    const auto bands_with = [&](Mass load) {
      return monte_carlo(
          {engine_.tables, uncertainty_, body(), (*motion)->motion, load, order.samples},
          [](std::size_t count, const auto& work) { share_work(count, threads(), work); });
    };
    Mass load = load_of(exercise, (*motion)->motion);
    auto bands = bands_with(load);
    for (int i = 0; i < kLighter && !bands && load > Mass{}; ++i) {
      load = load * 0.5;
      bands = bands_with(load);
    }
    if (!bands) {
      fmt::print(stderr, "{:<28} no bands: {}\n", exercise.id, bands.error().text);
      return false;
    }
    std::erase_if(bands->activation_from, [&](const auto& one) {
      const Muscle* muscle = find_muscle(catalog_, one.first);
      return muscle == nullptr || !muscle->is_back;
    });
    bands->inputs = inputs;
    bands->measured_error = measured;
    std::ofstream(file_of(exercise.id)) << bands_toml(*bands);
    report(*bands, std::chrono::steady_clock::now() - begun);
    return true;
  }

  [[nodiscard]] static fs::path folder() { return fs::path(data_folder()) / "bands"; }

 private:
  static constexpr int kLighter = 3;  ///< how often half of a load that is too heavy is tried

  static fs::path file_of(std::string exercise) {
    std::replace(exercise.begin(), exercise.end(), '-', '_');
    return folder() / (exercise + ".toml");
  }

  static void report(const Bands& bands, std::chrono::duration<double> took) {
    const DiscSpread& disc = bands.discs[kL4L5];
    fmt::print("{:<28} {:5.1f} kg  L4/L5 {:.2f} {:.2f} {:.2f}  not solved {:2.0f} %  {:4.1f} s\n",
               bands.exercise, in_kilograms(bands.load), disc.p5, disc.p50, disc.p95,
               100.0 * bands.not_solved, took.count());
    std::cout.flush();
  }

  [[nodiscard]] Build body() const { return {man_.height, man_.mass, man_.sex, man_.age}; }

  /// The usual first load, else one that would not quite tire a set.
  [[nodiscard]] Mass load_of(const Exercise& exercise, const Motion& motion) const {
    if (motion.loads.empty()) return Mass{};
    if (const auto first = first_load(exercise, man_, care_, catalog_)) return first->each;
    constexpr Mass kProbe = kilograms(5.0);
    const auto probe = engine_.assess(engine_.tables, body(), motion, kProbe, {});
    return probe && probe->tiring ? to_a_step(kilograms(probe->tiring->low_kg), man_.units)
                                  : kProbe;
  }

  const Catalog& catalog_;
  const Engine& engine_;
  const Uncertainty& uncertainty_;
  const Person& man_;
  Assessment care_;
};

int run(const Order& order) {
  const auto catalog = read_catalog(data_folder());
  if (!catalog) return complain(catalog.error());
  const auto engine = load_engine();
  if (!engine) return complain(std::get<BadInput>(engine.error()).problems);
  const auto uncertainty = read_uncertainty(body_folder(), engine->tables);
  if (!uncertainty) return complain(uncertainty.error());
  const auto man = parse_person("man.toml", kMan, *catalog);
  if (!man) return complain(man.error());
  const auto validation = validate_model(*catalog, *engine, {{}, threads(), {}});
  if (!validation) return complain(std::get<BadInput>(validation.error()).problems);
  Bandsman bandsman(*catalog, *engine, *uncertainty, *man);
  bandsman.order = order;
  bandsman.measured = measured_error(*validation);
  fs::create_directories(Bandsman::folder());
  bool is_well = true;
  for (const Exercise& exercise : catalog->exercises) {
    if (!order.exercises.empty() && !order.exercises.contains(exercise.id)) continue;
    is_well = bandsman.settle(exercise) && is_well;
  }
  return is_well ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  const auto order = read_order(count, words);
  if (!order) {
    std::cerr << "usage: bands [--samples N] [--again] [EXERCISE...]\n";
    return 2;
  }
  return run(*order);
}
