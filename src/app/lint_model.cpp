#include "app/lint_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/engine.h"
#include "app/files.h"
#include "assess/measured.h"
#include "assess/uncertainty.h"
#include "base/text.h"
#include "body/tables.h"
#include "movement/read_motion.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMotion = ".motion.toml";
constexpr std::string_view kPose = ".pose.toml";
constexpr std::string_view kUncertainty = "uncertainty.toml";

const Entry* entry_of(const Document& document, std::string_view key) {
  const auto found = std::find_if(document.root.begin(), document.root.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == document.root.end() ? nullptr : &*found;
}

Problems problems_of(const Failure& failure) {
  const auto* bad = std::get_if<BadInput>(&failure);
  return bad == nullptr ? Problems{} : bad->problems;
}

Problems lint_motion(const Document& document, const BodyTables& tables, const Catalog& catalog) {
  const auto motion = read_motion(document, tables);
  if (!motion) return motion.error();
  if (find_exercise(catalog, motion->id) != nullptr) return {};
  return {{document.file, entry_of(document, "exercise")->node.place,
           fmt::format("'{}' is no exercise", motion->id),
           suggestion(motion->id, exercise_ids(catalog))}};
}

Problems lint_pose(const Document& document, const BodyTables& tables) {
  const auto pose = read_pose(document, tables);
  return pose ? Problems{} : pose.error();
}

Problems lint_measurements(const Document& document, const Catalog& catalog) {
  Measured ignored;
  return read_measurements(document, {exercise_ids(catalog), muscle_ids(catalog)}, ignored);
}

Problems lint_uncertainty(const BodyTables& tables) {
  const auto uncertainty = read_uncertainty(body_folder(), tables);
  return uncertainty ? Problems{} : uncertainty.error();
}

/// An exercise that moves says how far its figures may be off, by the model of today; but not where
/// its motion leaves something out, so that no plan counts them.
Problems lint_bands(const Document& document, const BodyTables& tables, const Catalog& catalog) {
  const Entry* exercise = entry_of(document, "exercise");
  const auto* id = exercise ? std::get_if<std::string>(&exercise->node.value) : nullptr;
  if (id == nullptr || find_exercise(catalog, *id) == nullptr) return {};
  const bool is_partial = entry_of(document, "leaves_out") != nullptr;
  if (is_partial || find_bands(catalog.bands, *id, tables.version) != nullptr) return {};
  const auto old = catalog.bands.find(*id);
  const std::string what =
      old == catalog.bands.end()
          ? fmt::format("'{}' has no bands: nothing says how far its figures may be off", *id)
          : fmt::format("the bands of '{}' are those of model {}, and this is model {}", *id,
                        old->second.model, tables.version);
  return {{document.file, exercise->node.place, what,
           fmt::format("'./dev bands {}' computes them", *id)}};
}

void append(Problems& all, const Problems& more) {
  all.insert(all.end(), more.begin(), more.end());
}

std::string data_below(const char* name) { return (fs::path(data_folder()) / name).string(); }

bool is_of_body(const Document& document) {
  std::error_code ignored;
  return fs::equivalent(fs::absolute(document.file, ignored).parent_path(), data_below("body"),
                        ignored);
}

}  // namespace

std::optional<Problems> lint_model_file(const Document& document, const Catalog& catalog) {
  const bool is_motion = document.file.ends_with(kMotion);
  const bool is_pose = document.file.ends_with(kPose);
  if (is_motion || is_pose || is_of_body(document)) {
    const auto engine = load_engine();
    if (!engine) return problems_of(engine.error());
    if (document.file.ends_with(kUncertainty)) return lint_uncertainty(engine->tables);
    if (is_motion) return lint_motion(document, engine->tables, catalog);
    return is_pose ? lint_pose(document, engine->tables) : Problems{};
  }
  if (entry_of(document, "study") != nullptr) return lint_measurements(document, catalog);
  return std::nullopt;
}

Problems lint_model(const Catalog& catalog) {
  const auto engine = load_engine();
  if (!engine) return problems_of(engine.error());
  const BodyTables& tables = engine->tables;
  Problems problems = lint_uncertainty(tables);
  std::vector<std::string> files = toml_files(data_below("exercises"), false);
  for (const std::string& file : toml_files(data_below("measured"), true)) files.push_back(file);
  for (const std::string& file : files) {
    const bool is_motion = file.ends_with(kMotion);
    if (!is_motion && file.starts_with(data_below("exercises"))) continue;
    const auto document = read_document(file);
    if (!document) {
      append(problems, document.error());
    } else if (is_motion) {
      append(problems, lint_motion(*document, tables, catalog));
      append(problems, lint_bands(*document, tables, catalog));
    } else {
      append(problems, file.ends_with(kPose) ? lint_pose(*document, tables)
                                             : lint_measurements(*document, catalog));
    }
  }
  return problems;
}

}  // namespace strongback
