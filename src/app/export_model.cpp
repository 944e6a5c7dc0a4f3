#include "app/export_model.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/files.h"
#include "app/moving_exercise.h"
#include "app/plan_for_person.h"
#include "exports/files.h"

namespace strongback {
namespace {

/// The honest no of a motion, with its instant.
Failure no_answer(const std::string& exercise, const NoAnswer& why) {
  return NoPlan{{fmt::format("nothing is written: '{}' has no answer for this person", exercise),
                 why.frame.empty() ? why.text : fmt::format("{}: {}", why.frame, why.text)}};
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
  auto moving =
      move_exercise(catalog, engine, asked, "leave '--motion' out to write the model alone");
  if (!moving) return tl::unexpected(moving.error());
  const Simulation& simulation = moving->answer.simulation;
  const std::string& id = simulation.exercise->id;
  if (simulation.no_answer() != nullptr) {
    return tl::unexpected(no_answer(id, *simulation.no_answer()));
  }
  const auto frames = solve_frames(moving->body, moving->motion, simulation.load);
  if (!frames) return tl::unexpected(no_answer(id, frames.error()));
  MotionRecord record = record_motion(moving->body, moving->motion, simulation.load, *frames);
  record.name = simulation.name;
  return ModelExport{std::move(moving->body), std::move(record)};
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
  return write_files(folder, write(*model));
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
