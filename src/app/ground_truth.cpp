#include "app/ground_truth.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/files.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

Outcome<TruthOf> played_by(const std::string& whose, const Catalog& catalog, const Engine& engine,
                           const PlayOrder& play) {
  std::vector<const Exercise*> exercises;
  for (const Exercise& exercise : catalog.exercises) exercises.push_back(&exercise);
  auto played = simulate_tired(catalog, engine, {std::move(exercises), {}, play});
  if (!played) return tl::unexpected(played.error());
  return TruthOf{whose, std::move(played->person), std::move(played->sets)};
}

}  // namespace

std::string reference_body(const std::string& whose) {
  return (fs::path(data_folder()) / "reference" / (whose + ".toml")).string();
}

Outcome<GroundTruth> make_ground_truth(const Catalog& catalog, const Engine& engine,
                                       const PlayOrder& play) {
  GroundTruth truth{engine.tables.version, {}};
  const bool has_own = !play.person_path.empty();
  const auto bodies =
      has_own ? std::vector<std::string>{"person"} : std::vector<std::string>{"woman", "man"};
  for (const std::string& whose : bodies) {
    PlayOrder one = play;
    if (!has_own) one.person_path = reference_body(whose);
    auto played = played_by(whose, catalog, engine, one);
    if (!played) return tl::unexpected(played.error());
    truth.bodies.push_back(std::move(*played));
  }
  return truth;
}

Outcome<std::vector<std::string>> write_ground_truth(const GroundTruth& truth,
                                                     const Catalog& catalog,
                                                     const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  return write_files(folder, truth_files(truth, catalog));
}

}  // namespace strongback
