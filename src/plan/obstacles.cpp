#include "plan/obstacles.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "plan/days.h"
#include "plan/solve.h"

namespace strongback {
namespace {

/// A person and their assessment with some of the wishes taken back.
struct Freed {
  Person person;
  Assessment care;
};

/// What may stand in the way, and the change that takes it away.
struct Wish {
  std::string text;
  std::string freed_by;
  std::function<void(Freed&)> release;
};

/// A first look finds most programs; only what it misses is looked at for longer.
constexpr Effort kFirstLook{1, 1500, 1};
constexpr Effort kSecondLook{2, 10000, 2};

bool has_program(const Freed& freed, const Catalog& catalog) {
  std::vector<LeftOut> ignored;
  PlanInput input;
  input.person = &freed.person;
  input.care = &freed.care;
  input.catalog = &catalog;
  input.fitted = fitted_exercises(freed.person, freed.care, catalog, ignored);
  if (input.fitted.size() < kFewestExercises || !keeps_locked(input)) return false;
  const auto patterns =
      day_patterns(freed.person, catalog.rules, catalog.rules.number("recovery-floor", "floor_h"));
  for (const Effort& effort : {kFirstLook, kSecondLook}) {
    const bool found =
        std::any_of(patterns.begin(), patterns.end(), [&](const DayPattern& pattern) {
          const auto choice = search_week(full_week(input, pattern), effort);
          return choice && has_enough(*choice);
        });
    if (found) return true;
  }
  return false;
}

void offer_every_day(Person& person) {
  const int start = person.days.empty() ? 18 * 60 : person.days.front().start_min;
  for (int weekday = 0; weekday < kDaysPerWeek; ++weekday) {
    const bool is_offered =
        std::any_of(person.days.begin(), person.days.end(),
                    [&](const TrainingDay& day) { return day.weekday == weekday; });
    if (!is_offered) person.days.push_back({weekday, start});
  }
  std::sort(person.days.begin(), person.days.end(),
            [](const TrainingDay& a, const TrainingDay& b) { return a.weekday < b.weekday; });
}

void own_everything(Person& person, const Catalog& catalog) {
  Inventory& owned = person.inventory;
  owned.things = equipment_ids(catalog);
  constexpr int kHeaviest_kg = 40;
  for (int kg = 1; kg <= kHeaviest_kg; ++kg) {
    owned.dumbbells.push_back({2, kilograms(kg)});
    owned.kettlebells.push_back({2, kilograms(kg)});
  }
  owned.barbell =
      Barbell{kilograms(5), {{8, kilograms(1.25)}, {8, kilograms(5)}, {8, kilograms(20)}}};
  if (owned.bands.empty()) owned.bands.push_back({"light", std::nullopt});
  for (const auto& thing : catalog.equipment) {
    if (thing.is_load)
      owned.stacks.emplace(thing.id, Stack{kilograms(1), kilograms(150), kilograms(1)});
  }
}

void be_well(Freed& freed, const Catalog& catalog) {
  Person& person = freed.person;
  person.conditions.clear();
  person.therapist.reset();
  person.screening.clear();
  person.pain = {};
  person.soreness.clear();
  freed.care = assess_care(person, catalog);
}

std::string days_wish(const Person& person) {
  std::vector<std::string> names;
  for (const auto& day : person.days) names.push_back(weekday_name(day.weekday));
  return "you can train on " + listed(names);
}

std::string identical_wish(const Person& person, const Rules& rules) {
  const double n = person.days_per_week.value_or(static_cast<int>(person.days.size()));
  return fmt::format(
      "every session is to be the same: {} a week leave {} h between them on average (168 h / {}), "
      "and a "
      "muscle needs {} h",
      plain(n), plain(kHoursPerWeek / n, 1), plain(n),
      plain(rules.number("recovery-floor", "floor_h")));
}

void add_time_wishes(const Person& person, const Rules& rules, std::vector<Wish>& wishes) {
  wishes.push_back({days_wish(person), "offer more days, or days further apart",
                    [](Freed& freed) { offer_every_day(freed.person); }});
  if (person.days_per_week) {
    wishes.push_back(
        {fmt::format("you ask for {} a week", counted(*person.days_per_week, "session")),
         "leave 'days_per_week' out, or ask for fewer",
         [](Freed& freed) { freed.person.days_per_week.reset(); }});
  }
  if (person.wants_identical_days) {
    wishes.push_back({identical_wish(person, rules), "allow two kinds of session in turn (A/B/A/B)",
                      [](Freed& freed) { freed.person.wants_identical_days = false; }});
  }
  wishes.push_back(
      {fmt::format("a session may take {} min", person.minutes), "give a session more time",
       [](Freed& freed) { freed.person.minutes = std::max(freed.person.minutes, 90); }});
}

void add_exercise_wishes(const Person& person, const Catalog& catalog, std::vector<Wish>& wishes) {
  for (const auto& id : person.locked) {
    const Exercise* exercise = find_exercise(catalog, id);
    wishes.push_back({fmt::format("'{}' is to be in the program", exercise ? exercise->name : id),
                      "take it off the list of locked exercises",
                      [id](Freed& freed) { std::erase(freed.person.locked, id); }});
  }
  if (!person.disliked.empty()) {
    wishes.push_back({fmt::format("you would rather not do {}",
                                  counted(static_cast<long>(person.disliked.size()), "exercise")),
                      "shorten the list of disliked exercises",
                      [](Freed& freed) { freed.person.disliked.clear(); }});
  }
  wishes.push_back({"only what you own is used", "add equipment or household objects to the file",
                    [&catalog](Freed& freed) { own_everything(freed.person, catalog); }});
}

void add_body_wishes(const Person& person, const Catalog& catalog, std::vector<Wish>& wishes) {
  const auto relax = [&catalog](auto change) {
    return [&catalog, change](Freed& freed) {
      change(freed.person);
      freed.care = assess_care(freed.person, catalog);
    };
  };
  if (person.chair_only) {
    wishes.push_back({"everything is to be done seated", "leave 'chair_only' out",
                      relax([](Person& p) { p.chair_only = false; })});
  }
  if (!person.can_use_floor) {
    wishes.push_back({"you do not get down to the floor and up again",
                      "ask a physiotherapist how to practice it",
                      relax([](Person& p) { p.can_use_floor = true; })});
  }
  if (!person.limits.empty()) {
    wishes.push_back({"you set limits of your own", "raise them in '[body]'",
                      relax([](Person& p) { p.limits.clear(); })});
  }
  wishes.push_back({"your health limits what may be trained",
                    "ask your doctor or physiotherapist what else is open to you",
                    [&catalog](Freed& freed) { be_well(freed, catalog); }});
}

/// All that may be taken back.  What is tried last is kept in the answer first: time before things,
/// things before the body.
std::vector<Wish> wishes_of(const Person& person, const Catalog& catalog) {
  std::vector<Wish> wishes;
  add_time_wishes(person, catalog.rules, wishes);
  add_exercise_wishes(person, catalog, wishes);
  add_body_wishes(person, catalog, wishes);
  return wishes;
}

/// Finds smallest sets of wishes that cannot hold together.
class Conflict {
 public:
  Conflict(const Person& person, const Assessment& care, const Catalog& catalog)
      : start_{person, care}, catalog_(catalog), wishes_(wishes_of(person, catalog)) {}

