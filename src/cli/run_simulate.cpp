#include "cli/run_simulate.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/files.h"
#include "app/simulate.h"
#include "app/validate.h"
#include "base/text.h"
#include "cli/answer_text.h"
#include "cli/play_order.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "cli/validation_text.h"
#include "exchange/answer_csv.h"
#include "exchange/answer_json.h"
#include "exchange/validation_json.h"

namespace strongback {
namespace {

/// Writes the frames where the words ask for them; an honest no has none.
Outcome<void> write_frames_file(const Options& options, const Simulation& simulation,
                                const BodyTables& tables) {
  if (options.out.empty()) return {};
  if (simulation.answer() == nullptr) {
    fmt::print(stderr, "not written: {} (there are no figures)\n", printable(options.out));
    return {};
  }
  const auto written = write_file(options.out, answer_csv(*simulation.answer(), tables));
  if (written) fmt::print(stderr, "written: {}\n", printable(options.out));
  return written;
}

}  // namespace

Exit run_simulate(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const SimulateOrder order{options.word, options.person, options.load,
                            options.with_frames || !options.out.empty()};
  const bool is_pose = options.command == Options::Command::Pose;
  const auto answer =
      is_pose ? simulate_pose(catalog, *engine, order) : simulate_exercise(catalog, *engine, order);
  if (!answer) return say(answer.error());
  const auto written = write_frames_file(options, answer->simulation, engine->tables);
  if (!written) return say(written.error());
  const BodyTables* tables = options.with_frames ? &engine->tables : nullptr;
  show(options.as_json ? simulation_json(answer->simulation, tables)
                       : simulation_text(*answer, catalog, tables, terminal_of_stdout()));
  return answer->simulation.no_answer() == nullptr ? Exit::Done : Exit::HonestNo;
}

Exit run_simulate_all(const Catalog& catalog, const std::vector<const Exercise*>& exercises,
                      const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer = simulate_all(catalog, *engine, {exercises, play_order(options)});
  if (!answer) return say(answer.error());
  show(options.as_json ? simulations_json(answer->simulations)
                       : simulations_text(*answer, catalog, terminal_of_stdout()));
  return Exit::Done;
}

Exit run_validate(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer =
      validate_model(catalog, *engine, {options.files, cores(), progress_on_stderr()});
  if (!answer) return say(answer.error());
  if (!options.out.empty()) {
    const auto written = write_validation(*answer, catalog, engine->tables, options.out);
    if (!written) return say(written.error());
    for (const std::string& path : *written) {
      fmt::print(stderr, "written: {}\n", printable(path));
    }
  }
  show(options.as_json ? validation_json(*answer) : validation_text(*answer, terminal_of_stdout()));
  return Exit::Done;
}

}  // namespace strongback
