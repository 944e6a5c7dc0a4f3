#include "random_person.h"

#include <algorithm>
#include <string>

#include "dice.h"
#include "random_inventory.h"

namespace strongback {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

void choose_body(Dice& dice, const Catalog& catalog, Person& person) {
  person.sex = dice.chance(0.5) ? Sex::Female : Sex::Male;
  person.age = dice.between(16, 95);
  person.height = meters(dice.between(145, person.sex == Sex::Male ? 205 : 190) * 0.01);
  const double index = dice.chance(0.85) ? dice.between(18.0, 33.0) : dice.between(14.0, 50.0);
  person.mass = kilograms(index * person.height.si() * person.height.si());
  person.country = dice.one_of(catalog.countries).code;
  person.units = dice.chance(0.3) ? Units::Imperial : Units::Metric;
}

void choose_training(Dice& dice, Person& person) {
  person.level = static_cast<Level>(dice.between(0, 3));
  if (dice.chance(0.5)) {
    person.weeks_since_training =
        dice.chance(0.6) ? dice.between(0.0, 3.0) : dice.between(0.0, 200.0);
  } else if (person.level <= Level::Novice && dice.chance(0.5)) {
    person.never_trained = true;
  }
  const std::vector<Goal> all{Goal::Health, Goal::Strength, Goal::Muscle, Goal::Endurance,
                              Goal::PainAware};
  person.goals = dice.some_of(all, dice.between(1, 3));
}

void choose_time(Dice& dice, Person& person) {
  const int usual =
      dice.chance(0.25) ? dice.between(5 * 60, 8 * 60) : dice.between(8 * 60, 22 * 60);
  const bool regular = dice.chance(0.6);
  std::vector<int> weekdays =
      dice.some_of<int>({0, 1, 2, 3, 4, 5, 6}, dice.between(1, kDaysPerWeek));
  std::sort(weekdays.begin(), weekdays.end());
  int earliest = 24 * 60;
  for (const int weekday : weekdays) {
    const int start = regular ? usual : dice.between(5 * 60, 22 * 60);
    person.days.push_back({weekday, start});
    earliest = std::min(earliest, start);
  }
  person.wake_min = std::max(0, std::min(earliest - dice.between(0, 180), 10 * 60));
  if (dice.chance(0.5))
    person.days_per_week = dice.between(1, std::min(5, static_cast<int>(weekdays.size())));
  person.wants_identical_days = dice.chance(0.15);
  person.minutes = dice.chance(0.8) ? dice.between(15, 75) : dice.between(10, 120);
  if (dice.chance(0.3))
    person.start = *make_date(2026, 11, 2) + std::chrono::days{dice.between(0, 60)};
}

/// True when `id` does not go with what is already there, as the reader of files says.
bool contradicts(const Person& person, const std::string& id) {
  const auto of_mothers = [](const std::string& word) {
    return word.starts_with("pregnancy") || word.starts_with("postpartum");
  };
  if (!of_mothers(id)) return false;
  constexpr int kOldest = 55;
  return person.sex == Sex::Male || person.age > kOldest ||
         std::any_of(person.conditions.begin(), person.conditions.end(), of_mothers);
}

void choose_conditions(Dice& dice, const Catalog& catalog, Person& person) {
  const double draw = dice.unit();
  const int count = draw < 0.45 ? 0 : draw < 0.75 ? 1 : draw < 0.9 ? 2 : 3;
  for (int i = 0; i < count; ++i) {
    const auto& id = dice.one_of(catalog.conditions).id;
    if (id == "healthy" || id == "pending-assessment" || holds(person.conditions, id) ||
        contradicts(person, id))
      continue;
    person.conditions.push_back(id);
  }
  if (dice.chance(0.06))
    person.limits[static_cast<Property>(dice.between(0, 5))] = dice.between(0, 2);
  person.chair_only = dice.chance(0.06);
  person.can_use_floor = !person.chair_only && dice.chance(person.age < 70 ? 0.95 : 0.6);
  if (person.chair_only && !holds(person.inventory.things, "chair"))
    person.inventory.things.emplace_back("chair");
  if (dice.chance(0.5)) person.sleep_h = dice.between(8, 18) * 0.5;
}

std::optional<Answer> random_answer(Dice& dice, const RedFlag& flag, bool is_yes) {
  switch (flag.answer) {
    case AnswerKind::YesNo:
    case AnswerKind::YesNoSkip:
      return Answer{is_yes};
    case AnswerKind::Count:
      return Answer{is_yes ? dice.between(1, 6) : 0};
    case AnswerKind::Minutes:
      return Answer{is_yes ? dice.between(5, 90) : 0};
    case AnswerKind::BloodPressure:
      return Answer{is_yes ? BloodPressure{dice.between(130, 200), dice.between(70, 120)}
                           : BloodPressure{dice.between(100, 135), dice.between(60, 85)}};
    case AnswerKind::Cleared:
      if (is_yes) return Answer{Clearance{make_date(2026, 10, 20), "Dr. Lind", ""}};
      return std::nullopt;
    case AnswerKind::Scale:  // pain, which the file says already
    case AnswerKind::Derived:
      break;
  }
  return std::nullopt;
}

/// Mostly no; in one person of six a question or two is answered with yes.
void choose_screening(Dice& dice, const Catalog& catalog, Person& person) {
  const double yes = dice.chance(0.17) ? 0.03 : 0.0;
  const double answered = dice.chance(0.8) ? 1.0 : 0.5;
  for (const auto& flag : catalog.red_flags) {
    if (!dice.chance(answered)) continue;
    if (flag.answer == AnswerKind::YesNoSkip && dice.chance(0.05)) {
      person.skipped.push_back(flag.id);
    } else if (auto answer = random_answer(dice, flag, dice.chance(yes))) {
      person.screening[flag.id] = *answer;
    }
  }
}

void choose_pain(Dice& dice, Person& person) {
  if (dice.chance(0.55)) return;
  Pain& pain = person.pain;
  pain.now = dice.chance(0.8) ? dice.between(1, 4) : dice.between(5, 10);
  if (dice.chance(0.7)) pain.usual = dice.between(0, std::min(10, pain.now + 1));
  pain.site = dice.chance(0.6) ? Site::BackOnly : static_cast<Site>(dice.between(0, 3));
  if (pain.usual.value_or(0) > 0 && dice.chance(0.5))
    pain.usual_site = static_cast<Site>(dice.between(0, 3));
  if (dice.chance(0.6)) pain.weeks = dice.between(0.0, 300.0);
  if (dice.chance(0.4)) pain.age_at_first = dice.between(10, std::max(10, person.age - 6));
  pain.says_flare = dice.chance(0.08);
}

void choose_therapist(Dice& dice, const Catalog& catalog, Person& person) {
  TherapistLimits limits;
  limits.name = "Ms. Okafor";
  const auto ids = exercise_ids(catalog);
  if (dice.chance(0.25)) limits.allowed = dice.some_of(ids, dice.between(10, 60));
  limits.forbidden = dice.some_of(ids, dice.between(0, 8));
  std::erase_if(limits.forbidden, [&](const auto& id) { return holds(limits.allowed, id); });
  if (dice.chance(0.5)) limits.caps[static_cast<Property>(dice.between(0, 5))] = dice.between(0, 3);
  if (dice.chance(0.3)) limits.load_cap = kilograms(dice.between(1, 20));
  if (dice.chance(0.3)) limits.least_reserve = dice.between(2, 5);
  person.therapist = std::move(limits);
}

void choose_wishes(Dice& dice, const Catalog& catalog, Person& person) {
  std::vector<std::string> ids = dice.some_of(exercise_ids(catalog), 30);
  const auto take = [&](int count) {
    std::vector<std::string> taken(ids.end() - count, ids.end());
    ids.resize(ids.size() - taken.size());
    return taken;
  };
  if (dice.chance(0.4)) person.liked = take(dice.between(1, 5));
  if (dice.chance(0.4)) person.disliked = take(dice.between(1, 8));
  if (dice.chance(0.12) && !person.therapist) person.locked = take(dice.between(1, 2));
}

void choose_history(Dice& dice, const Catalog& catalog, Person& person) {
  if (dice.chance(0.2)) {
    for (const auto& id : dice.some_of(muscle_ids(catalog), dice.between(1, 4)))
      person.soreness[id] = dice.between(0, 9);
  }
  if (!person.never_trained && dice.chance(0.3)) {
    for (const auto& exercise : dice.some_of(catalog.exercises, dice.between(1, 6))) {
      PastSet set{exercise.id,  dice.between(1, 5), dice.between(3, 20),
                  std::nullopt, std::nullopt,       std::nullopt};
      if (exercise.external_load != ExternalLoad::None) set.load = kilograms(dice.between(1, 80));
      if (dice.chance(0.6)) set.reserve = dice.between(0, 5);
      if (dice.chance(0.6)) set.days_ago = dice.between(0, 7);
      person.past_sets.push_back(set);
    }
  }
  if (dice.chance(0.4)) {
    for (const auto& activity : dice.some_of(catalog.activities, dice.between(1, 3))) {
      Habit habit{activity.id, 5.0 * dice.between(1, 36), {}, dice.between(1, 5)};
      if (dice.chance(0.6)) habit.weekdays = dice.some_of<int>({0, 1, 2, 3, 4, 5, 6}, habit.times);
      std::sort(habit.weekdays.begin(), habit.weekdays.end());
      person.habits.push_back(habit);
    }
  }
  if (dice.chance(0.5)) person.walks.last_week_min = dice.between(0, 400);
  if (dice.chance(0.2)) person.walks.symptom_free_min = dice.between(0, 60);
}

}  // namespace

Person random_person(std::uint64_t seed, const Catalog& catalog) {
  Dice dice(seed);
  Person person;
  person.file = "person-" + std::to_string(seed) + ".toml";
  choose_body(dice, catalog, person);
  choose_training(dice, person);
  choose_time(dice, person);
  person.inventory = random_inventory(dice, person.units, catalog);
  choose_conditions(dice, catalog, person);
  choose_screening(dice, catalog, person);
  choose_pain(dice, person);
  if (dice.chance(0.12)) choose_therapist(dice, catalog, person);
  choose_wishes(dice, catalog, person);
  choose_history(dice, catalog, person);
  return person;
}

}  // namespace strongback
