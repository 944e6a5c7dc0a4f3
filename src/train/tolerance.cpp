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

/// A day of training that may teach something.
struct TaughtDay {
  Date date;
  const DiaryDay* diary = nullptr;
  std::map<std::string, PainColor> colors;  ///< by exercise; empty: nothing hurt
};

std::vector<TaughtDay> taught_days(const TrainingState& state, Date until, const Catalog& catalog) {
  const int back = whole(catalog.rules.number("tolerance", "remember_days"));
  std::vector<TaughtDay> taught;
  for (const auto& [date, day] : days_between(state, until - days{back}, until - days{1})) {
    if (day->sets.empty()) continue;
    taught.push_back({date, day, {}});
    if (!has_complaint(state, date)) continue;
    for (const auto& set : day->sets) {
      const std::string& id = set.set.exercise;
      if (!taught.back().colors.contains(id))
        taught.back().colors[id] = exercise_color(state, date, id, catalog);
    }
  }
  return taught;
}

/// The highest level of `property` that the day asked, and the lowest at which it went badly.
struct Exposure {
  int level = 0;
  std::optional<int> bad_level;
};

Exposure exposure_on(const TaughtDay& day, Property property) {
  Exposure exposure;
  for (const auto& set : day.diary->sets) {
    if (set.exercise == nullptr) continue;
    const int level = set.exercise->level_of(property);
    exposure.level = std::max(exposure.level, level);
    const auto color = day.colors.find(set.set.exercise);
    const bool is_bad = color != day.colors.end() && color->second >= PainColor::Orange;
    if (is_bad && level > 0 && level < exposure.bad_level.value_or(kHighest + 1))
      exposure.bad_level = level;
  }
  return exposure;
}

/// Who comes with a back that hurts begins one below the highest.
int first_level(const Person& profile, const Rules& rules) {
  const bool hurts = profile.pain.usual.value_or(profile.pain.now) > 0 ||
                     profile.pain.now > whole(rules.number("pain-zones", "green"));
  return hurts ? whole(rules.number("tolerance", "first_with_pain")) : kHighest;
}

Tolerance learned(const TrainingState& state, const std::vector<TaughtDay>& taught,
                  Property property, const Rules& rules) {
  const auto number = [&](const char* key) { return whole(rules.number("tolerance", key)); };
  Tolerance tolerance{first_level(state.profile, rules), ""};
  if (tolerance.level < kHighest) tolerance.because = "your back hurt when you began";
  Date changed = local_date(state.began);
  int bad = 0;
  int good = 0;
  for (const TaughtDay& day : taught) {
    const Exposure exposure = exposure_on(day, property);
    if (exposure.bad_level) {
      good = 0;
      if (++bad < number("bad_times")) continue;
      tolerance = {std::max(number("lowest"), std::min(tolerance.level, *exposure.bad_level - 1)),
                   fmt::format("it hurt {} times in a row after exercises of level {}",
                               number("bad_times"), *exposure.bad_level)};
      changed = day.date;
      bad = 0;
    } else if (exposure.level >= tolerance.level) {
      bad = 0;
      ++good;
    }
    const bool is_earned =
        good >= number("good_days") && day.date - changed >= days{number("raise_days")};
    if (!is_earned || tolerance.level >= kHighest) continue;
    ++tolerance.level;
    changed = day.date;
    good = 0;
  }
  return tolerance;
}

}  // namespace

std::map<Property, Tolerance> tolerance_at(const TrainingState& state, Date day,
                                           const Catalog& catalog) {
  const auto taught = taught_days(state, day, catalog);
  std::map<Property, Tolerance> below;
  for (const Property property : kLearned) {
    Tolerance tolerance = learned(state, taught, property, catalog.rules);
    if (tolerance.level < kHighest) below.emplace(property, std::move(tolerance));
  }
  return below;
}

}  // namespace strongback
