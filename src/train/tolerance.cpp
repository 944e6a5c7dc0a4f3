#include "train/tolerance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "train/pain.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr std::array kLearned = {Property::Flexion, Property::Extension, Property::AxialCompression,
                                 Property::Twist};
constexpr int kHighest = 3;

int whole(double value) { return static_cast<int>(value); }

/// The highest level of `property` that the day's exercises asked, and whether one at it went
/// badly.
struct Exposure {
  int level = 0;
  int bad_level = 0;  ///< of the lowest exercise that went badly; 0: none
};

Exposure exposure_on(const TrainingState& state, Date date, const DiaryDay& day, Property property,
                     const Catalog& catalog) {
  Exposure exposure;
  for (const auto& set : day.sets) {
    const Exercise* exercise = find_exercise(catalog, set.set.exercise);
    if (exercise == nullptr) continue;
    const int level = exercise->level_of(property);
    exposure.level = std::max(exposure.level, level);
    if (level < 1 || (exposure.bad_level > 0 && level >= exposure.bad_level)) continue;
    const PainColor color =
        color_of(exercise_pain(state, date, set.set.exercise, catalog), catalog.rules);
    if (color >= PainColor::Orange) exposure.bad_level = level;
  }
  return exposure;
}

Tolerance learned(const TrainingState& state, Date until, Property property,
                  const Catalog& catalog) {
  const auto number = [&](const char* key) {
    return whole(catalog.rules.number("tolerance", key));
  };
  Tolerance tolerance;
  int bad_in_a_row = 0;
  std::optional<Date> lowered;
  for (const auto& [date, day] :
       days_between(state, until - days{number("remember_days")}, until - days{1})) {
    if (day->sets.empty()) continue;
    if (lowered && date - *lowered >= days{number("raise_days")} && tolerance.level < kHighest) {
      ++tolerance.level;
      lowered = date;
    }
    const Exposure exposure = exposure_on(state, date, *day, property, catalog);
    if (exposure.level == 0) continue;
    bad_in_a_row = exposure.bad_level > 0 ? bad_in_a_row + 1 : 0;
    if (bad_in_a_row < number("bad_times")) continue;
    tolerance.level = std::max(number("lowest"), std::min(tolerance.level, exposure.bad_level - 1));
    tolerance.because = fmt::format("it hurt after level {} {} times in a row", exposure.bad_level,
                                    number("bad_times"));
    lowered = date;
    bad_in_a_row = 0;
  }
  if (lowered && tolerance.level < kHighest &&
      until - *lowered >= days{number("raise_days") * (kHighest - tolerance.level)})
    tolerance.level = kHighest;
  return tolerance;
}

}  // namespace

std::map<Property, Tolerance> tolerance_at(const TrainingState& state, Date day,
                                           const Catalog& catalog) {
  std::map<Property, Tolerance> below;
  for (const Property property : kLearned) {
    Tolerance tolerance = learned(state, day, property, catalog);
    if (tolerance.level < kHighest) below.emplace(property, std::move(tolerance));
  }
  return below;
}

}  // namespace strongback
