#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

const std::vector<std::string> kMattresses{"soft", "medium", "medium-firm", "firm"};

std::vector<int> weekdays_of(Fields& table) {
  std::vector<int> weekdays;
  for (const Placed& word : table.find_texts("days")) {
    const auto weekday = parse_weekday(word.text);
    if (!weekday) {
      table.problem(word.place, fmt::format("'{}' is no day of the week", word.text),
                    "write it such as \"monday\"");
    } else if (std::find(weekdays.begin(), weekdays.end(), *weekday) != weekdays.end()) {
      table.problem(word.place, fmt::format("{} stands twice in 'days'", weekday_name(*weekday)));
    } else {
      weekdays.push_back(*weekday);
    }
  }
  std::sort(weekdays.begin(), weekdays.end());
  return weekdays;
}

std::string need_id(Fields& table, std::string_view key, std::string_view kind,
                    const std::vector<std::string>& known) {
  const Placed word = table.need_placed(key, 60);
  const Node* node = table.find_node(key);
  if (node && std::holds_alternative<std::string>(node->value)) {
    check_id(table, word, kind, known);
  }
  return word.text;
}

Habit read_habit(Fields& table, const Catalog& catalog) {
  Habit habit;
  habit.activity = need_id(table, "activity", "activity", activity_ids(catalog));
  habit.minutes = table.need_number("minutes", {1, 1440, "min"});
  habit.weekdays = weekdays_of(table);
  const auto times = table.find_whole("times", {1, 70, "times a week"});
  if (times && table.has("days")) {
    table.problem(table.find_node("times")->place, "'times' and 'days' say the same",
                  "keep one of them");
  }
  habit.times =
      habit.weekdays.empty() ? times.value_or(1) : static_cast<int>(habit.weekdays.size());
  return habit;
}

PastSet read_set(Fields& table, const Catalog& catalog) {
  PastSet set;
  set.exercise = need_id(table, "exercise", "exercise", exercise_ids(catalog));
  set.sets = table.find_whole("sets", {1, 20, "sets"}).value_or(1);
  set.reps = table.need_whole("reps", {1, 600, "repetitions, or seconds of a hold"});
  set.load = table.find_mass("load", kilograms(0.05), kilograms(500));
  set.reserve = table.find_whole("reserve", {0, 20, "repetitions"});
  set.days_ago = table.find_whole("days_ago", {0, 7, "days: the last week only"});
  return set;
}

}  // namespace

void read_preferences(Fields& preferences, Draft& draft) {
  Person& person = draft.person;
  const auto known = exercise_ids(*draft.catalog);
  person.liked = draft.ids(preferences, "preferences.liked", "exercise", known);
  person.disliked = draft.ids(preferences, "preferences.disliked", "exercise", known);
  person.locked = draft.ids(preferences, "preferences.locked", "exercise", known);
}

void read_last_week(Fields& last_week, Draft& draft) {
  for (Fields& table : last_week.find_tables("set")) {
    draft.person.past_sets.push_back(read_set(table, *draft.catalog));
    table.finish();
  }
}

void read_week(Fields& week, Draft& draft) {
  for (Fields& table : week.find_tables("activity")) {
    draft.person.habits.push_back(read_habit(table, *draft.catalog));
    table.finish();
  }
}

void read_walking(Fields& walking, Draft& draft) {
  Walks& walks = draft.person.walks;
  draft.take(walking, "walking.symptom_free_minutes",
             walking.find_number("symptom_free_minutes", {0, 600, "min"}), walks.symptom_free_min);
  draft.take(walking, "walking.last_week_minutes",
             walking.find_number("last_week_minutes", {0, 3000, "min"}), walks.last_week_min);
}

void read_lifestyle(Fields& lifestyle, Draft& draft) {
  Lifestyle& said = draft.person.lifestyle;
  draft.take(lifestyle, "lifestyle.mattress_years",
             lifestyle.find_number("mattress_years", {0, 60, "years"}), said.mattress_years);
  if (const auto kind = lifestyle.find_choice("mattress", kMattresses)) {
    said.mattress = kMattresses[*kind];
  }
  said.changed = find_words(lifestyle, "changed", 400).value_or("");
  said.stretching = find_words(lifestyle, "stretching", 400).value_or("");
}

}  // namespace strongback
