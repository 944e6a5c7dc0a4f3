#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

constexpr int kAdult = 18;            // [years]
constexpr int kFloorIsDoubted = 75;   // [years] our judgment
constexpr int kUsualStart = 18 * 60;  // [min] after midnight
constexpr int kUsualWake = 7 * 60;    // [min] after midnight
constexpr int kWakesBefore = 60;      // [min] before the earliest session
constexpr double kSomeTimeAgo = 1.0;  // [week] training before it left no sets to name

void assume(Draft& draft, std::string sentence) {
  draft.person.assumptions.push_back(std::move(sentence));
}

void fill_units(Draft& draft) {
  if (draft.given("units")) return;
  const bool imperial = draft.person.country == "US";
  draft.person.units = imperial ? Units::Imperial : Units::Metric;
  assume(draft, imperial ? "No units were given: pounds, feet and inches are used."
                         : "No units were given: kilograms and centimeters are used.");
}

void fill_country(Draft& draft) {
  const auto& countries = draft.catalog->countries;
  const auto& code = draft.person.country;
  if (code.empty()) {
    return assume(draft, "No country was given: the advice names no telephone numbers.");
  }
  const bool known = std::any_of(countries.begin(), countries.end(),
                                 [&](const Country& country) { return country.code == code; });
  if (!known) {
    assume(draft, fmt::format("Whom to call in '{}' is not known here: the advice names no "
                              "telephone numbers.",
                              code));
  }
}

/// Heights and masses on the light side of usual, so that first loads err low (our judgment).
void fill_body_size(Draft& draft) {
  Person& person = draft.person;
  const bool woman = person.sex == Sex::Female;
  if (!draft.given("height")) {
    person.height = meters(woman ? 1.63 : 1.76);
    assume(draft, fmt::format("No height was given: {} is assumed.",
                              to_text(person.height, person.units)));
  }
  if (!draft.given("mass")) {
    person.mass = person.units == Units::Imperial ? pounds_mass(woman ? 135 : 165)
                                                  : kilograms(woman ? 62 : 75);
    assume(draft, fmt::format("No body mass was given: {} is assumed.",
                              to_text(person.mass, person.units)));
  }
}

void fill_training(Draft& draft) {
  Person& person = draft.person;
  const auto& said = level_words()[static_cast<std::size_t>(person.level)];
  if (!draft.given("training.level")) {
    assume(draft, "No training level was given: novice is assumed.");
  } else if (person.never_trained && person.level > Level::Novice) {
    assume(draft,
           fmt::format("The level says {}, but you never trained: novice is assumed.", said));
    person.level = Level::Novice;
  }
  if (!draft.given("training.last_trained")) {
    assume(draft, "When you last trained was not said: no break is assumed.");
  }
  if (person.goals.empty()) {
    person.goals = {Goal::Health};
    assume(draft, "No goal was given: health is assumed.");
  }
}

/// Weekdays for `count` sessions, as far apart as a week allows.
std::vector<int> spread_days(int count) {
  static const std::array<std::vector<int>, 8> kDays{{{},
                                                      {0},
                                                      {0, 3},
                                                      {0, 2, 4},
                                                      {0, 1, 3, 4},
                                                      {0, 1, 2, 3, 4},
                                                      {0, 1, 2, 3, 4, 5},
                                                      {0, 1, 2, 3, 4, 5, 6}}};
  return kDays[static_cast<std::size_t>(count)];
}

void fill_days(Draft& draft) {
  Person& person = draft.person;
  if (!person.days.empty()) return;
  std::vector<std::string> names;
  for (const int weekday : spread_days(person.days_per_week.value_or(3))) {
    person.days.push_back({weekday, draft.start_min.value_or(-1)});
    names.push_back(weekday_name(weekday));
  }
  const bool one = names.size() == 1;
  assume(draft, fmt::format("No training days were given: {} {} assumed.", listed(names),
                            one ? "is" : "are"));
}

void fill_times(Draft& draft) {
  Person& person = draft.person;
  std::vector<std::string> timeless;
  for (auto& day : person.days) {
    if (day.start_min >= 0) continue;
    day.start_min = kUsualStart;
    timeless.push_back(weekday_name(day.weekday));
  }
  if (timeless.size() == person.days.size()) {
    assume(draft, fmt::format("No time of day was given: {} is assumed.", clock_text(kUsualStart)));
  } else if (!timeless.empty()) {
    assume(draft, fmt::format("No time of day was given for {}: {} is assumed.", listed(timeless),
                              clock_text(kUsualStart)));
  }
  if (!draft.given("time.minutes")) {
    assume(draft,
           fmt::format("No session length was given: {} minutes are assumed.", person.minutes));
  }
  if (!draft.given("time.wake")) {
    const auto earliest =
        std::min_element(person.days.begin(), person.days.end(),
                         [](const auto& a, const auto& b) { return a.start_min < b.start_min; });
    person.wake_min = std::max(0, std::min(kUsualWake, earliest->start_min - kWakesBefore));
    assume(draft, fmt::format("No time of getting up was given: {} is assumed.",
                              clock_text(person.wake_min)));
  }
}

