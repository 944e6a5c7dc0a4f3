#include "app/export_model.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/files.h"
#include "app/plan_for_person.h"
#include "app/simulate.h"
#include "assess/collect.h"
#include "base/expects.h"
#include "exports/files.h"

namespace strongback {
namespace {

/// The honest no of a motion, with its instant.
Failure no_answer(const std::string& exercise, const NoAnswer& why) {
  return NoPlan{{fmt::format("nothing is written: '{}' has no answer for this person", exercise),
                 why.frame.empty() ? why.text : fmt::format("{}: {}", why.frame, why.text)}};
}

Body body_of(const Engine& engine, const Person& person) {
  auto body = make_body(engine.tables, build_of(person));
  expects(body.has_value(), "a person's build was checked");
  return std::move(*body);
}

Outcome<ModelExport> still_model(const Catalog& catalog, const Engine& engine,
                                 const ExportOrder& order) {
  const auto person = load_person(catalog, order.person_path);
  if (!person) return tl::unexpected(person.error());
  return ModelExport{body_of(engine, *person), std::nullopt};
}

Outcome<ModelExport> moving_model(const Catalog& catalog, const Engine& engine,
                                  const ExportOrder& order) {
  SimulateOrder asked{order.exercise, order.person_path, order.load};
  asked.find_tiring_load = false;
  const auto answer = simulate_exercise(catalog, engine, asked);
  if (!answer) return tl::unexpected(answer.error());
  const Simulation& simulation = answer->simulation;
  const std::string& id = simulation.exercise->id;
  const auto motion = engine.find_motion(id, engine.tables);
  if (!motion) return tl::unexpected(motion.error());
  if (!*motion) {
    return tl::unexpected<Failure>(NotFound{fmt::format("the model has no motion for '{}' yet", id),
                                            "leave '--motion' out to write the model alone"});
  }
  if (simulation.no_answer() != nullptr) {
    return tl::unexpected(no_answer(id, *simulation.no_answer()));
  }
  Body body = body_of(engine, answer->person);
  const auto frames = solve_frames(body, (*motion)->motion, simulation.load);
  if (!frames) return tl::unexpected(no_answer(id, frames.error()));
  MotionRecord record = record_motion(body, (*motion)->motion, simulation.load, *frames);
  record.name = simulation.name;
  return ModelExport{std::move(body), std::move(record)};
}

using Write = std::vector<TextFile> (*)(const ModelExport&);

Outcome<std::vector<std::string>> write_model(const Catalog& catalog, const Engine& engine,
                                              const ExportOrder& order, const std::string& folder,
                                              Write write) {
  const auto model = order.exercise.empty() ? still_model(catalog, engine, order)
                                            : moving_model(catalog, engine, order);
  if (!model) return tl::unexpected(model.error());
  std::error_code why;
  std::filesystem::create_directories(folder, why);
  if (why) {
    return tl::unexpected<Failure>(
        BadInput{{{folder,
                   {},
                   fmt::format("the folder cannot be made: {}", why.message()),
                   "name a folder that is yours to write to"}}});
  }
  std::vector<std::string> paths;
  for (const TextFile& file : write(*model)) {
    paths.push_back((std::filesystem::path(folder) / file.name).string());
    const auto written = write_file(paths.back(), file.text);
    if (!written) return tl::unexpected(written.error());
  }
  return paths;
}

}  // namespace

Outcome<std::vector<std::string>> write_mjcf(const Catalog& catalog, const Engine& engine,
                                             const ExportOrder& order, const std::string& folder) {
  return write_model(catalog, engine, order, folder, mjcf_files);
}

Outcome<std::vector<std::string>> write_osim(const Catalog& catalog, const Engine& engine,
                                             const ExportOrder& order, const std::string& folder) {
  return write_model(catalog, engine, order, folder, osim_files);
}

}  // namespace strongback
