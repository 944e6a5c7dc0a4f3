// What makes a day easier than the program has it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/prescribe.h"
#include "plan/strength.h"
#include "train/pain.h"
#include "train/weeks.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;

int whole(double value) { return static_cast<int>(value); }

/// The break that ended last, seen from a session on `day`: its length and the first day after it.
struct Break {
  int length = 0;  // [day]
  Date back;
};

std::optional<Break> last_break(const TrainingState& state, Date day, int shortest) {
  std::optional<Date> before;
  std::optional<Break> last;
  const auto look = [&](Date date) {
    const int gap = before ? static_cast<int>((date - *before).count()) : 0;
    if (gap > shortest) last = Break{gap, date};
    before = date;
  };
  constexpr int kLookBack_days = 400;
  for (const auto& [date, diary] : days_between(state, day - days{kLookBack_days}, day - days{1})) {
    if (!diary->sets.empty()) look(date);
  }
  if (before) look(day);
  return last;
}

/// The step of rule "training-gap" that a break of `length` days falls into; 0: none.
std::size_t gap_step(const Rules& rules, int length) {
  const auto& limits = rules.list("training-gap", "days");
  std::size_t step = 0;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (length > limits[i]) step = std::min(i + 1, limits.size() - 1);
  }
  return step;
}

void ease_after_break(const TrainingState& state, Date day, const Rules& rules,
                      std::vector<Easing>& easings) {
  const int shortest = whole(rules.list("training-gap", "days").front());
  const auto gap = last_break(state, day, shortest);
  if (!gap || day - gap->back >= days{kWeek}) return;
  const std::size_t step = gap_step(rules, gap->length);
  Easing easing;
  easing.load = rules.list("training-gap", "load")[step];
  easing.sets = rules.list("training-gap", "sets")[step];
  easing.since = gap->back;
  const std::string sets =
      easing.sets < 1.0 ? fmt::format(" and {:.0f} % of the sets", 100.0 * easing.sets) : "";
  easing.why =
      reason(rules, "break", "training-gap",
             fmt::format("after {} days without training: {:.0f} % of the last load{} for a week",
                         gap->length, 100.0 * easing.load, sets));
  easings.push_back(std::move(easing));
}

void ease_after_flare(const TrainingState& state, Date day, const Catalog& catalog,
                      std::vector<Easing>& easings) {
  const Rules& rules = catalog.rules;
  const FlareState flare = flare_at(state, day, catalog);
  if (flare.is_on || !flare.until) return;
  const auto number = [&](const char* key) { return rules.number("flare", key); };
  const long week = (day - *flare.until).count() / kWeek;
  constexpr long kSteps = 2;  // half way back in the first week, three quarters in the second
  if (week >= kSteps) return;
  const double step = week == 0 ? 0.0 : 0.5;
  Easing easing;
  easing.sets = number("return_sets") + step * (1.0 - number("return_sets"));
  easing.load = number("return_load") + step * (1.0 - number("return_load"));
  easing.reserve = week == 0 ? whole(number("return_reserve")) : 1;
  easing.since = *flare.until + days{kWeek * week};
  easing.why = reason(rules, "flare", "flare",
                      fmt::format("week {} after the flare: {:.0f} % of the sets, {:.0f} % of the "
                                  "last good load and {} more in reserve",
                                  week + 1, 100.0 * easing.sets, 100.0 * easing.load,
                                  counted(easing.reserve, "repetition")));
  easings.push_back(std::move(easing));
}

// --- deload ---------------------------------------------------------------------------------

int short_nights(const TrainingState& state, Date last, const Rules& rules) {
  int count = 0;
  for (const auto& [date, day] : days_between(state, last - days{kWeek - 1}, last))
    count +=
        day->sleep_h && *day->sleep_h < rules.number("recovery-model", "short_sleep_h") ? 1 : 0;
  return count;
}

