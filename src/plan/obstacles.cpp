#include "plan/obstacles.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/text.h"
#include "plan/days.h"
#include "plan/solve.h"

namespace strongback {
namespace {

/// What stands in the way, as a change of the person or the assessment that would take it away.
struct Wish {
  std::string text;
  std::string freed_by;
  std::function<void(Person&, Assessment&)> release;
};

constexpr Effort kQuickEffort{1, 1500, 1};

bool has_program(const Person& person, const Assessment& care, const Catalog& catalog) {
  std::vector<LeftOut> ignored;
  PlanInput input{&person, &care, &catalog, fitted_exercises(person, care, catalog, ignored)};
  if (input.fitted.size() < kFewestExercises) return false;
  const bool all_locked = std::all_of(person.locked.begin(), person.locked.end(), [&](const std::string& id) {
    return std::any_of(input.fitted.begin(), input.fitted.end(),
                       [&](const Prescription& fitted) { return fitted.line.id == id; });
  });
  if (!all_locked) return false;
  const Rules& rules = catalog.rules;
  for (const auto& pattern : day_patterns(person, rules, rules.number("recovery-floor", "floor_h"))) {
    const auto choice = search_week(full_week(input, pattern), kQuickEffort);
    const bool enough = choice && std::all_of(choice->begin(), choice->end(), [](const std::vector<int>& sets) {
      return std::count_if(sets.begin(), sets.end(), [](int s) { return s > 0; }) >= kFewestExercises;
    });
    if (enough) return true;
  }
  return false;
}

std::vector<TrainingDay> every_day(const Person& person) {
  std::vector<TrainingDay> days;
  const int start = person.days.empty() ? 18 * 60 : person.days.front().start_min;
  for (int weekday = 0; weekday < kDaysPerWeek; ++weekday) days.push_back({weekday, start});
  return days;
}

std::string days_wish(const Person& person) {
  std::vector<std::string> names;
  for (const auto& day : person.days) names.push_back(weekday_name(day.weekday));
  return "you can train on " + listed(names);
}

std::string identical_wish(const Person& person) {
  const double n = person.days_per_week.value_or(static_cast<int>(person.days.size()));
  return fmt::format("every session is to be the same: {} a week leave {} h between them on average (168 h / {}), and a "
                     "muscle needs 48 h",
                     plain(n), plain(kHoursPerWeek / n, 1), plain(n));
}

void own_everything(Person& person, const Catalog& catalog) {
  person.inventory.things = equipment_ids(catalog);
  for (int kg = 1; kg <= 20; ++kg) person.inventory.dumbbells.push_back({2, kilograms(kg)});
}

std::vector<Wish> wishes_of(const Person& person, const Catalog& catalog) {
  std::vector<Wish> wishes;
  wishes.push_back({days_wish(person), "offer more days, or days further apart",
                    [](Person& p, Assessment&) { p.days = every_day(p); }});
  if (person.days_per_week) {
    wishes.push_back({fmt::format("you ask for {} a week", counted(*person.days_per_week, "session")),
                      "leave 'days_per_week' out, or ask for two to four",
                      [](Person& p, Assessment&) { p.days_per_week.reset(); }});
  }
  if (person.wants_identical_days) {
    wishes.push_back({identical_wish(person), "allow two kinds of session in turn (A/B/A/B)",
                      [](Person& p, Assessment&) { p.wants_identical_days = false; }});
  }
  wishes.push_back({fmt::format("a session may take {} min", person.minutes), "give a session at least 20 min",
                    [](Person& p, Assessment&) { p.minutes = std::max(p.minutes, 90); }});
  for (const auto& id : person.locked) {
    const Exercise* exercise = find_exercise(catalog, id);
    wishes.push_back({fmt::format("'{}' is to be in the program", exercise ? exercise->name : id),
                      "take it off the list of locked exercises",
                      [id](Person& p, Assessment&) { p.locked.erase(std::find(p.locked.begin(), p.locked.end(), id)); }});
  }
  if (!person.disliked.empty()) {
    wishes.push_back({fmt::format("you would rather not do {}", counted(static_cast<long>(person.disliked.size()), "exercise")),
                      "shorten the list of disliked exercises",
                      [](Person& p, Assessment&) { p.disliked.clear(); }});
  }
  wishes.push_back({"only what you own is used", "add equipment or household objects to the file",
                    [&catalog](Person& p, Assessment&) { own_everything(p, catalog); }});
  wishes.push_back({fmt::format("your training level is {}", level_words()[static_cast<std::size_t>(person.level)]),
                    "choose easier exercises, or tell more training if you have it",
                    [](Person& p, Assessment&) { p.level = Level::Advanced; }});
  wishes.push_back({"your health limits what may be trained", "ask your doctor or physiotherapist what else is open to you",
                    [&catalog](Person& p, Assessment& care) {
                      p.conditions.clear();
                      p.therapist.reset();
                      p.screening.clear();
                      p.pain = {};
                      p.chair_only = false;
                      p.can_use_floor = true;
                      care = assess_care(p, catalog);
                    }});
  return wishes;
}

}  // namespace

std::vector<std::string> obstacles(const Person& person, const Assessment& care, const Catalog& catalog) {
  const std::vector<Wish> wishes = wishes_of(person, catalog);
  std::vector<bool> released(wishes.size(), false);
  const auto possible = [&]() {
    Person freed = person;
    Assessment freed_care = care;
    for (std::size_t i = wishes.size(); i-- > 0;) {
      if (released[i]) wishes[i].release(freed, freed_care);
    }
    return has_program(freed, freed_care, catalog);
  };
  for (std::size_t i = wishes.size(); i-- > 0;) {
    released[i] = true;
    if (possible()) released[i] = false;
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (!released[i]) texts.push_back(wishes[i].text + " (to free it: " + wishes[i].freed_by + ")");
  }
  if (texts.empty()) texts.emplace_back("nothing in the catalog fits, whatever is taken back");
  return texts;
}

}  // namespace strongback
