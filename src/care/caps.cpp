#include "care/caps.h"

#include <algorithm>

namespace strongback {
namespace {

using Ids = std::vector<std::string>;

bool contains(const Ids& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void add_once(Ids& ids, const std::string& id) {
  if (!contains(ids, id)) ids.push_back(id);
}

Property property_at(std::size_t index) { return static_cast<Property>(index); }

Levels levels_of(const Condition& condition, const CapLevels& table) {
  Levels levels{};
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    levels[i] = table.of(property_at(i), condition.allowances[i]);
  }
  return levels;
}

void lower(Caps& caps, Property property, int level, const std::string& who) {
  int& now = caps.highest[static_cast<std::size_t>(property)];
  if (level >= now) return;
  now = level;
  caps.because[property] = who;
}

void lower_firmly(Caps& caps, Property property, int level, const std::string& who) {
  lower(caps, property, level, who);
  int& now = caps.firm[static_cast<std::size_t>(property)];
  now = std::min(now, level);
}

Caps open_caps(const CapLevels& table) {
  Caps caps;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    caps.highest[i] = table.of(property_at(i), Allowance::Allow);
  }
  caps.firm = caps.highest;
  return caps;
}

void lower_levels(const Applied& one, const CapLevels& table, Caps& caps) {
  const Condition& condition = *one.condition;
  const Levels levels = levels_of(condition, table);
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const Property property = property_at(i);
    lower(caps, property, levels[i], one.who);
    const bool is_limited = condition.allowances[i] == Allowance::Limit && is_position(property);
    const bool is_listed = std::find(caps.offered_last.begin(), caps.offered_last.end(),
                                     property) != caps.offered_last.end();
    if (is_limited && !is_listed) caps.offered_last.push_back(property);
  }
}

/// A condition that stops training says nothing useful about doses: what it leaves open is a list.
void tighten_dose(const Condition& condition, Caps& caps) {
  constexpr auto kBreath = static_cast<std::size_t>(Property::BreathHold);
  if (condition.allowances[kBreath] != Allowance::Allow) caps.no_failure = true;
  caps.no_flexion_h_after_rising =
      std::max(caps.no_flexion_h_after_rising, condition.no_flexion_h_after_rising);
  caps.weeks_axial_at_most_2 =
      std::max(caps.weeks_axial_at_most_2, condition.weeks_axial_at_most_2);
  if (condition.load_cap && (!caps.load_cap || *condition.load_cap < *caps.load_cap)) {
    caps.load_cap = condition.load_cap;
  }
  if (condition.gate == Gate::Stop) return;
  caps.least_reserve = std::max(caps.least_reserve, condition.least_reserve);
  caps.longest_hold_s = std::min(caps.longest_hold_s, condition.longest_hold_s);
}

/// Rules 10.11: the range that all share; without one, the higher range with one more
/// repetition in reserve.
void combine_repetitions(const std::vector<Applied>& conditions, Caps& caps) {
  std::optional<Span> shared, highest;
  for (const auto& one : conditions) {
    const auto& reps = one.condition->reps;
    if (!reps || one.condition->gate == Gate::Stop) continue;
    if (!shared) shared = reps;
    shared = Span{std::max(shared->low, reps->low), std::min(shared->high, reps->high)};
    if (!highest || reps->low > highest->low) highest = reps;
  }
  const bool is_empty = shared && shared->low > shared->high;
  caps.reps = is_empty ? highest : shared;
  if (is_empty) ++caps.least_reserve;
}

void block(Caps& caps, const std::string& id, const std::string& who) {
  add_once(caps.blocked, id);
  caps.blocked_because.emplace(id, who);
}

/// A condition's own list passes its own caps and no others'.
bool passes_the_others(const Exercise& exercise, const std::vector<Applied>& conditions,
                       const CapLevels& table) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Applied& one) {
    return contains(one.condition->always_allowed, exercise.id) ||
           (!one.is_locked && is_within(exercise, levels_of(*one.condition, table)));
  });
}

void open_lists(const Catalog& catalog, const std::vector<Applied>& conditions, Caps& caps) {
  for (const auto& one : conditions) {
    for (const auto& id : one.condition->always_allowed) {
      const Exercise* exercise = find_exercise(catalog, id);
      if (exercise == nullptr || contains(caps.blocked, id)) continue;
      if (passes_the_others(*exercise, conditions, catalog.cap_levels)) {
        add_once(caps.always_allowed, id);
      }
    }
  }
}

