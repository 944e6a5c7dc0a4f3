#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "person/ago.h"
#include "person/draft.h"

namespace strongback {
namespace {

constexpr double kLowestBmi = 11.0;   // [kg/m^2] below this a slip of the pen is likelier
constexpr double kHighestBmi = 90.0;  // [kg/m^2]
constexpr int kNoon = 12 * 60;        // [min]

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// One list of exercises and what it says of them.
struct Wish {
  std::string_view path;
  std::string_view word;
  const std::vector<std::string>& ids;
};

/// Reports every exercise that stands in both lists, at its place in `second`.
void check_apart(Fields& root, const Draft& draft, const Wish& first, const Wish& second) {
  for (const auto& id : second.ids) {
    if (!holds(first.ids, id)) continue;
    root.problem(draft.place(fmt::format("{}:{}", second.path, id)),
                 fmt::format("'{}' is both {} and {}", id, first.word, second.word),
                 "keep it in one of the two");
  }
}

void check_body(Fields& root, const Draft& draft) {
  const Person& person = draft.person;
  if (!draft.given("height") || !draft.given("mass")) return;
  const double index = bmi(person);
  if (index >= kLowestBmi && index <= kHighestBmi) return;
  root.problem(
      draft.place("mass"),
      fmt::format("a height of {} and a mass of {} do not go together: the body mass index "
                  "would be {}, and from {} to {} is possible",
                  to_text(person.height, person.units), to_text(person.mass, person.units),
                  plain(index, 1), plain(kLowestBmi), plain(kHighestBmi)),
      "check both numbers and their units");
}

void check_conditions(Fields& root, const Draft& draft) {
  const auto& named = draft.person.conditions;
  const auto place = [&](const std::string& id) { return draft.place("conditions:" + id); };
  for (const auto& id : named) {
    const bool needs_woman = id.starts_with("pregnancy") || id.starts_with("postpartum");
    if (needs_woman && draft.given("sex") && draft.person.sex == Sex::Male) {
      root.problem(place(id), fmt::format("'{}' does not go with sex = \"male\"", id));
    }
    if (id == "healthy" && named.size() > 1) {
      root.problem(place(id), "'healthy' does not go with another condition", "take it out");
    }
  }
  const auto is_pregnancy = [](const std::string& id) { return id.starts_with("pregnancy"); };
  if (std::count_if(named.begin(), named.end(), is_pregnancy) > 1) {
    const auto last = std::find_if(named.rbegin(), named.rend(), is_pregnancy);
    root.problem(place(*last), "only one part of a pregnancy can be now", "keep one of them");
  }
}

void check_days(Fields& root, const Draft& draft) {
  const Person& person = draft.person;
  const auto days = static_cast<int>(person.days.size());
  if (person.days_per_week && days > 0 && *person.days_per_week > days) {
    root.problem(
        draft.place("time.days_per_week"),
        fmt::format("'days_per_week' is {} but 'days' names only {}", *person.days_per_week, days),
        "name more days or lower 'days_per_week'");
  }
  if (!draft.given("time.wake") || person.wake_min >= kNoon) return;
  for (const auto& day : person.days) {
    if (day.start_min < 0 || day.start_min >= person.wake_min) continue;
    root.problem(draft.place("time.wake"),
                 fmt::format("the session of {} at {} comes before getting up at {}",
                             weekday_name(day.weekday), clock_text(day.start_min),
                             clock_text(person.wake_min)),
                 "move the session or 'wake'");
  }
}

void check_pain(Fields& root, const Draft& draft) {
  const Pain& pain = draft.person.pain;
  const bool hurts = pain.now > 0 || pain.usual.value_or(0) > 0;
  if (pain.site && !hurts) {
    root.problem(draft.place("pain.where"), "'where' names a place of pain, but there is no pain",
                 "give 'now' or 'usual' from 1 to 10, or take 'where' out");
  }
  if (pain.usual_site && pain.usual == 0) {
    root.problem(draft.place("pain.usual_where"),
                 "'usual_where' names a place of pain, but 'usual' is 0");
  }
  if (pain.says_flare && draft.given("pain.now") && pain.now == 0) {
    root.problem(draft.place("pain.flare"), "'flare' is true, but the pain 'now' is 0");
  }
}

/// The screening asks for the pain of now, too.
void check_pain_twice(Fields& root, const Draft& draft) {
  const auto answer = draft.person.screening.find("pain_ge8");
  if (answer == draft.person.screening.end() || !draft.given("pain.now")) return;
  const auto* said = std::get_if<int>(&answer->second);
  if (!said || *said == draft.person.pain.now) return;
  root.problem(
      draft.place("screening.pain_ge8"),
      fmt::format("'pain_ge8' says {}, but the pain 'now' is {}", *said, draft.person.pain.now),
      "take 'pain_ge8' out: 'now' answers it");
}

/// Nothing began before birth, and no episode before the first.
void check_years(Fields& root, const Draft& draft) {
  const Person& person = draft.person;
  if (!draft.given("age")) return;
  const double most_weeks = (person.age + 1) * kWeeksPerYear;
  if (person.pain.weeks.value_or(0.0) > most_weeks) {
    root.problem(draft.place("pain.began"),
                 fmt::format("the pain began longer ago than an age of {} allows", person.age));
  }
  if (person.weeks_since_training.value_or(0.0) > most_weeks) {
    root.problem(
        draft.place("training.last_trained"),
        fmt::format("the last training was longer ago than an age of {} allows", person.age));
  }
  if (!person.pain.age_at_first) return;
  const int first = *person.pain.age_at_first;
  if (first > person.age) {
    root.problem(draft.place("pain.age_at_first"),
                 fmt::format("'age_at_first' is {} but 'age' is {}", first, person.age));
  } else if (person.pain.weeks.value_or(0.0) > (person.age + 1 - first) * kWeeksPerYear) {
    root.problem(draft.place("pain.began"),
                 fmt::format("the pain began before the first back pain at {} years", first),
                 "'began' is about today's pain, 'age_at_first' about the first of your life");
  }
}

void check_dates(Fields& root, const Draft& draft) {
  const Person& person = draft.person;
  if (!person.start) return;
  const auto check = [&](std::string_view path, std::optional<Date> date, std::string_view what) {
    if (!date || *date <= *person.start) return;
    root.problem(draft.place(path),
                 fmt::format("{} on {} comes after the start on {}", what, to_text(*date),
                             to_text(*person.start)),
                 "check both dates");
  };
  if (person.therapist) check("therapist.date", person.therapist->date, "the therapist's answer");
  const auto cleared = person.screening.find("cleared");
  if (cleared == person.screening.end()) return;
  if (const auto* clearance = std::get_if<Clearance>(&cleared->second)) {
    check("screening.cleared.date", clearance->date, "the clearance");
  }
}

void check_wishes(Fields& root, const Draft& draft) {
  const Person& person = draft.person;
  const Wish liked{"preferences.liked", "liked", person.liked};
  const Wish disliked{"preferences.disliked", "disliked", person.disliked};
  const Wish locked{"preferences.locked", "locked", person.locked};
  check_apart(root, draft, liked, disliked);
  check_apart(root, draft, disliked, locked);
  if (!person.therapist) return;
  const auto& allowed = person.therapist->allowed;
  const auto& forbidden = person.therapist->forbidden;
  check_apart(root, draft, {"therapist.forbidden", "forbidden by the therapist", forbidden},
              locked);
  for (const auto& id : person.locked) {
    if (allowed.empty() || holds(allowed, id) || holds(forbidden, id)) continue;
    root.problem(draft.place("preferences.locked:" + id),
                 fmt::format("'{}' is locked, but the therapist's 'allowed' does not name it", id));
  }
}

void check_chair(Fields& root, const Draft& draft) {
  if (!draft.person.chair_only || !draft.given("equipment.without:chair")) return;
  root.problem(draft.place("equipment.without:chair"),
               "'chair_only' is true, but 'without' names 'chair'");
}

}  // namespace

void check_contradictions(Fields& root, const Draft& draft) {
  check_body(root, draft);
  check_conditions(root, draft);
  check_days(root, draft);
  check_pain(root, draft);
  check_pain_twice(root, draft);
  check_years(root, draft);
  check_dates(root, draft);
  check_wishes(root, draft);
  check_chair(root, draft);
}

}  // namespace strongback
