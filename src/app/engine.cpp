#include "app/engine.h"

#include <algorithm>
#include <filesystem>

#include "app/files.h"
#include "catalog/catalog.h"
#include "movement/read_motion.h"
#include "reading/document.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> bad(Problems problems) {
  return tl::unexpected<Failure>(BadInput{std::move(problems)});
}

/// "one_arm_row.motion.toml" stands beside the exercise "one-arm-row".
std::string motion_file_of(std::string exercise) {
  std::replace(exercise.begin(), exercise.end(), '-', '_');
  return exercise + ".motion.toml";
}

Outcome<std::optional<FoundMotion>> find_motion(const std::string& exercise,
                                                const BodyTables& tables) {
  const std::string path =
      (fs::path(data_folder()) / "exercises" / motion_file_of(exercise)).string();
  if (!file_exists(path)) return std::optional<FoundMotion>{};
  const auto text = read_text(path);
  if (!text) return bad(text.error());
  const auto document = parse_document(path, *text);
  if (!document) return bad(document.error());
  auto motion = read_motion(*document, tables);
  if (!motion) return bad(std::move(motion.error()));
  return FoundMotion{std::move(*motion), fingerprint_of(*text)};
}

Outcome<Motion> load_pose(const std::string& path, const BodyTables& tables) {
  const auto document = read_document(path);
  if (!document) return bad(document.error());
  auto pose = read_pose(*document, tables);
  if (!pose) return bad(std::move(pose.error()));
  return std::move(*pose);
}

}  // namespace

std::uint64_t fingerprint_of(std::string_view text, std::uint64_t begun) {
  constexpr std::uint64_t kPrime = 0x100000001b3u;
  for (const char byte : text) {
    begun ^= static_cast<unsigned char>(byte);
    begun *= kPrime;
  }
  return begun;
}

std::string body_folder() { return (fs::path(data_folder()) / "body").string(); }

Outcome<Engine> load_engine() {
  const std::string folder = body_folder();
  auto tables = read_body_tables(folder);
  if (!tables) return bad(std::move(tables.error()));
  Engine engine;
  engine.tables = std::move(*tables);
  engine.fingerprint = fingerprint_of("");
  for (const std::string& file : toml_files(folder, false)) {
    const auto text = read_text(file);
    if (!text) return bad(text.error());
    engine.fingerprint = fingerprint_of(*text, engine.fingerprint);
  }
  engine.find_motion = find_motion;
  engine.load_pose = load_pose;
  engine.assess = assess_motion;
  engine.for_person = [](const BodyTables& of, const Build& build) { return Assessor(of, build); };
  return engine;
}

PersonAssess assess_for(const Engine& engine, const Build& build) {
  if (engine.for_person) return engine.for_person(engine.tables, build);
  return [&engine, build](const Motion& motion, Mass load, const AssessOptions& options) {
    return engine.assess(engine.tables, build, motion, load, options);
  };
}

}  // namespace strongback