void fill_stacks(Draft& draft) {
  Person& person = draft.person;
  const bool imperial = person.units == Units::Imperial;
  const Stack usual = imperial ? Stack{pounds_mass(10), pounds_mass(120), pounds_mass(10)}
                               : Stack{kilograms(5), kilograms(60), kilograms(5)};
  for (const auto& id : stack_ids()) {
    if (!draft.given("equipment.have:" + id) || person.inventory.stacks.contains(id)) continue;
    person.inventory.stacks[id] = usual;
    assume(
        draft,
        fmt::format("No loads were given for {}: {} to {} in steps of {} are assumed.",
                    find_equipment(*draft.catalog, id)->name, to_text(usual.lightest, person.units),
                    to_text(usual.heaviest, person.units), to_text(usual.step, person.units)));
  }
}

void fill_bands(Draft& draft) {
  Inventory& inventory = draft.person.inventory;
  if (draft.given("equipment.have:band") && inventory.bands.empty()) {
    inventory.bands.push_back({"band", std::nullopt});
  }
  for (const auto& band : inventory.bands) {
    if (band.at_double) continue;
    assume(draft, fmt::format("No force was given for the band '{}': repetitions decide whether it "
                              "is strong enough.",
                              band.name));
  }
}

void fill_equipment(Draft& draft) {
  Person& person = draft.person;
  auto& things = person.inventory.things;
  const auto has = [&](const std::string& id) {
    return std::find(things.begin(), things.end(), id) != things.end();
  };
  if (things.empty()) assume(draft, "No equipment was named: only what most homes have is used.");
  fill_stacks(draft);
  fill_bands(draft);
  std::vector<std::string> names;
  for (const Equipment& equipment : draft.catalog->equipment) {
    const bool sits = person.chair_only && equipment.id == "chair";
    if (!equipment.is_assumed && !sits) continue;
    if (has(equipment.id) || draft.given("equipment.without:" + equipment.id)) continue;
    things.push_back(equipment.id);
    names.push_back(equipment.name);
  }
  if (!names.empty()) assume(draft, fmt::format("Taken to be at hand: {}.", joined(names, "; ")));
}

void fill_body(Draft& draft) {
  Person& person = draft.person;
  if (!draft.given("body.can_use_floor") && person.chair_only) {
    person.can_use_floor = false;
  } else if (!draft.given("body.can_use_floor")) {
    person.can_use_floor = person.age < kFloorIsDoubted;
    assume(draft, fmt::format("Whether you get down to the floor and up again was not said: {} is "
                              "assumed.",
                              person.can_use_floor ? "yes" : "no"));
  }
  if (!person.sleep_h) {
    assume(draft, "No hours of sleep were given: at least six a night are assumed.");
  }
  if (!draft.given("conditions")) {
    assume(draft, "No condition of health was named: none is assumed.");
  }
}

void fill_pain(Draft& draft) {
  const Pain& pain = draft.person.pain;
  if (!draft.given("pain.now")) assume(draft, "Today's pain was not given: none is assumed.");
  if (pain.now > 0 && !pain.usual) {
    assume(draft, "The usual pain was not given: a flare is seen only when you name it.");
  }
  if (pain.now > 0 && !pain.site) {
    assume(draft, "Where it hurts was not said: the back alone is assumed.");
    draft.person.pain.site = Site::BackOnly;
  }
}

void fill_history(Draft& draft) {
  const Person& person = draft.person;
  const bool trains =
      !person.never_trained && person.weeks_since_training.value_or(0.0) <= kSomeTimeAgo;
  if (trains && person.past_sets.empty()) {
    assume(draft, "No sets of the last week were given: every muscle is taken to be rested.");
  }
  if (trains && person.soreness.empty() && !draft.given("body.soreness")) {
    assume(draft, "No soreness was given: none is assumed.");
  }
  if (person.habits.empty() && !draft.given("walking.last_week_minutes")) {
    assume(draft, "No walks or chores were given: none are counted.");
  }
}

}  // namespace

void fill_in_defaults(Draft& draft) {
  if (draft.person.age < kAdult) {
    assume(draft,
           fmt::format("At {}, a parent or guardian should read this program with you before "
                       "the first session.",
                       draft.person.age));
  }
  fill_country(draft);
  fill_units(draft);
  fill_body_size(draft);
  fill_training(draft);
  fill_days(draft);
  fill_times(draft);
  fill_equipment(draft);
  fill_body(draft);
  fill_pain(draft);
  fill_history(draft);
}

}  // namespace strongback