  /// The texts of every set, the first set first.
  std::vector<std::string> texts() {
    std::vector<std::string> lines;
    std::vector<bool> open(wishes_.size(), true);
    while (!is_possible(open)) {
      const std::vector<bool> set = smallest(open);
      if (std::count(set.begin(), set.end(), true) == 0) break;
      for (std::size_t i = 0; i < set.size(); ++i) {
        if (!set[i]) continue;
        lines.push_back((open_sets_ == 0 ? "" : "apart from that: ") + line(i));
        open[i] = false;
      }
      ++open_sets_;
    }
    if (lines.empty()) lines = single_wishes();
    if (lines.empty()) {
      lines.emplace_back(
          "no program was found within all that you asked (to free it: give a session more time, "
          "offer more days, or add equipment)");
    }
    return lines;
  }

 private:
  [[nodiscard]] bool is_possible(const std::vector<bool>& held) const {
    Freed freed = start_;
    for (std::size_t i = wishes_.size(); i-- > 0;) {
      if (!held[i]) wishes_[i].release(freed);
    }
    return has_program(freed, catalog_);
  }

  /// Takes one wish after another back for good, unless that makes a program possible: what stays
  /// is a smallest set.  Empty when even then none is possible.
  [[nodiscard]] std::vector<bool> smallest(std::vector<bool> held) const {
    for (std::size_t i = held.size(); i-- > 0;) {
      if (!held[i]) continue;
      held[i] = false;
      if (is_possible(held)) held[i] = true;
    }
    return held;
  }

  /// Each wish that alone, taken back, makes a program possible.
  [[nodiscard]] std::vector<std::string> single_wishes() const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
      std::vector<bool> held(wishes_.size(), true);
      held[i] = false;
      if (is_possible(held)) lines.push_back(line(i));
    }
    return lines;
  }

  [[nodiscard]] std::string line(std::size_t wish) const {
    std::string freed_by = wishes_[wish].freed_by;
    if (freed_by == "give a session more time") freed_by = enough_time(freed_by);
    return wishes_[wish].text + " (to free it: " + freed_by + ")";
  }

  /// The shortest session, in steps of five minutes, that alone makes a program possible.
  [[nodiscard]] std::string enough_time(const std::string& otherwise) const {
    constexpr int kStep_min = 5;
    constexpr int kLongest_min = 60;
    Freed freed = start_;
    for (int minutes = kStep_min; minutes <= kLongest_min; minutes += kStep_min) {
      freed.person.minutes = minutes;
      if (minutes > start_.person.minutes && has_program(freed, catalog_)) {
        return fmt::format("give a session at least {} min", minutes);
      }
    }
    return otherwise;
  }

  Freed start_;
  const Catalog& catalog_;
  std::vector<Wish> wishes_;
  int open_sets_ = 0;
};

}  // namespace

bool keeps_locked(const PlanInput& input) {
  return std::all_of(
      input.person->locked.begin(), input.person->locked.end(), [&](const std::string& id) {
        const Exercise* exercise = find_exercise(*input.catalog, id);
        if (!exercise || barred_because(*exercise, *input.care)) return true;
        const bool is_training =
            exercise->stimulus == Stimulus::Strength || exercise->stimulus == Stimulus::Control;
        return !is_training ||
               std::any_of(input.fitted.begin(), input.fitted.end(),
                           [&](const Prescription& fitted) { return fitted.line.id == id; });
      });
}

std::vector<std::string> obstacles(const Person& person, const Assessment& care,
                                   const Catalog& catalog) {
  return Conflict(person, care, catalog).texts();
}

}  // namespace strongback
