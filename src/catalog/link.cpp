#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

using KnownIds = std::map<IdKind, std::vector<std::string>>;

/// "no exercise": what an unknown id of this kind is said not to be.
std::string_view noun(IdKind kind) {
  switch (kind) {
    case IdKind::Exercise:
      return "exercise";
    case IdKind::Muscle:
      return "muscle";
    case IdKind::Equipment:
      return "equipment";
    case IdKind::Household:
      return "household object";
    case IdKind::Activity:
      return "activity";
    case IdKind::ActivityCode:
      return "code of an activity";
    case IdKind::Country:
      return "country";
    case IdKind::Condition:
      return "condition";
    case IdKind::Cap:
      return "cap";
    case IdKind::RedFlag:
      return "screening question";
    case IdKind::ClaimWord:
      return "word of a claim";
    case IdKind::Template:
      return "template";
    case IdKind::Rule:
      return "rule";
    case IdKind::Source:
      return "source";
  }
  return "id";
}

void add(KnownIds& known, IdKind kind, const std::vector<std::string>& ids) {
  known[kind].insert(known[kind].end(), ids.begin(), ids.end());
}

void add_catalog(KnownIds& known, const Catalog& catalog) {
  add(known, IdKind::Exercise, exercise_ids(catalog));
  add(known, IdKind::Muscle, muscle_ids(catalog));
  add(known, IdKind::Equipment, equipment_ids(catalog));
  add(known, IdKind::Condition, condition_ids(catalog));
  add(known, IdKind::ClaimWord, red_flag_ids(catalog));
  for (const Activity& activity : catalog.activities) {
    known[IdKind::ActivityCode].push_back(activity.code_2024);
  }
  for (const auto& [id, rule] : catalog.rules.all()) known[IdKind::Rule].push_back(id);
  for (const auto& [id, source] : catalog.rules.sources()) known[IdKind::Source].push_back(id);
}

void check_uses(Reading& reading, const Catalog& base) {
  KnownIds known;
  add_catalog(known, base);
  add_catalog(known, reading.catalog);
  add(known, IdKind::ClaimWord, claim_words());
  for (const auto& [id, rule] : reading.rules) known[IdKind::Rule].push_back(id);
  for (const auto& [id, source] : reading.sources) known[IdKind::Source].push_back(id);
  for (auto& [kind, ids] : known) std::sort(ids.begin(), ids.end());
  for (const Mention& use : reading.used) {
    const auto& ids = known[use.kind];
    if (std::binary_search(ids.begin(), ids.end(), use.id)) continue;
    reading.problems.push_back({use.file, use.place,
                                fmt::format("'{}' is no {}", use.id, noun(use.kind)),
                                suggestion(use.id, ids)});
  }
}

void check_duplicates(Reading& reading) {
  std::map<std::pair<IdKind, std::string>, const Mention*> first;
  for (const Mention& mention : reading.defined) {
    const auto [found, is_new] = first.emplace(std::pair(mention.kind, mention.id), &mention);
    if (is_new) continue;
    const Mention& other = *found->second;
    reading.problems.push_back(
        {mention.file, mention.place,
         fmt::format("the {} '{}' is defined twice", noun(mention.kind), mention.id),
         fmt::format("the first one stands at {}:{}", other.file, other.place.line)});
  }
}

/// Who is easier than whom, by id.
using Graph = std::map<std::string, std::vector<std::string>>;

Graph easier_graph(const std::vector<Exercise>& exercises) {
  Graph graph;
  for (const Exercise& exercise : exercises) {
    for (const std::string& id : exercise.easier) graph[exercise.id].push_back(id);
    for (const std::string& id : exercise.harder) graph[id].push_back(exercise.id);
  }
  return graph;
}

/// Walks from `id` toward the easier; returns a circle when it meets its own path.
std::vector<std::string> find_circle(const Graph& graph, const std::string& id,
                                     std::vector<std::string>& path, std::set<std::string>& done) {
  const auto met = std::find(path.begin(), path.end(), id);
  if (met != path.end()) return {met, path.end()};
  if (done.count(id) > 0) return {};
  path.push_back(id);
  const auto next = graph.find(id);
  for (const auto& easier : next == graph.end() ? std::vector<std::string>{} : next->second) {
    auto circle = find_circle(graph, easier, path, done);
    if (!circle.empty()) return circle;
  }
  path.pop_back();
  done.insert(id);
  return {};
}

/// The exercises of `reading` over those of `base` that they replace.
std::vector<Exercise> all_exercises(const Reading& reading, const Catalog& base) {
  std::vector<Exercise> all = reading.catalog.exercises;
  for (const Exercise& exercise : base.exercises) {
    const bool is_replaced = std::any_of(
        all.begin(), all.end(), [&](const Exercise& other) { return other.id == exercise.id; });
    if (!is_replaced) all.push_back(exercise);
  }
  return all;
}

/// The first circle met, starting from each exercise that these files define.
std::vector<std::string> first_circle(const Reading& reading, const Graph& graph) {
  std::set<std::string> done;
  for (const Exercise& exercise : reading.catalog.exercises) {
    std::vector<std::string> path;
    auto circle = find_circle(graph, exercise.id, path, done);
    if (!circle.empty()) return circle;
  }
  return {};
}

void check_circles(Reading& reading, const Catalog& base) {
  auto circle = first_circle(reading, easier_graph(all_exercises(reading, base)));
  if (circle.empty()) return;
  const auto in_circle =
      std::find_if(reading.defined.begin(), reading.defined.end(), [&](const Mention& mention) {
        return mention.kind == IdKind::Exercise &&
               std::find(circle.begin(), circle.end(), mention.id) != circle.end();
      });
  if (in_circle == reading.defined.end()) return;
  std::rotate(circle.begin(), std::find(circle.begin(), circle.end(), in_circle->id), circle.end());
  circle.push_back(circle.front());
  reading.problems.push_back(
      {in_circle->file, in_circle->place,
       fmt::format("easier exercises go in a circle: {}", joined(circle, " > ")),
       "each one must be easier than the one before it"});
}

void fill_energy(Reading& reading, const Catalog& base) {
  for (Exercise& exercise : reading.catalog.exercises) {
    for (const Catalog* catalog : {&std::as_const(reading.catalog), &base}) {
      const auto found = std::find_if(
          catalog->activities.begin(), catalog->activities.end(),
          [&](const Activity& activity) { return activity.code_2024 == exercise.met_code; });
      if (found == catalog->activities.end()) continue;
      exercise.met = found->met;
      break;
    }
  }
}

/// The doses say, too, how far they may be off.
void fill_likely(Reading& reading) {
  for (auto& [exercise, surfaces] : reading.catalog.doses) {
    for (DoseSurface& surface : surfaces) {
      surface.likely =
          likely_compression(find_bands(reading.catalog.bands, exercise, surface.model));
    }
  }
}

}  // namespace

void link(Reading& reading, const Catalog& known) {
  check_uses(reading, known);
  check_duplicates(reading);
  check_circles(reading, known);
  fill_energy(reading, known);
  fill_likely(reading);
}

}  // namespace strongback
