// Fits the doses of every simulated exercise to full runs and writes data/doses/.
// Usage: fit_doses DATA_FOLDER [EXERCISE...]     (./dev doses)
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "assess/fit_doses.h"
#include "movement/read_motion.h"

namespace {

using namespace strongback;
namespace fs = std::filesystem;

[[noreturn]] void give_up(const Problems& problems) {
  for (const Problem& problem : problems) fmt::print(stderr, "{}\n", to_text(problem));
  std::exit(2);
}

std::vector<Motion> read_motions(const fs::path& folder, const BodyTables& tables) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(".motion.toml")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Motion> motions;
  for (const fs::path& file : files) {
    const auto document = read_document(file.string());
    if (!document) give_up(document.error());
    auto motion = read_motion(*document, tables);
    if (!motion) give_up(motion.error());
    motions.push_back(std::move(*motion));
  }
  return motions;
}

std::string file_name(std::string exercise) {
  std::replace(exercise.begin(), exercise.end(), '-', '_');
  return exercise + ".toml";
}

void fit_one(const BodyTables& tables, const Motion& motion, const fs::path& doses) {
  static std::mutex printing;
  const auto surfaces = fit_doses(tables, motion);
  const std::lock_guard lock(printing);
  if (surfaces.empty()) {
    fmt::print("{:<28} no full runs\n", motion.id);
    fs::remove(doses / file_name(motion.id));
    return;
  }
  std::ofstream(doses / file_name(motion.id)) << doses_toml(surfaces);
  for (const DoseSurface& surface : surfaces) {
    fmt::print("{:<28} {:<6} to {:5.1f} kg  worst error {:4.1f} %\n", motion.id,
               surface.sex == Sex::Male ? "men" : "women", in_kilograms(surface.heaviest),
               100.0 * surface.worst_error);
  }
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    fmt::print(stderr, "usage: fit_doses DATA_FOLDER [EXERCISE...]\n");
    return 2;
  }
  const fs::path data = words[1];
  const auto tables = read_body_tables((data / "body").string());
  if (!tables) give_up(tables.error());
  auto motions = read_motions(data / "exercises", *tables);
  const std::vector<std::string> wanted(words + 2, words + count);
  std::erase_if(motions, [&](const Motion& motion) {
    return !wanted.empty() && std::find(wanted.begin(), wanted.end(), motion.id) == wanted.end();
  });
  fs::create_directories(data / "doses");
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < motions.size(); i = next++) {
      fit_one(*tables, motions[i], data / "doses");
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back(work);
  }
}
