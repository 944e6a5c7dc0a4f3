#include "train/stand_ins.h"

#include <algorithm>

namespace strongback {

std::vector<const Exercise*> stand_ins_for(const Exercise& exercise, const Catalog& catalog) {
  std::vector<const Exercise*> found;
  const auto add = [&](const Exercise* other) {
    const bool is_work = other != nullptr && (other->stimulus == Stimulus::Strength ||
                                              other->stimulus == Stimulus::Control);
    if (!is_work || other == &exercise || std::count(found.begin(), found.end(), other) > 0) return;
    found.push_back(other);
  };
  for (const std::string& id : exercise.easier) add(find_exercise(catalog, id));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto easier = found[i]->easier;
    for (const std::string& id : easier) add(find_exercise(catalog, id));
  }
  const auto first_alike = static_cast<std::ptrdiff_t>(found.size());
  for (const Exercise& other : catalog.exercises) {
    if (other.pattern == exercise.pattern) add(&other);
  }
  std::stable_sort(
      found.begin() + first_alike, found.end(), [](const Exercise* a, const Exercise* b) {
        return a->level_of(Property::AxialCompression) < b->level_of(Property::AxialCompression);
      });
  return found;
}

}  // namespace strongback