std::optional<double> mean_pain(const TrainingState& state, Date last) {
  double sum = 0.0;
  int count = 0;
  for (const auto& [date, day] : days_between(state, last - days{kWeek - 1}, last)) {
    for (const LoggedPain& pain : day->pains) {
      sum += pain.report.pain;
      ++count;
    }
  }
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// The best load for one repetition that the exercise's sets of a day speak of.  [kg]
double best_of_day(const DiaryDay& day, const std::string& exercise, const Rules& rules) {
  double best = 0.0;
  for (const LoggedSet& set : day.sets) {
    if (set.set.exercise != exercise || !set.set.load || set.set.reps == 0) continue;
    const double share = share_of_max(rules, set.set.reps + set.set.reserve.value_or(0));
    best = std::max(best, in_kilograms(*set.set.load) / share);
  }
  return best;
}

/// True when some exercise's last two sessions before `day` were both weaker than the one before.
bool is_weaker(const TrainingState& state, Date day, const Rules& rules) {
  constexpr std::size_t kSessions = 3;
  const double drop = 1.0 - rules.number("deload", "strength_drop");
  return std::any_of(state.days_of.begin(), state.days_of.end(), [&](const auto& entry) {
    const auto& [exercise, dates] = entry;
    const auto end = std::lower_bound(dates.begin(), dates.end(), day);
    if (static_cast<std::size_t>(end - dates.begin()) < kSessions) return false;
    if (day - *(end - 1) > days{kWeek}) return false;
    const auto best = [&](auto at) { return best_of_day(state.diary.at(*at), exercise, rules); };
    const double before = best(end - 3);
    return before > 0.0 && best(end - 2) <= drop * before && best(end - 1) <= drop * before;
  });
}

/// The signs of tiredness in the week before `first`, in words.
std::vector<std::string> signs_before(const TrainingState& state, Date first, const Rules& rules) {
  const Date last = first - days{1};
  std::vector<std::string> signs;
  if (short_nights(state, last, rules) >= whole(rules.number("deload", "short_nights")))
    signs.emplace_back("short nights");
  const auto now = mean_pain(state, last);
  const auto before = mean_pain(state, last - days{kWeek});
  if (now && before && *now - *before >= rules.number("deload", "pain_rise"))
    signs.emplace_back("more pain than the week before");
  if (is_weaker(state, first, rules)) signs.emplace_back("less strength twice in a row");
  return signs;
}

/// Why the week of the program that `day` is in is a deload; empty when it is none.
std::string why_deload(const TrainingState& state, Date day, const Rules& rules) {
  if (!state.outline) return "";
  const bool is_novice = state.profile.level <= Level::Novice;
  const int most =
      whole(rules.number("deload", is_novice ? "novice_weeks_most" : "loaded_weeks_most"));
  int loaded = 0;
  std::string why;
  constexpr int kLookBack_days = 7 * 60;
  Date first = state.outline->start;
  while (day - first > days{kLookBack_days}) first += days{kWeek};
  for (; first <= day; first += days{kWeek}) {
    const auto signs = signs_before(state, first, rules);
    const bool was_deload = !why.empty();
    why.clear();
    if (loaded >= most) why = fmt::format("after {} weeks of training", loaded);
    if (static_cast<int>(signs.size()) >= whole(rules.number("deload", "signs")) && !was_deload)
      why = listed(signs);
    const auto trained = days_between(state, first, first + days{kWeek - 1});
    const bool has_trained = std::any_of(trained.begin(), trained.end(), [](const auto& entry) {
      return !entry.second->sets.empty();
    });
    loaded = why.empty() && has_trained ? loaded + 1 : 0;
  }
  return why;
}

void ease_deload(const TrainingState& state, Date day, const Rules& rules,
                 std::vector<Easing>& easings) {
  const std::string why = why_deload(state, day, rules);
  if (why.empty()) return;
  Easing easing;
  easing.sets = rules.number("deload", "sets_share");
  easing.load = rules.number("deload", "load_factor");
  easing.reserve = whole(rules.number("deload", "reserve_add"));
  const long into = (day - state.outline->start).count() % kWeek;
  easing.since = day - days{into};
  easing.why = reason(rules, "deload", "deload", "an easy week: " + why);
  easings.push_back(std::move(easing));
}

void ease_busy(const TrainingState& state, Date day, const Rules& rules,
               std::vector<Easing>& easings) {
  if (!state.busy_until || day > *state.busy_until) return;
  Easing easing;
  const bool is_older = state.profile.age >= whole(rules.number("dose-older", "age"));
  easing.is_one_set = !is_older;
  easing.why =
      reason(rules, "busy", "maintenance",
             is_older ? "a busy time: what you have is kept with the usual sets twice a week"
                      : "a busy time: one set of each exercise at the usual load keeps what "
                        "you have, once a week");
  easings.push_back(std::move(easing));
}

}  // namespace

std::vector<Easing> easings_at(const TrainingState& state, Date day, const Catalog& catalog) {
  std::vector<Easing> easings;
  ease_after_break(state, day, catalog.rules, easings);
  ease_after_flare(state, day, catalog, easings);
  if (easings.empty()) ease_deload(state, day, catalog.rules, easings);
  ease_busy(state, day, catalog.rules, easings);
  return easings;
}

}  // namespace strongback
