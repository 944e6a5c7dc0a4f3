// Walking and chores: planned and counted, as energy and as load on the back (S14).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/sessions.h"

namespace strongback {
namespace {

/// The walks of one day.
struct DailyWalk {
  int bouts = 1;
  double minutes = 0.0;  ///< [min] each
};

/// Short walks where walking is limited: each half of what goes without trouble, a tenth more a
/// week, as many as make up the target.  Otherwise one walk, from last week's minutes.
DailyWalk daily_walk(const Person& person, const Rules& rules, int week) {
  const auto number = [&](const char* key) { return rules.number("walking", key); };
  constexpr double kUnknownStart_min = 10.0;
  const double growth = std::pow(1.0 + number("growth"), week - 1);
  const double target = number("target_min");
  if (!person.walks.symptom_free_min) {
    const double known = person.walks.last_week_min / number("target_times");
    return {1, std::clamp(std::round(std::max(kUnknownStart_min, known) * growth), 1.0, target)};
  }
  const double bout = std::round(number("start_share") * *person.walks.symptom_free_min * growth);
  const double minutes = std::clamp(bout, 1.0, target);
  const double fills = std::max(1.0, std::floor(target / minutes));
  return {static_cast<int>(std::min(number("bouts_low"), fills)), minutes};
}

std::optional<PlannedActivity> walk_of(const PlanInput& input, int week) {
  const Exercise* walk = find_exercise(*input.catalog, "walk-easy");
  if (!walk || barred_because(*walk, *input.care)) return std::nullopt;
  const Rules& rules = input.catalog->rules;
  const DailyWalk daily = daily_walk(*input.person, rules, week);
  const int days = static_cast<int>(rules.number("walking", "target_times"));
  PlannedActivity planned;
  planned.id = walk->id;
  planned.minutes = daily.minutes;
  planned.times = daily.bouts * days;
  planned.label = daily.bouts > 1 ? fmt::format("Easy walk, {} short walks on each of {} days",
                                                daily.bouts, days)
                                  : fmt::format("Easy walk, one on each of {} days", days);
  planned.kcal_net =
      net_kcal(rules, walk->met, input.person->mass, planned.minutes * planned.times);
  planned.back_load = "light: upright walking loads the spine little and often";
  return planned;
}

std::string chore_load(const Activity& activity, double minutes, const Rules& rules) {
  if (!activity.is_back_load) return "none to speak of";
  const auto number = [&](const char* key) { return rules.number("chores", key); };
  if (activity.met < number("met")) return "light bending: counts as movement, not as training";
  const double hours = std::floor(minutes / number("minutes"));
  if (hours < 1.0) return fmt::format("bends or lifts, but under {} min", plain(number("minutes")));
  return fmt::format(
      "counts {} sets for the lumbar extensors each time; bending and extension work within a day "
      "is halved",
      plain(hours * number("secondary_sets") * rules.number("fractional-sets", "secondary")));
}

}  // namespace

std::vector<PlannedActivity> activities_of(const PlanInput& input, int week) {
  std::vector<PlannedActivity> list;
  if (auto walk = walk_of(input, week)) list.push_back(std::move(*walk));
  for (const auto& habit : input.person->habits) {
    const Activity* activity = find_activity(*input.catalog, habit.activity);
    if (!activity) continue;
    PlannedActivity planned;
    planned.id = activity->id;
    planned.label = activity->label;
    planned.times = habit.weekdays.empty() ? habit.times : static_cast<int>(habit.weekdays.size());
    planned.minutes = habit.minutes;
    planned.kcal_net = net_kcal(input.catalog->rules, activity->met, input.person->mass,
                                planned.minutes * planned.times);
    planned.back_load = chore_load(*activity, habit.minutes, input.catalog->rules);
    list.push_back(std::move(planned));
  }
  return list;
}

}  // namespace strongback
