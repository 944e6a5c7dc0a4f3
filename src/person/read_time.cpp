#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/draft.h"

namespace strongback {
namespace {

constexpr double kMostWeeks = 5200;  // [week] a hundred years

void read_last_trained(Fields& training, Draft& draft) {
  Person& person = draft.person;
  const Node* said = training.find_node("last_trained");
  const auto* word = said ? std::get_if<std::string>(&said->value) : nullptr;
  if (word && lower(*word) == "never") {
    person.never_trained = true;
    draft.remember(training, "training.last_trained");
  } else {
    draft.take(training, "training.last_trained", find_weeks(training, "last_trained", kMostWeeks),
               person.weeks_since_training);
  }
  const auto weeks = training.find_number("weeks_since", {0, kMostWeeks, "weeks"});
  if (said && training.has("weeks_since")) {
    return training.problem(training.find_node("weeks_since")->place,
                            "'last_trained' and 'weeks_since' say the same", "keep one of them");
  }
  draft.take(training, "training.last_trained", weeks, person.weeks_since_training);
}

std::optional<Goal> goal_of(const std::string& word) {
  if (word == "posture") return Goal::Endurance;
  const auto& words = goal_words();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Goal>(found - words.begin());
}

/// The days of the list, in the order of the week; the times come later.
std::vector<TrainingDay> days_of(Fields& time) {
  std::vector<TrainingDay> days;
  for (const Placed& word : time.find_texts("days")) {
    const auto weekday = parse_weekday(word.text);
    if (!weekday) {
      static const std::vector<std::string> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                  "friday", "saturday", "sunday"};
      report_unknown(time, word, "day of the week", kDays);
      continue;
    }
    const bool twice = std::any_of(days.begin(), days.end(),
                                   [&](const auto& day) { return day.weekday == *weekday; });
    if (twice) {
      time.problem(word.place, fmt::format("{} stands twice in 'days'", weekday_name(*weekday)));
    } else {
      days.push_back({*weekday, -1});
    }
  }
  std::sort(days.begin(), days.end(),
            [](const auto& a, const auto& b) { return a.weekday < b.weekday; });
  return days;
}

/// at = { monday = "07:30" }: a time for each of some days.
void read_times(Fields at, Draft& draft) {
  auto& days = draft.person.days;
  for (const Entry& entry : at.table()) {
    const auto minutes = at.find_clock(entry.key);
    const auto weekday = parse_weekday(entry.key);
    const auto day = std::find_if(days.begin(), days.end(),
                                  [&](const auto& d) { return weekday && d.weekday == *weekday; });
    if (day == days.end()) {
      at.problem(entry.place,
                 fmt::format("'{}' has a time in 'at' but is not in 'days'", entry.key));
    } else if (minutes) {
      day->start_min = *minutes;
    }
  }
}

void read_at(Fields& time, Draft& draft) {
  const Node* node = time.find_node("at");
  if (!node) return;
  if (std::holds_alternative<Table>(node->value)) {
    if (auto at = time.find_table("at")) read_times(*at, draft);
  } else if (const auto minutes = time.find_clock("at")) {
    for (auto& day : draft.person.days) day.start_min = *minutes;
    draft.start_min = *minutes;
  }
  draft.remember(time, "time.at");
}

}  // namespace

void read_training(Fields& training, Draft& draft) {
  if (const auto level = training.find_choice("level", level_words())) {
    draft.person.level = static_cast<Level>(*level);
    draft.remember(training, "training.level");
  }
  read_last_trained(training, draft);
  for (const Placed& word : training.find_texts("goals")) {
    const auto goal = goal_of(word.text);
    if (!goal) {
      report_unknown(training, word, "goal", goal_words());
    } else if (has_goal(draft.person, *goal)) {
      training.problem(word.place, fmt::format("the goal '{}' stands twice", word.text));
    } else {
      draft.person.goals.push_back(*goal);
    }
  }
}

void read_time(Fields& time, Draft& draft) {
  Person& person = draft.person;
  person.days = days_of(time);
  if (!person.days.empty()) draft.remember(time, "time.days");
  read_at(time, draft);
  draft.take(time, "time.minutes", time.find_whole("minutes", {5, 180, "min"}), person.minutes);
  draft.take(time, "time.days_per_week", time.find_whole("days_per_week", {1, 7, "days"}),
             person.days_per_week);
  draft.take(time, "time.wake", time.find_clock("wake"), person.wake_min);
  draft.take(time, "time.start", time.find_date("start"), person.start);
  draft.take(time, "time.identical_days", time.find_flag("identical_days"),
             person.wants_identical_days);
}

}  // namespace strongback
