#include "app/browse.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

tl::unexpected<Failure> no_such(std::string_view kind, const std::string& word,
                                const std::vector<std::string>& known, std::string_view command) {
  std::string hint = suggestion(word, known);
  if (hint.empty()) hint = fmt::format("'strongback {}' lists them", command);
  return tl::unexpected<Failure>(NotFound{fmt::format("'{}' is no {}", word, kind), hint});
}

/// Lower case, with spaces for the signs that ids use.
std::string plain_words(std::string_view text) {
  std::string words = lower(trimmed(text));
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::vector<const Muscle*> muscles_named(const Catalog& catalog, const std::string& word) {
  const std::string wanted = plain_words(word);
  std::vector<const Muscle*> exact, in_group;
  for (const Muscle& muscle : catalog.muscles) {
    if (plain_words(muscle.id) == wanted || plain_words(muscle.name) == wanted ||
        plain_words(short_name(muscle.id, catalog)) == wanted) {
      exact.push_back(&muscle);
    }
    if (plain_words(muscle.group) == wanted) in_group.push_back(&muscle);
  }
  return exact.empty() ? in_group : exact;
}

/// Every word by which a muscle may be asked for.
std::vector<std::string> muscle_words(const Catalog& catalog) {
  std::vector<std::string> words = muscle_ids(catalog);
  for (const Muscle& muscle : catalog.muscles) {
    words.push_back(short_name(muscle.id, catalog));
    words.push_back(muscle.group);
  }
  return words;
}

double credit_for(const Exercise& exercise, const std::vector<const Muscle*>& muscles) {
  double credit = 0.0;
  for (const Share& share : set_credits(exercise)) {
    const bool is_asked = std::any_of(muscles.begin(), muscles.end(),
                                      [&](const Muscle* m) { return m->id == share.muscle; });
    if (is_asked) credit = std::max(credit, share.credit);
  }
  return credit;
}

bool can_be_done_with(const Exercise& exercise, const std::set<std::string>& things) {
  return std::any_of(
      exercise.equipment.begin(), exercise.equipment.end(), [&](const auto& alternative) {
        return std::all_of(alternative.begin(), alternative.end(),
                           [&](const std::string& thing) { return things.contains(thing); });
      });
}

Outcome<std::set<std::string>> things_of(const Catalog& catalog,
                                         const std::vector<std::string>& named) {
  std::set<std::string> things;
  for (const Equipment& thing : catalog.equipment) {
    if (thing.is_assumed) things.insert(thing.id);
  }
  for (const std::string& id : named) {
    if (id == "none") continue;
    if (find_equipment(catalog, id) == nullptr) {
      return tl::unexpected<Failure>(NotFound{
          fmt::format("'{}' is no piece of equipment", id), [&] {
            const std::string near = suggestion(id, equipment_ids(catalog));
            return near.empty() ? "it is one of: " + joined(equipment_ids(catalog), ", ") : near;
          }()});
    }
    things.insert(id);
  }
  return things;
}

}  // namespace

Outcome<Catalog> load_catalog() {
  auto catalog = read_catalog(data_folder());
  if (!catalog) return tl::unexpected<Failure>(BadInput{std::move(catalog.error())});
  return std::move(*catalog);
}

Outcome<std::vector<const Exercise*>> list_exercises(const Catalog& catalog,
                                                     const ExerciseFilter& filter) {
  const auto muscles = muscles_named(catalog, filter.works);
  if (!filter.works.empty() && muscles.empty()) {
    return no_such("muscle", filter.works, muscle_words(catalog), "muscles");
  }
  const auto things = things_of(catalog, filter.equipment);
  if (!things) return tl::unexpected(things.error());
  const auto& positions = position_words();
  std::string position = lower(filter.position);
  std::replace(position.begin(), position.end(), '-', '_');
  if (!position.empty() && std::count(positions.begin(), positions.end(), position) == 0) {
    std::string hint = suggestion(position, positions);
    if (hint.empty()) hint = "it is one of: " + joined(positions, ", ");
    return tl::unexpected<Failure>(
        NotFound{fmt::format("'{}' is no position", filter.position), hint});
  }

  std::vector<const Exercise*> found;
  for (const Exercise& exercise : catalog.exercises) {
    const auto& own = exercise.positions;
    if (!filter.works.empty() && credit_for(exercise, muscles) <= 0.0) continue;
    if (!filter.equipment.empty() && !can_be_done_with(exercise, *things)) continue;
    if (!position.empty() && std::count(own.begin(), own.end(), position) == 0) continue;
    found.push_back(&exercise);
  }
  if (!filter.works.empty()) {
    std::stable_sort(found.begin(), found.end(), [&](const Exercise* a, const Exercise* b) {
      return credit_for(*a, muscles) > credit_for(*b, muscles);
    });
  }
  return found;
}

Outcome<const Exercise*> exercise_named(const Catalog& catalog, const std::string& word) {
  const std::string wanted = plain_words(word);
  for (const Exercise& exercise : catalog.exercises) {
    if (plain_words(exercise.id) == wanted || plain_words(exercise.name) == wanted) {
      return &exercise;
    }
  }
  return no_such("exercise", word, exercise_ids(catalog), "exercises");
}

Outcome<const Muscle*> muscle_named(const Catalog& catalog, const std::string& word) {
  const auto muscles = muscles_named(catalog, word);
  if (muscles.empty()) return no_such("muscle", word, muscle_words(catalog), "muscles");
  if (muscles.size() == 1) return muscles.front();
  std::vector<std::string> ids;
  for (const Muscle* muscle : muscles) ids.push_back(muscle->id);
  return tl::unexpected<Failure>(
      NotFound{fmt::format("'{}' names {} muscles; one is needed here", word, muscles.size()),
               "it is one of: " + joined(ids, ", ")});
}

Outcome<std::vector<MuscleView>> list_muscles(const Catalog& catalog, const std::string& word) {
  std::vector<const Muscle*> muscles = muscles_named(catalog, word);
  if (!word.empty() && muscles.empty()) {
    return no_such("muscle", word, muscle_words(catalog), "muscles");
  }
  if (word.empty()) {
    for (const Muscle& muscle : catalog.muscles) {
      if (muscle.is_back) muscles.push_back(&muscle);
    }
  }
  std::vector<MuscleView> views;
  for (const Muscle* muscle : muscles) {
    MuscleView view{muscle, {}};
    for (const Exercise& exercise : catalog.exercises) {
      const double credit = credit_for(exercise, {muscle});
      if (credit > 0.0) view.worked_by.push_back({&exercise, credit});
    }
    std::stable_sort(view.worked_by.begin(), view.worked_by.end(),
                     [](const auto& a, const auto& b) { return a.credit > b.credit; });
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace strongback