void close_locked(const std::vector<Applied>& conditions, Caps& caps) {
  for (const auto& one : conditions) {
    if (!one.is_locked) continue;
    const std::string because = one.through == Through::Paused ? "not before you have been seen"
                                : one.condition->gate == Gate::Stop
                                    ? "not with " + one.who
                                    : "not before a clinician says yes to " + one.who;
    restrict_to(caps, one.condition->always_allowed, because);
  }
  if (caps.restrict_to_listed) {
    std::erase_if(caps.only_these,
                  [&](const std::string& id) { return !contains(caps.always_allowed, id); });
  }
}

/// Rules 4.5: the most careful of the multipliers; a clinician's own cap replaces the lowest.
double start_factor(const Person& person, const Catalog& catalog,
                    const std::vector<Applied>& conditions) {
  const auto factor = [&](const char* key) {
    return catalog.rules.number("start-load-condition", key);
  };
  const bool has_cap = has_valid_therapist(person) && person.therapist->load_cap.has_value();
  double lowest = 1.0;
  for (const auto& one : conditions) {
    const Gate gate = one.condition->gate;
    const double own = gate == Gate::None                   ? factor("condition")
                       : gate == Gate::Limits               ? factor("advise")
                       : gate == Gate::Clearance && has_cap ? factor("condition")
                                                            : factor("clearance");
    lowest = std::min(lowest, own);
  }
  return lowest;
}

/// Rules 6.10: turning under load is for trained backs without pain.
void cap_twist(const Person& person, const Catalog& catalog, Caps& caps) {
  const bool has_pain = has_back_pain(person) || person.pain.says_flare;
  const Rule& rule = catalog.rules.get("twist-default");
  const bool is_trained = static_cast<int>(person.level) >= rule.numbers.at("more_from_level");
  if (is_trained && !has_pain) return;
  lower(caps, Property::Twist, static_cast<int>(rule.numbers.at("highest")),
        "the default against twisting");
}

void apply_therapist(const Person& person, Caps& caps) {
  const TherapistLimits& block_of = *person.therapist;
  for (const auto& id : block_of.forbidden) block(caps, id, "your therapist");
  std::erase_if(caps.always_allowed,
                [&](const std::string& id) { return contains(caps.blocked, id); });
  for (const auto& [property, level] : block_of.caps) {
    lower_firmly(caps, property, level, "your therapist");
  }
  if (block_of.load_cap && (!caps.load_cap || *block_of.load_cap < *caps.load_cap)) {
    caps.load_cap = block_of.load_cap;
  }
  caps.least_reserve = std::max(caps.least_reserve, block_of.least_reserve.value_or(0));
  if (block_of.allowed.empty()) return;
  if (has_valid_therapist(person) && !caps.restrict_to_listed) {
    for (const auto& id : block_of.allowed) {
      if (!contains(caps.blocked, id)) add_once(caps.always_allowed, id);
    }
  }
  restrict_to(caps, block_of.allowed, "not on your therapist's list");
}

void seat(Caps& caps) {
  caps.seated_only = true;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    if (is_position(property_at(i))) {
      lower_firmly(caps, property_at(i), 0, "your wish to stay in the chair");
    }
  }
}

}  // namespace

bool is_within(const Exercise& exercise, const Levels& highest) {
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    if (exercise.demands[i] > highest[i]) return false;
  }
  return true;
}

void restrict_to(Caps& caps, const std::vector<std::string>& ids, const std::string& because) {
  if (!caps.restrict_to_listed) {
    caps.restrict_to_listed = true;
    caps.only_these = ids;
    caps.list_because = because;
    return;
  }
  std::erase_if(caps.only_these, [&](const std::string& id) { return !contains(ids, id); });
}

Caps combined_caps(const Person& person, const Catalog& catalog,
                   const std::vector<Applied>& conditions) {
  Caps caps = open_caps(catalog.cap_levels);
  cap_twist(person, catalog, caps);
  for (const auto& one : conditions) {
    lower_levels(one, catalog.cap_levels, caps);
    tighten_dose(*one.condition, caps);
    for (const auto& id : one.condition->blocked) block(caps, id, one.who);
  }
  combine_repetitions(conditions, caps);
  caps.load_factor = start_factor(person, catalog, conditions);
  open_lists(catalog, conditions, caps);
  close_locked(conditions, caps);
  return caps;
}

void apply_person(const Person& person, Caps& caps) {
  if (person.therapist) apply_therapist(person, caps);
  if (!person.can_use_floor) {
    lower_firmly(caps, Property::FloorTransfer, 0, "what you said about the floor");
  }
  for (const auto& [property, level] : person.limits) {
    lower_firmly(caps, property, level, "your own limit");
  }
  if (person.chair_only) seat(caps);
  if (person.level == Level::Gentle) caps.highest_level = 0;
}

}  // namespace strongback
