#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "care/caps.h"
#include "care/care.h"

namespace strongback {
namespace {

template <class Values, class Value>
bool contains(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string who_behind(const Caps& caps, Property property) {
  const auto found = caps.because.find(property);
  return found == caps.because.end() ? "the general limit" : found->second;
}

/// The property that is farthest above what `highest` leaves, in words.
std::optional<std::string> above(const Exercise& exercise, const Levels& highest,
                                 const Caps& caps) {
  std::size_t worst = 0;
  for (std::size_t i = 1; i < kPropertyCount; ++i) {
    const int excess = exercise.demands[i] - highest[i];
    if (excess > exercise.demands[worst] - highest[worst]) worst = i;
  }
  const int level = exercise.demands[worst];
  if (level <= highest[worst]) return std::nullopt;
  const auto property = static_cast<Property>(worst);
  const std::string who = who_behind(caps, property);
  if (is_position(property)) return fmt::format("{} is ruled out by {}", spoken(property), who);
  return fmt::format("{} above what {} allows ({}, allowed {})", spoken(property), who, level,
                     highest[worst]);
}

/// Pain above 5: work of the muscles is left only where the spine rests.
bool is_quiet(const Exercise& exercise) {
  if (exercise.stimulus != Stimulus::Control) return true;
  const bool rests = contains(exercise.positions, std::string("supine")) ||
                     contains(exercise.positions, std::string("seated"));
  return rests && exercise.mode == Mode::Hold && exercise.level_of(Property::AxialCompression) == 0;
}

std::optional<std::string> barred_by_list(const Exercise& exercise, const Caps& caps) {
  if (contains(caps.blocked, exercise.id)) {
    const auto found = caps.blocked_because.find(exercise.id);
    const std::string who = found == caps.blocked_because.end() ? "a limit" : found->second;
    return "blocked by " + who;
  }
  if (caps.restrict_to_listed && !contains(caps.only_these, exercise.id)) {
    return caps.list_because;
  }
  return std::nullopt;
}

std::optional<std::string> barred_by_kind(const Exercise& exercise, const Assessment& care) {
  const Caps& caps = care.caps;
  if (caps.seated_only && !contains(exercise.positions, std::string("seated"))) {
    return "not done sitting in a chair";
  }
  const std::string now = care.is_flare ? "in the flare" : "with pain above 5";
  if (!caps.only_stimuli.empty() && !contains(caps.only_stimuli, exercise.stimulus)) {
    return fmt::format("no {} work {}",
                       lower(stimulus_words()[static_cast<std::size_t>(exercise.stimulus)]), now);
  }
  if (caps.quiet_only && !is_quiet(exercise)) {
    return "with pain above 5 only what leaves the spine at rest";
  }
  if (caps.no_external_load && exercise.external_load == ExternalLoad::Required) {
    return "needs a load, and none is lifted " + now;
  }
  if (exercise.level > caps.highest_level) {
    return fmt::format("harder than what is open now (level {}, allowed {})", exercise.level,
                       caps.highest_level);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> barred_because(const Exercise& exercise, const Assessment& care) {
  const Caps& caps = care.caps;
  if (auto why = barred_by_list(exercise, caps)) return why;
  if (auto why = above(exercise, caps.firm, caps)) return why;
  if (auto why = barred_by_kind(exercise, care)) return why;
  if (contains(caps.always_allowed, exercise.id)) return std::nullopt;
  return above(exercise, caps.highest, caps);
}

std::vector<const Exercise*> allowed_exercises(const Catalog& catalog, const Assessment& care) {
  std::vector<const Exercise*> allowed;
  for (const auto& exercise : catalog.exercises) {
    if (!barred_because(exercise, care)) allowed.push_back(&exercise);
  }
  return allowed;
}

}  // namespace strongback
